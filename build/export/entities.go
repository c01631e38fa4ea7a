package export

import (
	"slices"

	"example.org/publish/build/compile"
)

func entitiesTable(c *compile.Catalog) Table {
	return newTable(Table{
		Name:        "entities",
		Title:       english("Entities"),
		Description: english("Each person, state, event or other thing that has an id."),
		Key:         []string{"entity_id"},
		References:  []Reference{{[]string{"entity_type"}, "types", []string{"entity_type"}}},
	}, entityFields(c), slices.Values(c.Entities))
}

func entityFields(c *compile.Catalog) fields[*compile.Entity] {
	type entity = *compile.Entity
	return slices.Concat(
		column(ID, "entity_id", "id of the entity; it is never used again for another", func(e entity) string { return e.ID }).required(),
		column(ID, "entity_type", "type of the entity", func(e entity) string { return e.Type.ID }).required(),
		texts(c.Languages, "name", "name of the entity", func(e entity) compile.Text { return e.Name }).requiredFirst(),
		count("statements", "how many statements there are about the entity", func(e entity) int { return len(e.Statements) }),
		count("mentions", "how many statements about other entities have it as their value", func(e entity) int { return len(e.Mentions) }),
		count("claims_made", "how many statements are claims that the entity makes", func(e entity) int { return len(e.Claims) }),
		texts(c.Languages, "withdrawn", "why the facts about the entity were taken back; empty while they stand", func(e entity) compile.Text { return e.Withdrawn }),
		column(Text, "file", "file of the dataset that holds the entity", func(e entity) string { return e.File }).required(),
	)
}
