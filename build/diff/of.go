package diff

import (
	"time"

	"example.org/publish/build/compile"
)

// Of is the state that a catalog holds.
func Of(c *compile.Catalog) *State {
	s := &State{
		Version:   c.Version,
		Revision:  c.Revision,
		Languages: c.Languages,
		Info:      Info{c.Title, c.Description, c.Publisher, c.Licence, c.Site, c.Repository},
	}
	if !c.Date.IsZero() {
		s.Date = c.Date.UTC().Format(time.RFC3339)
	}
	for _, t := range c.Types {
		s.Types = append(s.Types, ofType(t))
	}
	for _, e := range c.Entities {
		entity := &Entity{ID: e.ID, Type: e.Type.ID, Name: e.Name, Withdrawn: e.Withdrawn}
		for _, st := range e.Statements {
			entity.Statements = append(entity.Statements, ofStatement(st))
		}
		s.Entities = append(s.Entities, entity)
	}
	for _, source := range c.Sources {
		s.Sources = append(s.Sources, ofSource(source))
	}
	for _, m := range c.Moves {
		s.Moves = append(s.Moves, Move{Old: m.Old, To: m.IDs(), Reason: m.Reason})
	}
	return s.index()
}

func ofType(t *compile.Type) *Type {
	of := &Type{ID: t.ID, Label: t.Label, Plural: t.Plural, Description: t.Description}
	if t.Parties != nil {
		of.Parties = t.Parties.ID
	}
	if t.Status != nil {
		of.Status = t.Status.ID
	}
	for _, p := range t.Properties {
		of.Properties = append(of.Properties, &Property{
			ID: p.ID, Label: p.Label, Inverse: p.Inverse, Description: p.Description,
			Kind: p.Kind, Targets: p.Targets, Codes: ofChoices(p.Codes), Roles: ofChoices(p.Roles),
			Time: p.Time, OneAtATime: p.OneAtATime, Timeline: p.Timeline, Lead: p.Lead, Follows: p.Follows,
		})
	}
	return of
}

func ofChoices(choices []*compile.Choice) []Choice {
	var of []Choice
	for _, c := range choices {
		of = append(of, Choice(*c))
	}
	return of
}

func ofStatement(s *compile.Statement) *Statement {
	of := &Statement{
		ID: s.ID, Entity: s.Entity.ID, Property: s.Property.ID, Value: ofValue(s),
		On: s.On.String(), From: s.From.String(), Until: s.Until.String(),
		Claimed: s.Claimed(), Certainty: s.Certainty, Detail: s.Detail, Rank: s.Rank, Reason: s.Reason,
		Key: s.Key, Note: s.Note,
	}
	if s.By != nil {
		of.By = s.By.ID
	}
	if s.Role != nil {
		of.Role = s.Role.ID
	}
	for _, d := range s.Disputes {
		of.Disputes = append(of.Disputes, d.ID)
	}
	for _, c := range s.Citations {
		citation := Citation{Source: c.Source.ID, Place: c.Place, Quote: c.Quote, Note: c.Note}
		for _, v := range c.Via {
			citation.Via = append(citation.Via, v.ID())
		}
		of.Citations = append(of.Citations, citation)
	}
	return of
}

func ofValue(s *compile.Statement) Value {
	v := Value{Kind: s.Property.Kind, Written: s.Value.Written}
	switch v.Kind {
	case "text", "name":
		v.Label = s.Value.Text
		v.Written = s.Value.Text.String()
	case "entity", "code":
		v.Label = s.Value.Label()
	}
	return v
}

func ofSource(s *compile.Source) *Source {
	of := &Source{
		ID: s.ID, Title: s.Title, Label: s.Label, Kind: s.Kind, Publisher: s.Publisher, Published: s.Published.String(),
		Language: s.Language, Address: s.Address, Archived: s.Archived, Retrieved: s.Retrieved.String(),
		TranslatedFrom: s.TranslatedFrom, Original: s.Original,
		CopyName: s.CopyName, CopySHA256: s.CopySHA256, CopyParagraphs: s.CopyParagraphs, Note: s.Note,
	}
	for _, o := range s.ReliesOn {
		of.ReliesOn = append(of.ReliesOn, o.ID())
	}
	return of
}
