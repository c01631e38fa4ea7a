package edtf

import (
	"strings"
)

// Range is one member of a one-of set: a date, then First == Last, or the dates from First to Last, either of which may be
// open.
type Range struct {
	First, Last Date
}

// OneOf returns the members of a one-of set in the order of time. The date is within one of them.
func (d Date) OneOf() (members []Range, ok bool) {
	if d.kind != OneOf {
		return nil, false
	}
	for _, text := range strings.Split(d.text[1:len(d.text)-1], ",") {
		r, _ := readRange(text)
		members = append(members, r)
	}
	return members, true
}

func (r Range) days() Extent { return Extent{r.First.Earliest(), r.Last.Latest()} }

func compareRanges(a, b Range) int {
	if c := a.days().compare(b.days()); c != 0 {
		return c
	}
	return strings.Compare(a.String(), b.String())
}

// String returns the member as it was written.
func (r Range) String() string {
	switch {
	case r.First == r.Last:
		return r.First.text
	case r.First.IsOpen():
		return ".." + r.Last.text
	case r.Last.IsOpen():
		return r.First.text + ".."
	}
	return r.First.text + ".." + r.Last.text
}

func readSet(s string) (Date, *fault) {
	inner, closed := strings.CutSuffix(s[1:], "]")
	if !closed {
		return Date{}, &fault{at: len(s), why: "a set ends with ]"}
	}
	d := Date{text: s, first: OpenFuture, last: OpenPast, kind: OneOf}
	var before Range
	at, count := 1, 0
	for text := range strings.SplitSeq(inner, ",") {
		r, wrong := readRange(text)
		if wrong != nil {
			return Date{}, wrong.within(at)
		}
		if count > 0 && (before.Last.IsOpen() || compareRanges(before, r) >= 0) {
			return Date{}, &fault{at: at, why: "the members of a set go in the order of time, each once"}
		}
		d.first, d.last = min(d.first, r.First.first), max(d.last, r.Last.last)
		d.approximate = d.approximate || r.First.approximate || r.Last.approximate
		d.uncertain = d.uncertain || r.First.uncertain || r.Last.uncertain
		before = r
		at += len(text) + 1
		count++
	}
	if count == 1 && before.First == before.Last {
		return Date{}, &fault{why: "a set has more than one date to choose from", fix: inner}
	}
	return d, nil
}

// readRange reads a member of a set: a, a..b, a.. or ..b.
func readRange(s string) (Range, *fault) {
	a, b, isRange := strings.Cut(s, "..")
	if !isRange {
		d, wrong := readDate(s)
		return Range{d, d}, wrong
	}
	if a == "" && b == "" {
		return Range{}, &fault{why: "a set needs a date at one end at least, as in [1985..] or [..1985]"}
	}
	var r Range
	for _, end := range [...]struct {
		date *Date
		text string
		at   int
	}{{&r.First, a, 0}, {&r.Last, b, len(a) + 2}} {
		text := end.text
		if text == "" {
			text = ".."
		}
		d, wrong := readOpenOrDate(text)
		if wrong != nil {
			return Range{}, wrong.within(end.at)
		}
		*end.date = d
	}
	if r.First.Earliest() > r.Last.Latest() {
		return Range{}, &fault{at: len(a) + 2, why: "a range cannot end before it begins", fix: b + ".." + a}
	}
	if r.First == r.Last {
		return Range{}, &fault{why: "a range has two ends", fix: a}
	}
	return r, nil
}

func readOpenOrDate(s string) (Date, *fault) {
	if s == ".." {
		return read(s)
	}
	return readDate(s)
}
