package export

import "example.org/publish/build/compile"

func (g *graph) source(s *compile.Source) {
	it := g.sourceIRI(s)
	g.link(it, "rdf:type", "schema:CreativeWork")
	g.link(it, "rdf:type", "prov:Entity")
	g.word(it, "schema:identifier", s.ID, "")
	g.texts(it, "schema:name", s.Title)
	g.texts(it, "schema:alternateName", s.Label)
	g.word(it, "schema:genre", s.Kind, "")
	g.word(it, "column:sources.publisher", s.Publisher, "")
	g.date(it, "schema:datePublished", s.Published)
	g.word(it, "schema:inLanguage", s.Language, "xsd:language")
	g.word(it, "schema:url", s.Address, "xsd:anyURI")
	g.word(it, "schema:archivedAt", s.Archived, "xsd:anyURI")
	g.date(it, "column:sources.retrieved_edtf", s.Retrieved)
	g.word(it, "column:sources.translated_from", s.TranslatedFrom, "xsd:language")
	g.word(it, "column:sources.original_title", s.Original.Title, "")
	g.word(it, "column:sources.original_publisher", s.Original.Publisher, "")
	g.word(it, "column:sources.original_address", s.Original.Address, "xsd:anyURI")
	g.word(it, "column:sources.original_published", s.Original.Published, "edtf:EDTF")
	for _, o := range s.ReliesOn {
		g.link(it, "prov:wasDerivedFrom", g.originIRI(o))
	}
	g.word(it, "column:sources.copy_name", s.CopyName, "")
	g.word(it, "schema:sha256", s.CopySHA256, "")
	g.texts(it, "column:sources.note", s.Note)
}

// kind describes a type, its properties and their codes and roles.
func (g *graph) kind(t *compile.Type) {
	it := g.typeIRI(t)
	g.link(it, "rdf:type", "rdfs:Class")
	g.texts(it, "rdfs:label", t.Label)
	g.texts(it, "rdfs:comment", t.Description)
	for _, p := range t.Properties {
		property := g.propertyIRI(p)
		g.link(property, "rdf:type", "rdf:Property")
		g.link(property, "rdfs:domain", it)
		g.texts(property, "rdfs:label", p.Label)
		g.texts(property, "rdfs:comment", p.Description)
		for _, choices := range [][]*compile.Choice{p.Codes, p.Roles} {
			for _, c := range choices {
				choice := g.choiceIRI(p, c)
				g.link(choice, "rdf:type", "schema:DefinedTerm")
				g.word(choice, "schema:termCode", c.ID, "")
				g.texts(choice, "schema:name", c.Label)
				g.texts(choice, "schema:description", c.Description)
			}
		}
	}
}

// dataset describes the whole, and what the columns of the codebook mean.
func (g *graph) dataset(c *compile.Catalog, tables []Table) {
	it := g.site + Folder
	g.link(it, "rdf:type", "schema:Dataset")
	g.texts(it, "schema:name", c.Title)
	g.texts(it, "schema:description", c.Description)
	g.word(it, "column:dataset.publisher", c.Publisher, "")
	g.word(it, "schema:version", c.Version, "")
	g.word(it, "schema:license", "https://spdx.org/licenses/"+c.Licence, "xsd:anyURI")
	g.word(it, "schema:url", it, "xsd:anyURI")
	for _, m := range c.Moves {
		for _, e := range m.To {
			g.link(g.site+e.Type.ID+"/"+m.Old+"/", "rdfs:seeAlso", g.entityIRI(e))
		}
	}
	for _, t := range tables {
		for _, column := range t.Columns {
			name := g.columns() + t.Name + "." + column.Name
			g.link(name, "rdf:type", "rdf:Property")
			g.texts(name, "rdfs:comment", column.Meaning)
		}
	}
}
