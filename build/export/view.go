package export

import (
	"example.org/publish/build/compile"
	"example.org/publish/build/edtf"
)

// The shapes of the JSON downloads. Names are those of the tables' columns; a
// text is a map from language to text, or a string when it is the same in each
// language; a date is its EDTF text with its bounds; what is not said is left
// out. What a member holds, and of what kind it is, the column of its name says
// (see [shapes]), or the tags here.

// document is dataset.json.
type document struct {
	Dataset   datasetView    `json:"dataset" meaning:"the dataset as a whole"`
	Types     []typeView     `json:"types" meaning:"the kinds of entity, by id"`
	Entities  []entityView   `json:"entities" meaning:"the entities with their statements, by id"`
	Sources   []sourceView   `json:"sources" meaning:"the documents that are cited, by id"`
	Conflicts []conflictView `json:"conflicts" meaning:"statements that cannot all hold, by id"`
	Moves     []moveView     `json:"moves" meaning:"ids that are no longer used, in order"`
}

type datasetView struct {
	Title       compile.Text `json:"title"`
	Description compile.Text `json:"description,omitempty"`
	Publisher   string       `json:"publisher,omitempty"`
	Version     string       `json:"version"`
	Licence     string       `json:"licence,omitempty"`
	Language    string       `json:"language"`
	Languages   []string     `json:"languages"`
	Site        string       `json:"site,omitempty"`
	Repository  string       `json:"repository,omitempty"`
	Branch      string       `json:"branch,omitempty"`
	Revision    string       `json:"revision,omitempty"`
	Date        string       `json:"date,omitempty"`
}

type typeView struct {
	ID          string         `json:"entity_type"`
	Label       compile.Text   `json:"label"`
	Plural      compile.Text   `json:"plural"`
	Description compile.Text   `json:"description,omitempty"`
	Parties     string         `json:"parties,omitempty"`
	Status      string         `json:"status,omitempty"`
	Properties  []propertyView `json:"properties" meaning:"what its entities can say, in the order of their pages"`
}

type propertyView struct {
	ID          string       `json:"property"`
	Label       compile.Text `json:"label"`
	Inverse     compile.Text `json:"inverse,omitempty"`
	Description compile.Text `json:"description,omitempty"`
	Kind        string       `json:"value_kind"`
	Targets     []string     `json:"value_types,omitempty"`
	Codes       []choiceView `json:"codes,omitempty" meaning:"the closed list of its values, when they are codes"`
	Roles       []choiceView `json:"roles,omitempty" meaning:"the roles that its values may play"`
	Time        string       `json:"time"`
	OneAtATime  bool         `json:"one_at_a_time"`
	Timeline    bool         `json:"timeline"`
	Lead        bool         `json:"lead"`
	Follows     bool         `json:"follows"`
}

type choiceView struct {
	ID          string       `json:"id" meaning:"id of the code or role" kind:"id"`
	Label       compile.Text `json:"label"`
	Description compile.Text `json:"description,omitempty"`
}

type entityView struct {
	ID         string          `json:"entity_id"`
	Type       string          `json:"entity_type"`
	Name       compile.Text    `json:"name"`
	Withdrawn  compile.Text    `json:"withdrawn,omitempty"`
	File       string          `json:"file"`
	Statements []statementView `json:"statements" meaning:"the statements about the entity, in the order of its page"`
	Mentions   []mentionView   `json:"mentions,omitempty" meaning:"the statements about other entities that have it as their value"`
	Claims     []mentionView   `json:"claims_made,omitempty" meaning:"the statements that are claims which the entity makes"`
}

// mentionView points to a statement of another entity.
type mentionView struct {
	Statement string `json:"statement_id"`
	Entity    string `json:"entity_id"`
	Property  string `json:"property"`
}

type statementView struct {
	ID         string         `json:"statement_id"`
	Entity     string         `json:"entity_id"`
	Type       string         `json:"entity_type"`
	Property   string         `json:"property"`
	Value      valueView      `json:"value" meaning:"the value, for people and for machines"`
	On         *dateView      `json:"on,omitempty"`
	From       *dateView      `json:"from,omitempty"`
	Until      *dateView      `json:"until,omitempty"`
	Claimed    bool           `json:"claimed"`
	Claimant   *nameView      `json:"claimant,omitempty" meaning:"who claims it; left out of a claim: not named"` // left out of a claim: not named
	Role       string         `json:"role,omitempty"`
	Certainty  string         `json:"certainty,omitempty"`
	Detail     compile.Text   `json:"detail,omitempty"`
	Rank       string         `json:"rank"`
	Reason     compile.Text   `json:"rank_reason,omitempty"`
	Key        string         `json:"key,omitempty"`
	Disputes   []string       `json:"disputes,omitempty"`
	DisputedBy []string       `json:"disputed_by,omitempty" meaning:"statements that answer or contradict this one" kind:"ids"`
	Conflict   string         `json:"conflict_id,omitempty"`
	Stands     bool           `json:"stands"`
	Note       compile.Text   `json:"note,omitempty"`
	Citations  []citationView `json:"citations" meaning:"where it is found"`
	Origins    []string       `json:"origins"`
	File       string         `json:"file"`
	Line       int            `json:"line"`
}

type valueView struct {
	Kind        string       `json:"kind" meaning:"kind of the value"`
	Written     string       `json:"written,omitempty" meaning:"the value as it was typed; left out of texts and names"`  // as typed; left out of texts and names
	Text        compile.Text `json:"text,omitempty" meaning:"a text or name; the name of an entity; the label of a code"` // a text or name; the name of an entity; the label of a code
	Entity      string       `json:"entity_id,omitempty" meaning:"the value, when it is an entity" kind:"id"`
	Code        string       `json:"code,omitempty" meaning:"the value, when it is a code" kind:"id"`
	Date        *dateView    `json:"date,omitempty" meaning:"the value, when it is a date"`
	Low         string       `json:"number_low,omitempty" meaning:"the value, when it is a number: the least it can be" kind:"decimal"`
	High        string       `json:"number_high,omitempty" meaning:"the value, when it is a number: the most it can be" kind:"decimal"`
	Approximate *bool        `json:"number_approximate,omitempty" meaning:"whether the number is only about right"`
}

type dateView struct {
	EDTF     string `json:"edtf" meaning:"the date as uncertain as its source (EDTF, ISO 8601-2)" kind:"edtf"`
	Earliest string `json:"earliest,omitempty" meaning:"the earliest day it can mean; left out: open or unknown" kind:"day"` // left out: open or unknown
	Latest   string `json:"latest,omitempty" meaning:"the latest day it can mean; left out: open or unknown" kind:"day"`
}

type nameView struct {
	ID   string       `json:"id" meaning:"id of the entity or source" kind:"id"`
	Name compile.Text `json:"name" meaning:"its name"`
}

type citationView struct {
	Source string       `json:"source_id"`
	Place  string       `json:"locator,omitempty"`
	First  int          `json:"paragraph_first,omitempty"`
	Last   int          `json:"paragraph_last,omitempty"`
	Quote  string       `json:"quote,omitempty"`
	Via    []nameView   `json:"via,omitempty"`
	Note   compile.Text `json:"note,omitempty"`
}

type sourceView struct {
	ID             string        `json:"source_id"`
	Title          compile.Text  `json:"title,omitempty"` // left out: unknown
	Label          compile.Text  `json:"label"`
	Kind           string        `json:"kind,omitempty"`
	Publisher      string        `json:"publisher,omitempty"`
	Published      *dateView     `json:"published,omitempty"`
	Language       string        `json:"language,omitempty"`
	Address        string        `json:"address,omitempty"`
	Archived       string        `json:"archived,omitempty"`
	Retrieved      *dateView     `json:"retrieved,omitempty"`
	TranslatedFrom string        `json:"translated_from,omitempty"`
	Original       *originalView `json:"original,omitempty" meaning:"the publication that it translates or reprints"`
	ReliesOn       []nameView    `json:"relies_on,omitempty"`
	Copy           *copyView     `json:"copy,omitempty" meaning:"the pinned copy, to which the locators refer"`
	Note           compile.Text  `json:"note,omitempty"`
	Statements     int           `json:"statements"`
	Alone          int           `json:"statements_alone"`
	File           string        `json:"file"`
}

type originalView struct {
	Title     string `json:"title,omitempty" meaning:"its title"`
	Publisher string `json:"publisher,omitempty" meaning:"who published it"`
	Address   string `json:"address,omitempty" meaning:"its address" kind:"address"`
	Published string `json:"published,omitempty" meaning:"when it appeared (EDTF)" kind:"edtf"`
}

type copyView struct {
	Name       string `json:"name,omitempty" meaning:"its file name"`
	SHA256     string `json:"sha256,omitempty" meaning:"its SHA-256, in hexadecimal"`
	Paragraphs int    `json:"paragraphs,omitempty" meaning:"how many paragraphs it has"`
}

type conflictView struct {
	ID         string   `json:"conflict_id"`
	Entity     string   `json:"entity_id"`
	Property   string   `json:"property"`
	Statements []string `json:"statements" meaning:"the rivals: the preferred one first, the deprecated ones last" kind:"ids"`
	Certain    bool     `json:"certain"`
	Settled    bool     `json:"settled"`
}

type moveView struct {
	Old    string       `json:"old_id"`
	To     []string     `json:"to" meaning:"the entities that now stand for it, or for parts of it" kind:"ids"`
	Reason compile.Text `json:"reason,omitempty"`
}

func viewDate(d edtf.Date) *dateView {
	if d.IsZero() {
		return nil
	}
	return &dateView{EDTF: d.String(), Earliest: day(d, edtf.Date.Earliest), Latest: day(d, edtf.Date.Latest)}
}
