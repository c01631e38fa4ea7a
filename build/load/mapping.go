package load

import (
	"example.org/publish/build/fact"
	"example.org/publish/build/problem"
)

var mappingKeys = keys[fact.Mapping]{what: "a mapping", list: []key[fact.Mapping]{
	{"type", func(r *reader, m *fact.Mapping, e entry) { m.Type = r.scalar(e) }},
	{"id", func(r *reader, m *fact.Mapping, e entry) { m.ID = r.scalar(e) }},
	{"name", func(r *reader, m *fact.Mapping, e entry) { m.Name = r.scalar(e) }},
	{"source", func(r *reader, m *fact.Mapping, e entry) { m.Source = r.scalar(e) }},
	{"place", func(r *reader, m *fact.Mapping, e entry) { m.Place = r.scalar(e) }},
	{"facts", func(r *reader, m *fact.Mapping, e entry) { m.Properties = r.mapped(e) }},
}}

var mappedKeys = keys[fact.MappedProperty]{what: "a mapped property", list: []key[fact.MappedProperty]{
	{"value", func(r *reader, p *fact.MappedProperty, e entry) { p.Value = r.scalar(e) }},
	{"on", func(r *reader, p *fact.MappedProperty, e entry) { p.On = r.scalar(e) }},
	{"from", func(r *reader, p *fact.MappedProperty, e entry) { p.From = r.scalar(e) }},
	{"until", func(r *reader, p *fact.MappedProperty, e entry) { p.Until = r.scalar(e) }},
	{"by", func(r *reader, p *fact.MappedProperty, e entry) { p.By = r.scalar(e) }},
	{"role", func(r *reader, p *fact.MappedProperty, e entry) { p.Role = r.scalar(e) }},
	{"note", func(r *reader, p *fact.MappedProperty, e entry) { p.Note = r.scalar(e) }},
	{"source", func(r *reader, p *fact.MappedProperty, e entry) { p.Source = r.scalar(e) }},
	{"place", func(r *reader, p *fact.MappedProperty, e entry) { p.Place = r.scalar(e) }},
	{"separator", func(r *reader, p *fact.MappedProperty, e entry) { p.Separator = r.scalar(e) }},
	{"values", func(r *reader, p *fact.MappedProperty, e entry) { p.Values = r.mappedValues(e) }},
}}

// Mapping reads a mapping for an import, under the name that its problems bear.
func Mapping(name string, content []byte) (fact.Mapping, []problem.Problem) {
	r := &reader{file: name}
	root, _ := r.parse(content)
	var m fact.Mapping
	record(r, root, mappingKeys, &m)
	return m, problem.Sort(r.problems)
}

func (r *reader) mapped(e entry) []fact.MappedProperty {
	if e.value == nil {
		return nil
	}
	entries, ok := r.entries(e.value)
	if !ok {
		r.wrongShape(e.value, `"facts" is a map from properties to how they are made`, "write: born: { value: \"{Born}\" }")
		return nil
	}
	var properties []fact.MappedProperty
	for _, one := range entries {
		p := fact.MappedProperty{Property: one.key}
		record(r, one.value, mappedKeys, &p)
		properties = append(properties, p)
	}
	return properties
}

func (r *reader) mappedValues(e entry) []fact.MappedValue {
	if e.value == nil {
		return nil
	}
	entries, ok := r.entries(e.value)
	if !ok {
		r.wrongShape(e.value, `"values" is a map from their words to those of the dataset`, "write: Q142: france")
		return nil
	}
	var values []fact.MappedValue
	for _, one := range entries {
		values = append(values, fact.MappedValue{Theirs: one.key, Ours: r.scalar(one)})
	}
	return values
}
