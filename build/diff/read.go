package diff

import (
	"encoding/json"
	"fmt"
	"io"

	"example.org/publish/build/compile"
)

// Read reads the dataset.json of a site that was built before. Members that it
// does not know are passed over, so that a newer program reads older files.
func Read(r io.Reader) (*State, error) {
	var d document
	if err := json.NewDecoder(r).Decode(&d); err != nil {
		return nil, fmt.Errorf("dataset.json: %w", err)
	}
	if d.Dataset == nil || d.Entities == nil {
		return nil, fmt.Errorf("dataset.json: it holds no dataset")
	}
	return d.state(), nil
}

// The parts of dataset.json that are compared, in its own words.
type document struct {
	Dataset *struct {
		Title       compile.Text `json:"title"`
		Description compile.Text `json:"description"`
		Publisher   string       `json:"publisher"`
		Version     string       `json:"version"`
		Licence     string       `json:"licence"`
		Languages   []string     `json:"languages"`
		Site        string       `json:"site"`
		Repository  string       `json:"repository"`
		Revision    string       `json:"revision"`
		Date        string       `json:"date"`
	} `json:"dataset"`
	Types []struct {
		ID          string         `json:"entity_type"`
		Label       compile.Text   `json:"label"`
		Plural      compile.Text   `json:"plural"`
		Description compile.Text   `json:"description"`
		Parties     string         `json:"parties"`
		Status      string         `json:"status"`
		Properties  []propertyRead `json:"properties"`
	} `json:"types"`
	Entities []struct {
		ID         string          `json:"entity_id"`
		Type       string          `json:"entity_type"`
		Name       compile.Text    `json:"name"`
		Withdrawn  compile.Text    `json:"withdrawn"`
		Statements []statementRead `json:"statements"`
	} `json:"entities"`
	Sources []sourceRead `json:"sources"`
	Moves   []struct {
		Old    string       `json:"old_id"`
		To     []string     `json:"to"`
		Reason compile.Text `json:"reason"`
	} `json:"moves"`
}

type propertyRead struct {
	ID          string       `json:"property"`
	Label       compile.Text `json:"label"`
	Inverse     compile.Text `json:"inverse"`
	Description compile.Text `json:"description"`
	Kind        string       `json:"value_kind"`
	Targets     []string     `json:"value_types"`
	Codes       []choiceRead `json:"codes"`
	Roles       []choiceRead `json:"roles"`
	Time        string       `json:"time"`
	OneAtATime  bool         `json:"one_at_a_time"`
	Timeline    bool         `json:"timeline"`
	Lead        bool         `json:"lead"`
	Follows     bool         `json:"follows"`
}

type choiceRead struct {
	ID          string       `json:"id"`
	Label       compile.Text `json:"label"`
	Description compile.Text `json:"description"`
}

type dateRead struct {
	EDTF string `json:"edtf"`
}

type idRead struct {
	ID string `json:"id"`
}

type statementRead struct {
	ID       string `json:"statement_id"`
	Entity   string `json:"entity_id"`
	Property string `json:"property"`
	Value    struct {
		Kind    string       `json:"kind"`
		Written string       `json:"written"`
		Text    compile.Text `json:"text"`
	} `json:"value"`
	On        dateRead     `json:"on"`
	From      dateRead     `json:"from"`
	Until     dateRead     `json:"until"`
	Claimed   bool         `json:"claimed"`
	Claimant  idRead       `json:"claimant"`
	Role      string       `json:"role"`
	Certainty string       `json:"certainty"`
	Detail    compile.Text `json:"detail"`
	Rank      string       `json:"rank"`
	Reason    compile.Text `json:"rank_reason"`
	Key       string       `json:"key"`
	Disputes  []string     `json:"disputes"`
	Note      compile.Text `json:"note"`
	Citations []struct {
		Source string       `json:"source_id"`
		Place  string       `json:"locator"`
		Quote  string       `json:"quote"`
		Via    []idRead     `json:"via"`
		Note   compile.Text `json:"note"`
	} `json:"citations"`
}

type sourceRead struct {
	ID             string       `json:"source_id"`
	Title          compile.Text `json:"title"`
	Label          compile.Text `json:"label"`
	Kind           string       `json:"kind"`
	Publisher      string       `json:"publisher"`
	Published      dateRead     `json:"published"`
	Language       string       `json:"language"`
	Address        string       `json:"address"`
	Archived       string       `json:"archived"`
	Retrieved      dateRead     `json:"retrieved"`
	TranslatedFrom string       `json:"translated_from"`
	Original       struct {
		Title     string `json:"title"`
		Publisher string `json:"publisher"`
		Address   string `json:"address"`
		Published string `json:"published"`
	} `json:"original"`
	ReliesOn []idRead `json:"relies_on"`
	Copy     struct {
		Name       string `json:"name"`
		SHA256     string `json:"sha256"`
		Paragraphs int    `json:"paragraphs"`
	} `json:"copy"`
	Note compile.Text `json:"note"`
}

func (d *document) state() *State {
	s := &State{
		Version: d.Dataset.Version, Revision: d.Dataset.Revision, Date: d.Dataset.Date, Languages: d.Dataset.Languages,
		Info: Info{d.Dataset.Title, d.Dataset.Description, d.Dataset.Publisher, d.Dataset.Licence, d.Dataset.Site, d.Dataset.Repository},
	}
	for _, r := range d.Types {
		t := &Type{ID: r.ID, Label: r.Label, Plural: r.Plural, Description: r.Description, Parties: r.Parties, Status: r.Status}
		for _, p := range r.Properties {
			t.Properties = append(t.Properties, &Property{
				ID: p.ID, Label: p.Label, Inverse: p.Inverse, Description: p.Description,
				Kind: p.Kind, Targets: p.Targets, Codes: choices(p.Codes), Roles: choices(p.Roles),
				Time: p.Time, OneAtATime: p.OneAtATime, Timeline: p.Timeline, Lead: p.Lead, Follows: p.Follows,
			})
		}
		s.Types = append(s.Types, t)
	}
	for _, r := range d.Entities {
		e := &Entity{ID: r.ID, Type: r.Type, Name: r.Name, Withdrawn: r.Withdrawn}
		for _, st := range r.Statements {
			e.Statements = append(e.Statements, st.statement())
		}
		s.Entities = append(s.Entities, e)
	}
	for _, r := range d.Sources {
		s.Sources = append(s.Sources, r.source())
	}
	for _, r := range d.Moves {
		s.Moves = append(s.Moves, Move(r))
	}
	return s.index()
}

func choices(read []choiceRead) []Choice {
	var list []Choice
	for _, c := range read {
		list = append(list, Choice(c))
	}
	return list
}

func ids(read []idRead) []string {
	var list []string
	for _, r := range read {
		list = append(list, r.ID)
	}
	return list
}

func (r *statementRead) statement() *Statement {
	s := &Statement{
		ID: r.ID, Entity: r.Entity, Property: r.Property, Value: Value{r.Value.Kind, r.Value.Written, r.Value.Text},
		On: r.On.EDTF, From: r.From.EDTF, Until: r.Until.EDTF, Claimed: r.Claimed, By: r.Claimant.ID,
		Role: r.Role, Certainty: r.Certainty, Detail: r.Detail, Rank: r.Rank, Reason: r.Reason,
		Key: r.Key, Disputes: r.Disputes, Note: r.Note,
	}
	switch s.Value.Kind {
	case "text", "name":
		s.Value.Written = r.Value.Text.String()
	}
	for _, c := range r.Citations {
		s.Citations = append(s.Citations, Citation{Source: c.Source, Place: c.Place, Quote: c.Quote, Via: ids(c.Via), Note: c.Note})
	}
	return s
}

func (r *sourceRead) source() *Source {
	return &Source{
		ID: r.ID, Title: r.Title, Label: r.Label, Kind: r.Kind, Publisher: r.Publisher, Published: r.Published.EDTF,
		Language: r.Language, Address: r.Address, Archived: r.Archived, Retrieved: r.Retrieved.EDTF,
		TranslatedFrom: r.TranslatedFrom, Original: compile.Original(r.Original), ReliesOn: ids(r.ReliesOn),
		CopyName: r.Copy.Name, CopySHA256: r.Copy.SHA256, CopyParagraphs: r.Copy.Paragraphs, Note: r.Note,
	}
}
