package export

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"example.org/publish/build/compile"
	"example.org/publish/build/edtf"
)

// dyads are the rows of a relation between two states with the statements of
// how they stand: "year end certain possible claimed".
func dyads(statuses ...*compile.Statement) []string {
	state := &compile.Type{ID: "state", Properties: []*compile.Property{{ID: "cow-code", Kind: "text", Label: both("COW code", "")}}}
	relation := &compile.Type{ID: "relation"}
	relation.Parties = &compile.Property{ID: "party", Type: relation, Kind: "entity", Targets: []string{"state"}}
	relation.Status = &compile.Property{ID: "status", Type: relation, Kind: "code", Codes: []*compile.Choice{{ID: "in"}, {ID: "out"}}}
	relation.Properties = []*compile.Property{relation.Parties, relation.Status}
	peru := &compile.Entity{ID: "peru", Type: state, Name: both("Peru", "")}
	cuba := &compile.Entity{ID: "cuba", Type: state, Name: both("Cuba", "")}
	code := &compile.Statement{Entity: peru, Property: state.Properties[0], Value: compile.Value{Written: "135", Text: both("135", "")}, Rank: "normal"}
	peru.Statements = []*compile.Statement{code}
	e := &compile.Entity{ID: "cuba-peru", Type: relation, Name: both("Cuba and Peru", "")}
	for _, p := range []*compile.Entity{peru, cuba, peru} {
		e.Statements = append(e.Statements, &compile.Statement{Entity: e, Property: relation.Parties, Value: compile.Value{Written: p.ID, Entity: p}, Rank: "normal"})
	}
	for i, s := range statuses {
		s.ID, s.Entity, s.Property = string(rune('a'+i)), e, relation.Status
		e.Statements = append(e.Statements, s)
	}
	c := &compile.Catalog{Languages: []string{"en"}, Types: []*compile.Type{relation, state}, Entities: []*compile.Entity{cuba, e, peru}}
	table, _ := dyadTable(c)
	var rows []string
	for _, row := range cellsOf(table)[1:] {
		if got := strings.Join(row[:7], " "); got != "cuba-peru relation cuba Cuba  peru Peru" || row[7] != "135" {
			rows = append(rows, "parties: "+got+" "+row[7])
		}
		rows = append(rows, strings.Join([]string{row[8], row[10], row[11], row[12], row[13], row[14]}, "|"))
	}
	return rows
}

func status(code, from, until string, more func(*compile.Statement)) *compile.Statement {
	s := &compile.Statement{Value: compile.Value{Written: code, Code: &compile.Choice{ID: code}}, Rank: "normal"}
	if from != "" {
		s.From = edtf.MustParse(from)
	}
	if until != "" {
		s.Until = edtf.MustParse(until)
	}
	s.Span = edtf.Period(s.From, s.Until).Until(edtf.DayOf(2003, 6, 1)) // the source is of June 2003
	if more != nil {
		more(s)
	}
	return s
}

func TestDyadYearsSayWhatIsKnown(t *testing.T) {
	claimed := func(s *compile.Statement) { s.By = &compile.Entity{ID: "ada", Name: both("Ada", "")} }
	for name, c := range map[string]struct {
		statuses []*compile.Statement
		want     []string
	}{
		"nothing": {nil, nil},
		"change within a year": {
			[]*compile.Statement{status("in", "2000-03", "2001-05-05", nil), status("out", "2001-05-05", "2002", nil)},
			[]string{"2000|in|in|||a", "2001|out|in; out|||a; b", "2002||out|||b"},
		},
		"still so": {
			[]*compile.Statement{status("in", "2002-02-02", "..", nil)},
			[]string{"2002|in|in|||a", "2003||in|||a"},
		},
		"no end said": {
			[]*compile.Statement{status("in", "2002-02-02", "", nil)},
			[]string{"2002||in|||a"},
		},
		"uncertain beginning": {
			[]*compile.Statement{status("out", "[2000..2001]", "2002-12-31", nil)},
			[]string{"2000|||out||a", "2001|out|out|||a", "2002|out|out|||a"},
		},
		"some day of a decade": {
			[]*compile.Statement{status("in", "", "", func(s *compile.Statement) { s.On = edtf.MustParse("[1960,1961]"); s.Span = edtf.Point(s.On) })},
			[]string{"1960|||in||a", "1961|||in||a"},
		},
		"some day of a month": {
			[]*compile.Statement{status("in", "", "", func(s *compile.Statement) { s.On = edtf.MustParse("1960-05"); s.Span = edtf.Point(s.On) })},
			[]string{"1960||in|||a"},
		},
		"claim": {
			[]*compile.Statement{status("in", "2000", "2000", claimed), status("out", "2000-01-01", "2000-12-31", nil)},
			[]string{"2000|out|out||in (says Ada)|b; a"},
		},
		"deprecated": {
			[]*compile.Statement{status("in", "2000", "2000", func(s *compile.Statement) { s.Rank = "deprecated" })},
			nil,
		},
		"as long as one likes": {[]*compile.Statement{status("in", "Y-170000000", "2000", nil)}, nil},
		"at once": {
			[]*compile.Statement{status("in", "2000-01-01", "2000-12-31", nil), status("out", "2000-01-01", "2000-12-31", nil)},
			[]string{"2000||in; out|||a; b"},
		},
	} {
		if diff := cmp.Diff(c.want, dyads(c.statuses...)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}
