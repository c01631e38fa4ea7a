package load

import (
	"strings"
	"unicode/utf8"

	"github.com/goccy/go-yaml/ast"

	"example.org/publish/build/fact"
)

// citationKeys are the keys of a citation in its long form.
var citationKeys = keys[fact.Citation]{what: "a citation", list: []key[fact.Citation]{
	{"source", func(r *reader, c *fact.Citation, e entry) { c.Source = r.scalar(e) }},
	{"at", func(r *reader, c *fact.Citation, e entry) { c.Place = r.scalar(e) }},
	{"quote", func(r *reader, c *fact.Citation, e entry) { c.Quote = r.scalar(e) }},
	{"via", func(r *reader, c *fact.Citation, e entry) { c.Via = r.scalars(e) }},
	{"note", func(r *reader, c *fact.Citation, e entry) { c.Note = r.translations(e) }},
}}

// citations reads one citation or a list of them.
func (r *reader) citations(e entry) []fact.Citation {
	var citations []fact.Citation
	for _, n := range r.items(e.value) {
		c := fact.Citation{At: start(n)}
		switch n.(type) {
		case *ast.MappingNode:
			record(r, n, citationKeys, &c)
		case *ast.SequenceNode:
			r.wrongShape(n, "a citation is a source and a place in it", "write: cite: [source-id#p1, source-id#p2]")
			continue
		default:
			c.Source, c.Place = shortCitation(scalarOf(n))
		}
		citations = append(citations, c)
	}
	return citations
}

// shortCitation divides source-id#p13; without # there is no place.
func shortCitation(s fact.Scalar) (source, place fact.Scalar) {
	id, at, found := strings.Cut(s.Text, "#")
	source = fact.Scalar{Text: id, Pos: s.Pos}
	if found {
		place = fact.Scalar{Text: at, Pos: s.Pos}
		place.Pos.Column += uint32(utf8.RuneCountInString(id)) + 1
	}
	return source, place
}
