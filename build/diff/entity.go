package diff

import (
	"cmp"
	"maps"
	"slices"

	"example.org/publish/build/fact"
)

// entities compares all entities and their statements. The statements of what
// was moved, merged or divided are compared with those of what it has become.
func (c *comparer) entities() {
	entity := func(e *Entity) string { return e.ID }
	groups := c.groups()
	for _, g := range groups {
		c.match(g)
	}
	found := map[string][]*Change{} // by entity
	for _, g := range groups {
		for _, one := range c.statements(g) {
			found[one.Entity] = append(found[one.Entity], one)
		}
	}
	both(c.Old.Entities, c.New.Entities, entity, func(a, b *Entity) {
		c.entity(a, b)
		id := ""
		if a != nil {
			id = a.ID
		} else {
			id = b.ID
		}
		c.All = append(c.All, found[id]...)
	})
}

func (c *comparer) entity(a, b *Entity) {
	switch {
	case a == nil:
		if !c.became(b.ID) {
			c.add(Change{Subject: OfEntity, Verb: Added, Bump: Minor, ID: b.ID, Type: b.Type})
		}
		if len(b.Withdrawn) > 0 {
			c.add(Change{Subject: OfEntity, Verb: Withdrawn, Bump: Patch, ID: b.ID, Type: b.Type, Reason: b.Withdrawn})
		}
		return
	case b == nil:
		c.gone(Change{Subject: OfEntity, ID: a.ID, Type: a.Type})
		return
	}
	of := Change{Subject: OfEntity, Bump: Patch, ID: b.ID, Type: b.Type}
	if f := c.fields(); a.Type != b.Type {
		f.word("type", a.Type, b.Type)
		one := of
		one.Verb, one.Bump, one.Fields = Changed, Major, f.list // its address changes with it
		c.add(one)
	}
	f := c.fields()
	if f.text("name", a.Name, b.Name); f.list != nil {
		one := of
		one.Verb, one.Fields = Renamed, f.list
		c.add(one)
	}
	switch f := c.fields(); {
	case len(a.Withdrawn) == 0 && len(b.Withdrawn) > 0:
		of.Verb, of.Reason = Withdrawn, b.Withdrawn
		c.add(of)
	case len(a.Withdrawn) > 0 && len(b.Withdrawn) == 0:
		of.Verb = Restored
		c.add(of)
	default:
		if f.text("withdrawn", a.Withdrawn, b.Withdrawn); f.list != nil {
			of.Verb, of.Fields = Changed, f.list
			c.add(of)
		}
	}
}

// became reports whether the entity is what one of the older state has become.
func (c *comparer) became(id string) bool {
	return slices.ContainsFunc(c.New.Moves, func(m Move) bool {
		return slices.Contains(m.To, id) && c.Old.Entity(m.Old) != nil
	})
}

// group is entities of both states whose statements are compared with each
// other.
type group struct {
	old, new []*Statement
	pairs    map[*Statement]*Statement // older → newer
	paired   map[*Statement]*Statement // newer → older
}

// groups puts each entity with what it has become: alone, as a rule.
func (c *comparer) groups() []*group {
	root := map[string]string{} // towards the one id that stands for a group
	var of func(id string) string
	of = func(id string) string {
		if up, ok := root[id]; ok && up != id {
			root[id] = of(up)
			return root[id]
		}
		return id
	}
	for _, e := range c.Old.Entities {
		if c.New.Entity(e.ID) != nil {
			continue
		}
		for _, to := range c.New.moves[e.ID].To {
			root[of(e.ID)] = of(to)
		}
	}
	byRoot := map[string]*group{}
	at := func(id string) *group {
		r := of(id)
		if byRoot[r] == nil {
			byRoot[r] = &group{pairs: map[*Statement]*Statement{}, paired: map[*Statement]*Statement{}}
		}
		return byRoot[r]
	}
	for _, e := range c.Old.Entities {
		g := at(e.ID)
		g.old = append(g.old, e.Statements...)
	}
	for _, e := range c.New.Entities {
		g := at(e.ID)
		g.new = append(g.new, e.Statements...)
	}
	var list []*group
	for _, r := range slices.Sorted(maps.Keys(byRoot)) {
		list = append(list, byRoot[r])
	}
	return list
}

// statements lists how the statements of a group differ, once all groups are
// matched: in the order of the newer page, then what is gone.
func (c *comparer) statements(g *group) []*Change {
	var list []*Change
	of := func(s *Statement, state *State) *Change {
		one := &Change{Subject: OfStatement, ID: s.ID, Entity: s.Entity, Property: s.Property}
		if e := state.Entity(s.Entity); e != nil {
			one.Type = e.Type
		}
		return one
	}
	for _, s := range g.new {
		one := of(s, c.New)
		one.After, one.Before = s, g.paired[s]
		if one.Before == nil {
			one.Verb, one.Bump = Added, Minor
			list = append(list, one)
			continue
		}
		if one.Fields = c.statement(one.Before, s); one.Fields != nil {
			one.Verb, one.Bump = Changed, Patch
			list = append(list, one)
		}
	}
	for _, s := range g.old {
		if g.pairs[s] != nil {
			continue
		}
		one := of(s, c.Old)
		one.Verb, one.Bump, one.Before = Withdrawn, Patch, s
		one.Reason = c.New.moves[s.ID].Reason
		if e := c.New.Entity(s.Entity); one.Reason == nil && e != nil {
			one.Reason = e.Withdrawn
		}
		list = append(list, one)
	}
	return list
}

// statement lists the parts in which two forms of a statement differ.
func (c *comparer) statement(a, b *Statement) []Field {
	f := c.fields()
	f.word("property", a.Property, b.Property)
	switch b.Value.Kind {
	case "text", "name":
		f.text("value", a.Value.Label, b.Value.Label)
	default:
		f.word("value", c.value(a), c.value(b))
	}
	f.word("on", a.On, b.On)
	f.word("from", a.From, b.From)
	f.word("until", a.Until, b.Until)
	f.word("claimant", c.claimant(a), c.claimant(b))
	f.word("role", a.Role, b.Role)
	f.word("certainty", a.Certainty, b.Certainty)
	f.text("detail", a.Detail, b.Detail)
	f.word("rank", a.Rank, b.Rank)
	f.text("reason", a.Reason, b.Reason)
	f.word("key", a.Key, b.Key)
	var disputes []string
	for _, d := range a.Disputes {
		disputes = append(disputes, cmp.Or(c.Became[d], d))
	}
	f.set("disputes", disputes, b.Disputes)
	f.text("note", a.Note, b.Note)
	if gone, come, mended := c.cited(a, b); len(gone)+len(come)+len(mended) > 0 {
		f.list = append(f.list, Field{Name: "citations", Old: places(a.Citations), New: places(b.Citations)})
	}
	return f.list
}

// Says reports whether the state says what a statement of another one said,
// whatever its sources and its rank.
func (s *State) Says(one *Statement) bool {
	e := s.Entity(s.Is(one.Entity))
	return e != nil && slices.ContainsFunc(e.Statements, func(other *Statement) bool { return s.alike(one, other) })
}

// alike compares what two statements say of one entity; ids of the first may
// have moved since.
func (s *State) alike(a, b *Statement) bool {
	value := a.Value.Written
	if a.Value.Kind == "entity" {
		value = s.Is(value)
	}
	words := b.Value.Kind != "text" && b.Value.Kind != "name" || slices.Equal(a.Value.Label, b.Value.Label)
	return a.Property == b.Property && value == b.Value.Written && words && sameTime(a, b) &&
		a.Claimed == b.Claimed && s.Is(a.By) == b.By && a.Role == b.Role && a.Certainty == b.Certainty &&
		slices.Equal(a.Detail, b.Detail) && slices.Equal(a.Reason, b.Reason) && slices.Equal(a.Note, b.Note)
}

// value is what a statement says, an entity by the id of today.
func (c *comparer) value(s *Statement) string {
	if s.Value.Kind == "entity" {
		return c.is(s.Value.Written)
	}
	return s.Value.Written
}

// claimant is who claims a statement, by the id of today.
func (c *comparer) claimant(s *Statement) string {
	switch {
	case !s.Claimed:
		return ""
	case s.By == "":
		return fact.Unnamed
	}
	return c.is(s.By)
}
