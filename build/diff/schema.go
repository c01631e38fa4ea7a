package diff

func (c *comparer) types() {
	both(c.Old.Types, c.New.Types, func(t *Type) string { return t.ID }, func(a, b *Type) {
		switch {
		case a == nil:
			c.add(Change{Subject: OfType, Verb: Added, Bump: Minor, ID: b.ID})
			return // what it can say is new with it
		case b == nil:
			c.add(Change{Subject: OfType, Verb: Removed, Bump: Major, ID: a.ID})
			return
		}
		c.typ(a, b)
		both(a.Properties, b.Properties, func(p *Property) string { return p.ID }, func(p, q *Property) {
			switch {
			case p == nil:
				c.add(Change{Subject: OfProperty, Verb: Added, Bump: Minor, Type: a.ID, ID: q.ID})
			case q == nil:
				c.add(Change{Subject: OfProperty, Verb: Removed, Bump: Major, Type: a.ID, ID: p.ID})
			default:
				c.property(a.ID, p, q)
			}
		})
	})
}

func (c *comparer) typ(a, b *Type) {
	f := c.fields()
	f.text("label", a.Label, b.Label)
	f.text("plural", a.Plural, b.Plural)
	f.text("description", a.Description, b.Description)
	bump := Patch
	said := len(f.list)
	f.word("parties", a.Parties, b.Parties)
	f.word("status", a.Status, b.Status)
	if len(f.list) > said {
		bump = Major
	}
	if len(f.list) > 0 {
		c.add(Change{Subject: OfType, Verb: Changed, Bump: bump, ID: b.ID, Fields: f.list})
	}
}

// property compares what a property can say. Its meaning changes with its kind
// of value and with how its values go together; that it is described in other
// words may only make its meaning clearer.
func (c *comparer) property(typ string, a, b *Property) {
	f := c.fields()
	f.text("label", a.Label, b.Label)
	f.text("inverse", a.Inverse, b.Inverse)
	f.text("description", a.Description, b.Description)
	f.truth("timeline", a.Timeline, b.Timeline)
	f.truth("lead", a.Lead, b.Lead)
	f.truth("follows", a.Follows, b.Follows)
	bump := Patch
	said := len(f.list)
	f.set("targets", a.Targets, b.Targets)
	if len(f.list) > said && widened(a.Targets, b.Targets) {
		bump = Minor
		said = len(f.list)
	}
	f.word("kind", a.Kind, b.Kind)
	f.word("time", a.Time, b.Time)
	f.truth("one-at-a-time", a.OneAtATime, b.OneAtATime)
	if len(f.list) > said {
		bump = Major
	}
	if len(f.list) > 0 {
		c.add(Change{Subject: OfProperty, Verb: Changed, Bump: bump, Type: typ, ID: b.ID, Fields: f.list})
	}
	c.choices(Change{Subject: OfCode, Type: typ, Property: b.ID}, a.Codes, b.Codes)
	c.choices(Change{Subject: OfRole, Type: typ, Property: b.ID}, a.Roles, b.Roles)
}

// widened reports whether all that could be a value still can. No target means
// any.
func widened(old, new []string) bool {
	return len(new) == 0 || len(old) > 0 && len(without(old, new)) == 0
}

func (c *comparer) choices(of Change, old, new []Choice) {
	both(pointers(old), pointers(new), func(ch *Choice) string { return ch.ID }, func(a, b *Choice) {
		one := of
		switch {
		case a == nil:
			one.Verb, one.Bump, one.ID = Added, Minor, b.ID
		case b == nil:
			one.Verb, one.Bump, one.ID = Removed, Major, a.ID
		default:
			f := c.fields()
			f.text("label", a.Label, b.Label)
			f.text("description", a.Description, b.Description)
			if f.list == nil {
				return
			}
			one.Verb, one.Bump, one.ID, one.Fields = Changed, Patch, b.ID, f.list
		}
		c.add(one)
	})
}

func pointers(list []Choice) []*Choice {
	var to []*Choice
	for i := range list {
		to = append(to, &list[i])
	}
	return to
}
