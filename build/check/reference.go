package check

import (
	"fmt"
	"slices"
	"strings"

	"example.org/publish/build/fact"
	"example.org/publish/build/kebab"
	"example.org/publish/build/problem"
)

var referenceRules = []Rule{
	{
		ID:       "unknown-entity",
		Title:    "A reference leads to an entity",
		Severity: problem.Error,
		Why:      "A value that is an entity becomes a link, and a claimant has a page. A wrong id would be a link to nowhere.",
		Mend:     "Correct the id: it is the name of the entity's file without .yaml. If the entity is new, add its file to the folder of its type. A claimant whom the source does not name is written by: unnamed.",
		Before:   "- { value: charles-babage, cite: menabrea-sketch#p2 }",
		After:    "- { value: charles-babbage, cite: menabrea-sketch#p2 }",
		find: func(f *finder) {
			for m := range f.mentions() {
				unknownEntity(f, m)
			}
		},
	},
	{
		ID:       "wrong-entity-type",
		Title:    "A reference leads to an entity of the right type",
		Severity: problem.Error,
		Why:      "The schema says which types a property's values are of. A person in the place of a post would be listed among the posts.",
		Mend:     "Refer to an entity of one of the property's types, state it with another property, or add the type to the property's value in the schema.",
		Before:   "knew:\n  - { value: analytical-engine, cite: menabrea-sketch#p2 } # value: person",
		After:    "knew:\n  - { value: charles-babbage, cite: menabrea-sketch#p2 }",
		find: func(f *finder) {
			for _, s := range f.said {
				v, ok := word(s.Statement)
				if !ok || f.kind(s.property) != "entity" || s.property.Values[0].Text == "any" {
					continue
				}
				e := f.entities[v.Text]
				if e == nil || f.types[e.Type.Text] == nil {
					continue
				}
				var types []string
				for _, t := range s.property.Values {
					types = append(types, t.Text)
				}
				if !slices.Contains(types, e.Type.Text) && !f.hasID(v.Text, types) {
					f.at(s.entity.File, v, fmt.Sprintf("%q is of the type %q, and %q takes %s", v.Text, e.Type.Text, s.of.Text, choice(types)),
						f.meant(v.Text, f.idsOf(types), fmt.Sprintf("an entity of the type %s would do", choice(types))))
				}
			}
		},
	},
	{
		ID:       "refers-to-itself",
		Title:    "An entity does not refer to itself",
		Severity: problem.Warning,
		Why:      "Hardly anything stands in a relation to itself. Mostly the value was left over when a file was copied.",
		Mend:     "Refer to the entity that is meant.",
		Before:   "# person/ada-lovelace.yaml\nknew:\n  - { value: ada-lovelace, cite: menabrea-sketch#p2 }",
		After:    "knew:\n  - { value: charles-babbage, cite: menabrea-sketch#p2 }",
		find: func(f *finder) {
			for _, s := range f.said {
				v, ok := word(s.Statement)
				if ok && f.kind(s.property) == "entity" && v.Text == s.entity.ID.Text {
					f.at(s.entity.File, v, fmt.Sprintf("%q refers to the entity itself", s.of.Text), "refer to the entity that is meant")
				}
			}
		},
	},
	{
		ID:       "refers-to-withdrawn",
		Title:    "Nothing refers to a withdrawn entity",
		Severity: problem.Warning,
		Why:      "A withdrawn entity keeps its address and says why it was withdrawn. A fact that leads there leads its reader nowhere.",
		Mend:     "Refer to another entity, or take the statement away.",
		Before:   "- { value: lady-fairy, cite: menabrea-sketch#p2 } # withdrawn",
		After:    "- { value: ada-lovelace, cite: menabrea-sketch#p2 }",
		find: func(f *finder) {
			for m := range f.mentions() {
				if e := f.entities[m.word.Text]; e != nil && e.Withdrawn.At.Line > 0 {
					f.at(m.file, m.word, fmt.Sprintf("%q was withdrawn", m.word.Text), fmt.Sprintf("refer to another entity; %s says why", e.File))
				}
			}
		},
	},
	{
		ID:       "relies-on-itself",
		Title:    "No source relies on itself",
		Severity: problem.Error,
		Why:      "The chain behind a source ends where somebody first said it. In a ring of sources nobody did.",
		Mend:     "Take away the link that leads back.",
		Before:   "# source/menabrea-sketch.yaml\nrelies-on: [menabrea-sketch]",
		After:    "relies-on: [turin-lectures]",
		find:     func(f *finder) { rings(f) },
	},
}

func unknownEntity(f *finder, m mention) {
	id := m.word.Text
	if f.entities[id] != nil || m.orSource && f.sources[id] != nil {
		return
	}
	message, known := fmt.Sprintf("no entity has the id %q", id), f.entityIDs
	if m.orSource {
		message, known = fmt.Sprintf("no entity and no source has the id %q", id), slices.Concat(f.entityIDs, f.sourceIDs)
	}
	moved, isMoved := f.moves[id]
	var help string
	switch {
	case isMoved && len(moved.To) == 1:
		help = fmt.Sprintf("it has moved: write %s", moved.To[0].Text)
	case isMoved && len(moved.To) > 1:
		help = fmt.Sprintf("it was divided: write one of %s", choice(textsOf(moved.To)))
	case f.sources[id] != nil:
		help = "it is a source, and a source can only be cited"
	case len(f.named[strings.ToLower(id)]) > 0:
		help = "write its id: " + choice(f.named[strings.ToLower(id)])
	default:
		help = f.meant(id, known, fmt.Sprintf("write the id of an entity, or add its file: %s/%s.yaml", m.folder(), kebab.Of(id)))
	}
	p := f.at(m.file, m.word, message, help)
	if isMoved && len(moved.To) == 1 {
		p.Fix = f.replace(m.file, m.word, moved.To[0].Text)
	}
}

// folder is where the file of an entity that the mention names would be.
func (m mention) folder() string {
	if p := m.property; p != nil && len(p.Values) == 1 && p.Values[0].Text != "any" {
		return p.Values[0].Text
	}
	return "<type>"
}

// rings reports the sources that rely on themselves, be it by way of others;
// each ring once, at the link that closes it.
func rings(f *finder) {
	const open, done = 1, 2
	state := map[*fact.Source]int{}
	var visit func(s *fact.Source)
	visit = func(s *fact.Source) {
		state[s] = open
		for _, r := range s.ReliesOn {
			next := f.sources[r.Text]
			switch {
			case next == nil || state[next] == done:
			case state[next] == open:
				message := fmt.Sprintf("%q relies on itself", r.Text)
				if next != s {
					message += " by way of others"
				}
				f.at(s.File, r, message, "take away the link that leads back")
			default:
				visit(next)
			}
		}
		state[s] = done
	}
	for _, s := range f.Sources {
		if state[s] == 0 {
			visit(s)
		}
	}
}

func textsOf(words []fact.Scalar) []string {
	all := make([]string, len(words))
	for i, w := range words {
		all[i] = w.Text
	}
	return all
}

// hasID reports whether an entity of one of the types has the id, be it that
// another entity has it too.
func (x *index) hasID(id string, types []string) bool {
	return slices.ContainsFunc(x.Entities, func(e *fact.Entity) bool {
		return e.ID.Text == id && slices.Contains(types, e.Type.Text)
	})
}

// idsOf returns the ids of all entities of the types, in order.
func (x *index) idsOf(types []string) []string {
	var ids []string
	for _, id := range x.entityIDs {
		if slices.Contains(types, x.entities[id].Type.Text) {
			ids = append(ids, id)
		}
	}
	return ids
}
