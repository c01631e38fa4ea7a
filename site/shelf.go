package site

import (
	"example.org/publish/build/release"
)

// Shelf is what the page of a folder of downloads shows: of a released version,
// or of the newest state.
type Shelf struct {
	Lead      string
	Cite      string // how to cite the version; empty for the newest state
	TakenDown string // which files were taken down, and why, as the publisher wrote it
	Files     []ShelfFile
	Sums      File // the checksums of all
	Changes   string
}

// ShelfFile is a file of a version.
type ShelfFile struct {
	File
	Gone bool // it was taken down
}

func shelfPages(e *edition) []draft {
	h := &e.in.History
	var drafts []draft
	if h.Latest != nil {
		drafts = append(drafts, draft{path: release.Latest, fill: func(p place, v *View) {
			v.Title, v.Description = p.T("shelf.latest"), p.T("shelf.latest-description", "title", v.Site.Title.Text)
			v.Body = &Shelf{
				Lead: p.T("shelf.latest-lead"), Files: p.shelfFiles(release.Latest, h.Latest),
				Sums: File{Name: release.Sums, Href: p.root(release.Latest + release.Sums)}, Changes: p.to("changes/"),
			}
			v.Data = p.pageData("CollectionPage", v)
		}})
	}
	for i := range h.Versions {
		version := &h.Versions[i]
		if version.Files == nil {
			continue
		}
		folder := release.Folder(version.Number)
		drafts = append(drafts, draft{path: folder, fill: func(p place, v *View) {
			v.Title = p.T("shelf.version", "version", version.Number)
			v.Description = p.T("shelf.version-description", "version", version.Number, "title", v.Site.Title.Text)
			body := &Shelf{
				Lead: p.T("shelf.version-lead"), TakenDown: version.TakenDown, Cite: p.citationOf(version),
				Files: p.shelfFiles(folder, version.Files), Changes: p.to("changes/") + "#" + versionAnchor(version),
			}
			if version.Sums != "" {
				body.Sums = File{Name: release.Sums, Href: p.root(folder + release.Sums), SHA256: version.Sums}
			}
			v.Body = body
			v.Data = p.pageData("CollectionPage", v)
		}})
	}
	return drafts
}

func (p place) shelfFiles(folder string, kept []release.Kept) []ShelfFile {
	var files []ShelfFile
	for _, k := range kept {
		f := ShelfFile{File: File{Name: k.Name, SHA256: k.SHA256}, Gone: k.Gone}
		if !k.Gone {
			f.Href, f.Size = p.root(folder+k.Name), p.Size(k.Bytes)
		}
		files = append(files, f)
	}
	return files
}
