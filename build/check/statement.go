package check

import (
	"fmt"
	"strings"

	"example.org/publish/build/fact"
	"example.org/publish/build/problem"
)

var statementRules = []Rule{
	{
		ID:       "unknown-word",
		Title:    "Words of a closed list are among those of the list",
		Severity: problem.Error,
		Why:      "Rank, certainty, time and the settings that are true or false take a few words. Any other would be passed over and the statement read as something else.",
		Mend:     "Write rank: preferred, normal or deprecated; certainty: probable or possible; time: none, point or period; one-at-a-time, timeline, lead and follows: true or false.",
		Before:   "rank: prefered",
		After:    "rank: preferred",
		find: func(f *finder) {
			for _, s := range f.said {
				amongWords(f, s.entity.File, "rank", s.Rank, "preferred", "normal", "deprecated")
				amongWords(f, s.entity.File, "certainty", s.Certainty, "probable", "possible")
			}
			for _, t := range f.Types {
				for _, p := range t.Properties {
					amongWords(f, t.File, "time", p.Time, "none", "point", "period")
					amongWords(f, t.File, "one-at-a-time", p.OneAtATime, "true", "false")
					amongWords(f, t.File, "timeline", p.Timeline, "true", "false")
					amongWords(f, t.File, "lead", p.Lead, "true", "false")
					amongWords(f, t.File, "follows", p.Follows, "true", "false")
				}
			}
		},
	},
	{
		ID:       "unknown-role",
		Title:    "A role is one of its property's roles",
		Severity: problem.Error,
		Why:      "Roles have labels in each language, and people search the tables for them.",
		Mend:     "Write one of the roles that the schema lists for the property, or add the role there.",
		Before:   "- { value: ada-lovelace, role: writer, cite: menabrea-sketch#p2 }",
		After:    "- { value: ada-lovelace, role: author, cite: menabrea-sketch#p2 }",
		find: func(f *finder) {
			for _, s := range f.said {
				if !s.Role.Given() || s.property == nil || f.unread[s.typ.File] || hasChoice(s.property.Roles, s.Role.Text) {
					continue
				}
				if len(s.property.Roles) == 0 {
					f.at(s.entity.File, s.Role, fmt.Sprintf("%q has no roles", s.of.Text), fmt.Sprintf("take the role away, or add roles: in %s", s.typ.File))
					continue
				}
				f.at(s.entity.File, s.Role, fmt.Sprintf("%q is no role of %q", s.Role.Text, s.of.Text), f.oneOf(s.Role.Text, s.property.Roles))
			}
		},
	},
	{
		ID:       "disputes-nothing",
		Title:    "A dispute names the statement that it answers",
		Severity: problem.Error,
		Why:      "A claim and its answer are shown together, and are no conflict. So the check must know which belong together.",
		Mend:     "Give the statement that is answered a key:, and name it: the key alone within one file, entity-id#key across files.",
		Before:   "- { value: …, disputes: autor }",
		After:    "- { key: author, value: … }\n- { value: …, disputes: author }",
		find: func(f *finder) {
			for _, s := range f.said {
				for _, d := range s.Disputes {
					disputesNothing(f, s, d)
				}
			}
		},
	},
	{
		ID:       "disputes-itself",
		Title:    "A statement does not answer itself",
		Severity: problem.Error,
		Why:      "A statement that disputes itself says nothing.",
		Mend:     "Name the key of the statement that is meant.",
		Before:   "- { key: answer, value: …, disputes: answer }",
		After:    "- { key: answer, value: …, disputes: author }",
		find: func(f *finder) {
			for _, s := range f.said {
				for _, d := range s.Disputes {
					if f.keys[f.disputed(s, d)] == s.Statement {
						f.at(s.entity.File, d, "this statement answers itself", "name the key of the statement that it answers")
					}
				}
			}
		},
	},
	{
		ID:       "duplicate-statement",
		Title:    "A statement is made once",
		Severity: problem.Error,
		Why:      "Two equal statements would be counted as two facts and shown as one after the other. One statement can cite many sources.",
		Mend:     "Join the two: one statement with a list of citations.",
		Before:   "- { value: \"1815-12-10\", cite: parish-register#p3 }\n- { value: \"1815-12-10\", cite: menabrea-sketch#p2 }",
		After:    "- { value: \"1815-12-10\", cite: [parish-register#p3, menabrea-sketch#p2] }",
		find: func(f *finder) {
			for _, e := range f.Entities {
				for _, facts := range e.Facts {
					duplicateStatements(f, e.File, facts.Statements)
				}
			}
		},
	},
	{
		ID:       "missing-reason",
		Title:    "A judgement of the editors has a reason",
		Severity: problem.Error,
		Why:      "A reader may ask why one of two rivals was preferred, why an entity was withdrawn or why an id moved. The dataset answers in the same place.",
		Mend:     "Add reason: with a sentence.",
		Before:   "rank: preferred",
		After:    "rank: preferred\nreason: { en: the register was written at the time }",
		find: func(f *finder) {
			for _, s := range f.said {
				if ranked(s.Statement) && !s.Reason.Given() && !f.unread[s.entity.File] {
					f.at(s.entity.File, s.Rank, fmt.Sprintf("this statement is %s, but no reason is given", s.Rank.Text), "add reason: with a sentence")
				}
			}
			for _, e := range f.Entities {
				if e.Withdrawn.At.Line > 0 && !e.Withdrawn.Reason.Given() && !f.unread[e.File] {
					f.from(e.File, e.Withdrawn.At, "this entity is withdrawn, but no reason is given", "write withdrawn: { reason: … }")
				}
			}
			for _, m := range f.Moves {
				if !m.Reason.Given() && !f.unread["moved.yaml"] {
					f.at("moved.yaml", m.Old, fmt.Sprintf("no reason is given why %q is no longer used", m.Old.Text), "add reason: with a sentence")
				}
			}
		},
	},
	{
		ID:       "needless-reason",
		Title:    "A reason goes with a rank",
		Severity: problem.Error,
		Why:      "The reason says why a statement is preferred or deprecated. On another it is never shown.",
		Mend:     "Add the rank, or write a note: instead.",
		Before:   "- { value: \"1815-12-10\", reason: written at the time, cite: parish-register#p3 }",
		After:    "- { value: \"1815-12-10\", rank: preferred, reason: written at the time, cite: parish-register#p3 }",
		find: func(f *finder) {
			for _, s := range f.said {
				if s.Reason.Given() && (!s.Rank.Given() || s.Rank.Text == "normal") && !f.unread[s.entity.File] {
					f.from(s.entity.File, s.Reason.Pos(), "a reason without a rank", "add rank: preferred or rank: deprecated, or write note: instead")
				}
			}
		},
	},
}

// duplicateStatements compares what makes a statement's published id.
func duplicateStatements(f *finder, file string, statements []*fact.Statement) {
	type content struct{ value, by, role, detail, on, from, until string }
	first := make(map[content]fact.Pos, len(statements))
	main := f.main()
	for _, s := range statements {
		c := content{
			s.Value.In(main, main), s.By.Text, s.Role.Text, s.Detail.In(main, main), s.On.Text, s.From.Text, s.Until.Text,
		}
		if c.value == "" {
			continue
		}
		if at, ok := first[c]; ok {
			f.from(file, s.At, fmt.Sprintf("the statement in line %d says the same", at.Line), "join the two: cite: takes a list")
			continue
		}
		first[c] = s.At
	}
}

func amongWords(f *finder, file, key string, word fact.Scalar, words ...string) {
	if !word.Given() {
		return
	}
	for _, w := range words {
		if word.Text == w {
			return
		}
	}
	help := "write " + choice(words)
	if words[0] == "true" {
		switch strings.ToLower(word.Text) {
		case "yes", "on", "true":
			help = "write true"
		case "no", "off", "false":
			help = "write false"
		}
	}
	f.at(file, word, fmt.Sprintf("%s cannot be %q", key, word.Text), help)
}

func ranked(s *fact.Statement) bool { return s.Rank.Text == "preferred" || s.Rank.Text == "deprecated" }

func hasChoice(choices []fact.Choice, id string) bool {
	for _, c := range choices {
		if c.ID.Text == id {
			return true
		}
	}
	return false
}

// oneOf is the help for a word that is none of the choices.
func (f *finder) oneOf(word string, choices []fact.Choice) string {
	ids := make([]string, len(choices))
	for i, c := range choices {
		ids[i] = c.ID.Text
	}
	return f.meant(word, ids, "write "+choice(ids))
}

// disputed is the full name, entity#key, of what a statement disputes.
func (x *index) disputed(s said, d fact.Scalar) string {
	if id, key, ok := strings.Cut(d.Text, "#"); ok {
		return x.idOf(id) + "#" + key
	}
	return s.entity.ID.Text + "#" + d.Text
}

func disputesNothing(f *finder, s said, d fact.Scalar) {
	name := f.disputed(s, d)
	if f.keys[name] != nil {
		return
	}
	id, key, _ := strings.Cut(name, "#")
	e := f.entities[id]
	switch {
	case e == nil:
		f.at(s.entity.File, d, fmt.Sprintf("no entity has the id %q", id), f.meant(id, f.entityIDs, "write entity-id#key, or the key alone within this file"))
	case f.unread[e.File]:
	default:
		var keys []string
		for _, facts := range e.Facts {
			for _, other := range facts.Statements {
				if other.Key.Given() {
					keys = append(keys, other.Key.Text)
				}
			}
		}
		f.at(s.entity.File, d, fmt.Sprintf("no statement of %q has the key %q", id, key),
			f.meant(key, keys, fmt.Sprintf("add key: %s to the statement that is answered, in %s", key, e.File)))
	}
}
