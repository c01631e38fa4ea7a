package export

import (
	"cmp"
	"slices"
	"strings"

	"example.org/publish/build/compile"
	"example.org/publish/build/edtf"
)

type statement = *compile.Statement

func statementsTable(c *compile.Catalog) Table {
	property := []string{"entity_type", "property"}
	return newTable(Table{
		Name:        "statements",
		Title:       english("Statements"),
		Description: english("Each statement: one property of one entity has one value, for a while, according to its citations and perhaps one claimant."),
		Key:         []string{"statement_id"},
		References: []Reference{
			{[]string{"entity_id"}, "entities", []string{"entity_id"}},
			{property, "properties", property},
			{[]string{"value_entity_id"}, "entities", []string{"entity_id"}},
			{append(property, "value_code"), "codes", append(property, "code")},
			{append(property, "role"), "roles", append(property, "role")},
			{[]string{"claimant_id"}, "entities", []string{"entity_id"}},
		},
	}, statementFields(c), slices.Values(c.Statements))
}

func statementFields(c *compile.Catalog) fields[statement] {
	return slices.Concat(
		column(ID, "statement_id", "id of the statement; it stays when a citation, a note, a rank or a translation is mended", func(s statement) string { return s.ID }).required(),
		column(ID, "entity_id", "the entity that the statement is about", func(s statement) string { return s.Entity.ID }).required(),
		column(ID, "entity_type", "type of that entity", func(s statement) string { return s.Entity.Type.ID }).required(),
		column(Text, "entity_name", "name of that entity, in the main language", func(s statement) string { return s.Entity.Name.String() }).required(),
		column(ID, "property", "the property that has the value", func(s statement) string { return s.Property.ID }).required(),
		valueFields(c),
		dates("on", "the day on which it was so", func(s statement) edtf.Date { return s.On }),
		dates("from", "when it began to be so", func(s statement) edtf.Date { return s.From }),
		dates("until", "when it ceased to be so (.. means: still so when the source was written)", func(s statement) edtf.Date { return s.Until }),
		truth("claimed", "true: somebody's claim, not the source's own plain report", statement.Claimed),
		column(ID, "claimant_id", "who claims it; empty when claimed is true: the source does not say who", func(s statement) string {
			if s.By == nil {
				return ""
			}
			return s.By.ID
		}),
		column(Text, "claimant", "name of the claimant, in the main language", func(s statement) string {
			if s.By == nil {
				return ""
			}
			return s.By.Name.String()
		}),
		column(ID, "role", "role that the value plays", func(s statement) string { return choiceID(s.Role) }),
		column(Code, "certainty", "how the source or the claimant hedges; empty: not at all", func(s statement) string { return s.Certainty }).allowed("probable", "possible"),
		texts(c.Languages, "detail", "what refines the value", func(s statement) compile.Text { return s.Detail }),
		column(Code, "rank", "the editors' judgement among rivals", func(s statement) string { return cmp.Or(s.Rank, "normal") }).allowed("preferred", "normal", "deprecated").required(),
		texts(c.Languages, "rank_reason", "why it has this rank", func(s statement) compile.Text { return s.Reason }),
		column(ID, "key", "key by which other statements answer this one; unique in the entity", func(s statement) string { return s.Key }),
		column(IDs, "disputes", "statements that this one answers or contradicts", func(s statement) string { return joined(s.Disputes, statementID) }),
		column(ID, "conflict_id", "the conflict that it is part of", func(s statement) string {
			if s.Conflict == nil {
				return ""
			}
			return s.Conflict.ID
		}),
		truth("stands", "true: neither deprecated nor the rival of a preferred statement, so that the wide tables show it", stands),
		column(Text, "reading", "the value in the main language with what must not be read without it in brackets: role, detail, time, claimant, hedge, dispute; what the wide tables show", reading).required(),
		texts(c.Languages, "note", "the editors' remark on how the statement was read", func(s statement) compile.Text { return s.Note }),
		column(IDs, "cited", "where it is found: source#place", func(s statement) string { return joined(s.Citations, cited) }).required(),
		count("independent_sources", "how many independent sources stand at the root of its citations", func(s statement) int { return len(s.Origins) }),
		column(IDs, "origins", "those sources: ids of sources or entities", func(s statement) string { return strings.Join(s.Origins, separator) }),
		column(Text, "file", "file of the dataset that holds the statement", func(s statement) string { return s.Entity.File }).required(),
		place("line", "line of that file on which it begins", func(s statement) int { return s.Line }),
	)
}

// valueFields are the value for people, and again for machines: which columns
// are filled follows the kind.
func valueFields(c *compile.Catalog) fields[statement] {
	return slices.Concat(
		texts(c.Languages, "value", "the value as people read it: a text, the name of an entity, the label of a code, a date (EDTF), a number, an address", func(s statement) compile.Text { return s.Value.Label() }).requiredFirst(),
		column(Code, "value_kind", "kind of the value", func(s statement) string { return s.Property.Kind }).allowed(kinds...).required(),
		column(ID, "value_entity_id", "the value, when it is an entity", func(s statement) string {
			if s.Value.Entity == nil {
				return ""
			}
			return s.Value.Entity.ID
		}),
		column(ID, "value_code", "the value, when it is a code", func(s statement) string { return choiceID(s.Value.Code) }),
		bounds("value", "the value, when it is a date", func(s statement) edtf.Date { return s.Value.Date }),
		digits("value_number_low", "the value, when it is a number: the least it can be; the number itself when it is no range", func(s statement) string { return s.Value.Number.Low }),
		digits("value_number_high", "the value, when it is a number: the most it can be; the number itself when it is no range", func(s statement) string { return s.Value.Number.High }),
		column(Boolean, "value_number_approximate", "whether the number is only about right; empty when the value is no number", func(s statement) string {
			switch {
			case s.Property.Kind != "number":
				return ""
			case s.Value.Number.Approximate:
				return "true"
			}
			return "false"
		}).allowed("true", "false"),
	)
}

// kinds are the kinds of value in the catalog, sorted.
var kinds = []string{"address", "code", "date", "entity", "language", "name", "number", "text"}

func statementID(s statement) string { return s.ID }

func cited(c *compile.Citation) string { return c.Source.ID + "#" + c.Place }

// choiceID is the id of a code or a role, or "".
func choiceID(c *compile.Choice) string {
	if c == nil {
		return ""
	}
	return c.ID
}
