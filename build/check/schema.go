package check

import (
	"fmt"
	"slices"

	"example.org/publish/build/fact"
	"example.org/publish/build/problem"
)

var schemaRules = []Rule{
	{
		ID:       "unknown-type",
		Title:    "The folder of an entity is a type of the schema",
		Severity: problem.Error,
		Why:      "The schema says what a type is called and what it can say. Without it the facts in the folder mean nothing.",
		Mend:     "Move the files to the folder of a type that exists, or declare the new type in schema/<type>.yaml.",
		Before:   "persons/ada-lovelace.yaml",
		After:    "person/ada-lovelace.yaml",
		find: func(f *finder) {
			files := map[string]int{}
			for _, e := range f.Entities {
				files[e.Type.Text]++
			}
			reported := map[string]bool{}
			for _, e := range f.Entities {
				id := e.Type.Text
				if f.types[id] != nil || reported[id] {
					continue
				}
				reported[id] = true
				f.from(e.File, fact.Pos{}, fmt.Sprintf("no type has the id %q, and its folder has %s", id, count(files[id], "file")),
					f.meant(id, f.typeIDs, fmt.Sprintf("declare the type in schema/%s.yaml", id)))
			}
		},
	},
	{
		ID:       "unknown-property",
		Title:    "A statement's property belongs to the entity's type",
		Severity: problem.Error,
		Why:      "The schema says what each type can say, and the columns of the tables come from it.",
		Mend:     "Correct the property, or declare it in the type's file in the folder schema.",
		Before:   "bron:\n  - { value: \"1815-12-10\", cite: parish-register#p3 }",
		After:    "born:\n  - { value: \"1815-12-10\", cite: parish-register#p3 }",
		find: func(f *finder) {
			for _, e := range f.Entities {
				t := f.types[e.Type.Text]
				if t == nil || f.unread[t.File] {
					continue
				}
				for _, facts := range e.Facts {
					if t.Property(facts.Property.Text) == nil {
						f.at(e.File, facts.Property, fmt.Sprintf("the type %q has no property %q", t.ID.Text, facts.Property.Text),
							f.meant(facts.Property.Text, propertyIDs(t), fmt.Sprintf("declare it in %s", t.File)))
					}
				}
			}
		},
	},
	{
		ID:       "unknown-kind",
		Title:    "A property says what kind of value it takes",
		Severity: problem.Error,
		Why:      "The kind decides how a value is read, checked and shown: as a date, a number, a link to an entity.",
		Mend:     "Write value: with one of text, name, date, number, address, code, language, any, or with the id of a type or a list of such ids.",
		Before:   "born: { label: { en: Born }, value: dates }",
		After:    "born: { label: { en: Born }, value: date }",
		find: func(f *finder) {
			for _, t := range f.Types {
				for _, p := range t.Properties {
					unknownKind(f, t, p)
				}
			}
		},
	},
	{
		ID:       "missing-codes",
		Title:    "A property of the kind code lists its codes",
		Severity: problem.Error,
		Why:      "A code is a word of a closed list, with a label in each language. Without the list no word is right.",
		Mend:     "Add codes:, a map from each code to its label.",
		Before:   "field: { label: { en: Field }, value: code }",
		After:    "field: { label: { en: Field }, value: code, codes: { mathematics: { en: mathematics } } }",
		find: func(f *finder) {
			for _, t := range f.Types {
				for _, p := range t.Properties {
					if f.kind(p) == "code" && len(p.Codes) == 0 && !f.unread[t.File] {
						f.at(t.File, p.ID, fmt.Sprintf("%q takes a code, but lists no codes", p.ID.Text), "add: codes: { mathematics: { en: mathematics } }")
					}
				}
			}
		},
	},
	{
		ID:       "idle-setting",
		Title:    "What a property declares has an effect",
		Severity: problem.Warning,
		Why:      "A setting that cannot do anything was meant otherwise: codes go with the kind code, an inverse label with values that are entities, the timeline with a time.",
		Mend:     "Take the setting away, or declare what it needs.",
		Before:   "born: { label: { en: Born }, value: date, inverse: { en: Birth of } }",
		After:    "born: { label: { en: Born }, value: date }",
		find: func(f *finder) {
			for _, t := range f.Types {
				for _, p := range t.Properties {
					idleSettings(f, t, p)
				}
			}
		},
	},
	{
		ID:       "pair-properties",
		Title:    "A pair names its two properties",
		Severity: problem.Error,
		Why:      "The matrix of relations is drawn from two properties of the type: who the parties are, and how they stand to each other.",
		Mend:     "Write pair: with parties: (a property whose values are entities) and status: (another property of the type).",
		Before:   "pair: { parties: partys, status: status }",
		After:    "pair: { parties: parties, status: status }",
		find: func(f *finder) {
			for _, t := range f.Types {
				if !f.unread[t.File] {
					pairProperties(f, t)
				}
			}
		},
	},
}

func propertyIDs(t *fact.Type) []string {
	ids := make([]string, len(t.Properties))
	for i, p := range t.Properties {
		ids[i] = p.ID.Text
	}
	return ids
}

func unknownKind(f *finder, t *fact.Type, p *fact.Property) {
	if len(p.Values) == 0 {
		if !f.unread[t.File] {
			f.at(t.File, p.ID, fmt.Sprintf("the property %q does not say what kind of value it takes", p.ID.Text),
				"add value: with "+choice(fact.Kinds)+", or the id of a type")
		}
		return
	}
	for _, v := range p.Values {
		switch {
		case f.types[v.Text] != nil:
		case !slices.Contains(fact.Kinds, v.Text):
			f.at(t.File, v, fmt.Sprintf("%q is neither a kind of value nor a type", v.Text),
				f.meant(v.Text, slices.Concat(fact.Kinds, f.typeIDs), "write "+choice(fact.Kinds)+", or the id of a type"))
		case len(p.Values) > 1:
			f.at(t.File, v, fmt.Sprintf("%q is a kind of value and cannot stand in a list", v.Text), "list only types, or write one kind")
			return
		}
	}
}

func idleSettings(f *finder, t *fact.Type, p *fact.Property) {
	kind := f.kind(p)
	if kind == "" {
		return
	}
	if len(p.Codes) > 0 && kind != "code" {
		f.at(t.File, p.Codes[0].ID, fmt.Sprintf("%q lists codes, but its values are of the kind %s", p.ID.Text, kind), "write value: code, or take the codes away")
	}
	if p.Inverse.Given() && kind != "entity" {
		f.from(t.File, p.Inverse.Pos(), fmt.Sprintf("%q has an inverse label, but its values are no entities", p.ID.Text), "take it away")
	}
	if p.Follows.Text == "true" && kind != "entity" {
		f.at(t.File, p.Follows, fmt.Sprintf("%q follows its values, but they are no entities", p.ID.Text), "take it away")
	}
	if p.Timeline.Text == "true" && kind != "date" && (!p.Time.Given() || p.Time.Text == "none") {
		f.at(t.File, p.Timeline, fmt.Sprintf("%q is on the timeline, but has no time", p.ID.Text), "add time: point or time: period")
	}
	if kind == "date" && (p.Time.Text == "point" || p.Time.Text == "period") {
		f.at(t.File, p.Time, fmt.Sprintf("%q is a date, which has no other time", p.ID.Text), "take the time away")
	}
}

func pairProperties(f *finder, t *fact.Type) {
	parties, status := t.Pair.Parties, t.Pair.Status
	if !parties.Given() && !status.Given() {
		return
	}
	for _, half := range []struct {
		key  string
		word fact.Scalar
	}{{"parties", parties}, {"status", status}} {
		p := t.Property(half.word.Text)
		switch {
		case !half.word.Given():
			other := parties
			if half.key == "parties" {
				other = status
			}
			f.at(t.File, other, fmt.Sprintf("the pair has no %s", half.key), "a pair names two properties: { parties: …, status: … }")
		case p == nil:
			f.at(t.File, half.word, fmt.Sprintf("the type %q has no property %q", t.ID.Text, half.word.Text),
				f.meant(half.word.Text, propertyIDs(t), "name a property of this type"))
		case half.key == "parties" && f.kind(p) != "entity" && f.kind(p) != "":
			f.at(t.File, half.word, fmt.Sprintf("the values of %q are no entities, so they cannot be the parties", half.word.Text), "name a property whose values are entities")
		}
	}
}
