package export

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestQuadsAreEscaped(t *testing.T) {
	g := &graph{site: "https://example.org/a b/"}
	got := g.quad(triple{g.site + `x<y>`, "schema:name", term{text: "a \"quote\", a \\ and\na line", language: "en"}}, g.site)
	want := `<https://example.org/a%20b/x%3Cy%3E> <https://schema.org/name> "a \"quote\", a \\ and\na line"@en <https://example.org/a%20b/> .` + "\n"
	if got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	typed := g.nterm(term{text: "2025~", datatype: "edtf:EDTF"})
	if want := `"2025~"^^<http://id.loc.gov/datatypes/edtf/EDTF>`; typed != want {
		t.Errorf("got %s, want %s", typed, want)
	}
}

func TestClaimsAreNotSaidOfTheEntity(t *testing.T) {
	c := sample(500)
	g := &graph{site: c.Site}
	for _, e := range c.Entities {
		g.entity(e)
	}
	said := map[string]int{} // subject and predicate → objects
	for _, tr := range g.triples {
		said[tr.subject+" "+tr.predicate]++
	}
	for _, e := range c.Entities {
		for _, p := range e.Type.Properties {
			want := 0
			for _, s := range plain(e, p) {
				if s.Certainty == "" {
					want += len(g.values(s))
				}
			}
			if got := said[g.entityIRI(e)+" "+g.propertyIRI(p)]; got != want {
				t.Errorf("%s has %d values of %s, want %d", e.ID, got, p.ID, want)
			}
		}
	}
}

// TestLinkedDataAgree compares what the documents of the entities say with the
// quads of their pages.
func TestLinkedDataAgree(t *testing.T) {
	_, c := compiled(t, "testdata/leaves.txtar")
	m, _ := written(t, c)
	pages := map[string][]string{} // page → triples
	for line := range strings.Lines(m.files[Folder+"dataset.nq"].String()) {
		at := strings.LastIndex(line, " <"+c.Site)
		if at < 0 {
			t.Fatalf("no graph in %q", line)
		}
		page := strings.TrimSuffix(line[at+2:], "> .\n")
		pages[page] = append(pages[page], line[:at])
	}
	for _, e := range c.Entities {
		var d linkedDocument
		if err := json.Unmarshal(m.files[Folder+e.Type.ID+"/"+e.ID+".jsonld"].Bytes(), &d); err != nil {
			t.Fatal(err)
		}
		g := &graph{site: c.Site}
		want := slices.Clone(pages[g.entityIRI(e)])
		for _, s := range citedBy(e) {
			want = append(want, pages[g.sourceIRI(s)]...)
		}
		got := unlinked(g, d)
		slices.Sort(want)
		slices.Sort(got)
		if diff := cmp.Diff(slices.Compact(want), slices.Compact(got)); diff != "" {
			t.Errorf("%s, N-Quads (-) and JSON-LD (+):\n%s", e.ID, diff)
		}
	}
}

// unlinked are the document's triples as N-Triples without their dots.
func unlinked(g *graph, d linkedDocument) []string {
	var triples []string
	for _, node := range d.Graph {
		subject := fmt.Sprint(node["@id"])
		for predicate, values := range node {
			switch predicate {
			case "@id":
			case "@type":
				for _, kind := range values.([]any) {
					triples = append(triples, g.iriRef(subject)+" "+g.iriRef("rdf:type")+" "+g.iriRef(kind.(string)))
				}
			default:
				for _, v := range values.([]any) {
					object := term{}
					switch v := v.(type) {
					case string:
						object.text = v
					case map[string]any:
						object.iri, _ = v["@id"].(string)
						object.text, _ = v["@value"].(string)
						object.language, _ = v["@language"].(string)
						object.datatype, _ = v["@type"].(string)
					}
					triples = append(triples, g.iriRef(subject)+" "+g.iriRef(predicate)+" "+g.nterm(object))
				}
			}
		}
	}
	return triples
}
