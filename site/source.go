package site

import (
	"cmp"
	"slices"
	"strings"

	"example.org/publish/build/compile"
	"example.org/publish/build/edtf"
)

// SourceList is what the page of all sources shows.
type SourceList struct {
	Count   string
	Sources []SourceEntry
}

// SourceEntry is a source in the list of sources.
type SourceEntry struct {
	Name   Run
	About  string // "EconoTimes, 7 November 2025"
	Counts string // "112 statements rest on it, 80 on it alone"
}

// Source is what a source's page shows.
type Source struct {
	ID      string
	Name    Run
	Kind    string
	Rows    []Row
	Note    *Run
	Weight  string // how much rests on it, and how much on it alone
	Places  []Place
	Scale   *Scale
	Cite    *Cite
	Changed Phrase // when it last changed
	Edit    string
	List    Link
}

// Row is a line of a table of two columns.
type Row struct {
	Label string
	Value Phrase
	Code  bool // a hash or a file's name
}

// Place is a place in a source and the statements that rest on it.
type Place struct {
	Anchor, Label string
	Statements    []Cited
}

// Cited is a statement at the place it rests on.
type Cited struct {
	*Statement
	Via   Phrase
	Quote *Run
}

func sourcesPages(e *edition) []draft {
	return []draft{{path: "source/", fill: func(p place, v *View) {
		body := &SourceList{Count: p.T("count.sources", "n", len(p.catalog().Sources))}
		for _, s := range p.catalog().Sources {
			body.Sources = append(body.Sources, SourceEntry{Name: p.source(s), About: p.published(s), Counts: p.weight(s)})
		}
		v.Title, v.Body = p.T("sources.title"), body
		v.Description = p.T("sources.description", "count", body.Count)
		v.Data = p.pageData("CollectionPage", v)
	}}}
}

func sourcePages(e *edition) []draft {
	var drafts []draft
	for _, s := range e.catalog().Sources {
		drafts = append(drafts, draft{path: sourcePath(s), fill: func(p place, v *View) {
			body := p.sourceBody(s)
			v.Title, v.Body = body.Name.Text, body
			v.Description = p.T("source.description", "source", body.Name.Text, "weight", body.Weight)
			v.Data = p.sourceData(s, v)
		}})
	}
	return drafts
}

func (p place) sourceBody(s *compile.Source) *Source {
	var spans []edtf.Span
	for _, c := range s.Citations {
		if c.Statement.Dated() {
			spans = append(spans, c.Statement.Span)
		}
	}
	on := scaleOf(spans)
	b := &Source{
		ID:      s.ID,
		Name:    p.sourceName(s),
		Kind:    p.sourceKind(s),
		Rows:    p.sourceRows(s),
		Note:    p.optional(s.Note),
		Weight:  p.weight(s),
		Scale:   p.scale(on),
		Changed: p.changed(s.ID),
		Cite:    p.citePage(s.ID, p.sourceName(s).Text, ""),
		Edit:    p.edit(s.File),
		List:    Link{Text: p.T("sources.title"), Href: p.to("source/")},
	}
	for i, c := range s.Citations {
		if i == 0 || s.Citations[i-1].Place != c.Place {
			b.Places = append(b.Places, Place{Anchor: placeAnchor(c.Place), Label: p.placeInWords(c)})
		}
		at := &b.Places[len(b.Places)-1]
		cited := Cited{Statement: p.line(c.Statement, on), Via: p.via(c)}
		if c.Quote != "" {
			cited.Quote = &Run{Text: c.Quote, Lang: differs(s.Language, p.Language)}
		}
		at.Statements = append(at.Statements, cited)
	}
	return b
}

// differs is the language when it is not the page's.
func differs(language, page string) string {
	if language == page {
		return ""
	}
	return language
}

// sourceKind is the kind of document: one of the words that the site knows, or
// the contributor's.
func (p place) sourceKind(s *compile.Source) string {
	if key := "source.kind." + s.Kind; p.Has(key) {
		return p.T(key)
	}
	return strings.ReplaceAll(s.Kind, "-", " ")
}

// published is who published the source and when, as far as that is known.
func (p place) published(s *compile.Source) string {
	publisher := cmp.Or(s.Publisher, p.T("source.publisher-unknown"))
	if s.Published.IsZero() {
		return p.T("source.published-undated", "publisher", publisher)
	}
	return p.T("source.published", "publisher", publisher, "date", p.Date(s.Published))
}

func (p place) weight(s *compile.Source) string {
	statements := map[*compile.Statement]bool{}
	for _, c := range s.Citations {
		statements[c.Statement] = true
	}
	if len(statements) == 0 {
		return p.T("source.weight-nothing")
	}
	return p.T("source.weight", "n", len(statements), "alone", s.Alone)
}

// sourceRows are what is known of a source. Title, publisher, date and language
// are said even when nobody knows them.
func (p place) sourceRows(s *compile.Source) []Row {
	unknown := p.T("unknown")
	var rows []Row
	say := func(key string, value Phrase) {
		if value.String() != "" {
			rows = append(rows, Row{Label: p.T("source." + key), Value: value})
		}
	}
	language := func(tag string) string {
		if tag == "" {
			return ""
		}
		return p.LanguageName(tag)
	}
	title := p.text(s.Title)
	title.Text = cmp.Or(title.Text, unknown)
	say("title", Phrase{title})
	say("publisher", plain(cmp.Or(s.Publisher, unknown)))
	say("date", plain(cmp.Or(p.Date(s.Published), unknown)))
	say("language", plain(cmp.Or(language(s.Language), unknown)))
	say("translated-from", plain(language(s.TranslatedFrom)))
	say("original", p.original(s.Original))
	say("address", webLink(s.Address))
	say("archived", webLink(s.Archived))
	say("retrieved", plain(p.Date(s.Retrieved)))
	say("relies-on", p.origins(s.ReliesOn))
	if s.CopyName != "" {
		say("copy", plain(p.T("source.copy-of", "name", s.CopyName, "n", s.CopyParagraphs)))
		rows = append(rows, Row{Label: p.T("source.sha256"), Value: plain(s.CopySHA256), Code: true})
	}
	rows = append(rows, Row{Label: p.T("source.id"), Value: plain(s.ID), Code: true})
	return rows
}

func webLink(address string) Phrase {
	if address == "" {
		return nil
	}
	return Phrase{{Text: address, Href: address}}
}

// original is the publication that a source translates or reprints: what is
// known of it, with commas between.
func (p place) original(o compile.Original) Phrase {
	var parts []Phrase
	if o.Title != "" {
		parts = append(parts, plain(o.Title))
	}
	if o.Publisher != "" {
		parts = append(parts, plain(o.Publisher))
	}
	if o.Published != "" {
		words := o.Published
		if d, err := edtf.Parse(o.Published); err == nil {
			words = p.Date(d)
		}
		parts = append(parts, plain(words))
	}
	if o.Address != "" {
		parts = append(parts, webLink(o.Address))
	}
	return join(parts, ", ")
}

func (p place) origins(list []compile.Origin) Phrase {
	var parts []Phrase
	for _, o := range list {
		parts = append(parts, Phrase{p.origin(o)})
	}
	return join(parts, ", ")
}

func join(parts []Phrase, separator string) Phrase {
	var out Phrase
	for i, part := range parts {
		if i > 0 {
			out = append(out, Run{Text: separator})
		}
		out = append(out, part...)
	}
	return slices.Clip(out)
}
