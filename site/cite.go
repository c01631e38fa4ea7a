package site

import (
	"example.org/publish/build/cite"
	"example.org/publish/build/release"
)

// Cite is how a page is cited: in words, and as reference managers read it.
type Cite struct {
	Text             string
	BibTeX, RIS, CSL string
	Statement        string // the address of one of its statements; empty: there is none
}

// citePage is how a page on one thing is cited; statement is the anchor of one
// of its statements, for an example.
func (p place) citePage(id, name, statement string) *Cite {
	c := p.catalog()
	item := cite.Item{
		Kind: cite.Page, Key: id, Title: name, Within: p.text(c.Title).Text, Publisher: c.Publisher, Date: c.Date,
		Version: p.citedVersion(), Address: c.Site + p.address(), Language: p.Language,
	}
	of := &Cite{Text: p.inWords(item), BibTeX: cite.BibTeX(item), RIS: cite.RIS(item), CSL: cite.CSL(item)}
	if statement != "" {
		of.Statement = item.Address + "#" + statement
	}
	return of
}

// inWords is an item as a reference list has it.
func (p place) inWords(item cite.Item) string {
	key, year := "cite.undated", ""
	if !item.Date.IsZero() {
		key, year = "cite", p.Year(item.Date.UTC().Year())
	}
	title := item.Title
	if item.Within != "" {
		title = p.T("cite.within", "title", item.Title, "whole", item.Within)
	}
	return p.T(key, "publisher", item.Publisher, "year", year, "title", title, "version", item.Version, "address", item.Address)
}

// citedVersion is the version of what is shown, for a citation.
func (p place) citedVersion() string {
	return release.Cited(p.catalog(), p.in.History.Released)
}

// citationOfAll is the dataset as a reference list has it.
func (p place) citationOfAll() string {
	c := p.catalog()
	return p.inWords(cite.Item{Title: p.text(c.Title).Text, Publisher: c.Publisher, Date: c.Date, Version: p.citedVersion(), Address: c.Site})
}

// citationOf is a released version as a reference list has it.
func (p place) citationOf(v *Version) string {
	c := p.catalog()
	return p.inWords(cite.Item{
		Title: p.text(c.Title).Text, Publisher: c.Publisher, Date: v.Date, Version: v.Number, Address: c.Site + release.Folder(v.Number),
	})
}
