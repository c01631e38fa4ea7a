package check

import (
	"fmt"
	"strings"

	"example.org/publish/build/fact"
	"example.org/publish/build/problem"
)

var entityRules = []Rule{
	{
		ID:       "missing-label",
		Title:    "Everything that is shown has a name in the main language",
		Severity: problem.Error,
		Why:      "Pages and tables show names and labels, never ids. Where a translation is missing they show the main language.",
		Mend:     "Add the name or label in the dataset's main language.",
		Before:   "name: { es: Máquina analítica }",
		After:    "name: { en: Analytical Engine, es: Máquina analítica }",
		find: func(f *finder) {
			for _, e := range f.Entities {
				f.labelled(e.File, fact.Pos{}, "name", "the entity", e.Name)
			}
			for _, t := range f.Types {
				f.labelled(t.File, fact.Pos{}, "label", "the type", t.Label)
				f.labelled(t.File, fact.Pos{}, "plural", "the type", t.Plural)
				for _, p := range t.Properties {
					f.labelled(t.File, p.ID.Pos, "label", fmt.Sprintf("the property %q", p.ID.Text), p.Label)
					for _, c := range p.Codes {
						f.labelled(t.File, c.ID.Pos, "label", fmt.Sprintf("the code %q", c.ID.Text), c.Label)
					}
					for _, r := range p.Roles {
						f.labelled(t.File, r.ID.Pos, "label", fmt.Sprintf("the role %q", r.ID.Text), r.Label)
					}
				}
			}
		},
	},
	{
		ID:       "idle-entity",
		Title:    "An entity says something or is mentioned",
		Severity: problem.Error,
		Why:      "A page with a name and nothing else tells the reader nothing, and mostly it is left over from an edit.",
		Mend:     "State a fact about it, mention it in another entity's facts, or take the file away if it was never published.",
		Before:   "name: Ada Lovelace",
		After:    "name: Ada Lovelace\nfacts:\n  born:\n    - { value: \"1815-12-10\", cite: parish-register#p3 }",
		find: func(f *finder) {
			if f.someUnread() {
				return // what could not be read may mention it
			}
			mentioned := map[string]bool{}
			for m := range f.mentions() {
				mentioned[f.idOf(m.word.Text)] = true
			}
			for _, m := range f.Moves {
				for _, to := range m.To {
					mentioned[f.idOf(to.Text)] = true
				}
			}
			for _, e := range f.Entities {
				if len(e.Facts) == 0 && e.Withdrawn.At.Line == 0 && !mentioned[e.ID.Text] {
					f.from(e.File, fact.Pos{}, fmt.Sprintf("%q says nothing, and nothing mentions it", e.ID.Text),
						"state a fact about it, mention it in another entity's facts, or take the file away")
				}
			}
		},
	},
	{
		ID:       "empty-property",
		Title:    "A property below facts has a statement",
		Severity: problem.Error,
		Why:      "A property without statements says nothing, though it may look as if it said \"none\".",
		Mend:     "State what a source says, or take the property away.",
		Before:   "knew: []",
		After:    "knew:\n  - { value: charles-babbage, cite: menabrea-sketch#p2 }",
		find: func(f *finder) {
			for _, e := range f.Entities {
				for _, facts := range e.Facts {
					if len(facts.Statements) == 0 && !f.unread[e.File] {
						f.at(e.File, facts.Property, fmt.Sprintf("nothing is stated for %q", facts.Property.Text), "add a statement, or take the property away")
					}
				}
			}
		},
	},
	{
		ID:       "withdrawn-with-facts",
		Title:    "A withdrawn entity has no facts",
		Severity: problem.Error,
		Why:      "To withdraw an entity is to take back what was said of it. Its page keeps the address and says why.",
		Mend:     "Take the facts away, or withdrawn:.",
		Before:   "withdrawn: { reason: { en: no source says that she lived } }\nfacts: …",
		After:    "withdrawn: { reason: { en: no source says that she lived } }",
		find: func(f *finder) {
			for _, e := range f.Entities {
				if e.Withdrawn.At.Line > 0 && len(e.Facts) > 0 {
					f.at(e.File, e.Facts[0].Property, fmt.Sprintf("%q is withdrawn, but has facts", e.ID.Text), "take the facts away, or withdrawn:")
				}
			}
		},
	},
}

// labelled reports a name or label that is missing in the main language.
func (f *finder) labelled(file string, at fact.Pos, key, what string, t fact.Text) {
	if f.unread[file] || len(f.languages) == 0 {
		return
	}
	if !t.Given() {
		f.from(file, at, fmt.Sprintf("%s has no %s", what, key), fmt.Sprintf("add %s: with the word that pages and tables show", key))
		return
	}
	var languages []string
	for _, tr := range t {
		if !tr.Language.Given() || tr.Language.Text == f.main() {
			return
		}
		languages = append(languages, tr.Language.Text)
	}
	f.from(file, t.Pos(), fmt.Sprintf("the %s is in %s only, and not in the main language", key, strings.Join(languages, ", ")), fmt.Sprintf("add %s: …", f.main()))
}

func (x *index) someUnread() bool { return len(x.unread) > 0 }

// idOf is the id of the entity or source that a word names.
func (x *index) idOf(word string) string {
	if e := x.entities[word]; e != nil {
		return e.ID.Text
	}
	return word
}
