package export

import (
	"example.org/publish/build/compile"
)

func viewDataset(c *compile.Catalog) datasetView {
	return datasetView{
		Title:       c.Title,
		Description: c.Description,
		Publisher:   c.Publisher,
		Version:     c.Version,
		Licence:     c.Licence,
		Language:    c.Main(),
		Languages:   c.Languages,
		Site:        c.Site,
		Repository:  c.Repository,
		Branch:      c.Branch,
		Revision:    c.Revision,
		Date:        stamp(c),
	}
}

func viewType(t *compile.Type) typeView {
	v := typeView{
		ID:          t.ID,
		Label:       t.Label,
		Plural:      t.Plural,
		Description: t.Description,
		Parties:     propertyID(t.Parties),
		Status:      propertyID(t.Status),
		Properties:  []propertyView{},
	}
	for _, p := range t.Properties {
		v.Properties = append(v.Properties, propertyView{
			ID:          p.ID,
			Label:       p.Label,
			Inverse:     p.Inverse,
			Description: p.Description,
			Kind:        p.Kind,
			Targets:     p.Targets,
			Codes:       viewChoices(p.Codes),
			Roles:       viewChoices(p.Roles),
			Time:        p.Time,
			OneAtATime:  p.OneAtATime,
			Timeline:    p.Timeline,
			Lead:        p.Lead,
			Follows:     p.Follows,
		})
	}
	return v
}

func viewChoices(choices []*compile.Choice) []choiceView {
	var v []choiceView
	for _, c := range choices {
		v = append(v, choiceView{c.ID, c.Label, c.Description})
	}
	return v
}

func viewEntity(e *compile.Entity) entityView {
	v := entityView{
		ID:         e.ID,
		Type:       e.Type.ID,
		Name:       e.Name,
		Withdrawn:  e.Withdrawn,
		File:       e.File,
		Statements: []statementView{},
		Mentions:   viewMentions(e.Mentions),
		Claims:     viewMentions(e.Claims),
	}
	for _, s := range e.Statements {
		v.Statements = append(v.Statements, viewStatement(s))
	}
	return v
}

func viewMentions(statements []*compile.Statement) []mentionView {
	var v []mentionView
	for _, s := range statements {
		v = append(v, mentionView{s.ID, s.Entity.ID, s.Property.ID})
	}
	return v
}

func viewStatement(s *compile.Statement) statementView {
	v := statementView{
		ID:         s.ID,
		Entity:     s.Entity.ID,
		Type:       s.Entity.Type.ID,
		Property:   s.Property.ID,
		Value:      viewValue(s),
		On:         viewDate(s.On),
		From:       viewDate(s.From),
		Until:      viewDate(s.Until),
		Claimed:    s.Claimed(),
		Role:       choiceID(s.Role),
		Certainty:  s.Certainty,
		Detail:     s.Detail,
		Rank:       s.Rank,
		Reason:     s.Reason,
		Key:        s.Key,
		Disputes:   statementIDs(s.Disputes),
		DisputedBy: statementIDs(s.DisputedBy),
		Stands:     stands(s),
		Note:       s.Note,
		Citations:  []citationView{},
		Origins:    append([]string{}, s.Origins...),
		File:       s.Entity.File,
		Line:       s.Line,
	}
	if s.By != nil {
		v.Claimant = &nameView{s.By.ID, s.By.Name}
	}
	if s.Conflict != nil {
		v.Conflict = s.Conflict.ID
	}
	for _, c := range s.Citations {
		v.Citations = append(v.Citations, citationView{
			Source: c.Source.ID,
			Place:  c.Place,
			First:  c.First,
			Last:   c.Last,
			Quote:  c.Quote,
			Via:    viewOrigins(c.Via),
			Note:   c.Note,
		})
	}
	return v
}

func viewValue(s *compile.Statement) valueView {
	v := valueView{Kind: s.Property.Kind, Written: s.Value.Written}
	switch v.Kind {
	case "text", "name":
		v.Written, v.Text = "", s.Value.Text
	case "entity":
		v.Entity, v.Text = s.Value.Entity.ID, s.Value.Entity.Name
	case "code":
		v.Code, v.Text = s.Value.Code.ID, s.Value.Code.Label
	case "date":
		v.Date = viewDate(s.Value.Date)
	case "number":
		n := s.Value.Number
		v.Low, v.High, v.Approximate = n.Low, n.High, &n.Approximate
	}
	return v
}

func viewOrigins(origins []compile.Origin) []nameView {
	var v []nameView
	for _, o := range origins {
		v = append(v, nameView{o.ID(), o.Name()})
	}
	return v
}

// viewSource is the source, on which so many statements rest.
func viewSource(s *compile.Source, resting int) sourceView {
	v := sourceView{
		ID:             s.ID,
		Title:          s.Title,
		Label:          s.Label,
		Kind:           s.Kind,
		Publisher:      s.Publisher,
		Published:      viewDate(s.Published),
		Language:       s.Language,
		Address:        s.Address,
		Archived:       s.Archived,
		Retrieved:      viewDate(s.Retrieved),
		TranslatedFrom: s.TranslatedFrom,
		ReliesOn:       viewOrigins(s.ReliesOn),
		Note:           s.Note,
		Statements:     resting,
		Alone:          s.Alone,
		File:           s.File,
	}
	if o := (originalView)(s.Original); o != (originalView{}) {
		v.Original = &o
	}
	if k := (copyView{s.CopyName, s.CopySHA256, s.CopyParagraphs}); k != (copyView{}) {
		v.Copy = &k
	}
	return v
}

func viewConflict(c *compile.Conflict) conflictView {
	return conflictView{c.ID, c.Entity.ID, c.Property.ID, statementIDs(c.Statements), c.Certain, c.Settled}
}

func viewMove(m *compile.Move) moveView {
	return moveView{Old: m.Old, To: m.IDs(), Reason: m.Reason}
}

func statementIDs(statements []*compile.Statement) []string {
	var ids []string
	for _, s := range statements {
		ids = append(ids, s.ID)
	}
	return ids
}
