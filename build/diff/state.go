// Package diff says what makes one state of a dataset another: what was added,
// changed and withdrawn, with its claimants and sources, and which raise of the
// version that asks for.
//
// A [State] holds what is compared. It is filled from a catalog ([Of]) or from
// the dataset.json of a site that was built before ([Read]). The package does
// not know where a state comes from, and says nothing in words: package tell
// does.
package diff

import (
	"slices"

	"example.org/publish/build/compile"
)

// State is what one version of a dataset says, as far as versions are compared:
// what is computed from the facts, such as conflicts, is left out. Nothing
// changes it once it is made.
type State struct {
	Version   string // semantic version
	Revision  string // of the commit; empty: none
	Date      string // of the commit (RFC 3339); empty: none
	Languages []string
	Info      Info
	Types     []*Type   // by id
	Entities  []*Entity // by id
	Sources   []*Source // by id
	Moves     []Move    // by old id
	Tables    []Table   // of the downloads; none: they are not known

	entities   map[string]*Entity
	sources    map[string]*Source
	statements map[string]*Statement
	types      map[string]*Type
	moves      map[string]Move
}

// Info is the dataset's own title page.
type Info struct {
	Title, Description                   compile.Text
	Publisher, Licence, Site, Repository string
}

// Type is a kind of entity.
type Type struct {
	ID                         string
	Label, Plural, Description compile.Text
	Parties, Status            string
	Properties                 []*Property
}

// Property is one thing that entities of a type can say.
type Property struct {
	ID                          string
	Label, Inverse, Description compile.Text
	Kind                        string   // as in [compile.Property]
	Targets                     []string // types that its values may have; empty: any
	Codes, Roles                []Choice
	Time                        string // none, point or period
	OneAtATime, Timeline, Lead  bool
	Follows                     bool
}

// Choice is a word of a closed list.
type Choice struct {
	ID                 string
	Label, Description compile.Text
}

// Entity is one thing with an id.
type Entity struct {
	ID, Type        string
	Name, Withdrawn compile.Text
	Statements      []*Statement // in the order of its page
}

// Statement says that one property of one entity has one value.
type Statement struct {
	ID, Entity, Property string
	Value                Value
	On, From, Until      string // EDTF; empty: not said
	Claimed              bool   // it is somebody's claim
	By                   string // id of the claimant; empty: there is none, or it is not named
	Role, Certainty      string
	Detail               compile.Text
	Rank                 string
	Reason               compile.Text
	Key                  string
	Disputes             []string // ids of the statements that it answers
	Note                 compile.Text
	Citations            []Citation
}

// Value is what a statement says of its property.
type Value struct {
	Kind    string
	Written string       // as typed; of a text, the main language's
	Label   compile.Text // the text, the name of the entity, the label of the code; empty for other kinds
}

// Citation is a source and a place in it.
type Citation struct {
	Source, Place, Quote string
	Via                  []string // ids of entities and sources
	Note                 compile.Text
}

// Source is a document that is cited.
type Source struct {
	ID                                           string
	Title, Label                                 compile.Text
	Kind, Publisher, Published, Language         string
	Address, Archived, Retrieved, TranslatedFrom string
	Original                                     compile.Original
	ReliesOn                                     []string
	CopyName, CopySHA256                         string
	CopyParagraphs                               int
	Note                                         compile.Text
}

// Move says what became of an id that is no longer used: it stands for other
// ids of its kind now or, with none, was withdrawn.
type Move struct {
	Old    string
	To     []string
	Reason compile.Text
}

// Table is a table of the downloads.
type Table struct {
	Name    string
	Columns []string
}

// Main is the main language.
func (s *State) Main() string {
	if len(s.Languages) == 0 {
		return ""
	}
	return s.Languages[0]
}

// Entity returns the entity with the id, or nil.
func (s *State) Entity(id string) *Entity { return s.entities[id] }

// Source returns the source with the id, or nil.
func (s *State) Source(id string) *Source { return s.sources[id] }

// Statement returns the statement with the id, or nil.
func (s *State) Statement(id string) *Statement { return s.statements[id] }

// Type returns the type with the id, or nil.
func (s *State) Type(id string) *Type { return s.types[id] }

// Property returns the property that an entity's statements have under the id,
// or nil.
func (s *State) Property(entity, id string) *Property {
	e := s.entities[entity]
	if e == nil || s.types[e.Type] == nil {
		return nil
	}
	return s.types[e.Type].Property(id)
}

// Is is the id by which the state knows what had the id before: the same, or
// the one that it has become.
func (s *State) Is(id string) string {
	if m, moved := s.moves[id]; moved && len(m.To) == 1 {
		return m.To[0]
	}
	return id
}

// has reports whether an entity, a source or a statement has the id.
func (s *State) has(id string) bool {
	return s.entities[id] != nil || s.sources[id] != nil || s.statements[id] != nil
}

// Property returns the property with the id, or nil.
func (t *Type) Property(id string) *Property {
	if i := slices.IndexFunc(t.Properties, func(p *Property) bool { return p.ID == id }); i >= 0 {
		return t.Properties[i]
	}
	return nil
}

// index makes what a state is asked by.
func (s *State) index() *State {
	s.entities, s.sources = map[string]*Entity{}, map[string]*Source{}
	s.statements = map[string]*Statement{}
	s.types, s.moves = map[string]*Type{}, map[string]Move{}
	for _, e := range s.Entities {
		s.entities[e.ID] = e
		for _, st := range e.Statements {
			s.statements[st.ID] = st
		}
	}
	for _, source := range s.Sources {
		s.sources[source.ID] = source
	}
	for _, t := range s.Types {
		s.types[t.ID] = t
	}
	for _, m := range s.Moves {
		s.moves[m.Old] = m
	}
	return s
}

// Nothing is the state before the first version: it says nothing.
func Nothing() *State { return (&State{}).index() }
