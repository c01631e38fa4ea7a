package compile

import (
	"cmp"
	"slices"

	"example.org/publish/build/edtf"
)

func (k *compiler) timeline() {
	for _, s := range k.catalog.Statements {
		if !s.Property.Timeline || !s.Dated() {
			continue
		}
		m := &Moment{Statement: s, Date: s.On, Span: s.Span}
		if s.Property.Kind == "date" {
			m.Date = s.Value.Date
		}
		m.Years = years(m)
		k.catalog.Moments = append(k.catalog.Moments, m)
	}
	slices.SortStableFunc(k.catalog.Moments, func(a, b *Moment) int {
		return cmp.Or(
			cmp.Compare(begins(a), begins(b)),
			cmp.Compare(a.Span.Possible.Last, b.Span.Possible.Last),
		)
	})
	for _, m := range k.catalog.Moments {
		for _, e := range taking(m) {
			e.Moments = append(e.Moments, m)
		}
	}
}

// begins is the first day on which a moment can begin. What has an end but no
// beginning stands at its end.
func begins(m *Moment) edtf.Day {
	if m.Span.Possible.First.Open() {
		return m.Span.Possible.Last
	}
	return m.Span.Possible.First
}

// years are the years in which a moment can begin and those in which it can
// end. An office held for decades is not listed in each year between.
func years(m *Moment) []int {
	var found []int
	add := func(d edtf.Date) {
		first, last := d.Earliest(), d.Latest()
		switch {
		case d.IsZero() || first.Open() && last.Open():
			return
		case first.Open():
			first = last
		case last.Open():
			last = first
		}
		for y := first.Year(); y <= last.Year() && y-first.Year() < 100; y++ {
			found = append(found, y)
		}
	}
	add(m.Date)
	add(m.Statement.From)
	add(m.Statement.Until)
	slices.Sort(found)
	return slices.Compact(found)
}

// taking are the entities on whose own timelines a moment stands: the one that
// it is about and, for an event, all that its statements name.
func taking(m *Moment) []*Entity {
	e := m.Statement.Entity
	entities := []*Entity{e}
	add := func(other *Entity) {
		if other != nil && !slices.Contains(entities, other) {
			entities = append(entities, other)
		}
	}
	add(m.Statement.Value.Entity)
	if m.Event() {
		for _, s := range e.Statements {
			add(s.Value.Entity)
		}
	}
	return entities
}
