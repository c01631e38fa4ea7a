package check

import (
	"fmt"

	"example.org/publish/build/conflict"
	"example.org/publish/build/edtf"
	"example.org/publish/build/fact"
	"example.org/publish/build/problem"
)

var conflictRules = []Rule{
	{
		ID:       "certain-conflict",
		Title:    "Of two plain facts that exclude each other, somebody stands for one",
		Severity: problem.Error,
		Why:      "Sources contradict each other, and the dataset shows it. But two statements that certainly cannot both hold, neither of them ranked nor anybody's claim, leave the reader alone.",
		Mend:     "Rank one of them preferred or deprecated and give a reason; or say with by: who claims it; or tie them with key: and disputes:; or make the dates as narrow, or as wide, as the sources do.",
		Before:   "born:\n  - { value: \"1815-12-10\", cite: parish-register#p3 }\n  - { value: \"1816\", cite: menabrea-sketch#p2 }",
		After:    "born:\n  - { value: \"1815-12-10\", rank: preferred, reason: { en: written at the time }, cite: parish-register#p3 }\n  - { value: \"1816\", cite: menabrea-sketch#p2 }",
		find: func(f *finder) {
			for _, r := range f.rivalries() {
				if r.found.Bare == nil {
					continue
				}
				a, b := r.statements[r.found.Bare[0]], r.statements[r.found.Bare[1]]
				if a.At.Line > b.At.Line {
					a, b = b, a
				}
				main := f.main()
				f.at(r.entity.File, valueOf(b, main),
					fmt.Sprintf("%q is %q in line %d and %q here, and both cannot hold at one time",
						r.property.ID.Text, valueOf(a, main).Text, valueOf(a, main).Pos.Line, valueOf(b, main).Text),
					"rank one of them preferred and give a reason, say with by: who claims it, or narrow their times")
			}
		},
	},
	{
		ID:       "two-preferred",
		Title:    "At most one of two rivals is preferred",
		Severity: problem.Error,
		Why:      "To prefer a statement is to say that it holds and its rivals do not. Two rivals cannot both be preferred.",
		Mend:     "Leave one preferred, or narrow their times so that they are no rivals.",
		Before:   "- { value: \"1815-12-10\", rank: preferred, reason: … }\n- { value: \"1816\", rank: preferred, reason: … }",
		After:    "- { value: \"1815-12-10\", rank: preferred, reason: … }\n- { value: \"1816\", cite: … }",
		find: func(f *finder) {
			for _, r := range f.rivalries() {
				f.twoPreferred(r)
			}
		},
	},
}

// rivalry is a conflict among statements of one property of one entity.
type rivalry struct {
	entity     *fact.Entity
	property   *fact.Property
	statements []*fact.Statement
	in         conflict.Context
	found      conflict.Conflict
}

// findRivalries returns the conflicts of the dataset. Statements whose values
// another rule has something to say about are no rivals of any.
func (x *index) findRivalries() []rivalry {
	var all []rivalry
	for _, e := range x.Entities {
		typ := x.types[e.Type.Text]
		if typ == nil {
			continue
		}
		in := conflict.Context{Language: x.main(), Entity: e.ID.Text, Published: x.published}
		for _, facts := range e.Facts {
			p := typ.Property(facts.Property.Text)
			if p == nil || p.OneAtATime.Text != "true" || x.kind(p) == "" {
				continue
			}
			var statements []*fact.Statement
			for _, s := range facts.Statements {
				if x.sound(s, p) {
					statements = append(statements, s)
				}
			}
			for _, c := range conflict.Of(p, statements, in) {
				all = append(all, rivalry{e, p, statements, in, c})
			}
		}
	}
	return all
}

// sound reports whether a statement has a value that its property can take.
func (x *index) sound(s *fact.Statement, p *fact.Property) bool {
	kind := x.kind(p)
	if kind == "text" || kind == "name" {
		return s.Value.Given()
	}
	v, ok := word(s)
	switch {
	case !ok:
		return false
	case kind == "entity":
		return x.entities[v.Text] != nil
	case kind == "code":
		return hasChoice(p.Codes, v.Text)
	}
	return true
}

// twoPreferred reports the first two preferred members that are rivals. The
// members of a conflict need not all be: the chain may run over a third.
func (f *finder) twoPreferred(r rivalry) {
	var preferred []*fact.Statement
	for _, i := range r.found.Members {
		if s := r.statements[i]; s.Rank.Text == "preferred" {
			preferred = append(preferred, s)
		}
	}
	for i, b := range preferred {
		for _, a := range preferred[:i] {
			if len(conflict.Of(r.property, []*fact.Statement{a, b}, r.in)) > 0 {
				f.at(r.entity.File, b.Rank, fmt.Sprintf("its rival in line %d is preferred too", a.At.Line), "leave one of them preferred")
				return
			}
		}
	}
}

// published is when a source was published; the zero date when nobody knows.
func (x *index) published(source string) edtf.Date {
	s := x.sources[source]
	if s == nil {
		return edtf.Date{}
	}
	d, _ := date(s.Published)
	return d
}

// valueOf is the value of a statement in the main language.
func valueOf(s *fact.Statement, main string) fact.Scalar {
	for _, tr := range s.Value {
		if tr.Language.Text == main {
			return tr.Scalar
		}
	}
	return s.Value[0].Scalar
}
