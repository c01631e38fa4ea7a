// Package site turns the catalog into pages through Hugo, and is the only door
// to Hugo.
//
// A page is a pure function of its own data and the templates: [Pages] lists
// all pages of a catalog, each with the function that computes what it shows,
// and no template looks at another page. So pages can be rendered in any order,
// in parts and on several machines, to the same bytes. Facts never pass through
// Hugo's parsers: a template is handed the page's typed value, and html/template
// escapes what it shows.
//
// The package judges no fact and knows neither YAML nor the files of data/.
package site

import (
	"context"
	"crypto/sha256"
	"io"
	"io/fs"
	"slices"
	"strings"

	"example.org/publish/build/check"
	"example.org/publish/build/compile"
	"example.org/publish/build/export"
)

// Input is all that the site is made of.
type Input struct {
	Catalog   *compile.Catalog
	Rules     []check.Rule
	Downloads []export.Download
	// Descriptions are the files that describe the downloads to machines.
	Descriptions []export.Download
	History      History
	Drawn        *Drawn // pages drawn before; nil: none
	Past         Past   // the same on a disk, when there is no Drawn; nil: none
	// Own has the publisher's own files, in OwnFolders, which take the place of
	// the site's. It may be nil.
	Own fs.FS
	// Batch is how many pages are drawn at a time; 0: as many as serve best.
	// What a page looks like does not depend on it, what memory is needed does.
	Batch int
	Part  Division // the share that is written; the zero Division: the whole

	glimpse bool // the catalog is a part of the whole
}

// Past holds pages that an earlier build drew. Several goroutines use it at
// once.
type Past interface {
	// Take puts the file of a page among those of this build, as it was drawn
	// when the page showed the same, and reports whether it could.
	Take(file string, shows [sha256.Size]byte) (bool, error)
	// Note says what a page of this build shows.
	Note(file string, shows [sha256.Size]byte)
}

// Sink takes the files of the site. Paths are below the site's root, with
// slashes. Several goroutines call Create at once, and each writes and closes
// what it got.
type Sink interface {
	Create(path string) (io.WriteCloser, error)
}

// Render writes the whole site: its pages in each of the catalog's languages,
// the files of the search, the pictures for links, the stylesheet, sitemap.xml, robots.txt and
// _headers. Whatever Hugo warns of is an error, since a page that it cannot lay
// out it only warns of and leaves out.
func Render(ctx context.Context, in Input, to Sink) error {
	pages, err := Pages(in)
	if err != nil {
		return err
	}
	if err := in.Drawn.draw(ctx, in, in.Part.of(pages), to); err != nil {
		return err
	}
	if !in.Part.First() {
		return nil
	}
	files, err := searchFiles(pages[0].edition.all)
	if err != nil {
		return err
	}
	lasting := []asset{pages[0].edition.style, pages[0].edition.icon, pages[0].edition.script}
	for _, e := range pages[0].edition.all {
		files = append(files, e.picture)
	}
	files = append(files, lasting...)
	files = append(files, pages[0].edition.assets...)
	for _, e := range pages[0].edition.all {
		files = append(files, feeds(e)...)
	}
	for _, f := range append(files,
		asset{"sitemap.xml", sitemap(in.Catalog.Site, pages)},
		asset{"robots.txt", robots(in.Catalog.Site)},
		asset{"_headers", headers(lasting)},
	) {
		if err := put(to, f); err != nil {
			return err
		}
	}
	return nil
}

func put(to Sink, f asset) error {
	w, err := to.Create(f.address)
	if err != nil {
		return err
	}
	if _, err := w.Write(f.content); err != nil {
		w.Close()
		return err
	}
	return w.Close()
}

// Glimpse writes the pages of the entities and sources with the ids, in each of
// the catalog's languages, and nothing else. The catalog need only hold what
// these pages show: what tells of the whole is as it was when the whole was
// drawn last.
func Glimpse(ctx context.Context, in Input, ids []string, to Sink) error {
	in.glimpse = true
	pages, err := Pages(in)
	if err != nil {
		return err
	}
	pages = slices.DeleteFunc(pages, func(p *Page) bool {
		_, id, _ := strings.Cut(strings.TrimSuffix(p.path, "/"), "/")
		return !slices.Contains(ids, id)
	})
	if len(pages) == 0 {
		return nil
	}
	return draw(ctx, in.Catalog, pages, to)
}
