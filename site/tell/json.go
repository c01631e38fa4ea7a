package tell

import (
	"encoding/json"
	"io"

	"example.org/publish/build/diff"
	"example.org/publish/build/fact"
)

// JSON writes the changes that the tellers tell, a sentence in the language of
// each. They tell the same changes, of the same kind.
func JSON(to io.Writer, tellers []*Teller) error {
	c := tellers[0].Changes
	v := changesView{Old: stateOf(c.Old), New: stateOf(c.New), Due: c.Bump().String(), Least: c.Least(), Changes: []changeView{}}
	for _, one := range c.All {
		v.Changes = append(v.Changes, viewChange(one, tellers))
	}
	e := json.NewEncoder(to)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	return e.Encode(v)
}

type changesView struct {
	Old     *stateView   `json:"old"` // null: there was nothing before
	New     *stateView   `json:"new"`
	Due     string       `json:"due"`           // none, patch, minor or major
	Least   string       `json:"least_version"` // the lowest version that the changes allow
	Changes []changeView `json:"changes"`
}

type stateView struct {
	Version  string `json:"version"`
	Revision string `json:"revision,omitempty"`
	Date     string `json:"date,omitempty"`
}

type changeView struct {
	Subject   string            `json:"subject"`
	Verb      string            `json:"verb"`
	Due       string            `json:"due"`
	ID        string            `json:"id,omitempty"`
	Was       string            `json:"was,omitempty"` // the statement's id before, when it is another one
	Type      string            `json:"entity_type,omitempty"`
	Entity    string            `json:"entity_id,omitempty"`
	Property  string            `json:"property,omitempty"`
	To        []string          `json:"to,omitempty"`
	Claimed   *bool             `json:"claimed,omitempty"`     // of a statement
	Claimant  string            `json:"claimant_id,omitempty"` // left out of a claim: not named
	Citations []string          `json:"citations,omitempty"`   // source#place
	Fields    []fieldView       `json:"fields,omitempty"`
	Sentence  map[string]string `json:"sentence"`
}

type fieldView struct {
	Name string `json:"name"`
	Old  string `json:"old,omitempty"`
	New  string `json:"new,omitempty"`
}

func stateOf(s *diff.State) *stateView {
	if s.Version == "" {
		return nil
	}
	return &stateView{s.Version, s.Revision, s.Date}
}

func viewChange(c *diff.Change, tellers []*Teller) changeView {
	v := changeView{
		Subject: string(c.Subject), Verb: string(c.Verb), Due: c.Bump.String(), ID: c.ID, Type: c.Type, Entity: c.Entity,
		Property: c.Property, To: c.To, Sentence: map[string]string{},
	}
	if c.Before != nil && c.After != nil && c.Before.ID != c.After.ID {
		v.Was = c.Before.ID
	}
	unsaid := tellers[0].Published && (c.Subject == diff.OfEntity || c.Subject == diff.OfStatement)
	if s := toldOf(c, unsaid); s != nil {
		v.Claimed, v.Claimant = &s.Claimed, s.By
		for _, cited := range s.Citations {
			v.Citations = append(v.Citations, cited.At())
		}
	}
	for _, f := range c.Fields {
		field := fieldView{f.Name, f.Old, f.New}
		if unsaid {
			field.Old = ""
		}
		v.Fields = append(v.Fields, field)
	}
	for _, t := range tellers {
		v.Sentence[t.Words.Language] = Plain(t.Sentence(c).String())
	}
	return v
}

// toldOf is the form of a statement that a change tells of; nil when it tells
// of none, or not what it said.
func toldOf(c *diff.Change, unsaid bool) *diff.Statement {
	if c.After == nil && unsaid {
		return nil
	}
	if c.After != nil {
		return c.After
	}
	return c.Before
}

// claimantOf is the claimant of a statement for a table; of a claim whose
// claimant is not named, the reserved word.
func claimantOf(s *diff.Statement) string {
	if s.Claimed && s.By == "" {
		return fact.Unnamed
	}
	return s.By
}
