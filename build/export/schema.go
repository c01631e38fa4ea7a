package export

import (
	"iter"
	"slices"
	"strings"

	"example.org/publish/build/compile"
)

func typesTable(c *compile.Catalog) Table {
	type kind = *compile.Type
	return newTable(Table{
		Name:        "types",
		Title:       english("Types"),
		Description: english("The kinds of entity that the dataset declares."),
		Key:         []string{"entity_type"},
	}, slices.Concat(
		column(ID, "entity_type", "id of the type", func(t kind) string { return t.ID }).required(),
		texts(c.Languages, "label", "what one entity of the type is called", func(t kind) compile.Text { return t.Label }).requiredFirst(),
		texts(c.Languages, "plural", "what several are called", func(t kind) compile.Text { return t.Plural }).requiredFirst(),
		texts(c.Languages, "description", "what belongs to the type", func(t kind) compile.Text { return t.Description }),
		column(ID, "parties", "on a type whose entities are relations between two entities: the property that names the two", func(t kind) string { return propertyID(t.Parties) }),
		column(ID, "status", "on such a type: the property that says how they stand", func(t kind) string { return propertyID(t.Status) }),
		count("entities", "how many entities there are of the type", func(t kind) int { return len(t.Entities) }),
	), slices.Values(c.Types))
}

func propertiesTable(c *compile.Catalog) Table {
	type property = *compile.Property
	return newTable(Table{
		Name:        "properties",
		Title:       english("Properties"),
		Description: english("What the entities of each type can say."),
		Key:         []string{"entity_type", "property"},
		References:  []Reference{{[]string{"entity_type"}, "types", []string{"entity_type"}}},
	}, slices.Concat(
		column(ID, "entity_type", "the type whose entities have the property", func(p property) string { return p.Type.ID }).required(),
		column(ID, "property", "id of the property", func(p property) string { return p.ID }).required(),
		texts(c.Languages, "label", "what the property is called", func(p property) compile.Text { return p.Label }).requiredFirst(),
		texts(c.Languages, "inverse", "what it is called when seen from the entity that is the value", func(p property) compile.Text { return p.Inverse }),
		texts(c.Languages, "description", "what exactly it says", func(p property) compile.Text { return p.Description }),
		column(Code, "value_kind", "kind of its values", func(p property) string { return p.Kind }).allowed(kinds...).required(),
		column(IDs, "value_types", "types that its values may have when they are entities; empty: any", func(p property) string { return strings.Join(p.Targets, separator) }),
		column(Code, "time", "none: its statements have no time; point: a day; period: from and until", func(p property) string { return p.Time }).allowed("none", "point", "period").required(),
		truth("one_at_a_time", "true: two different values at overlapping times are a conflict", func(p property) bool { return p.OneAtATime }),
		truth("timeline", "true: its statements stand on the timeline", func(p property) bool { return p.Timeline }),
		truth("lead", "true: it says in a phrase what the entity is", func(p property) bool { return p.Lead }),
		truth("follows", "true: the entity comes after the value in time", func(p property) bool { return p.Follows }),
	), properties(c))
}

func codesTable(c *compile.Catalog) Table {
	return choicesTable(c, "codes", "code", "Codes", "The closed lists of values, for properties whose values are codes.", func(p *compile.Property) []*compile.Choice { return p.Codes })
}

func rolesTable(c *compile.Catalog) Table {
	return choicesTable(c, "roles", "role", "Roles", "The roles that the values of a property may play.", func(p *compile.Property) []*compile.Choice { return p.Roles })
}

// choicesTable lists the words of the closed lists of all properties.
func choicesTable(c *compile.Catalog, name, word, title, description string, of func(*compile.Property) []*compile.Choice) Table {
	type choice struct {
		*compile.Choice
		property *compile.Property
	}
	choices := func(yield func(choice) bool) {
		for p := range properties(c) {
			for _, ch := range of(p) {
				if !yield(choice{ch, p}) {
					return
				}
			}
		}
	}
	property := []string{"entity_type", "property"}
	return newTable(Table{
		Name:        name,
		Title:       english(title),
		Description: english(description),
		Key:         append(property, word),
		References:  []Reference{{property, "properties", property}},
	}, slices.Concat(
		column(ID, "entity_type", "type that has the property", func(ch choice) string { return ch.property.Type.ID }).required(),
		column(ID, "property", "the property", func(ch choice) string { return ch.property.ID }).required(),
		column(ID, word, "id of the "+word, func(ch choice) string { return ch.ID }).required(),
		texts(c.Languages, "label", "what it is called", func(ch choice) compile.Text { return ch.Label }).requiredFirst(),
		texts(c.Languages, "description", "when it is used", func(ch choice) compile.Text { return ch.Description }),
	), choices)
}

// properties are those of all types, by type and then in the schema's order.
func properties(c *compile.Catalog) iter.Seq[*compile.Property] {
	return func(yield func(*compile.Property) bool) {
		for _, t := range c.Types {
			for _, p := range t.Properties {
				if !yield(p) {
					return
				}
			}
		}
	}
}

func propertyID(p *compile.Property) string {
	if p == nil {
		return ""
	}
	return p.ID
}
