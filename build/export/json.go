package export

import (
	"encoding/json"
	"io"
	"iter"
	"slices"

	"example.org/publish/build/compile"
)

// jsonDataset is everything in one document: the dataset's title page, then
// types, entities with their statements, sources, conflicts and moved ids. A
// line holds one of them, so that two versions can be compared line by line.
var jsonDataset = Format{
	ID:          "json",
	Title:       english("JSON"),
	Description: english("The whole dataset in one document, for programs."),
	Media:       "application/json",
	write: func(c *compile.Catalog, _ []Table, out *output) error {
		return out.file(Download{Path: "dataset.json"}, func(w io.Writer) error { return writeJSON(w, c) })
	},
}

func writeJSON(w io.Writer, c *compile.Catalog) error {
	lines := &jsonLines{w: w, encoder: encoder(w)}
	lines.text("{\n\"dataset\": ")
	lines.value(viewDataset(c))
	array(lines, "types", slices.Values(c.Types), viewType)
	array(lines, "entities", slices.Values(c.Entities), viewEntity)
	resting := restingOn(c)
	array(lines, "sources", slices.Values(c.Sources), func(s *compile.Source) sourceView { return viewSource(s, resting[s]) })
	array(lines, "conflicts", slices.Values(c.Conflicts), viewConflict)
	array(lines, "moves", slices.Values(c.Moves), viewMove)
	lines.text("}\n")
	return lines.err
}

// jsonLines writes a document piece by piece, a line each, and keeps the first
// error.
type jsonLines struct {
	w       io.Writer
	encoder *json.Encoder
	err     error
}

func (l *jsonLines) text(s string) {
	if l.err == nil {
		_, l.err = io.WriteString(l.w, s)
	}
}

func (l *jsonLines) value(v any) {
	if l.err == nil {
		l.err = l.encoder.Encode(v) // ends the line
	}
}

// array writes a member of the document whose value is a list.
func array[T, V any](l *jsonLines, name string, values iter.Seq[T], view func(T) V) {
	l.text(",\"" + name + "\": [\n")
	first := true
	for v := range values {
		if l.err != nil {
			return
		}
		if !first {
			l.text(",")
		}
		first = false
		l.value(view(v))
	}
	l.text("]\n")
}

// encoder writes JSON in which < and & stand as they are: these files are no
// part of a page.
func encoder(w io.Writer) *json.Encoder {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	return e
}
