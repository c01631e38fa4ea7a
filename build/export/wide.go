package export

import (
	"cmp"
	"slices"
	"strings"

	"example.org/publish/build/compile"
	"example.org/publish/build/edtf"
)

// wideTable is the entities of one type with a column a property: for reading
// and filtering. What the long tables say in full is put in few words here;
// see [reading].
func wideTable(c *compile.Catalog, t *compile.Type) Table {
	columns := slices.Concat(
		column(ID, "entity_id", "id of the entity", func(e *compile.Entity) string { return e.ID }).required(),
		texts(c.Languages, "name", "name of the entity", func(e *compile.Entity) compile.Text { return e.Name }).requiredFirst(),
	)
	for _, w := range wideColumns(c, t) {
		columns = append(columns, w.fields()...)
	}
	return newTable(Table{
		Name:  WideName(t),
		Title: t.Plural,
		Description: english("One row an entity, one column a property. A cell holds the values that stand, with \"; \" between them and in brackets what belongs to each: " +
			"its role, its time (EDTF), its claimant (says …), how it is hedged, and whether it is disputed. " +
			"Left out are deprecated values, and the rivals of a preferred one; the table of statements has them all."),
		Key:        []string{"entity_id"},
		References: []Reference{{[]string{"entity_id"}, "entities", []string{"entity_id"}}},
	}, columns, slices.Values(t.Entities))
}

// WideName is the name of the type's wide table. Ids of types have no
// underscore, so no two types share it, and no long table has it.
func WideName(t *compile.Type) string { return "wide_" + snake(t.ID) }

// wideColumn is a column of a wide table that shows a property.
type wideColumn struct {
	name     string
	property *compile.Property
	part     string // of its values: "" for all of it, ids, earliest or latest
}

// wideColumns are the columns of the type's properties: the values, and for
// entities and dates also what a program joins and sorts by.
func wideColumns(c *compile.Catalog, t *compile.Type) []wideColumn {
	taken := map[string]bool{"entity_id": true, "name": true}
	for _, language := range c.Languages {
		taken["name_"+snake(language)] = true
	}
	var columns []wideColumn
	for _, p := range t.Properties {
		name := snake(p.ID)
		for taken[name] || taken[name+"_ids"] || taken[name+"_earliest"] || taken[name+"_latest"] {
			name = "property_" + name
		}
		columns = append(columns, wideColumn{name, p, ""})
		switch p.Kind {
		case "entity":
			columns = append(columns, wideColumn{name + "_ids", p, "ids"})
		case "date":
			columns = append(columns, wideColumn{name + "_earliest", p, "earliest"}, wideColumn{name + "_latest", p, "latest"})
		}
		for _, w := range columns {
			taken[w.name] = true
		}
	}
	return columns
}

func (w wideColumn) fields() fields[*compile.Entity] {
	p := w.property
	values := strings.TrimSuffix(w.name, "_"+w.part)
	switch w.part {
	case "ids":
		return column(IDs, w.name, "ids of the values in "+values+" that are no claims", func(e *compile.Entity) string {
			return joined(plain(e, p), func(s statement) string { return s.Value.Entity.ID })
		})
	case "earliest":
		return column(Day, w.name, "the earliest day that a value in "+values+" that is no claim can mean; empty when it is open", func(e *compile.Entity) string {
			return day(extreme(plain(e, p), -1), edtf.Date.Earliest)
		})
	case "latest":
		return column(Day, w.name, "the latest day that a value in "+values+" that is no claim can mean; empty when it is open", func(e *compile.Entity) string {
			return day(extreme(plain(e, p), 1), edtf.Date.Latest)
		})
	}
	f := column(List, w.name, "", func(e *compile.Entity) string { return joined(standing(e, p), reading) })
	f[0].Meaning = described(p)
	return f
}

// described is the property's label and description in the main language.
func described(p *compile.Property) compile.Text {
	meaning := p.Label.String()
	if d := p.Description.String(); d != "" {
		meaning += ": " + d
	}
	return compile.Text{{Language: p.Label.In("").Language, Text: meaning}}
}

// standing are the statements of the property that nothing has overruled.
func standing(e *compile.Entity, p *compile.Property) []*compile.Statement {
	var stand []*compile.Statement
	for _, s := range e.Statements {
		if s.Property == p && stands(s) {
			stand = append(stand, s)
		}
	}
	return stand
}

// stands reports whether the statement is neither deprecated nor the rival of
// a preferred one.
func stands(s *compile.Statement) bool {
	if s.Rank == "deprecated" {
		return false
	}
	if s.Conflict == nil || s.Rank == "preferred" {
		return true
	}
	return !slices.ContainsFunc(s.Conflict.Statements, func(r statement) bool { return r.Rank == "preferred" })
}

// plain are the standing statements that are no claims.
func plain(e *compile.Entity, p *compile.Property) []*compile.Statement {
	return slices.DeleteFunc(standing(e, p), statement.Claimed)
}

// reading is the value in the main language, and in brackets what must not be
// read without it: "captain (2021-12/2025-11, says Ada, possible, disputed)".
func reading(s *compile.Statement) string {
	var with []string
	if s.Role != nil {
		with = append(with, s.Role.Label.String())
	}
	if detail := s.Detail.String(); detail != "" {
		with = append(with, detail)
	}
	if !s.On.IsZero() {
		with = append(with, s.On.String())
	}
	if !s.From.IsZero() || !s.Until.IsZero() {
		with = append(with, period(s.From, s.Until))
	}
	if s.Claimed() {
		with = append(with, claimant(s))
	}
	if s.Certainty != "" {
		with = append(with, s.Certainty)
	}
	if len(s.DisputedBy) > 0 || s.Conflict != nil && !s.Conflict.Settled {
		with = append(with, "disputed")
	}
	value := s.Value.Label().String()
	if len(with) == 0 {
		return value
	}
	return value + " (" + strings.Join(with, ", ") + ")"
}

// claimant says whose claim the statement is.
func claimant(s *compile.Statement) string {
	if s.By == nil {
		return "says somebody unnamed"
	}
	return "says " + s.By.Name.String()
}

// period is from/until, as an EDTF interval where its ends are plain dates; an
// end that is not said is left empty.
func period(from, until edtf.Date) string { return from.String() + "/" + until.String() }

// extreme is the date with the earliest (sign -1) or the latest (1) bound.
func extreme(statements []*compile.Statement, sign int) edtf.Date {
	var found edtf.Date
	for i, s := range statements {
		d := s.Value.Date
		order := cmp.Compare(d.Latest(), found.Latest())
		if sign < 0 {
			order = -cmp.Compare(d.Earliest(), found.Earliest())
		}
		if i == 0 || order > 0 {
			found = d
		}
	}
	return found
}
