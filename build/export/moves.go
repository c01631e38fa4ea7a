package export

import (
	"slices"

	"example.org/publish/build/compile"
)

func movesTable(c *compile.Catalog) Table {
	type move struct {
		*compile.Move
		to *compile.Entity
	}
	moves := func(yield func(move) bool) {
		for _, m := range c.Moves {
			for _, to := range m.To {
				if !yield(move{m, to}) {
					return
				}
			}
		}
	}
	return newTable(Table{
		Name:        "moves",
		Title:       english("Moved ids"),
		Description: english("Ids that are no longer used, and where they have gone; an id that was split has several rows."),
		Key:         []string{"old_id", "entity_id"},
		References:  []Reference{{[]string{"entity_id"}, "entities", []string{"entity_id"}}},
	}, slices.Concat(
		column(ID, "old_id", "the id that is no longer used", func(m move) string { return m.Old }).required(),
		column(ID, "entity_id", "the entity that now stands for it, or for a part of it", func(m move) string { return m.to.ID }).required(),
		texts(c.Languages, "reason", "why it moved", func(m move) compile.Text { return m.Reason }),
	), moves)
}
