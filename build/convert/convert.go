// Package convert makes files of a dataset from what others keep in other
// forms: tables (CSV, RFC 4180) and entities of Wikidata (the JSON of
// https://doc.wikimedia.org/Wikibase/master/php/docs_topics_json.html).
//
// Every statement that it makes has its source and its place there. What cannot
// be kept is listed, never left out in silence. It judges nothing: package check
// does.
package convert

import (
	"slices"
	"strings"

	"example.org/publish/build/draft"
	"example.org/publish/build/fact"
)

// Made is what was made of somebody's data.
type Made struct {
	Files   []fact.File // in the order in which they were met
	Dropped []Dropped
}

// Dropped is something that was not kept, and why.
type Dropped struct{ Where, Why string }

// entity is a file in the making.
type entity struct {
	typ, id string
	name    []word // one without a language, or one in each
	facts   map[string][]statement
}

type word struct{ language, text string }

type statement struct {
	value           []word
	on, from, until string
	by, role        string
	rank            string
	reason, note    []word
	cite            []citation
}

type citation struct{ source, place, note string }

// file writes the entity, its properties in the order given.
func (e *entity) file(order []string) fact.File {
	var b strings.Builder
	line := func(indent int, words string) { b.WriteString(strings.Repeat(" ", indent) + words + "\n") }
	line(0, "# yaml-language-server: $schema=../.schema/"+e.typ+".json")
	line(0, "name: "+text(e.name))
	line(0, "facts:")
	for _, property := range order {
		if len(e.facts[property]) == 0 {
			continue
		}
		line(2, property+":")
		for _, s := range e.facts[property] {
			line(4, "- value: "+text(s.value))
			for _, k := range []struct{ key, value string }{
				{"on", s.on}, {"from", s.from}, {"until", s.until}, {"by", s.by}, {"role", s.role}, {"rank", s.rank},
			} {
				if k.value != "" {
					line(6, k.key+": "+draft.Quoted(k.value))
				}
			}
			if s.reason != nil {
				line(6, "reason: "+text(s.reason))
			}
			if s.note != nil {
				line(6, "note: "+text(s.note))
			}
			for i, c := range s.cite {
				if i == 0 {
					line(6, "cite:")
				}
				words := "- { source: " + c.source + ", at: " + draft.Quoted(c.place)
				if c.note != "" {
					words += ", note: " + draft.Quoted(c.note)
				}
				line(8, words+" }")
			}
		}
	}
	return fact.File{Name: e.typ + "/" + e.id + ".yaml", Content: []byte(b.String())}
}

// text is words as YAML: a text, or a map of languages.
func text(words []word) string {
	if len(words) == 1 && words[0].language == "" {
		return draft.Quoted(words[0].text)
	}
	var parts []string
	for _, w := range words {
		parts = append(parts, w.language+": "+draft.Quoted(w.text))
	}
	return "{ " + strings.Join(parts, ", ") + " }"
}

func plain(text string) []word { return []word{{text: text}} }

// everywhere is a text that is the same in each language of the dataset.
func everywhere(d *fact.Dataset, text string) []word {
	var words []word
	for _, l := range d.Info.Languages {
		words = append(words, word{l.Text, text})
	}
	if len(words) < 2 {
		return plain(text)
	}
	return words
}

func ours(values []fact.MappedValue, theirs string) (string, bool) {
	i := slices.IndexFunc(values, func(v fact.MappedValue) bool { return v.Theirs.Text == theirs })
	if i < 0 {
		return "", false
	}
	return values[i].Ours.Text, true
}

func typeOf(d *fact.Dataset, id string) *fact.Type {
	for _, t := range d.Types {
		if t.ID.Text == id {
			return t
		}
	}
	return nil
}
