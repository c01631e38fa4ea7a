package convert

import (
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"

	"example.org/publish/build/fact"
	"example.org/publish/build/nearest"
	"example.org/publish/build/problem"
)

// MappingForm is the id of the rule by which mappings are judged.
const MappingForm = "mapping-form"

// Judge returns what is wrong with a mapping for the dataset. Columns are those
// of the table; nil: the entities are from Wikidata.
func Judge(file string, m fact.Mapping, d *fact.Dataset, columns []string) []problem.Problem {
	var problems []problem.Problem
	wrong := func(word fact.Scalar, message, help string) {
		problems = append(problems, problem.Problem{File: file, Pos: word.Pos, Width: utf8.RuneCountInString(word.Text),
			Rule: MappingForm, Severity: problem.Error, Message: message, Help: help})
	}
	var types []string
	for _, t := range d.Types {
		types = append(types, t.ID.Text)
	}
	typ := typeOf(d, m.Type.Text)
	if typ == nil {
		wrong(m.Type, fmt.Sprintf("no type has the id %q", m.Type.Text), hint(m.Type.Text, types))
		return problems
	}
	var properties []string
	for _, p := range typ.Properties {
		properties = append(properties, p.ID.Text)
	}
	patterns := []fact.Scalar{m.ID, m.Name, m.Source, m.Place}
	for _, p := range m.Properties {
		if typ.Property(p.Property.Text) == nil {
			wrong(p.Property, fmt.Sprintf("the type %q has no property %q", typ.ID.Text, p.Property.Text), hint(p.Property.Text, properties))
		}
		if !p.Value.Given() {
			wrong(p.Property, fmt.Sprintf("it is not said what %q is made from", p.Property.Text), "write: value: …")
		}
		if columns == nil {
			if p.Value.Given() && !wikidataProperty.MatchString(p.Value.Text) {
				wrong(p.Value, fmt.Sprintf("%q is no property of Wikidata", p.Value.Text), "write P and its number: P569")
			}
			continue
		}
		patterns = append(patterns, p.Value, p.On, p.From, p.Until, p.By, p.Role, p.Note, p.Source, p.Place)
		if !m.Source.Given() && !p.Source.Given() {
			wrong(p.Property, fmt.Sprintf("%q has no source", p.Property.Text), "write: source: <id>, here or above for all")
		}
		if !m.Place.Given() && !p.Place.Given() {
			wrong(p.Property, fmt.Sprintf("%q has no place in its source", p.Property.Text), `write: place: "row-{row}", here or above for all`)
		}
	}
	if columns == nil {
		return problem.Sort(problems)
	}
	if !m.Name.Given() {
		wrong(m.Type, "it is not said what the entities are called", `write: name: "{Name}", with the column that has the names`)
	}
	for _, p := range patterns {
		for _, found := range slot.FindAllStringSubmatch(p.Text, -1) {
			if column := found[1]; column != "row" && !contains(columns, column) {
				wrong(p, fmt.Sprintf("the table has no column %q", column), hint(column, columns))
			}
		}
	}
	return problem.Sort(problems)
}

var (
	slot             = regexp.MustCompile(`\{([^{}]+)\}`)
	wikidataProperty = regexp.MustCompile(`^P[1-9][0-9]*$`)
)

func contains(list []string, one string) bool {
	for _, s := range list {
		if s == one {
			return true
		}
	}
	return false
}

func hint(word string, known []string) string {
	if near := nearest.Name(word, known); near != "" {
		return fmt.Sprintf("did you mean %q?", near)
	}
	return "it can be: " + strings.Join(known, ", ")
}
