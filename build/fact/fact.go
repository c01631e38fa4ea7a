// Package fact holds what a contributor may say, as it was written, and where
// it was written.
//
// Everything a person typed is a [Scalar]: the characters and their place in
// the file. Nothing is interpreted here: a date is still text, a reference is
// still an id that may lead nowhere. Package check judges it; package compile
// turns what passed into the published catalog. The package knows no YAML.
package fact

import "slices"

// Pos is a place in a file: line and column, both counted from 1; the column
// counts characters, not bytes. The zero Pos means the file as a whole.
type Pos struct{ Line, Column uint32 }

// Scalar is one word or text as its author typed it, with its place.
// The zero Scalar means that nothing was written.
type Scalar struct {
	Text string
	Pos  Pos
}

// Given reports whether anything was written, be it the empty text.
func (s Scalar) Given() bool { return s != Scalar{} }

// Text is a text in one or more languages. A text written without languages is
// in the dataset's main language: its only entry has an empty Language.
type Text []Translation

// Translation is a text in one language (BCP 47), the key of a language map.
type Translation struct {
	Language Scalar
	Scalar
}

// Given reports whether the text was written in any language.
func (t Text) Given() bool { return len(t) > 0 }

// Pos is where the text begins.
func (t Text) Pos() Pos {
	if len(t) == 0 {
		return Pos{}
	}
	if t[0].Language.Given() {
		return t[0].Language.Pos
	}
	return t[0].Pos
}

// In returns the text in the language, else the one in the main language, else
// the first one.
func (t Text) In(language, main string) string {
	for _, want := range []string{language, main, ""} {
		for _, tr := range t {
			if tr.Language.Text == want || want == main && tr.Language.Text == "" {
				return tr.Scalar.Text
			}
		}
	}
	if len(t) > 0 {
		return t[0].Scalar.Text
	}
	return ""
}

// Dataset is everything under dataset/, in the order of its files' names.
type Dataset struct {
	Info     Info
	Types    []*Type
	Entities []*Entity
	Sources  []*Source
	Moves    []Move
	Silences []Silence
	Ledger   []Issued // what was released before, in the order of its file
	Files    []File   // every file read, in order of name
}

// File is one file of the dataset: its path below the dataset's folder, with
// slashes, and its bytes, kept so that a problem can show the line.
type File struct {
	Name    string
	Content []byte
}

// Info is dataset.yaml: the dataset's own title page.
type Info struct {
	File        string
	Title       Text
	Description Text
	Publisher   Scalar
	Version     Scalar // semantic version
	Licence     Scalar // SPDX identifier
	Language    Scalar // the main language
	Languages   []Scalar
	Site        Scalar // address of the published site, ends in /
	Repository  Scalar // address of the repository
	Branch      Scalar
}

// Type is a kind of entity, declared in schema/<id>.yaml.
type Type struct {
	File        string
	ID          Scalar // from the file's name
	Label       Text
	Plural      Text
	Description Text
	Properties  []*Property
	Pair        Pair
}

// Property returns the property with the id, or nil.
func (t *Type) Property(id string) *Property {
	i := slices.IndexFunc(t.Properties, func(p *Property) bool { return p.ID.Text == id })
	if i < 0 {
		return nil
	}
	return t.Properties[i]
}

// Pair names the two properties that make a type a relation between two
// entities: the one that names the parties and the one that says how they
// stand. Both are empty on other types.
type Pair struct{ Parties, Status Scalar }

// Property is one thing that entities of a type can say.
type Property struct {
	ID          Scalar
	Label       Text
	Inverse     Text // the label on the page of the entity that is the value
	Description Text
	Values      []Scalar // kind of value: one of Kinds, or ids of types
	Codes       []Choice // allowed values of the kind "code"
	Roles       []Choice // roles that a value may play
	Time        Scalar   // none, point or period
	OneAtATime  Scalar   // true or false
	Timeline    Scalar   // true or false
	Lead        Scalar   // true or false
	Follows     Scalar   // true or false: the entity comes after the value in time
}

// Choice is one of a closed list of words, with its label.
type Choice struct {
	ID          Scalar
	Label       Text
	Description Text
}

// Entity is one thing with an id: the file's name.
type Entity struct {
	File      string
	Type      Scalar // from the folder's name
	ID        Scalar // from the file's name
	Name      Text
	Facts     []Facts
	Withdrawn Withdrawal
}

// Withdrawal says why an entity's facts were taken back.
type Withdrawal struct {
	At     Pos // of the key; the zero Pos when the entity stands
	Reason Text
}

// Facts are the statements of one property of one entity.
type Facts struct {
	Property   Scalar
	Statements []*Statement
}

// Statement says that one property of one entity has one value, for a while,
// according to its citations and perhaps one claimant.
type Statement struct {
	At        Pos // where the statement begins
	Value     Text
	On        Scalar // EDTF
	From      Scalar // EDTF
	Until     Scalar // EDTF
	By        Scalar // entity id, or Unnamed
	Role      Scalar
	Certainty Scalar // probable or possible; not given: as plain as the source puts it
	Detail    Text
	Rank      Scalar // preferred, normal or deprecated
	Reason    Text
	Key       Scalar
	Disputes  []Scalar // key, or entity#key
	Note      Text
	Cite      []Citation
}

// Citation is a source and a place in it.
type Citation struct {
	At     Pos
	Source Scalar
	Place  Scalar // p13 or p6-8 in a source with a pinned copy
	Quote  Scalar // a few words, verbatim
	Via    []Scalar
	Note   Text
}

// Source is a document that can be cited.
type Source struct {
	File           string
	ID             Scalar
	Title          Text
	Label          Text
	Kind           Scalar
	Publisher      Scalar
	Published      Scalar // EDTF, or Unknown
	Language       Scalar
	Address        Scalar
	Archived       Scalar
	Retrieved      Scalar // EDTF
	TranslatedFrom Scalar // language
	Original       Original
	ReliesOn       []Scalar
	Copy           Copy
	Note           Text
}

// Original is the publication that a source translates or reprints.
type Original struct {
	Title, Publisher, Address, Published Scalar
}

// Copy pins the text that was cited: its file's name, SHA-256 in hexadecimal
// and number of paragraphs (non-empty lines).
type Copy struct {
	At                       Pos
	Name, SHA256, Paragraphs Scalar
}

// Move says that an id now lives elsewhere: at one entity (moved) or at
// several (split).
type Move struct {
	Old    Scalar
	To     []Scalar
	Reason Text
}

// The reserved words of the YAML.
const (
	Unknown = "unknown" // a source's title, publisher, date or language that nobody knows
	Unnamed = "unnamed" // a claimant whom the source does not name
)

// Kinds are the kinds of value that are not references to entities, and "any",
// a reference to an entity of any type.
var Kinds = []string{"address", "any", "code", "date", "language", "name", "number", "text"}

// References reports whether the property's values are entities.
func (p *Property) References() bool {
	if len(p.Values) == 0 {
		return false
	}
	v := p.Values[0].Text
	return v == "any" || !slices.Contains(Kinds, v)
}

// Kind is the property's kind of value: one of Kinds, or "entity" when its
// values are entities of the types that Values lists.
func (p *Property) Kind() string {
	if p.References() {
		return "entity"
	}
	if len(p.Values) == 0 {
		return "text"
	}
	return p.Values[0].Text
}
