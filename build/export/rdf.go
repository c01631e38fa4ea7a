package export

import (
	"strconv"
	"strings"

	"example.org/publish/build/compile"
	"example.org/publish/build/edtf"
)

// prefixes are the vocabularies that the RDF downloads use. The prefix column,
// which is not here, stands for the dataset's own codebook: column:statements.rank
// is what the column rank of the table statements means.
var prefixes = map[string]string{
	"edtf":   "http://id.loc.gov/datatypes/edtf/",
	"prov":   "http://www.w3.org/ns/prov#",
	"rdf":    "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
	"rdfs":   "http://www.w3.org/2000/01/rdf-schema#",
	"schema": "https://schema.org/",
	"xsd":    "http://www.w3.org/2001/XMLSchema#",
}

// triple says something of a subject, which is an IRI. The predicate is an IRI,
// or a name with one of the prefixes.
type triple struct {
	subject, predicate string
	object             term
}

// term is an IRI or a literal. The zero term is nothing.
type term struct {
	iri                      string // of an IRI
	text, language, datatype string // of a literal; without language and datatype it is a string
}

// graph describes the things of a catalog as RDF 1.1, for JSON-LD and N-Quads
// alike: with schema.org what they are, with PROV-O where a statement comes
// from (it is derived from its sources, each derivation with its place, and
// attributed to its claimant), and with the codebook what is said of it.
//
// What is reported plainly and stands is also said of the entity itself, with
// the property as predicate; a claim, or what its source hedges, never is.
type graph struct {
	site    string
	triples []triple
}

func (g *graph) entityIRI(e *compile.Entity) string { return g.site + e.Type.ID + "/" + e.ID + "/" }
func (g *graph) sourceIRI(s *compile.Source) string { return g.site + "source/" + s.ID + "/" }
func (g *graph) typeIRI(t *compile.Type) string     { return g.site + "schema/" + t.ID + "/" }
func (g *graph) propertyIRI(p *compile.Property) string {
	return g.typeIRI(p.Type) + "#" + p.ID
}
func (g *graph) choiceIRI(p *compile.Property, c *compile.Choice) string {
	return g.propertyIRI(p) + "." + c.ID
}
func (g *graph) statementIRI(s *compile.Statement) string {
	return g.entityIRI(s.Entity) + "#" + s.ID
}
func (g *graph) originIRI(o compile.Origin) string {
	if o.Entity != nil {
		return g.entityIRI(o.Entity)
	}
	return g.sourceIRI(o.Source)
}

// say adds a triple, unless the object is nothing.
func (g *graph) say(subject, predicate string, object term) {
	if object.iri != "" || object.text != "" {
		g.triples = append(g.triples, triple{subject, predicate, object})
	}
}

// link adds a triple whose object is an IRI.
func (g *graph) link(subject, predicate, object string) { g.say(subject, predicate, term{iri: object}) }

// word adds a triple whose object is a literal.
func (g *graph) word(subject, predicate, text, datatype string) {
	g.say(subject, predicate, term{text: text, datatype: datatype})
}

func (g *graph) date(subject, predicate string, d edtf.Date) {
	g.word(subject, predicate, d.String(), "edtf:EDTF")
}

// texts adds a triple for each language.
func (g *graph) texts(subject, predicate string, t compile.Text) {
	for _, tr := range t {
		g.say(subject, predicate, term{text: tr.Text, language: tr.Language})
	}
}

func (g *graph) entity(e *compile.Entity) {
	it := g.entityIRI(e)
	g.link(it, "rdf:type", g.typeIRI(e.Type))
	g.link(it, "rdf:type", "schema:Thing")
	g.word(it, "schema:identifier", e.ID, "")
	g.word(it, "schema:url", it, "xsd:anyURI")
	g.texts(it, "schema:name", e.Name)
	g.texts(it, "column:entities.withdrawn", e.Withdrawn)
	for _, s := range e.Statements {
		if stands(s) && !s.Claimed() && s.Certainty == "" {
			for _, value := range g.values(s) {
				g.say(it, g.propertyIRI(s.Property), value)
			}
		}
	}
	for _, s := range e.Statements {
		g.statement(s)
	}
}

func (g *graph) statement(s *compile.Statement) {
	it := g.statementIRI(s)
	g.link(it, "rdf:type", "rdf:Statement")
	g.link(it, "rdf:type", "prov:Entity")
	if s.Claimed() {
		g.link(it, "rdf:type", "schema:Claim")
	}
	g.word(it, "schema:identifier", s.ID, "")
	g.link(it, "rdf:subject", g.entityIRI(s.Entity))
	g.link(it, "rdf:predicate", g.propertyIRI(s.Property))
	for _, value := range g.values(s) {
		g.say(it, "rdf:object", value)
	}
	g.date(it, "column:statements.on_edtf", s.On)
	g.date(it, "column:statements.from_edtf", s.From)
	g.date(it, "column:statements.until_edtf", s.Until)
	g.word(it, "column:statements.claimed", strconv.FormatBool(s.Claimed()), "xsd:boolean")
	if s.By != nil {
		g.link(it, "prov:wasAttributedTo", g.entityIRI(s.By))
	}
	if s.Role != nil {
		g.link(it, "column:statements.role", g.choiceIRI(s.Property, s.Role))
	}
	g.word(it, "column:statements.certainty", s.Certainty, "")
	g.texts(it, "column:statements.detail", s.Detail)
	g.word(it, "column:statements.rank", s.Rank, "")
	g.texts(it, "column:statements.rank_reason", s.Reason)
	g.word(it, "column:statements.key", s.Key, "")
	for _, d := range s.Disputes {
		g.link(it, "column:statements.disputes", g.statementIRI(d))
	}
	if s.Conflict != nil {
		g.word(it, "column:statements.conflict_id", s.Conflict.ID, "")
	}
	g.texts(it, "column:statements.note", s.Note)
	for i, c := range s.Citations {
		g.citation(it, i+1, c)
	}
}

func (g *graph) citation(statement string, number int, c *compile.Citation) {
	it := statement + "-" + strconv.Itoa(number)
	g.link(statement, "prov:wasDerivedFrom", g.sourceIRI(c.Source))
	g.link(statement, "prov:qualifiedDerivation", it)
	g.link(it, "rdf:type", "prov:Derivation")
	g.link(it, "prov:entity", g.sourceIRI(c.Source))
	g.word(it, "column:citations.locator", c.Place, "")
	g.say(it, "column:citations.quote", term{text: c.Quote, language: c.Source.Language})
	for _, o := range c.Via {
		g.link(it, "column:citations.via", g.originIRI(o))
	}
	g.texts(it, "column:citations.note", c.Note)
}

// values are the statement's value: a text is a term for each language.
func (g *graph) values(s *compile.Statement) []term {
	v := s.Value
	switch s.Property.Kind {
	case "entity":
		return []term{{iri: g.entityIRI(v.Entity)}}
	case "code":
		return []term{{iri: g.choiceIRI(s.Property, v.Code)}}
	case "text", "name":
		var terms []term
		for _, tr := range v.Text {
			terms = append(terms, term{text: tr.Text, language: tr.Language})
		}
		return terms
	case "date":
		return []term{{text: v.Date.String(), datatype: "edtf:EDTF"}}
	case "number":
		if v.Number.Low == v.Number.High && !v.Number.Approximate {
			return []term{{text: v.Number.Low, datatype: "xsd:decimal"}}
		}
	case "address":
		return []term{{text: v.Written, datatype: "xsd:anyURI"}}
	case "language":
		return []term{{text: v.Written, datatype: "xsd:language"}}
	}
	return []term{{text: v.Written}}
}

// full is the IRI that a name with a prefix stands for.
func (g *graph) full(name string) string {
	prefix, local, _ := strings.Cut(name, ":")
	if prefix == "column" {
		return g.columns() + local
	}
	if address, ok := prefixes[prefix]; ok {
		return address + local
	}
	return name
}

// columns is where the codebook's columns are found.
func (g *graph) columns() string { return g.site + Folder + "#" }
