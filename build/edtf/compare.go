package edtf

import (
	"cmp"
	"strings"
)

// Compare orders dates for sorting: by the earliest day, then by the latest, then by the text. It is a total order, and 0
// only for equal Dates. The zero Date, "..", and what has no beginning come first. That one date sorts before another
// doesn't mean that it was before: ask a Span.
func Compare(a, b Date) int {
	return cmp.Or(
		cmp.Compare(a.Earliest(), b.Earliest()),
		cmp.Compare(a.Latest(), b.Latest()),
		strings.Compare(a.text, b.text),
	)
}

// Compatible reports whether one actual date could satisfy both d and e: some day is possible in each. So a greater
// precision is no contradiction, nor is a date that is not said. Of an interval the starts and the ends must each be
// compatible; a single date stands for both of its ends.
func (d Date) Compatible(e Date) bool {
	dStart, dEnd, dIsInterval := d.Interval()
	eStart, eEnd, eIsInterval := e.Interval()
	switch {
	case dIsInterval && eIsInterval:
		return dStart.sharesDay(eStart) && dEnd.sharesDay(eEnd)
	case dIsInterval:
		return dStart.sharesDay(e) && dEnd.sharesDay(e)
	case eIsInterval:
		return d.sharesDay(eStart) && d.sharesDay(eEnd)
	}
	return d.sharesDay(e)
}

// sharesDay reports whether some day is possible in both d and e. The gaps of a set count.
func (d Date) sharesDay(e Date) bool {
	if d.kind != OneOf && e.kind != OneOf {
		return d.days().overlaps(e.days())
	}
	for _, x := range d.extents() {
		for _, y := range e.extents() {
			if x.overlaps(y) {
				return true
			}
		}
	}
	return false
}

func (d Date) days() Extent { return Extent{d.Earliest(), d.Latest()} }

func (d Date) extents() []Extent {
	members, isSet := d.OneOf()
	if !isSet {
		return []Extent{d.days()}
	}
	extents := make([]Extent, len(members))
	for i, m := range members {
		extents[i] = m.days()
	}
	return extents
}
