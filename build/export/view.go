package export

import (
	"example.org/publish/build/compile"
	"example.org/publish/build/edtf"
)

// The shapes of the JSON downloads. Names are those of the tables' columns; a
// text is a map from language to text, or a string when it is the same in each
// language; a date is its EDTF text with its bounds; what is not said is left
// out.

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
	Properties  []propertyView `json:"properties"`
}

type propertyView struct {
	ID          string       `json:"property"`
	Label       compile.Text `json:"label"`
	Inverse     compile.Text `json:"inverse,omitempty"`
	Description compile.Text `json:"description,omitempty"`
	Kind        string       `json:"value_kind"`
	Targets     []string     `json:"value_types,omitempty"`
	Codes       []choiceView `json:"codes,omitempty"`
	Roles       []choiceView `json:"roles,omitempty"`
	Time        string       `json:"time"`
	OneAtATime  bool         `json:"one_at_a_time"`
	Timeline    bool         `json:"timeline"`
	Lead        bool         `json:"lead"`
	Follows     bool         `json:"follows"`
}

type choiceView struct {
	ID          string       `json:"id"`
	Label       compile.Text `json:"label"`
	Description compile.Text `json:"description,omitempty"`
}

type entityView struct {
	ID         string          `json:"entity_id"`
	Type       string          `json:"entity_type"`
	Name       compile.Text    `json:"name"`
	Withdrawn  compile.Text    `json:"withdrawn,omitempty"`
	File       string          `json:"file"`
	Statements []statementView `json:"statements"`
	Mentions   []mentionView   `json:"mentions,omitempty"`
	Claims     []mentionView   `json:"claims_made,omitempty"`
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
	Value      valueView      `json:"value"`
	On         *dateView      `json:"on,omitempty"`
	From       *dateView      `json:"from,omitempty"`
	Until      *dateView      `json:"until,omitempty"`
	Claimed    bool           `json:"claimed"`
	Claimant   *nameView      `json:"claimant,omitempty"` // left out of a claim: not named
	Role       string         `json:"role,omitempty"`
	Certainty  string         `json:"certainty,omitempty"`
	Detail     compile.Text   `json:"detail,omitempty"`
	Rank       string         `json:"rank"`
	Reason     compile.Text   `json:"rank_reason,omitempty"`
	Key        string         `json:"key,omitempty"`
	Disputes   []string       `json:"disputes,omitempty"`
	DisputedBy []string       `json:"disputed_by,omitempty"`
	Conflict   string         `json:"conflict_id,omitempty"`
	Stands     bool           `json:"stands"`
	Note       compile.Text   `json:"note,omitempty"`
	Citations  []citationView `json:"citations"`
	Origins    []string       `json:"origins"`
	File       string         `json:"file"`
	Line       int            `json:"line"`
}

type valueView struct {
	Kind        string       `json:"kind"`
	Written     string       `json:"written,omitempty"` // as typed; left out of texts and names
	Text        compile.Text `json:"text,omitempty"`    // a text or name; the name of an entity; the label of a code
	Entity      string       `json:"entity_id,omitempty"`
	Code        string       `json:"code,omitempty"`
	Date        *dateView    `json:"date,omitempty"`
	Low         string       `json:"number_low,omitempty"`
	High        string       `json:"number_high,omitempty"`
	Approximate *bool        `json:"number_approximate,omitempty"`
}

type dateView struct {
	EDTF     string `json:"edtf"`
	Earliest string `json:"earliest,omitempty"` // left out: open or unknown
	Latest   string `json:"latest,omitempty"`
}

type nameView struct {
	ID   string       `json:"id"`
	Name compile.Text `json:"name"`
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
	Original       *originalView `json:"original,omitempty"`
	ReliesOn       []nameView    `json:"relies_on,omitempty"`
	Copy           *copyView     `json:"copy,omitempty"`
	Note           compile.Text  `json:"note,omitempty"`
	Statements     int           `json:"statements"`
	Alone          int           `json:"statements_alone"`
	File           string        `json:"file"`
}

type originalView struct {
	Title     string `json:"title,omitempty"`
	Publisher string `json:"publisher,omitempty"`
	Address   string `json:"address,omitempty"`
	Published string `json:"published,omitempty"`
}

type copyView struct {
	Name       string `json:"name,omitempty"`
	SHA256     string `json:"sha256,omitempty"`
	Paragraphs int    `json:"paragraphs,omitempty"`
}

type conflictView struct {
	ID         string   `json:"conflict_id"`
	Entity     string   `json:"entity_id"`
	Property   string   `json:"property"`
	Statements []string `json:"statements"`
	Certain    bool     `json:"certain"`
	Settled    bool     `json:"settled"`
}

type moveView struct {
	Old    string       `json:"old_id"`
	To     []string     `json:"to"`
	Reason compile.Text `json:"reason,omitempty"`
}

func viewDate(d edtf.Date) *dateView {
	if d.IsZero() {
		return nil
	}
	return &dateView{EDTF: d.String(), Earliest: day(d, edtf.Date.Earliest), Latest: day(d, edtf.Date.Latest)}
}
