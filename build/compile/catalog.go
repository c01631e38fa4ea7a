package compile

import (
	"time"

	"example.org/publish/build/edtf"
	"example.org/publish/build/number"
)

// Catalog is the dataset as it is published: references resolved both ways,
// dates with their bounds, statements with stable ids, conflicts found. Pages
// and downloads are made from it alone, and nothing changes it.
type Catalog struct {
	Title       Text
	Description Text
	Publisher   string
	Version     string // semantic version
	Licence     string // SPDX identifier
	Site        string // address of the published site, ends in /
	Repository  string // address of the repository, empty when there is none
	Branch      string
	Languages   []string // BCP 47, the main language first

	Date     time.Time // of the commit that was built; the zero time when there is none
	Revision string    // the commit's hash; empty when there is none

	Types      []*Type      // by id
	Entities   []*Entity    // by id
	Sources    []*Source    // by id
	Statements []*Statement // by entity, then in the order of its page
	Conflicts  []*Conflict  // by id
	Moments    []*Moment    // the timeline, in order of time
	Moves      []*Move      // by old id
	Issued     []*Issued    // every id there is and was: by kind, entity and id

	entities map[string]*Entity
	sources  map[string]*Source
}

// Main is the dataset's main language.
func (c *Catalog) Main() string { return c.Languages[0] }

// Entity returns the entity with the id, or nil.
func (c *Catalog) Entity(id string) *Entity { return c.entities[id] }

// Source returns the source with the id, or nil.
func (c *Catalog) Source(id string) *Source { return c.sources[id] }

// Type is a kind of entity.
type Type struct {
	ID                         string
	Label, Plural, Description Text
	Properties                 []*Property // in the order of the schema's file
	Entities                   []*Entity   // by id
	// Parties and Status are set on a type whose entities are relations
	// between two entities: who stands in it, and how.
	Parties, Status *Property
}

// Property is one thing that entities of a type can say.
type Property struct {
	ID                          string
	Type                        *Type
	Label, Inverse, Description Text
	Kind                        string   // text, name, date, number, address, code, language or entity
	Targets                     []string // ids of the types that values of kind entity may have; empty: any
	Codes, Roles                []*Choice
	Time                        string // none, point or period
	OneAtATime, Timeline, Lead  bool
	Follows                     bool // the entity comes after the value in time
}

// Choice is a word of a closed list: a code or a role.
type Choice struct {
	ID                 string
	Label, Description Text
}

// Entity is one thing with an id.
type Entity struct {
	ID         string
	Type       *Type
	Name       Text
	File       string       // path below the dataset's folder
	Statements []*Statement // by property in the schema's order, then by time
	Groups     []*Group     // the same statements, arranged for reading
	Mentions   []*Statement // statements of other entities that have this one as value
	Claims     []*Statement // statements of any entity that this one makes
	Moments    []*Moment    // its part of the timeline: its own and those it takes part in
	Withdrawn  Text         // the reason, when its facts were taken back
}

// Group is the statements of one property of one entity.
type Group struct {
	Property *Property
	Blocks   []*Block
}

// Block is a statement that stands alone or the rivals of one conflict.
type Block struct {
	Conflict *Conflict // nil: no conflict
	Threads  []*Thread
}

// Thread is a statement and, below it, the ones on the same property of the
// same entity that answer it.
type Thread struct {
	*Statement
	Answers []*Thread
}

// Statement says that one property of one entity has one value, for a while,
// according to its citations and perhaps one claimant.
type Statement struct {
	ID         string // "s" and 16 hexadecimal digits; see [fact.StatementID]
	Entity     *Entity
	Property   *Property
	Value      Value
	On         edtf.Date // zero: not said
	From       edtf.Date
	Until      edtf.Date
	Span       edtf.Span // of On, or From and Until, or of the value when it is a date
	By         *Entity   // the claimant, nil when there is none or it is not named
	Unnamed    bool      // somebody claims it, and the source does not say who
	Role       *Choice   // nil: none
	Certainty  string    // "", probable or possible
	Detail     Text
	Rank       string // preferred, normal or deprecated
	Reason     Text
	Key        string
	Disputes   []*Statement // what it answers
	DisputedBy []*Statement // what answers it
	Note       Text
	Citations  []*Citation
	Conflict   *Conflict // nil: none
	Origins    []string  // ids of the independent sources at the root of its citations, sorted
	Line       int       // in its entity's file
	Former     []string  // ids that it had in earlier versions, sorted
}

// Claimed reports whether the statement is somebody's claim, not the plain
// report of its source.
func (s *Statement) Claimed() bool { return s.By != nil || s.Unnamed }

// Dated reports whether anything is known of the statement's time.
func (s *Statement) Dated() bool {
	return !s.On.IsZero() || !s.From.IsZero() || !s.Until.IsZero() || s.Property.Kind == "date"
}

// Value is what a statement says of its property. Written is the text as it
// was typed: for an entity its id, for a code the code. The other field that
// is set follows the property's kind.
type Value struct {
	Written string
	Text    Text          // kinds text and name
	Entity  *Entity       // kind entity
	Code    *Choice       // kind code
	Date    edtf.Date     // kind date
	Number  number.Number // kind number
}

// Label is the value as a text: the name of an entity, the label of a code.
func (v Value) Label() Text {
	switch {
	case v.Entity != nil:
		return v.Entity.Name
	case v.Code != nil:
		return v.Code.Label
	case len(v.Text) > 0:
		return v.Text
	}
	return Text{{Text: v.Written}}
}

// Citation is a source and a place in it.
type Citation struct {
	Statement   *Statement
	Source      *Source
	Place       string // as written: p13, p6-8
	First, Last int    // paragraphs; 0 when the place is not a paragraph
	Quote       string
	Via         []Origin // who told whom, nearest the source first
	Note        Text
}

// Origin is something that a source rests on: an entity, such as a news
// agency, or another source. One of the two is set.
type Origin struct {
	Entity *Entity
	Source *Source
}

// ID is the id of the entity or source.
func (o Origin) ID() string {
	if o.Entity != nil {
		return o.Entity.ID
	}
	return o.Source.ID
}

// Name is the name of the entity or the label of the source.
func (o Origin) Name() Text {
	if o.Entity != nil {
		return o.Entity.Name
	}
	return o.Source.Label
}

// Source is a document that is cited.
type Source struct {
	ID             string
	Title          Text // empty: unknown
	Label          Text // short name for footnotes; the title when none is given
	Kind           string
	Publisher      string    // empty: unknown
	Published      edtf.Date // zero: unknown
	Language       string    // empty: unknown
	Address        string
	Archived       string
	Retrieved      edtf.Date
	TranslatedFrom string
	Original       Original
	ReliesOn       []Origin
	CopyName       string
	CopySHA256     string
	CopyParagraphs int
	Note           Text
	File           string
	Citations      []*Citation // by paragraph, then by statement
	Alone          int         // statements that would fall with it: no other source is cited for them
}

// Original is the publication that a source translates or reprints.
type Original struct{ Title, Publisher, Address, Published string }

// Conflict is statements on one one-at-a-time property of one entity whose
// values cannot all hold at times that can overlap.
type Conflict struct {
	ID         string // "c" and 16 hexadecimal digits
	Entity     *Entity
	Property   *Property
	Statements []*Statement // the preferred one first, the deprecated ones last
	Certain    bool         // some two of them certainly overlap in time
	Settled    bool         // one is preferred, or all but one are deprecated
}

// Moment is a place in the timeline: a dated statement, or an entity that has
// a date, such as an event. Statement is the one that gives the date.
type Moment struct {
	Statement *Statement
	Date      edtf.Date // zero when the statement has from and until
	Span      edtf.Span
	Years     []int // the years whose pages show it, in order
}

// Event reports whether the moment is the date of its entity itself.
func (m *Moment) Event() bool { return m.Statement.Property.Kind == "date" }

// Move says where an id that is no longer used has gone: to entities, to
// sources or, when it is a statement's, to statements. A statement that was
// withdrawn has gone nowhere.
type Move struct {
	Old        string
	To         []*Entity
	Sources    []*Source
	Statements []*Statement
	Reason     Text
}

// IDs are the ids that the old one stands for now.
func (m *Move) IDs() []string {
	ids := []string{}
	for _, e := range m.To {
		ids = append(ids, e.ID)
	}
	for _, s := range m.Sources {
		ids = append(ids, s.ID)
	}
	for _, s := range m.Statements {
		ids = append(ids, s.ID)
	}
	return ids
}

// Issued is an id that a version has published, or that the next one will.
type Issued struct {
	ID       string
	Kind     string   // entity, source or statement
	Type     string   // of an entity, or of a statement's entity
	Entity   string   // of a statement
	Property string   // of a statement
	First    string   // version that had it first; empty: none has yet
	Last     string   // version that had it last; empty: it is still there, or its end is not released yet
	Fate     string   // Current, Replaced, Moved or Withdrawn
	Now      []string // ids that stand for it now
	Reason   Text     // why it was moved or withdrawn; empty: not said
}
