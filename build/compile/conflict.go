package compile

import (
	"cmp"
	"slices"
	"strings"

	"example.org/publish/build/conflict"
	"example.org/publish/build/fact"
)

func (k *compiler) conflicts() {
	types := map[string]int{}
	for i, t := range k.written.Types {
		types[t.ID.Text] = i
	}
	for _, w := range k.written.Entities {
		e := k.catalog.entities[w.ID.Text]
		in := conflict.Context{Language: k.catalog.Main(), Entity: e.ID, Published: k.published}
		for _, f := range w.Facts {
			property := k.written.Types[types[e.Type.ID]].Property(f.Property.Text)
			for _, found := range conflict.Of(property, f.Statements, in) {
				c := &Conflict{Entity: e, Property: e.Type.Property(f.Property.Text), Certain: found.Certain}
				for _, i := range found.Members {
					c.Statements = append(c.Statements, k.became[f.Statements[i]])
				}
				c.finish()
				k.catalog.Conflicts = append(k.catalog.Conflicts, c)
			}
		}
	}
	slices.SortFunc(k.catalog.Conflicts, func(a, b *Conflict) int { return strings.Compare(a.ID, b.ID) })
}

// finish names the conflict after the least of its statements' ids, so that a
// further rival rarely changes it, and puts the preferred statement first.
func (c *Conflict) finish() {
	least := c.Statements[0].ID
	standing := 0
	for _, s := range c.Statements {
		s.Conflict = c
		least = min(least, s.ID)
		c.Settled = c.Settled || s.Rank == "preferred"
		if s.Rank != "deprecated" {
			standing++
		}
	}
	c.Settled = c.Settled || standing <= 1
	c.ID = fact.Hashed("c", c.Entity.ID, c.Property.ID, least)
	slices.SortStableFunc(c.Statements, func(a, b *Statement) int {
		return cmp.Or(cmp.Compare(rankOrder[a.Rank], rankOrder[b.Rank]), inReadingOrder(a, b))
	})
}

var rankOrder = map[string]int{"preferred": 0, "normal": 1, "deprecated": 2}
