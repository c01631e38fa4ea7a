package export

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"example.org/publish/build/compile"
)

// nquadsDataset is everything as RDF in one file, a quad a line (RDF 1.1
// N-Quads). The fourth term of a quad is the page that says it.
var nquadsDataset = Format{
	ID:          "nquads",
	Title:       english("N-Quads"),
	Description: english("The whole dataset as RDF, for triple stores."),
	Media:       "application/n-quads",
	write: func(c *compile.Catalog, tables []Table, out *output) error {
		return out.file(Download{Path: "dataset.nq"}, func(w io.Writer) error { return writeNQuads(w, c, tables) })
	},
}

func writeNQuads(w io.Writer, c *compile.Catalog, tables []Table) error {
	out := bufio.NewWriter(w)
	g := &graph{site: c.Site}
	// page writes what one page says, and forgets it.
	page := func(name string) error {
		for _, t := range g.triples {
			out.WriteString(g.quad(t, name))
		}
		g.triples = g.triples[:0]
		return out.Flush()
	}
	g.dataset(c, tables)
	if err := page(g.site + Folder); err != nil {
		return err
	}
	for _, t := range c.Types {
		g.kind(t)
		if err := page(g.typeIRI(t)); err != nil {
			return err
		}
	}
	for _, e := range c.Entities {
		g.entity(e)
		if err := page(g.entityIRI(e)); err != nil {
			return err
		}
	}
	for _, s := range c.Sources {
		g.source(s)
		if err := page(g.sourceIRI(s)); err != nil {
			return err
		}
	}
	return nil
}

// quad is the triple in the graph as a line of N-Quads.
func (g *graph) quad(t triple, name string) string {
	return g.iriRef(t.subject) + " " + g.iriRef(t.predicate) + " " + g.nterm(t.object) + " " + g.iriRef(name) + " .\n"
}

func (g *graph) nterm(t term) string {
	if t.iri != "" {
		return g.iriRef(t.iri)
	}
	literal := `"` + literals.Replace(t.text) + `"`
	switch {
	case t.language != "":
		return literal + "@" + t.language
	case t.datatype != "":
		return literal + "^^" + g.iriRef(t.datatype)
	}
	return literal
}

var literals = strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`, "\r", `\r`)

// iriRef is an IRI between its brackets. What no IRI may hold is written in
// percent.
func (g *graph) iriRef(iri string) string {
	iri = g.full(iri)
	if !strings.ContainsFunc(iri, barred) {
		return "<" + iri + ">"
	}
	var b strings.Builder
	for _, r := range iri {
		if barred(r) {
			fmt.Fprintf(&b, "%%%02X", r)
		} else {
			b.WriteRune(r)
		}
	}
	return "<" + b.String() + ">"
}

func barred(r rune) bool { return r <= ' ' || strings.ContainsRune("<>\"{}|^`\\", r) }
