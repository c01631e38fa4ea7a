// Package edtf reads dates that are as uncertain as their sources.
//
// A source seldom gives a day. It says "in 2004 or so", "in the spring", "some day that week", "since December". To write
// any of these as a day is to invent; to write it as free text is to give up sorting, comparing and drawing. The Extended
// Date/Time Format (the Library of Congress's EDTF, now ISO 8601-2:2019) writes down exactly as much as is known, and this
// package turns such a text into a [Date]: a small value that can be compared with ==, that knows its first and its last
// possible day, and that remembers how it was written.
//
// Read are levels 0 and 1 for dates and intervals, and from level 2 the one-of set:
//
//	2025-11-03  2025-11  2025          a day, a month, a year (-0044 and Y17000 too)
//	2001-21                            a season: 21 spring, 22 summer, 23 autumn, 24 winter
//	201X  20XX                         some year of a decade, of a century
//	2004-XX  1985-04-XX  1985-XX-XX    some month, some day
//	2004?  2004-06~  2004-06-11%       uncertain, approximate, both
//	2013/2016                          all the time from 2013 to 2016
//	1985/..  ../1985                   with an open end
//	1985/  /1985                       with an unknown end
//	[2013..2016]  [2013,2015-06..]     one date, some time within
//	..                                 an open end that is written alone
//
// Everything else is refused with an [Error] that says what to write instead. What is accepted is canonical: the text of a
// Date is the text it was read from, one text has one meaning, and spaces, lower-case letters, impossible days and reversed
// intervals are not tidied up behind the writer's back.
//
// Each date has an [Date.Earliest] and a [Date.Latest] day, and nothing is padded. The signs ? and ~ say that a source or
// an editor doubts the date, not by how much; a number of days for "about" would be ours and not the source's. So they are
// carried ([Date.Uncertain], [Date.Approximate]) for people to read, and leave the bounds alone. Where the margin is known,
// the set says it: [2003..2005].
//
// When something held is a [Span]: the days on which it possibly did and those on which it certainly did. "Before" and
// "overlaps" then have two answers each, and a caller must choose which it means.
//
// The package doesn't know how to say a date in any language, calendars other than the proleptic Gregorian, times of
// day, time zones, today's date, or which hemisphere a season belongs to. It doesn't know what a date is the date of.
package edtf

// Date is an EDTF date, interval or set. It is a small value; two Dates are == exactly if they were written alike. The
// zero Date is no date: nothing is said.
type Date struct {
	text        string
	first, last Day
	kind        Kind
	approximate bool
	uncertain   bool
}

// String returns the date as it was written, which is its canonical form. The zero Date gives "".
func (d Date) String() string { return d.text }

// Equal is ==, under the name that go-cmp looks for.
func (d Date) Equal(e Date) bool { return d == e }

// IsZero reports whether d is no date at all.
func (d Date) IsZero() bool { return d.kind == Nothing }

// IsOpen reports whether d is "..": the open end of an interval or of a set, or that end written alone.
func (d Date) IsOpen() bool { return d.kind == Open }

// IsUnknown reports whether d is the unknown end of an interval, as in "1985/". What is unknown is not said, so it is the
// zero Date.
func (d Date) IsUnknown() bool { return d.kind == Nothing }

// Earliest returns the first day that d can be, or on which it can begin; OpenPast if nothing bounds it.
func (d Date) Earliest() Day {
	if d.kind == Nothing {
		return OpenPast
	}
	return d.first
}

// Latest returns the last day that d can be, or on which it can end; OpenFuture if nothing bounds it.
func (d Date) Latest() Day {
	if d.kind == Nothing {
		return OpenFuture
	}
	return d.last
}

// Approximate reports whether any part of d is marked ~ or %.
func (d Date) Approximate() bool { return d.approximate }

// Uncertain reports whether any part of d is marked ? or %.
func (d Date) Uncertain() bool { return d.uncertain }

// Kind returns what sort of date d is.
func (d Date) Kind() Kind { return d.kind }

// Precision returns Kind's word: day, month, season, year, decade, century, interval, set, open, or "" for no date.
func (d Date) Precision() string { return d.kind.String() }

// Kind is the smallest thing that a date names. Unspecified digits name nothing: 1985-04-XX is a Month and 1985-XX-XX a Year.
type Kind uint8

// The kinds, finest first; Interval and OneOf are made of the others.
const (
	Nothing Kind = iota // the zero Date
	ExactDay
	Month
	Season
	Year
	Decade
	Century
	Interval
	OneOf
	Open // ".."
)

// String returns the kind's word for tables.
func (k Kind) String() string {
	return [...]string{"", "day", "month", "season", "year", "decade", "century", "interval", "set", "open"}[k]
}
