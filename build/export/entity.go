package export

import (
	"io"
	"slices"
	"strings"

	"example.org/publish/build/compile"
)

// jsonEntities is a document for each entity, at <type>/<id>.json: the entity
// as in dataset.json, the sources that its statements cite, and of what
// dataset and version it is a part.
var jsonEntities = Format{
	ID:          "entity-json",
	Title:       english("JSON for each entity"),
	Description: english("One document an entity, with the sources that it cites."),
	Media:       "application/json",
	write: func(c *compile.Catalog, _ []Table, out *output) error {
		resting := restingOn(c)
		for _, e := range c.Entities {
			d := Download{Path: e.Type.ID + "/" + e.ID + ".json", Entity: e.ID, Title: e.Name}
			err := out.file(d, func(w io.Writer) error {
				j := encoder(w)
				j.SetIndent("", "  ")
				return j.Encode(viewEntityDocument(c, e, resting))
			})
			if err != nil {
				return err
			}
		}
		return nil
	},
}

type entityDocument struct {
	Dataset datasetView  `json:"dataset" meaning:"the dataset that it is a part of"`
	Entity  entityView   `json:"entity" meaning:"the entity with its statements"`
	Sources []sourceView `json:"sources" meaning:"the documents that its statements cite, by id"`
}

func viewEntityDocument(c *compile.Catalog, e *compile.Entity, resting map[*compile.Source]int) entityDocument {
	v := entityDocument{Dataset: viewDataset(c), Entity: viewEntity(e), Sources: []sourceView{}}
	for _, s := range citedBy(e) {
		v.Sources = append(v.Sources, viewSource(s, resting[s]))
	}
	return v
}

// citedBy are the sources that the entity's statements cite, by id.
func citedBy(e *compile.Entity) []*compile.Source {
	var sources []*compile.Source
	for _, s := range e.Statements {
		for _, c := range s.Citations {
			at, found := slices.BinarySearchFunc(sources, c.Source.ID, func(s *compile.Source, id string) int {
				return strings.Compare(s.ID, id)
			})
			if !found {
				sources = slices.Insert(sources, at, c.Source)
			}
		}
	}
	return sources
}

// csvEntities is the table of statements again, cut to one entity, at
// <type>/<id>.csv.
var csvEntities = Format{
	ID:          "entity-csv",
	Title:       english("CSV for each entity"),
	Description: english("One table of statements an entity."),
	Media:       "text/csv",
	write: func(c *compile.Catalog, tables []Table, out *output) error {
		t := *Find(tables, "statements")
		columns := statementFields(c)
		for _, e := range c.Entities {
			t.Rows = rows(columns, slices.Values(e.Statements))
			d := Download{Path: e.Type.ID + "/" + e.ID + ".csv", Entity: e.ID, Title: e.Name, Rows: len(e.Statements)}
			if err := out.file(d, func(w io.Writer) error { return writeCSV(w, t) }); err != nil {
				return err
			}
		}
		return nil
	},
}
