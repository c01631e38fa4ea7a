// Package tell says in sentences what changed between two states of a dataset,
// and writes the changes as text, Markdown, JSON and CSV.
//
// A claim is never told without its claimant. What was withdrawn or replaced is
// told in full to those who review a change; a site must not go on saying it,
// so there it is told without what it said ([Teller.Published]).
package tell

import (
	"slices"
	"strings"

	"example.org/publish/build/compile"
	"example.org/publish/build/diff"
	"example.org/publish/build/edtf"
	"example.org/publish/site/words"
)

// Teller tells changes in one language.
type Teller struct {
	Words     *words.Words
	Changes   *diff.Changes
	Published bool // without what the older state said of entities and statements

	// Now is what the dataset says today, when the changes are of an earlier
	// version; nil: the newer state is of today. What is Published is told
	// without what is no longer said so.
	Now *diff.State
}

// Sentence is a sentence in pieces, so that a page can link what it names.
type Sentence []Run

// Run is a piece of a sentence. At most one of Entity, Source and Statement is
// the id of what it names.
type Run struct {
	Text      string
	Language  string // BCP 47; empty: the teller's
	Entity    string
	Source    string
	Statement string
}

// String is the sentence alone.
func (s Sentence) String() string {
	var b strings.Builder
	for _, r := range s {
		b.WriteString(r.Text)
	}
	return b.String()
}

// Sentence tells one change.
func (t *Teller) Sentence(c *diff.Change) Sentence {
	s := t.main(c)
	if reason := t.text(c.Reason); reason.Text != "" {
		s = append(s, Run{Text: " "})
		s = append(s, t.fill("change.reason", slots{"reason": {reason}})...)
	}
	return s
}

func (t *Teller) main(c *diff.Change) Sentence {
	key := "change." + string(c.Subject) + "." + string(c.Verb)
	old, new := t.Changes.Old, t.Changes.New
	var of slots
	switch c.Subject {
	case diff.OfDataset:
		of = slots{}
	case diff.OfLanguage:
		of = slots{"language": {{Text: t.Words.LanguageName(c.ID)}}}
	case diff.OfType:
		of = slots{"type": t.typ(c.ID)}
	case diff.OfProperty:
		of = slots{"type": t.typ(c.Type), "property": t.property(c.Type, c.ID)}
	case diff.OfCode, diff.OfRole:
		of = slots{"type": t.typ(c.Type), "property": t.property(c.Type, c.Property), "word": t.word(c)}
	case diff.OfTable:
		of = slots{"table": {{Text: c.ID}}}
	case diff.OfSource:
		of = slots{"source": t.source(c.ID), "old": {{Text: c.ID}}, "new": t.all(c.To, t.source)}
	case diff.OfMove:
		if c.Verb == diff.Added && len(c.To) == 0 {
			key = "change.move.withdrawn"
		}
		of = slots{"old": {{Text: c.ID}}, "new": t.all(c.To, t.named)}
	case diff.OfEntity:
		if c.Verb == diff.Renamed && t.Published && !t.sameName(c.ID) {
			key += ".unsaid"
		}
		of = slots{"entity": t.entity(c.ID), "type": t.typ(c.Type), "old": {{Text: c.ID}}, "new": t.all(c.To, t.id)}
		if c.Verb == diff.Moved {
			of["entity"] = t.entity(c.To[0])
		}
	case diff.OfStatement:
		of = slots{"entity": t.entity(c.Entity), "property": t.property(c.Type, c.Property)}
		switch {
		case c.After != nil && t.Published && !t.stands(c.After):
			return t.fill(key+".unsaid", of)
		case c.Verb != diff.Withdrawn:
			of["statement"] = t.statement(new, c.After)
		case t.Published:
			key += ".unsaid"
		default:
			of["statement"] = t.statement(old, c.Before)
		}
	}
	of["fields"] = t.fields(c)
	return t.fill(key, of)
}

// stands reports whether a statement is still said as it was.
func (t *Teller) stands(s *diff.Statement) bool {
	return t.Now == nil || t.Now.Says(s)
}

// sameName reports whether an entity still has the name that it had then.
func (t *Teller) sameName(id string) bool {
	if t.Now == nil {
		return true
	}
	then, now := t.Changes.New.Entity(id), t.Now.Entity(t.Now.Is(id))
	return then != nil && now != nil && slices.Equal(then.Name, now.Name)
}

// states are those that know what a thing is called, the latest first.
func (t *Teller) states() []*diff.State {
	if t.Now != nil {
		return []*diff.State{t.Now, t.Changes.New, t.Changes.Old}
	}
	return []*diff.State{t.Changes.New, t.Changes.Old}
}

// slots are what fills a pattern, by name; more than it has is no harm.
type slots map[string]Sentence

func (t *Teller) fill(key string, of slots) Sentence {
	var s Sentence
	for _, piece := range t.Words.Split(key) {
		if piece.Slot == "" {
			s = append(s, Run{Text: piece.Text})
			continue
		}
		s = append(s, of[piece.Slot]...)
	}
	return s
}

// joined puts a separator between the parts that say something.
func joined(separator string, parts ...Sentence) Sentence {
	var s Sentence
	for _, part := range parts {
		if len(part) == 0 || part.String() == "" {
			continue
		}
		if len(s) > 0 {
			s = append(s, Run{Text: separator})
		}
		s = append(s, part...)
	}
	return s
}

// all names several things: "a, b and c".
func (t *Teller) all(ids []string, name func(string) Sentence) Sentence {
	var parts []Sentence
	for _, id := range ids {
		parts = append(parts, name(id))
	}
	if len(parts) < 2 {
		return joined("", parts...)
	}
	last := len(parts) - 1
	return t.fill("change.list", slots{"first": joined(", ", parts[:last]...), "last": parts[last]})
}

// text is a text in the teller's language, or in the one that there is.
func (t *Teller) text(of compile.Text) Run {
	tr := of.In(t.Words.Language)
	r := Run{Text: tr.Text}
	if tr.Language != t.Words.Language {
		r.Language = tr.Language
	}
	return r
}

// or is the text, or the id where there is none.
func (t *Teller) or(of compile.Text, id string) Run {
	if r := t.text(of); r.Text != "" {
		return r
	}
	return Run{Text: id}
}

// Things are named as they are called now or, when they are gone, as they were.

func (t *Teller) entity(id string) Sentence {
	r := Run{Text: id}
	for _, state := range t.states() {
		if e := state.Entity(state.Is(id)); e != nil {
			r = t.or(e.Name, id)
			break
		}
	}
	r.Entity = id
	return Sentence{r}
}

// id names an entity by its id alone.
func (t *Teller) id(id string) Sentence { return Sentence{{Text: id, Entity: id}} }

func (t *Teller) source(id string) Sentence {
	r := Run{Text: id}
	for _, state := range t.states() {
		if s := state.Source(state.Is(id)); s != nil {
			r = t.or(s.Label, id)
			break
		}
	}
	r.Source = id
	return Sentence{r}
}

// named is an entity, a source or a statement, whatever the id is of.
func (t *Teller) named(id string) Sentence {
	switch {
	case t.Changes.New.Entity(id) != nil:
		return t.entity(id)
	case t.Changes.New.Source(id) != nil:
		return t.source(id)
	}
	return Sentence{{Text: id, Statement: id}}
}

func (t *Teller) typ(id string) Sentence {
	for _, state := range t.states() {
		if typ := state.Type(id); typ != nil {
			return Sentence{t.or(typ.Label, id)}
		}
	}
	return Sentence{{Text: id}}
}

func (t *Teller) property(typ, id string) Sentence {
	if p := t.propertyOf(typ, id); p != nil {
		return Sentence{t.or(p.Label, id)}
	}
	return Sentence{{Text: id}}
}

func (t *Teller) propertyOf(typ, id string) *diff.Property {
	for _, state := range t.states() {
		if typ := state.Type(typ); typ != nil && typ.Property(id) != nil {
			return typ.Property(id)
		}
	}
	return nil
}

// word is a code or a role that changed.
func (t *Teller) word(c *diff.Change) Sentence {
	for _, state := range t.states() {
		typ := state.Type(c.Type)
		if typ == nil || typ.Property(c.Property) == nil {
			continue
		}
		p := typ.Property(c.Property)
		for _, choices := range map[diff.Subject][]diff.Choice{diff.OfCode: p.Codes, diff.OfRole: p.Roles}[c.Subject] {
			if choices.ID == c.ID {
				return Sentence{t.or(choices.Label, c.ID)}
			}
		}
	}
	return Sentence{{Text: c.ID}}
}

// date is an EDTF date in words; what is none stays as it is.
func (t *Teller) date(written string) string {
	if d, err := edtf.Parse(written); err == nil {
		return t.Words.Date(d)
	}
	return written
}
