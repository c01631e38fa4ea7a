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
			cmp.Compare(begins(a.Span), begins(b.Span)),
			cmp.Compare(a.Span.Possible.Last, b.Span.Possible.Last),
		)
	})
	inSequence(k.catalog.Moments)
	for _, m := range k.catalog.Moments {
		for _, e := range taking(m) {
			e.Moments = append(e.Moments, m)
		}
	}
}

// inSequence orders, among moments that nothing known of their dates tells
// apart, each event behind those that it follows. Events that follow one
// another in a ring stay as they are.
func inSequence(moments []*Moment) {
	for first := 0; first < len(moments); {
		last := first + 1
		for last < len(moments) && moments[last].Span == moments[first].Span {
			last++
		}
		if last-first > 1 {
			copy(moments[first:last], sequence(moments[first:last]))
		}
		first = last
	}
}

func sequence(moments []*Moment) []*Moment {
	of := map[*Entity][]*Moment{}
	for _, m := range moments {
		of[m.Statement.Entity] = append(of[m.Statement.Entity], m)
	}
	ordered := make([]*Moment, 0, len(moments))
	entered := map[*Moment]bool{}
	var enter func(*Moment)
	enter = func(m *Moment) {
		if entered[m] {
			return
		}
		entered[m] = true
		if m.Event() {
			for _, s := range m.Statement.Entity.Statements {
				if s.Property.Follows {
					for _, before := range of[s.Value.Entity] {
						enter(before)
					}
				}
			}
		}
		ordered = append(ordered, m)
	}
	for _, m := range moments {
		enter(m)
	}
	return ordered
}

// begins is the first day on which what has the span can have begun. When that
// is open, it is the first day by which it had begun, or else the last day on
// which it can have ended.
func begins(s edtf.Span) edtf.Day {
	for _, day := range []edtf.Day{s.Possible.First, s.Certain.First} {
		if !day.Open() {
			return day
		}
	}
	return s.Possible.Last
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
