package tell

import (
	"encoding/json"
	"io"

	"example.org/publish/build/compile"
	"example.org/publish/build/diff"
	"example.org/publish/build/export"
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
	Old     *stateView   `json:"old" meaning:"the older state; null: there was nothing before"`
	New     *stateView   `json:"new" meaning:"the newer state"`
	Due     string       `json:"due" meaning:"raise of the version that the changes ask for: none, patch, minor or major"`
	Least   string       `json:"least_version" meaning:"the lowest version that the changes allow"`
	Changes []changeView `json:"changes" meaning:"what changed: the dataset as a whole, its schema, tables and sources, then each entity with its statements"`
}

type stateView struct {
	Version  string `json:"version" meaning:"semantic version"`
	Revision string `json:"revision,omitempty" meaning:"hash of the commit"`
	Date     string `json:"date,omitempty" meaning:"time of the commit (RFC 3339)"`
}

type changeView struct {
	Subject   string       `json:"subject" meaning:"what changed: dataset, language, type, property, code, role, table, source, entity, statement or move"`
	Verb      string       `json:"verb" meaning:"what became of it: added, changed, renamed, moved, divided, restored, withdrawn or removed"`
	Due       string       `json:"due" meaning:"raise of the version that this change alone asks for"`
	ID        string       `json:"id,omitempty" meaning:"id of the subject: as it is now or, when it is gone, as it was"`
	Was       string       `json:"was,omitempty" meaning:"id that the statement had before, when it is another one now"`
	Type      string       `json:"entity_type,omitempty" meaning:"type of the entity, or of that to which the property, code or role belongs"`
	Entity    string       `json:"entity_id,omitempty" meaning:"entity of the statement"`
	Property  string       `json:"property,omitempty" meaning:"property of the statement, code or role"`
	To        []string     `json:"to,omitempty" meaning:"what a moved or divided id stands for now; the columns of a new table"`
	Claimed   *bool        `json:"claimed,omitempty" meaning:"of a statement: it is somebody's claim"`
	Claimant  string       `json:"claimant_id,omitempty" meaning:"who claims it; left out of a claim: the source does not name who"`
	Citations []string     `json:"citations,omitempty" meaning:"source and place of each citation of the statement, as in source#p13"`
	Fields    []fieldView  `json:"fields,omitempty" meaning:"in what parts it changed"`
	Sentence  compile.Text `json:"sentence" meaning:"the change in a sentence; a claim with its claimant"`
}

type fieldView struct {
	Name string `json:"name" meaning:"name of the part"`
	Old  string `json:"old,omitempty" meaning:"as it was written before; left out where it is not told again"`
	New  string `json:"new,omitempty" meaning:"as it is written now"`
}

// Shapes describes the document that [JSON] writes to those who read it by a
// schema; format is its id among the downloads.
func Shapes(format string) []export.Shape {
	return []export.Shape{
		export.ShapeOf("changes_document", format, changesView{}),
		export.ShapeOf("state", "", stateView{}),
		export.ShapeOf("change", "", changeView{}),
		export.ShapeOf("changed_field", "", fieldView{}),
	}
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
		Property: c.Property, To: c.To,
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
		v.Sentence = append(v.Sentence, compile.Translation{Language: t.Words.Language, Text: Plain(t.Sentence(c).String())})
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
