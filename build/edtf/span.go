package edtf

import "cmp"

// Extent is the days from First to Last, both included.
type Extent struct {
	First, Last Day
}

// Empty reports whether there is no day in x. The zero Extent is not empty: it is 1970-01-01.
func (x Extent) Empty() bool { return x.First > x.Last }

func (x Extent) overlaps(y Extent) bool { return x.First <= y.Last && y.First <= x.Last }

func (x Extent) compare(y Extent) int {
	return cmp.Or(cmp.Compare(x.First, y.First), cmp.Compare(x.Last, y.Last))
}

// Span is when something held. It began on some day from Possible.First to Certain.First and ended on some day from
// Certain.Last to Possible.Last. So Possible has every day on which it can have held, and Certain those on which it must
// have; if Certain is empty there is no such day, and its two days still bound the beginning and the end.
//
// The gaps of a one-of set are lost here: [1667,1670] is possible in 1668. Only Compatible minds them.
type Span struct {
	Possible, Certain Extent
	Ongoing           bool // the end is "..": still so when the source was written
}

// Point returns when something happened that fell on one day: some day within on. Of an a/b interval it held all the days
// from a to b.
func Point(on Date) Span {
	if start, end, ok := on.Interval(); ok {
		return Period(start, end)
	}
	first, last := on.Earliest(), on.Latest()
	return Span{Possible: Extent{first, last}, Certain: Extent{last, first}}
}

// Period returns when something held that began within from and ended within until.
//
// A zero Date is not said, and says nothing: without until, it possibly held for ever after and certainly on no day but
// from's, if that is a single one. An until of ".." says that it held still when the source was written; as this package
// doesn't know when that was, the certain part stays as it is until the caller gives the day to [Span.Until]. The same
// holds for from, backwards: an open beginning certifies no day.
//
// If from is wholly after until, Possible and Certain are both empty, and no relation to any other Span holds.
func Period(from, until Date) Span {
	s := Span{
		Possible: Extent{from.Earliest(), until.Latest()},
		Certain:  Extent{from.Latest(), until.Earliest()},
		Ongoing:  until.IsOpen(),
	}
	if !s.Possible.Empty() {
		// Nothing ends before it begins: from 2025-11 until 2025-11-03 it began on the 3rd at the latest.
		s.Certain.First = min(s.Certain.First, s.Possible.Last)
		s.Certain.Last = max(s.Certain.Last, s.Possible.First)
	}
	return s
}

// Until returns the Span of something ongoing that is known to have held on the day horizon, as when its source was
// written then: the certain part reaches that day. A Span that is not Ongoing, an open horizon, and a horizon before the
// first possible day change nothing.
func (s Span) Until(horizon Day) Span {
	if s.Ongoing && !horizon.Open() && horizon >= s.Possible.First {
		s.Certain.First = min(s.Certain.First, horizon)
		s.Certain.Last = max(s.Certain.Last, horizon)
	}
	return s
}

// CertainlyBefore reports whether s must have ended before t began.
func (s Span) CertainlyBefore(t Span) bool {
	return s.holds() && t.holds() && s.Possible.Last < t.Possible.First
}

// PossiblyBefore reports whether s can have ended before t began.
func (s Span) PossiblyBefore(t Span) bool {
	return s.holds() && t.holds() && s.Certain.Last < t.Certain.First
}

// CertainlyOverlaps reports whether s and t must have held on the same day, on whichever.
func (s Span) CertainlyOverlaps(t Span) bool {
	return s.holds() && t.holds() && s.Certain.First <= t.Certain.Last && t.Certain.First <= s.Certain.Last
}

// PossiblyOverlaps reports whether s and t can have held on the same day.
func (s Span) PossiblyOverlaps(t Span) bool {
	return s.holds() && t.holds() && s.Possible.overlaps(t.Possible)
}

// holds is false for what would have ended before it began.
func (s Span) holds() bool { return !s.Possible.Empty() }
