package site

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"slices"
	"strings"
	"time"

	"example.org/publish/build/compile"
	"example.org/publish/site/tell"
)

// feedLength is how many versions a feed holds, and feedChanges how many
// changes an entry tells of a version.
const (
	feedLength  = 50
	feedChanges = 100
)

// feed is what changed, an entry a version, the newest first: in the whole
// dataset, or in one entity. What is not released yet may still change, and is
// in none.
type feed struct {
	title, page, atom, json string // addresses below the site's root
	entries                 []feedEntry
}

type feedEntry struct {
	title, id, address string // below the site's root
	date               time.Time
	sentences          []string
}

// feeds are the feeds of an edition: of the dataset, and of each entity that
// has changed since the first version. A feed of one that has not would say
// nothing; at 100,000 entities those are most.
func feeds(e *edition) []asset {
	h := &e.in.History
	if len(h.Versions) == 0 {
		return nil
	}
	p := place{edition: e, path: "changes/"}
	all := p.feedOf("changes/", p.T("feed.title", "title", p.text(e.catalog().Title).Text), func([]string) bool { return true }, true)
	files := all.files(e)
	for _, entity := range e.catalog().Entities {
		if c, changed := e.lastChange[entity.ID]; changed && e.hasFeed(c, entity) {
			is := func(about []string) bool {
				return slices.ContainsFunc(about, func(id string) bool { return p.today(id) == entity.ID })
			}
			files = append(files, p.feedOf(entityPath(entity), p.T("feed.title", "title", p.text(entity.Name).Text), is, false).files(e)...)
		}
	}
	return files
}

// hasFeed reports whether an entity has changed in a released version.
func (e *edition) hasFeed(c lastChange, entity *compile.Entity) bool {
	if c.version != nil {
		return true
	}
	return slices.ContainsFunc(e.in.History.Versions, func(v Version) bool {
		return slices.ContainsFunc(v.Told, func(t tell.Told) bool {
			return slices.ContainsFunc(t.About, func(id string) bool { return place{edition: e}.today(id) == entity.ID })
		})
	})
}

func (p place) feedOf(path, title string, is func(about []string) bool, whole bool) *feed {
	h := &p.in.History
	f := &feed{title: title, page: p.prefix + path, atom: p.prefix + path + "feed.xml", json: p.prefix + path + "feed.json"}
	for i := len(h.Versions) - 1; i >= 0 && len(f.entries) < feedLength; i-- {
		v := &h.Versions[i]
		entry := feedEntry{title: p.T("version", "version", v.Number), address: p.prefix + "changes/", date: v.Date}
		if len(v.Told) > 0 {
			entry.address = p.prefix + changesPath(v, 0)
		} else {
			entry.address += "#" + versionAnchor(v)
		}
		entry.id = entry.address
		if !whole {
			entry.id = f.page + "#" + versionAnchor(v)
		}
		for _, told := range v.Told {
			if len(entry.sentences) < feedChanges && is(told.About) {
				entry.sentences = append(entry.sentences, told.Sentences[p.Language].String())
			}
		}
		if whole {
			entry.sentences = append([]string{p.sumOf(v, len(v.Told))}, entry.sentences...)
		}
		if len(entry.sentences) > 0 {
			f.entries = append(f.entries, entry)
		}
	}
	return f
}

func (f *feed) files(e *edition) []asset {
	site := e.catalog().Site
	return []asset{{f.atom, f.asAtom(site, e.Language, e.catalog().Publisher)}, {f.json, f.asJSON(site, e.Language)}}
}

// asAtom is the feed as Atom (RFC 4287).
func (f *feed) asAtom(site, language, author string) []byte {
	var b bytes.Buffer
	element := func(name, text string) {
		b.WriteString("<" + name + ">")
		escape(&b, text)
		b.WriteString("</" + name + ">\n")
	}
	link := func(rel, media, address string) {
		b.WriteString(`<link rel="` + rel + `" type="` + media + `" href="`)
		escape(&b, site+address)
		b.WriteString("\"/>\n")
	}
	b.WriteString(xml.Header + `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="`)
	escape(&b, language)
	b.WriteString("\">\n")
	element("id", site+f.atom)
	element("title", f.title)
	link("self", "application/atom+xml", f.atom)
	link("alternate", "text/html", f.page)
	updated := time.Time{}
	for _, entry := range f.entries {
		if entry.date.After(updated) {
			updated = entry.date
		}
	}
	element("updated", updated.UTC().Format(time.RFC3339))
	b.WriteString("<author>")
	element("name", author)
	b.WriteString("</author>\n")
	for _, entry := range f.entries {
		b.WriteString("<entry>\n")
		element("id", site+entry.id)
		element("title", entry.title)
		link("alternate", "text/html", entry.address)
		element("updated", entry.date.UTC().Format(time.RFC3339))
		b.WriteString(`<content type="text">`)
		escape(&b, tell.Plain(strings.Join(entry.sentences, " ¶ ")))
		b.WriteString("</content>\n</entry>\n")
	}
	b.WriteString("</feed>\n")
	return b.Bytes()
}

// asJSON is the feed as JSON Feed 1.1 (jsonfeed.org).
func (f *feed) asJSON(site, language string) []byte {
	type item struct {
		ID    string `json:"id"`
		URL   string `json:"url"`
		Title string `json:"title"`
		Text  string `json:"content_text"`
		Date  string `json:"date_published"`
	}
	document := struct {
		Version  string `json:"version"`
		Title    string `json:"title"`
		Home     string `json:"home_page_url"`
		Feed     string `json:"feed_url"`
		Language string `json:"language"`
		Items    []item `json:"items"`
	}{"https://jsonfeed.org/version/1.1", f.title, site + f.page, site + f.json, language, []item{}}
	for _, entry := range f.entries {
		document.Items = append(document.Items, item{
			site + entry.id, site + entry.address, entry.title, tell.Plain(strings.Join(entry.sentences, " ¶ ")), entry.date.UTC().Format(time.RFC3339),
		})
	}
	content, err := json.MarshalIndent(document, "", " ")
	if err != nil {
		panic(err) // strings can be written
	}
	return append(content, '\n')
}

// feedsOf are the feeds of a page, for its head: its own, on the pages of
// entities that have one, and that of the dataset on home and changes.
func (p place) feedsOf(kind string) []Link {
	if len(p.in.History.Versions) == 0 {
		return nil
	}
	path := ""
	switch kind {
	case "home", "changes":
		path = "changes/"
	case "entity":
		_, id, _ := strings.Cut(strings.TrimSuffix(p.path, "/"), "/")
		e := p.catalog().Entity(id)
		if c, changed := p.lastChange[id]; changed && e != nil && p.hasFeed(c, e) {
			path = p.path
		}
	}
	if path == "" {
		return nil
	}
	return []Link{
		{Text: "application/atom+xml", Href: p.root(p.prefix + path + "feed.xml")},
		{Text: "application/feed+json", Href: p.root(p.prefix + path + "feed.json")},
	}
}
