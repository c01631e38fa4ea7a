package load

import (
	"slices"

	"example.org/publish/build/fact"
)

// typeKeys are the keys of schema/<type>.yaml.
var typeKeys = keys[fact.Type]{what: "a type", list: []key[fact.Type]{
	{"label", func(r *reader, t *fact.Type, e entry) { t.Label = r.translations(e) }},
	{"plural", func(r *reader, t *fact.Type, e entry) { t.Plural = r.translations(e) }},
	{"description", func(r *reader, t *fact.Type, e entry) { t.Description = r.translations(e) }},
	{"properties", func(r *reader, t *fact.Type, e entry) { t.Properties = r.properties(e) }},
	{"pair", func(r *reader, t *fact.Type, e entry) { record(r, e.value, pairKeys, &t.Pair) }},
}}

var pairKeys = keys[fact.Pair]{what: "a pair", list: []key[fact.Pair]{
	{"parties", func(r *reader, p *fact.Pair, e entry) { p.Parties = r.scalar(e) }},
	{"status", func(r *reader, p *fact.Pair, e entry) { p.Status = r.scalar(e) }},
}}

var propertyKeys = keys[fact.Property]{what: "a property", list: []key[fact.Property]{
	{"label", func(r *reader, p *fact.Property, e entry) { p.Label = r.translations(e) }},
	{"inverse", func(r *reader, p *fact.Property, e entry) { p.Inverse = r.translations(e) }},
	{"description", func(r *reader, p *fact.Property, e entry) { p.Description = r.translations(e) }},
	{"value", func(r *reader, p *fact.Property, e entry) { p.Values = r.scalars(e) }},
	{"codes", func(r *reader, p *fact.Property, e entry) { p.Codes = r.choices(e) }},
	{"roles", func(r *reader, p *fact.Property, e entry) { p.Roles = r.choices(e) }},
	{"time", func(r *reader, p *fact.Property, e entry) { p.Time = r.scalar(e) }},
	{"one-at-a-time", func(r *reader, p *fact.Property, e entry) { p.OneAtATime = r.scalar(e) }},
	{"timeline", func(r *reader, p *fact.Property, e entry) { p.Timeline = r.scalar(e) }},
	{"lead", func(r *reader, p *fact.Property, e entry) { p.Lead = r.scalar(e) }},
	{"follows", func(r *reader, p *fact.Property, e entry) { p.Follows = r.scalar(e) }},
}}

var choiceKeys = keys[fact.Choice]{what: "a code or role", list: []key[fact.Choice]{
	{"label", func(r *reader, c *fact.Choice, e entry) { c.Label = r.translations(e) }},
	{"description", func(r *reader, c *fact.Choice, e entry) { c.Description = r.translations(e) }},
}}

// properties reads a map from ids to what each property is.
func (r *reader) properties(e entry) []*fact.Property {
	if e.value == nil {
		return nil
	}
	entries, ok := r.entries(e.value)
	if !ok {
		r.wrongShape(e.value, `"properties" is a map from ids to properties`, "write: office: { label: { en: Office }, value: post }")
		return nil
	}
	var properties []*fact.Property
	for _, one := range entries {
		p := &fact.Property{ID: one.key}
		record(r, one.value, propertyKeys, p)
		properties = append(properties, p)
	}
	return properties
}

// choices reads a map from words to their labels, each a text or, with the key
// label, more about the word.
func (r *reader) choices(e entry) []fact.Choice {
	if e.value == nil {
		return nil
	}
	entries, ok := r.entries(e.value)
	if !ok {
		r.wrongShape(e.value, e.name()+" is a map from words to their labels", "write: "+e.key.Text+": { charged: { en: charged, es: acusado } }")
		return nil
	}
	var choices []fact.Choice
	for _, one := range entries {
		c := fact.Choice{ID: one.key}
		if isChoice(one) {
			record(r, one.value, choiceKeys, &c)
		} else {
			c.Label = r.translations(one)
		}
		choices = append(choices, c)
	}
	return choices
}

// isChoice reports whether the value is written in the long form.
func isChoice(e entry) bool {
	return slices.ContainsFunc(keysOf(e.value), func(k string) bool { return k == "label" || k == "description" })
}
