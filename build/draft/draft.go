// Package draft writes the first version of a file for somebody who adds a thing
// to a dataset: what is known is filled in, what is missing is empty, and what
// could be said stands there as comments.
//
// What it writes is judged by package check like everything else: what is empty
// is a problem until it is filled in.
package draft

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"example.org/publish/build/fact"
)

// Taken says which file of a dataset has the id already, or has had it; it is ""
// when the id is free.
func Taken(d *fact.Dataset, id string) string {
	for _, e := range d.Entities {
		if e.ID.Text == id {
			return e.File
		}
	}
	for _, s := range d.Sources {
		if s.ID.Text == id {
			return s.File
		}
	}
	for _, m := range d.Moves {
		if m.Old.Text == id {
			return "moved.yaml"
		}
	}
	return ""
}

// Free is the id with the least number behind it that makes it free.
func Free(d *fact.Dataset, id string) string {
	for n := 2; ; n++ {
		if numbered := fmt.Sprintf("%s-%d", id, n); Taken(d, numbered) == "" {
			return numbered
		}
	}
}

// Entity is the file of a new entity: its name, an empty statement of what it
// is, and as comments all else that its type can say, in the dataset's main
// language.
func Entity(i fact.Info, t *fact.Type, name string) []byte {
	w := writer{main: i.Language.Text}
	for _, l := range i.Languages {
		w.languages = append(w.languages, l.Text)
	}
	w.line(0, "# yaml-language-server: $schema=../.schema/"+t.ID.Text+".json")
	w.line(0, "name: "+Quoted(name))
	w.line(0, "facts:")
	lead := slices.IndexFunc(t.Properties, func(p *fact.Property) bool { return p.Lead.Text == "true" })
	for n, p := range t.Properties {
		w.comment(2, w.about(p))
		for _, line := range w.statement(p, n == lead) {
			if n != lead {
				line = "# " + line
			}
			w.line(2, line)
		}
	}
	return []byte(w.b.String())
}

type writer struct {
	b         strings.Builder
	main      string
	languages []string
}

func (w *writer) line(indent int, s string) {
	w.b.WriteString(strings.Repeat(" ", indent) + s + "\n")
}

// comment writes a text as comments of at most a hundred columns.
func (w *writer) comment(indent int, text string) {
	const room = 100
	line := "#"
	for word := range strings.FieldsSeq(text) {
		if indent+utf8.RuneCountInString(line)+1+utf8.RuneCountInString(word) > room && line != "#" {
			w.line(indent, line)
			line = "#"
		}
		line += " " + word
	}
	w.line(indent, line)
}

// about says what a property is, and which words it takes.
func (w *writer) about(p *fact.Property) string {
	text := p.Label.In(w.main, w.main)
	if p.Description.Given() {
		text += ": " + strings.TrimSuffix(p.Description.In(w.main, w.main), ".")
	}
	if p.Kind() == "code" {
		text += ". One of: " + strings.Join(ids(p.Codes), ", ")
	}
	if len(p.Roles) > 0 {
		text += ". Roles: " + strings.Join(ids(p.Roles), ", ")
	}
	return text + "."
}

func ids(choices []fact.Choice) []string {
	var ids []string
	for _, c := range choices {
		ids = append(ids, c.ID.Text)
	}
	return ids
}

// statement are the lines of a statement of the property, empty or as an
// example.
func (w *writer) statement(p *fact.Property, empty bool) []string {
	lines := []string{p.ID.Text + ":"}
	if empty {
		return append(lines, "  - value: "+w.empty(p), "    cite:")
	}
	lines = append(lines, "  - value: "+w.example(p))
	switch p.Time.Text {
	case "point":
		lines = append(lines, `    on: "2025-11-03"`)
	case "period":
		lines = append(lines, `    from: "2025-11-03"`, `    until: ".."`)
	}
	if len(p.Roles) > 0 {
		lines = append(lines, "    role: "+p.Roles[0].ID.Text)
	}
	return append(lines, "    cite: source-id#p1")
}

func (w *writer) empty(p *fact.Property) string {
	if p.Kind() == "text" {
		return w.translated(`""`)
	}
	return `""`
}

func (w *writer) example(p *fact.Property) string {
	switch p.Kind() {
	case "text":
		return w.translated("…")
	case "date":
		return `"2025-11-03"`
	case "number":
		return "10"
	case "address":
		return "https://example.org/"
	case "language":
		return "en"
	case "code":
		if len(p.Codes) > 0 {
			return p.Codes[0].ID.Text
		}
	case "entity":
		var types []string
		for _, v := range p.Values {
			types = append(types, v.Text)
		}
		if types[0] == "any" {
			return "entity-id"
		}
		return strings.Join(types, "-or-") + "-id"
	}
	return "…"
}

// translated is a text in every language of the dataset.
func (w *writer) translated(text string) string {
	if len(w.languages) < 2 {
		return text
	}
	var parts []string
	for _, l := range w.languages {
		parts = append(parts, l+": "+text)
	}
	return "{ " + strings.Join(parts, ", ") + " }"
}
