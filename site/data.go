package site

import (
	"slices"

	"example.org/publish/build/export"
	"example.org/publish/build/release"
)

// Data is what the download page shows.
type Data struct {
	Formats      []FormatOf
	Descriptions []DescriptionOf
	Codebook     []TableOf
	Entities     string // how many files there are of single entities
	Citation     string // how to cite the dataset
	CiteFiles    []File // the same, and of each file, for reference managers
	Others       []File // about versions and changes
	Versions     []VersionLink
	Latest       string // the newest files; empty: they are not kept apart
}

// VersionLink leads to the files of a released version.
type VersionLink struct {
	Name, Date, Day string
	Href            string // empty: the files are not kept
}

// FormatOf is the files of one format.
type FormatOf struct {
	ID          string
	Title       Run
	Description Run
	Files       []File
}

// File is a file to download.
type File struct {
	Name   string
	Href   string
	Title  Run
	Rows   string
	Count  int // of rows
	Size   string
	Bytes  int64
	SHA256 string
}

// DescriptionOf is a file that describes the downloads, with what it is for.
type DescriptionOf struct {
	File
	Purpose string
}

// TableOf is a table as the codebook describes it.
type TableOf struct {
	Name        string
	Title       Run
	Description *Run
	Columns     []ColumnOf
}

// ColumnOf is a column as the codebook describes it.
type ColumnOf struct {
	Name, Kind, Example string
	Meaning             Run
	Required, Key       bool
	Allowed             []string
}

func dataPages(e *edition) []draft {
	return []draft{{path: "data/", fill: func(p place, v *View) {
		body := p.data()
		v.Title, v.Body = p.T("data.title"), body
		v.Description = p.T("data.description", "licence", v.Site.Licence)
		v.Data = p.datasetData()
	}}}
}

func (p place) data() *Data {
	d := &Data{Citation: p.citationOfAll()}
	entities := 0
	for _, f := range export.Formats {
		of := FormatOf{ID: f.ID, Title: p.text(f.Title), Description: p.text(f.Description)}
		for _, download := range p.in.Downloads {
			switch {
			case download.Format != f.ID:
			case download.Entity != "":
				entities++
			default:
				of.Files = append(of.Files, p.file(download))
			}
		}
		if len(of.Files) > 0 {
			d.Formats = append(d.Formats, of)
		}
	}
	h := &p.in.History
	for i := len(h.Versions) - 1; i >= 0; i-- {
		v := &h.Versions[i]
		link := VersionLink{Name: p.T("version", "version", v.Number)}
		link.Date, link.Day = p.dayOf(v.Date)
		if v.Files != nil {
			link.Href = p.to(release.Folder(v.Number))
		}
		d.Versions = append(d.Versions, link)
	}
	if h.Latest != nil {
		d.Latest = p.to(release.Latest)
	}
	for _, download := range p.in.Downloads {
		if !slices.ContainsFunc(export.Formats, func(f export.Format) bool { return f.ID == download.Format }) {
			d.Others = append(d.Others, p.file(download))
		}
	}
	if entities > 0 {
		d.Entities = p.T("data.entities", "n", entities)
	}
	for _, description := range p.in.Descriptions {
		if slices.Contains([]string{"bibtex", "ris", "csl", "citation"}, description.Format) {
			d.CiteFiles = append(d.CiteFiles, p.file(description))
		}
		d.Descriptions = append(d.Descriptions, DescriptionOf{File: p.file(description), Purpose: p.T("describe." + description.Format)})
	}
	for _, t := range export.Tables(p.catalog()) {
		d.Codebook = append(d.Codebook, p.table(t))
	}
	return d
}

func (p place) file(d export.Download) File {
	f := File{Name: d.Path, Href: p.root(export.Folder + d.Path), Title: p.text(d.Title), Size: p.Size(d.Bytes), Bytes: d.Bytes, SHA256: d.SHA256}
	if d.Rows > 0 {
		f.Rows, f.Count = p.Count(d.Rows), d.Rows
	}
	return f
}

func (p place) table(t export.Table) TableOf {
	of := TableOf{Name: t.Name, Title: p.text(t.Title), Description: p.optional(t.Description)}
	key := map[string]bool{}
	for _, name := range t.Key {
		key[name] = true
	}
	for _, c := range t.Columns {
		of.Columns = append(of.Columns, ColumnOf{
			Name: c.Name, Kind: p.T("column." + string(c.Kind)), Example: c.Example, Meaning: p.text(c.Meaning),
			Required: c.Required, Key: key[c.Name], Allowed: c.Allowed,
		})
	}
	return of
}
