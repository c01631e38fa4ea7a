// Package editor describes the files of a dataset in JSON Schema, so that an
// editor completes keys, ids and codes while somebody writes, shows what they
// mean and marks the commonest mistakes.
//
// It is made from the dataset's own schema. It does not take the place of the
// check: what needs more than one file, or arithmetic, it lets pass.
package editor

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"example.org/publish/build/fact"
)

// Folder is where the schemas are, below the dataset's folder. Its name begins
// with a dot, so that no dataset takes it for facts.
const Folder = ".schema"

// Mark is the comment in each file that this package makes.
const Mark = "Made by publish schema. Do not edit."

// The files beside those that are named after a type; no type has such an id.
const (
	Common  = "_common.json"  // what the others share
	IDs     = "_ids.json"     // the ids of the dataset
	Dataset = "_dataset.json" // of dataset.yaml
	Moved   = "_moved.json"   // of moved.yaml
	Source  = "source.json"
	Schema  = "schema.json" // of the files in the folder schema
)

// Files returns the schemas for a dataset, in the order of their names, each
// below the dataset's folder. Only the one of the ids depends on anything but
// dataset.yaml and the types.
func Files(d *fact.Dataset) []fact.File {
	w := writer{d.Info.Languages, d.Info.Language.Text}
	files := map[string]*schema{
		Common:  w.common(),
		IDs:     w.ids(d),
		Dataset: w.info(),
		Moved:   w.moved(),
		Source:  w.source(),
		Schema:  w.typ(d),
	}
	for _, t := range d.Types {
		files[t.ID.Text+".json"] = w.entity(t)
	}
	var all []fact.File
	for name, s := range files {
		all = append(all, fact.File{Name: Folder + "/" + name, Content: s.file()})
	}
	slices.SortFunc(all, func(a, b fact.File) int { return cmp.Compare(a.Name, b.Name) })
	return all
}

// For is the schema of a file of a dataset, as that file refers to it.
func For(name string) string {
	folder, _, found := strings.Cut(name, "/")
	if !found {
		return fmt.Sprintf("%s/_%s.json", Folder, strings.TrimSuffix(name, ".yaml"))
	}
	return fmt.Sprintf("../%s/%s.json", Folder, folder)
}

type writer struct {
	languages []fact.Scalar
	main      string
}

func (w writer) in(t fact.Text) string { return t.In(w.main, w.main) }

// entity is the schema of the entities of a type.
func (w writer) entity(t *fact.Type) *schema {
	facts := &schema{Type: []string{"object", "null"}, Additional: false, Description: "What is said of it, each with its source: a list of statements for each property."}
	for _, p := range t.Properties {
		facts.Properties = append(facts.Properties, pair{p.ID.Text, w.property(p)})
	}
	s := record([]string{"name"},
		pair{"name", described(ref("text"), "", "What it is called: a name that is the same everywhere, or one in each language.")},
		pair{"facts", facts},
		pair{"withdrawn", described(record([]string{"reason"}, pair{"reason", ref("text")}), "", "Why its facts were taken back. It stands in the place of facts.")},
	)
	s.Title, s.Description = w.in(t.Label), w.in(t.Description)
	return s
}

// property is the schema of the statements of a property.
func (w writer) property(p *fact.Property) *schema {
	statement := record([]string{"value", "cite"}, pair{"key", ref("key")}, pair{"value", w.value(p)})
	put := func(key string) { statement.Properties = append(statement.Properties, pair{key, ref(key)}) }
	switch p.Time.Text {
	case "period":
		put("on")
		put("from")
		put("until")
	case "point":
		put("on")
	}
	put("by")
	if len(p.Roles) > 0 {
		statement.Properties = append(statement.Properties, pair{"role", described(w.choices(p.Roles), "", "The part that the value plays.")})
	}
	for _, key := range []string{"certainty", "detail", "rank", "reason", "disputes", "note", "cite"} {
		put(key)
	}
	statement.If = &schema{Properties: keyed{{"rank", &schema{Enum: []string{"preferred", "deprecated"}}}}, Required: []string{"rank"}}
	statement.Then = &schema{Required: []string{"reason"}}
	s := list(statement)
	s.Title, s.Description = w.in(p.Label), w.in(p.Description)
	return s
}

func (w writer) value(p *fact.Property) *schema {
	switch kind := p.Kind(); kind {
	case "entity":
		var types []*schema
		for _, v := range p.Values {
			types = append(types, idOf(v.Text))
		}
		return anyOf(types...)
	case "code":
		return w.choices(p.Codes)
	case "name":
		return ref("text")
	default:
		return ref(kind)
	}
}

// choices are the words of a closed list, each with what it means.
func (w writer) choices(choices []fact.Choice) *schema {
	s := &schema{Type: "string"}
	for _, c := range choices {
		meaning := w.in(c.Label)
		if c.Description.Given() {
			meaning += ": " + w.in(c.Description)
		}
		s.Enum = append(s.Enum, c.ID.Text)
		s.EnumDescriptions = append(s.EnumDescriptions, meaning)
	}
	return s
}

// ids are the ids of each type's entities and of the sources, with their names.
func (w writer) ids(d *fact.Dataset) *schema {
	var definitions keyed
	var types []*schema
	for _, t := range d.Types {
		s := &schema{Type: "string"}
		for _, e := range d.Entities {
			if e.Type.Text == t.ID.Text {
				s.Enum = append(s.Enum, e.ID.Text)
				s.EnumDescriptions = append(s.EnumDescriptions, w.in(e.Name))
			}
		}
		if s.Enum == nil {
			s = ref("id") // there is none yet
		}
		definitions = append(definitions, pair{t.ID.Text, s})
		types = append(types, &schema{Ref: "#/definitions/" + t.ID.Text})
	}
	sources := &schema{Type: "string"}
	citation := &schema{Type: "string"}
	var ids []string
	for _, s := range d.Sources {
		id, title := s.ID.Text, w.in(s.Label)
		if title == "" {
			title = w.in(s.Title)
		}
		ids = append(ids, id)
		sources.EnumDescriptions = append(sources.EnumDescriptions, title)
		citation.Snippets = append(citation.Snippets, snippet{id, title, id + "#p$1"})
	}
	sources.Enum = ids
	if ids == nil {
		sources = ref("id")
		ids = []string{kebabWord}
	}
	citation.Pattern = "^(" + strings.Join(ids, "|") + ")#(" + place + ")$"
	citation.PatternError = "Write the id of a source, # and a place: " + ids[0] + "#p13, or #p6-8 for several paragraphs."
	return &schema{Definitions: append(definitions,
		pair{"any", anyOf(types...)}, pair{"source", sources}, pair{"citation", citation})}
}
