package check

import (
	"fmt"

	"example.org/publish/build/fact"
	"example.org/publish/build/problem"
)

var moveRules = []Rule{
	{
		ID:       "moved-id-in-use",
		Title:    "An id that has moved is not used again",
		Severity: problem.Error,
		Why:      "Somebody has cited the old address. It leads on to the new one and cannot be the address of something else as well.",
		Mend:     "Give the new file another name, or take the id out of moved.yaml if it never moved.",
		Before:   "# moved.yaml, while person/ada-byron.yaml exists\nada-byron: { to: [ada-lovelace], reason: { en: one person } }",
		After:    "# person/ada-byron.yaml is taken away\nada-byron: { to: [ada-lovelace], reason: { en: one person } }",
		find: func(f *finder) {
			for _, m := range f.Moves {
				file := ""
				if e := f.entities[m.Old.Text]; e != nil && e.ID.Text == m.Old.Text {
					file = e.File
				}
				if s := f.sources[m.Old.Text]; s != nil && s.ID.Text == m.Old.Text {
					file = s.File
				}
				if file != "" {
					f.at("moved.yaml", m.Old, fmt.Sprintf("%q has moved, but %s exists", m.Old.Text, file), "rename that file, or take this line away")
				}
				if !fact.IsStatementID(m.Old.Text) {
					continue
				}
				if s, stands := f.statements()[m.Old.Text]; stands {
					f.at("moved.yaml", m.Old, fmt.Sprintf("the statement %s is gone by this line, but %s:%d still makes it", m.Old.Text, s.entity.File, s.At.Line), "take this line or that statement away")
				}
			}
		},
	},
	{
		ID:       "moved-nowhere",
		Title:    "An id that has moved leads to an entity",
		Severity: problem.Error,
		Why:      "An old address must lead its reader on, in one step, to something that exists. An entity that is gone for good is not moved but withdrawn.",
		Mend:     "Write under to: the ids of entities that exist. If one of them has moved in its turn, write where it is now.",
		Before:   "ada-byron: { to: [ada-king], reason: { en: she married } }\nada-king: { to: [ada-lovelace], reason: { en: one person } }",
		After:    "ada-byron: { to: [ada-lovelace], reason: { en: one person } }\nada-king: { to: [ada-lovelace], reason: { en: one person } }",
		find: func(f *finder) {
			for _, m := range f.Moves {
				if fact.IsStatementID(m.Old.Text) {
					f.statementMove(m)
					continue
				}
				if len(m.To) == 0 && !f.unread["moved.yaml"] {
					f.at("moved.yaml", m.Old, fmt.Sprintf("it is not said where %q has moved", m.Old.Text), "add to: [new-id]; what is gone for good is not moved but withdrawn")
				}
				for _, to := range m.To {
					f.moveTo(m, to)
				}
				if len(m.To) > 1 && f.sources[m.To[0].Text] != nil != (f.sources[m.To[1].Text] != nil) {
					f.at("moved.yaml", m.To[1], fmt.Sprintf("%q cannot be both a source and an entity", m.Old.Text), "write the ids of entities, or those of sources")
				}
			}
		},
	},
}

func (f *finder) moveTo(m fact.Move, to fact.Scalar) {
	onward, moved := f.moves[to.Text]
	switch {
	case f.entities[to.Text] != nil, f.sources[to.Text] != nil:
	case to.Text == m.Old.Text:
		f.at("moved.yaml", to, fmt.Sprintf("%q moves to itself", to.Text), "write where it is now")
	case moved:
		help := "write where it is now"
		if len(onward.To) > 0 && onward.To[0].Text != m.Old.Text {
			help = "write where it is now: " + list(textsOf(onward.To))
		}
		f.at("moved.yaml", to, fmt.Sprintf("%q has moved in its turn", to.Text), help)
	default:
		f.at("moved.yaml", to, fmt.Sprintf("no entity and no source has the id %q", to.Text), f.meant(to.Text, f.entityIDs, "write the id of an entity or a source that exists"))
	}
}

// statementMove judges what is said of a statement that is gone: that it was
// withdrawn or, with to:, which statement stands for it.
func (f *finder) statementMove(m fact.Move) {
	for _, to := range m.To {
		if _, stands := f.statements()[to.Text]; !stands {
			f.at("moved.yaml", to, fmt.Sprintf("no statement has the id %q", to.Text), "write the id of a statement that is made now, or none if this one was withdrawn")
		}
	}
}
