package edtf

import (
	"fmt"
	"testing"
)

func TestPossibleAndCertainDays(t *testing.T) {
	for _, test := range []struct {
		name              string
		span              Span
		possible, certain string
	}{
		{"a day", on("2025-11-03"), "2025-11-03 2025-11-03", "2025-11-03 2025-11-03"},
		{"a month", on("2025-11"), "2025-11-01 2025-11-30", "none"},
		{"a set", on("[2025-10-28..2025-11-07]"), "2025-10-28 2025-11-07", "none"},
		{"no day", on(""), ".. ..", "none"},
		{"an interval", on("2013/2016"), "2013-01-01 2016-12-31", "2013-12-31 2016-01-01"},
		{"an open interval", on("2013/.."), "2013-01-01 ..", "none"},
		{"days", period("2013-02-03", "2016-05-06"), "2013-02-03 2016-05-06", "2013-02-03 2016-05-06"},
		{"months", period("2021-12", "2025-10"), "2021-12-01 2025-10-31", "2021-12-31 2025-10-01"},
		{"one month", period("2021-12", "2021-12"), "2021-12-01 2021-12-31", "none"},
		{"within the month in which it began", period("2025-11", "2025-11-03"), "2025-11-01 2025-11-03", "2025-11-03 2025-11-03"},
		{"until a set", period("2021-12", "[2025-10-28..2025-11-07]"), "2021-12-01 2025-11-07", "2021-12-31 2025-10-28"},
		{"no end, from a day", period("2021-12-01", ""), "2021-12-01 ..", "2021-12-01 2021-12-01"},
		{"no end, from a month", period("2021-12", ""), "2021-12-01 ..", "none"},
		{"no beginning", period("", "2021-12-01"), ".. 2021-12-01", "2021-12-01 2021-12-01"},
		{"neither", period("", ""), ".. ..", "none"},
		{"open end", period("2021-12-01", ".."), "2021-12-01 ..", "2021-12-01 2021-12-01"},
		{"open end, with a horizon", period("2021-12", "..").Until(day("2025-11-03")), "2021-12-01 ..", "2021-12-31 2025-11-03"},
		{"open end, with a horizon in the first month", period("2021-12", "..").Until(day("2021-12-10")), "2021-12-01 ..", "2021-12-10 2021-12-10"},
		{"open end, with the first day as the horizon", period("2021-12", "..").Until(day("2021-12-01")), "2021-12-01 ..", "2021-12-01 2021-12-01"},
		{"open end, with a horizon before", period("2021-12", "..").Until(day("2020-01-01")), "2021-12-01 ..", "none"},
		{"open end, with an open horizon", period("2021-12-01", "..").Until(OpenFuture), "2021-12-01 ..", "2021-12-01 2021-12-01"},
		{"an open interval, with a horizon", on("2013/..").Until(day("2025-11-03")), "2013-01-01 ..", "2013-12-31 2025-11-03"},
		{"unknown end, with a horizon", on("2013-01-01/").Until(day("2025-11-03")), "2013-01-01 ..", "2013-01-01 2013-01-01"},
		{"known end, with a horizon", period("2013", "2016").Until(day("2025-11-03")), "2013-01-01 2016-12-31", "2013-12-31 2016-01-01"},
		{"no beginning, open end, with a horizon", period("", "..").Until(day("2025-11-03")), ".. ..", "2025-11-03 2025-11-03"},
		{"reversed", period("2016", "2013"), "none", "none"},
	} {
		if got := days(test.span.Possible); got != test.possible {
			t.Errorf("%s: possible %s, want %s", test.name, got, test.possible)
		}
		if got := days(test.span.Certain); got != test.certain {
			t.Errorf("%s: certain %s, want %s", test.name, got, test.certain)
		}
	}
}

func on(date string) Span            { return Point(dateOrNone(date)) }
func period(from, until string) Span { return Period(dateOrNone(from), dateOrNone(until)) }
func day(date string) Day            { return MustParse(date).Earliest() }

func days(x Extent) string {
	if x.Empty() {
		return "none"
	}
	return fmt.Sprint(x.First, " ", x.Last)
}

func TestOnlyAnOpenEndIsOngoing(t *testing.T) {
	for _, s := range []Span{period("2013", ".."), on("2013/.."), period("", "..")} {
		if !s.Ongoing {
			t.Errorf("%+v is not ongoing", s)
		}
	}
	for _, s := range []Span{period("2013", ""), on("2013/"), on("../2013"), period("..", "2013"), on("2013")} {
		if s.Ongoing {
			t.Errorf("%+v is ongoing", s)
		}
	}
}

// A week is enough to tell every relation by trying all that could have happened. The dates are all the sets of days in it.
const week = 6

type history struct{ first, last int }

// histories returns all that could have happened: something began on a day within from, and ended on a day within until.
func histories(from, until history) (all []history) {
	for first := from.first; first <= from.last; first++ {
		for last := max(first, until.first); last <= until.last; last++ {
			all = append(all, history{first, last})
		}
	}
	return all
}

func rangeOfDays(h history) Date {
	if h.first == h.last {
		return MustParse(fmt.Sprintf("2025-11-%02d", h.first))
	}
	return MustParse(fmt.Sprintf("[2025-11-%02d..2025-11-%02d]", h.first, h.last))
}

type tried struct {
	span Span
	all  []history
}

// trials returns every point and every period of the week, reversed ones included.
func trials() (all []tried) {
	var within []history
	for first := 1; first <= week; first++ {
		for last := first; last <= week; last++ {
			within = append(within, history{first, last})
		}
	}
	for _, from := range within {
		var point []history
		for d := from.first; d <= from.last; d++ {
			point = append(point, history{d, d})
		}
		all = append(all, tried{Point(rangeOfDays(from)), point})
		for _, until := range within {
			all = append(all, tried{Period(rangeOfDays(from), rangeOfDays(until)), histories(from, until)})
		}
	}
	return all
}

func TestRelationsAreWhatCouldHaveHappened(t *testing.T) {
	all := trials()
	for _, a := range all {
		for _, b := range all {
			var before, after, overlap, total int
			for _, x := range a.all {
				for _, y := range b.all {
					total++
					switch {
					case x.last < y.first:
						before++
					case y.last < x.first:
						after++
					default:
						overlap++
					}
				}
			}
			want := [4]bool{total > 0 && before == total, before > 0, total > 0 && overlap == total, overlap > 0}
			got := [4]bool{a.span.CertainlyBefore(b.span), a.span.PossiblyBefore(b.span), a.span.CertainlyOverlaps(b.span), a.span.PossiblyOverlaps(b.span)}
			if got != want {
				t.Fatalf("%+v and %+v:\n got %v\nwant %v", a.span, b.span, got, want)
			}
		}
	}
}

func TestExtentsAreWhatCouldHaveHappened(t *testing.T) {
	for _, a := range trials() {
		for d := 1; d <= week; d++ {
			held := 0
			for _, x := range a.all {
				if x.first <= d && d <= x.last {
					held++
				}
			}
			today := DayOf(2025, 11, d)
			possible := a.span.Possible.First <= today && today <= a.span.Possible.Last
			certain := a.span.Certain.First <= today && today <= a.span.Certain.Last
			if possible != (held > 0) || certain != (held > 0 && held == len(a.all)) {
				t.Fatalf("%+v on %v: possible %v, certain %v; %d of %d", a.span, today, possible, certain, held, len(a.all))
			}
		}
	}
}

func TestRelationsHoldTogether(t *testing.T) {
	var spans []Span
	all := dates()
	for _, a := range all {
		spans = append(spans, Point(a), Period(a, Date{}), Period(Date{}, a), Period(a, MustParse("..")).Until(DayOf(2025, 11, 3)))
	}
	for _, a := range spans {
		for _, b := range spans {
			if a.PossiblyOverlaps(b) != b.PossiblyOverlaps(a) || a.CertainlyOverlaps(b) != b.CertainlyOverlaps(a) {
				t.Errorf("%+v and %+v overlap one way only", a, b)
			}
			if a.CertainlyOverlaps(b) && (!a.PossiblyOverlaps(b) || a.PossiblyBefore(b)) {
				t.Errorf("%+v certainly overlaps %+v, and possibly doesn't", a, b)
			}
			if a.CertainlyBefore(b) && (!a.PossiblyBefore(b) || a.PossiblyOverlaps(b) || b.PossiblyBefore(a)) {
				t.Errorf("%+v is certainly before %+v, and possibly isn't", a, b)
			}
			if a.PossiblyOverlaps(b) == (a.CertainlyBefore(b) || b.CertainlyBefore(a)) && !a.Possible.Empty() && !b.Possible.Empty() {
				t.Errorf("%+v and %+v neither overlap nor follow each other", a, b)
			}
		}
	}
}
