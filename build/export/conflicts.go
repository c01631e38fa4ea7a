package export

import (
	"iter"
	"slices"

	"example.org/publish/build/compile"
)

func conflictsTable(c *compile.Catalog) Table {
	type rival = *compile.Statement
	return newTable(Table{
		Name:        "conflicts",
		Title:       english("Conflicts"),
		Description: english("Statements on one property of one entity whose values cannot all hold at times that can overlap; one row a statement."),
		Key:         []string{"conflict_id", "statement_id"},
		References: []Reference{
			{[]string{"statement_id"}, "statements", []string{"statement_id"}},
			{[]string{"entity_id"}, "entities", []string{"entity_id"}},
			{[]string{"claimant_id"}, "entities", []string{"entity_id"}},
		},
	}, slices.Concat(
		column(ID, "conflict_id", "id of the conflict", func(s rival) string { return s.Conflict.ID }).required(),
		column(ID, "entity_id", "the entity that the statements are about", func(s rival) string { return s.Entity.ID }).required(),
		column(ID, "property", "the property that can have one value at a time", func(s rival) string { return s.Property.ID }).required(),
		column(ID, "statement_id", "one of the rivals; the preferred one first, the deprecated ones last", statementID).required(),
		texts(c.Languages, "value", "its value", func(s rival) compile.Text { return s.Value.Label() }).requiredFirst(),
		column(ID, "claimant_id", "who claims it", func(s rival) string {
			if s.By == nil {
				return ""
			}
			return s.By.ID
		}),
		column(Text, "claimant", "name of the claimant, in the main language", func(s rival) string {
			if s.By == nil {
				return ""
			}
			return s.By.Name.String()
		}),
		column(Code, "rank", "the editors' judgement", func(s rival) string { return s.Rank }).allowed("preferred", "normal", "deprecated").required(),
		truth("certain", "true: two of the rivals certainly hold at the same time; false: their times only can overlap", func(s rival) bool { return s.Conflict.Certain }),
		truth("settled", "true: one is preferred, or all but one are deprecated", func(s rival) bool { return s.Conflict.Settled }),
	), rivals(c.Conflicts))
}

func rivals(conflicts []*compile.Conflict) iter.Seq[*compile.Statement] {
	return func(yield func(*compile.Statement) bool) {
		for _, c := range conflicts {
			for _, s := range c.Statements {
				if !yield(s) {
					return
				}
			}
		}
	}
}

func disputesTable(c *compile.Catalog) Table {
	type answer struct{ statement, answered *compile.Statement }
	answers := func(yield func(answer) bool) {
		for _, s := range c.Statements {
			for _, d := range s.Disputes {
				if !yield(answer{s, d}) {
					return
				}
			}
		}
	}
	return newTable(Table{
		Name:        "disputes",
		Title:       english("Answers"),
		Description: english("Which statement answers or contradicts which."),
		Key:         []string{"statement_id", "disputed_id"},
		References: []Reference{
			{[]string{"statement_id"}, "statements", []string{"statement_id"}},
			{[]string{"disputed_id"}, "statements", []string{"statement_id"}},
		},
	}, slices.Concat(
		column(ID, "statement_id", "the statement that answers", func(a answer) string { return a.statement.ID }).required(),
		column(ID, "disputed_id", "the statement that it answers", func(a answer) string { return a.answered.ID }).required(),
	), answers)
}
