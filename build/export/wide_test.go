package export

import (
	"testing"

	"example.org/publish/build/compile"
	"example.org/publish/build/edtf"
)

// wideOf is the wide table of one person with the statements, a cell a column.
func wideOf(statements ...*compile.Statement) map[string]string {
	person, _ := sampleTypes()
	e := &compile.Entity{ID: "ada", Type: person, Name: compile.Text{{Text: "Ada"}}, Statements: statements}
	person.Entities = []*compile.Entity{e}
	for _, s := range statements {
		s.Entity = e
		s.Property = person.Property(s.Property.ID)
		if s.Value.Entity == nil && s.Property.Kind == "entity" {
			s.Value.Entity = e
		}
	}
	table := wideTable(&compile.Catalog{Languages: []string{"en"}, Types: []*compile.Type{person}}, person)
	cells := map[string]string{}
	for row := range table.Rows {
		for i, c := range table.Columns {
			cells[c.Name] = row[i].String()
		}
	}
	return cells
}

func says(kind, value string, more func(*compile.Statement)) *compile.Statement {
	s := &compile.Statement{Property: &compile.Property{ID: "has-" + kind, Kind: kind}, Rank: "normal", Value: compile.Value{Written: value}}
	if kind == "date" {
		s.Value.Date = edtf.MustParse(value)
	}
	if more != nil {
		more(s)
	}
	return s
}

func TestWideCellHoldsWhatStands(t *testing.T) {
	boris := &compile.Entity{ID: "boris", Name: compile.Text{{Text: "Boris"}}}
	deprecated := func(s *compile.Statement) { s.Rank = "deprecated" }
	claimed := func(s *compile.Statement) { s.By = boris }
	for name, c := range map[string]struct {
		statements []*compile.Statement
		column     string
		want       string
	}{
		"nothing":           {nil, "has_text", ""},
		"several":           {[]*compile.Statement{says("text", "a", nil), says("text", "b", nil)}, "has_text", "a; b"},
		"deprecated":        {[]*compile.Statement{says("text", "a", deprecated), says("text", "b", nil)}, "has_text", "b"},
		"rival of the best": {rivalling("preferred"), "has_text", "a"},
		"rivals":            {rivalling("normal"), "has_text", "a (disputed); b (disputed)"},
		"claim":             {[]*compile.Statement{says("text", "a", claimed)}, "has_text", "a (says Boris)"},
		"unnamed":           {[]*compile.Statement{says("text", "a", func(s *compile.Statement) { s.Unnamed = true })}, "has_text", "a (says somebody unnamed)"},
		"answered":          {[]*compile.Statement{says("text", "a", func(s *compile.Statement) { s.DisputedBy = []*compile.Statement{s} })}, "has_text", "a (disputed)"},
		"all there is": {[]*compile.Statement{says("text", "a", func(s *compile.Statement) {
			s.Role = &compile.Choice{Label: both("friend", "amigo")}
			s.Detail = both("closely", "")
			s.From, s.Until = edtf.MustParse("2001"), edtf.MustParse("2002~")
			s.By, s.Certainty = boris, "possible"
		})}, "has_text", "a (friend, closely, 2001/2002~, says Boris, possible)"},
		"on a day":      {[]*compile.Statement{says("text", "a", func(s *compile.Statement) { s.On = edtf.MustParse("2001-02-03") })}, "has_text", "a (2001-02-03)"},
		"until":         {[]*compile.Statement{says("text", "a", func(s *compile.Statement) { s.Until = edtf.MustParse("..") })}, "has_text", "a (/..)"},
		"ids":           {[]*compile.Statement{says("entity", "ada", nil), says("entity", "ada", claimed)}, "has_entity_ids", "ada"},
		"earliest":      {[]*compile.Statement{says("date", "2004", nil), says("date", "2003-05", nil), says("date", "1999", claimed)}, "has_date_earliest", "2003-05-01"},
		"latest":        {[]*compile.Statement{says("date", "2004", nil), says("date", "2003-05", nil), says("date", "2009", claimed)}, "has_date_latest", "2004-12-31"},
		"latest, open":  {[]*compile.Statement{says("date", "2004", nil), says("date", "2003/..", nil)}, "has_date_latest", ""},
		"dates, claims": {[]*compile.Statement{says("date", "1999", claimed)}, "has_date_earliest", ""},
	} {
		if got := wideOf(c.statements...)[c.column]; got != c.want {
			t.Errorf("%s: got %q, want %q", name, got, c.want)
		}
	}
}

// rivalling are two statements in conflict, the first with the rank.
func rivalling(rank string) []*compile.Statement {
	first, second := says("text", "a", nil), says("text", "b", nil)
	first.Rank = rank
	c := &compile.Conflict{Statements: []*compile.Statement{first, second}, Settled: rank == "preferred"}
	first.Conflict, second.Conflict = c, c
	return c.Statements
}

func TestWideColumnsNeverClash(t *testing.T) {
	person := &compile.Type{ID: "person", Plural: both("People", "")}
	for _, id := range []string{"name", "entity-id", "name-en", "born", "born-earliest", "property-name", "property-property-name"} {
		kind := "text"
		if id == "born" || id == "name" {
			kind = "date"
		}
		person.Properties = append(person.Properties, &compile.Property{ID: id, Type: person, Kind: kind, Label: both(id, "")})
	}
	seen := map[string]bool{}
	for _, c := range wideTable(&compile.Catalog{Languages: []string{"en"}}, person).Columns {
		if seen[c.Name] {
			t.Errorf("two columns are called %s", c.Name)
		}
		seen[c.Name] = true
	}
}
