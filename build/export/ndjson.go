package export

import (
	"io"

	"example.org/publish/build/compile"
)

// ndjsonStatements is one statement a line, each a JSON document of its own
// and the same as in dataset.json.
var ndjsonStatements = Format{
	ID:          "ndjson",
	Title:       english("NDJSON"),
	Description: english("One statement a line, for programs that read a stream."),
	Media:       "application/x-ndjson",
	write: func(c *compile.Catalog, _ []Table, out *output) error {
		d := Download{Path: "statements.ndjson", Title: english("Statements"), Rows: len(c.Statements)}
		return out.file(d, func(w io.Writer) error {
			e := encoder(w)
			for _, s := range c.Statements {
				if err := e.Encode(viewStatement(s)); err != nil {
					return err
				}
			}
			return nil
		})
	},
}
