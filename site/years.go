package site

import (
	"cmp"
	"strconv"

	"example.org/publish/build/edtf"
)

// yearRange is the years in which something was: what a list puts it under. Its
// order puts what is known to a year before what only began in it.
type yearRange struct {
	first, last int
	from, to    edtf.Day
	undated     bool // nothing is known; it goes last
}

// yearsOf are the years that a span possibly touches. An open end adds none.
func yearsOf(span edtf.Span) yearRange {
	from, to := span.Possible.First, span.Possible.Last
	switch {
	case from.Open() && to.Open():
		return yearRange{undated: true}
	case from.Open():
		from = to
	case to.Open():
		to = from
	}
	return yearRange{first: from.Year(), last: to.Year(), from: from, to: to}
}

func (y yearRange) compare(z yearRange) int {
	undated := func(y yearRange) int {
		if y.undated {
			return 1
		}
		return 0
	}
	return cmp.Or(
		cmp.Compare(undated(y), undated(z)),
		cmp.Compare(y.first, z.first),
		cmp.Compare(y.last, z.last),
		cmp.Compare(y.from, z.from),
		cmp.Compare(y.to, z.to),
	)
}

// anchor is the years as an HTML id.
func (y yearRange) anchor() string {
	switch {
	case y.undated:
		return "undated"
	case y.first == y.last:
		return "y" + strconv.Itoa(y.first)
	}
	return "y" + strconv.Itoa(y.first) + "-" + strconv.Itoa(y.last)
}

// yearsInWords names them: a year, a decade, or from when to when.
func (p place) yearsInWords(y yearRange) string {
	decade := y.first%10 == 0 && y.last == y.first+9
	switch {
	case y.undated:
		return p.T("list.undated")
	case y.first == y.last:
		return p.Year(y.first)
	case decade && y.first > 0:
		return p.Decade(y.first)
	}
	return p.T("list.years", "first", p.Year(y.first), "last", p.Year(y.last))
}
