package convert

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"

	"example.org/publish/build/fact"
	"example.org/publish/build/kebab"
)

// Table is a table that was read: its columns, and its rows below them.
type Table struct {
	Columns []string
	Rows    [][]string
}

// ReadTable reads a table in UTF-8 whose first row names the columns.
func ReadTable(from io.Reader) (Table, error) {
	r := csv.NewReader(from)
	rows, err := r.ReadAll()
	switch {
	case err != nil:
		return Table{}, err
	case len(rows) == 0:
		return Table{}, errors.New("the table is empty: its first row names the columns")
	}
	rows[0][0] = strings.TrimPrefix(rows[0][0], "\ufeff")
	return Table{rows[0], rows[1:]}, nil
}

// CSV makes an entity of each row, or of all rows with one id, as the mapping
// says, which has been judged. An empty cell says nothing.
func CSV(d *fact.Dataset, m fact.Mapping, t Table) Made {
	var made Made
	var order []string
	for _, p := range m.Properties {
		order = append(order, p.Property.Text)
	}
	typ := typeOf(d, m.Type.Text)
	entities := map[string]*entity{}
	var ids []string
	for i, cells := range t.Rows {
		row := i + 2 // as a spreadsheet counts them
		fill := t.filler(cells, row)
		name := fill(m.Name)
		id := kebab.Cut(kebab.Of(fill(m.ID)), kebab.Longest)
		if !m.ID.Given() {
			id = kebab.Cut(kebab.Of(name), kebab.Longest)
		}
		if id == "" || name == "" {
			made.Dropped = append(made.Dropped, Dropped{fmt.Sprintf("row %d", row), "it has no name, or none that an id can be made from"})
			continue
		}
		e := entities[id]
		if e == nil {
			e = &entity{typ: m.Type.Text, id: id, name: plain(name), facts: map[string][]statement{}}
			entities[id] = e
			ids = append(ids, id)
		}
		for _, p := range m.Properties {
			made.take(d, m, p, typ.Property(p.Property.Text), e, row, fill)
		}
	}
	for _, id := range ids {
		made.Files = append(made.Files, entities[id].file(order))
	}
	return made
}

// take makes the statements of one property from one row.
func (made *Made) take(d *fact.Dataset, m fact.Mapping, p fact.MappedProperty, property *fact.Property, e *entity, row int, fill func(fact.Scalar) string) {
	values := []string{fill(p.Value)}
	if p.Separator.Given() && p.Separator.Text != "" {
		values = strings.Split(values[0], p.Separator.Text)
	}
	source, place := p.Source, p.Place
	if !source.Given() {
		source = m.Source
	}
	if !place.Given() {
		place = m.Place
	}
	for _, value := range values {
		if value = strings.TrimSpace(value); value == "" {
			continue
		}
		cite := citation{source: kebab.Of(fill(source)), place: kebab.Of(fill(place))}
		if cite.source == "" || cite.place == "" {
			made.Dropped = append(made.Dropped, Dropped{fmt.Sprintf("row %d, %s", row, p.Property.Text), "it has no source, or no place in it"})
			continue
		}
		s := statement{
			on: fill(p.On), from: fill(p.From), until: fill(p.Until), by: kebab.Of(fill(p.By)), role: kebab.Of(fill(p.Role)),
			cite: []citation{cite},
		}
		if note := fill(p.Note); note != "" {
			s.note = everywhere(d, note)
		}
		known, mapped := ours(p.Values, value)
		switch {
		case mapped:
			s.value = plain(known)
		case property.References(), property.Kind() == "code":
			s.value = plain(kebab.Of(value))
		default:
			s.value = plain(value)
		}
		e.facts[p.Property.Text] = append(e.facts[p.Property.Text], s)
	}
}

// filler fills patterns with what a row has.
func (t Table) filler(cells []string, row int) func(fact.Scalar) string {
	values := map[string]string{}
	for i, column := range t.Columns {
		if i < len(cells) {
			values[column] = strings.TrimSpace(cells[i])
		}
	}
	maps.Copy(values, map[string]string{"row": strconv.Itoa(row)})
	return func(p fact.Scalar) string {
		found := slot.FindAllStringSubmatch(p.Text, -1)
		// A pattern of which nothing is filled says nothing.
		if len(found) > 0 && !slices.ContainsFunc(found, func(f []string) bool { return values[f[1]] != "" }) {
			return ""
		}
		return slot.ReplaceAllStringFunc(p.Text, func(s string) string { return values[s[1:len(s)-1]] })
	}
}
