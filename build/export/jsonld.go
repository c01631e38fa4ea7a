package export

import (
	"io"

	"example.org/publish/build/compile"
)

// jsonldEntities is a document for each entity, at <type>/<id>.jsonld: the
// entity, its statements and the sources that they cite (JSON-LD 1.1). Its
// context is in the document, so that nothing has to be fetched to read it.
var jsonldEntities = Format{
	ID:          "jsonld",
	Title:       english("JSON-LD for each entity"),
	Description: english("One document an entity as linked data, with schema.org and PROV."),
	Media:       "application/ld+json",
	write: func(c *compile.Catalog, _ []Table, out *output) error {
		for _, e := range c.Entities {
			d := Download{Path: e.Type.ID + "/" + e.ID + ".jsonld", Entity: e.ID, Title: e.Name}
			err := out.file(d, func(w io.Writer) error {
				j := encoder(w)
				j.SetIndent("", "  ")
				return j.Encode(linked(c, e))
			})
			if err != nil {
				return err
			}
		}
		return nil
	},
}

// linkedDocument is a JSON-LD document: nodes with what is said of them.
type linkedDocument struct {
	Context map[string]string `json:"@context"`
	Graph   []map[string]any  `json:"@graph"`
}

func linked(c *compile.Catalog, e *compile.Entity) linkedDocument {
	g := &graph{site: c.Site}
	g.entity(e)
	for _, s := range citedBy(e) {
		g.source(s)
	}
	d := linkedDocument{Context: map[string]string{"column": g.columns()}}
	for name, address := range prefixes {
		d.Context[name] = address
	}
	nodes := map[string]map[string]any{}
	for _, t := range g.triples {
		node := nodes[t.subject]
		if node == nil {
			node = map[string]any{"@id": t.subject}
			nodes[t.subject] = node
			d.Graph = append(d.Graph, node)
		}
		if t.predicate == "rdf:type" {
			kinds, _ := node["@type"].([]string)
			node["@type"] = append(kinds, t.object.iri)
			continue
		}
		values, _ := node[t.predicate].([]any)
		node[t.predicate] = append(values, linkedTerm(t.object))
	}
	return d
}

// linkedTerm is the term as a JSON-LD node reference, value object or string.
func linkedTerm(t term) any {
	switch {
	case t.iri != "":
		return map[string]string{"@id": t.iri}
	case t.language != "":
		return map[string]string{"@value": t.text, "@language": t.language}
	case t.datatype != "":
		return map[string]string{"@value": t.text, "@type": t.datatype}
	}
	return t.text
}
