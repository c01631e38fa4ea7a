package site

import (
	"strconv"

	"example.org/publish/build/edtf"
)

// scale maps days to the width of a drawing. All small bars of a page share
// one, so that they can be compared.
type scale struct{ first, last edtf.Day }

// scaleOf spans the whole years that the spans touch; nil when none of them
// has a day.
func scaleOf(spans []edtf.Span) *scale {
	var s *scale
	add := func(d edtf.Day) {
		switch {
		case d.Open():
		case s == nil:
			s = &scale{d, d}
		default:
			s.first, s.last = min(s.first, d), max(s.last, d)
		}
	}
	for _, span := range spans {
		add(span.Possible.First)
		add(span.Possible.Last)
		// When the possible is open, what bounds it lies in the certain.
		add(span.Certain.First)
		add(span.Certain.Last)
	}
	if s == nil {
		return nil
	}
	return &scale{edtf.DayOf(s.first.Year(), 1, 1), edtf.DayOf(s.last.Year()+1, 1, 1) - 1}
}

// x is the day's place from 0 to 100.
func (s *scale) x(d edtf.Day) float64 {
	switch {
	case d <= s.first:
		return 0
	case d >= s.last:
		return 100
	}
	return 100 * float64(d-s.first) / float64(s.last-s.first)
}

// Bar draws a span on a line 100 wide: Possible where it can have held, Certain
// where it did, an arrow where it still held when its source was written, and
// pale ones where its beginning or its end is open. A stretch that does not
// exist is nil.
type Bar struct {
	Possible, Certain *Stretch
	Ongoing           bool
	Before, After     bool // nobody says when it began, or ended
}

// Stretch is a part of a bar, from X, W wide.
type Stretch struct{ X, W string }

// thinnest is the width of a single day, which would vanish on a long scale.
const thinnest = 2.4

func (s *scale) bar(span edtf.Span) *Bar { return s.drawn(span, 100, thinnest) }

// drawn is a bar on a line of another width.
func (s *scale) drawn(span edtf.Span, width, thinnest float64) *Bar {
	if s == nil || span.Possible.Empty() || boundless(span) {
		return nil
	}
	b := &Bar{Possible: s.stretch(span.Possible, width, thinnest), Ongoing: span.Ongoing}
	b.Before, b.After = span.Possible.First.Open(), span.Possible.Last.Open() && !span.Ongoing
	if !span.Certain.Empty() {
		b.Certain = s.stretch(span.Certain, width, thinnest)
	}
	return b
}

// boundless reports whether nothing is known of when it was.
func boundless(span edtf.Span) bool {
	return span.Possible.First.Open() && span.Possible.Last.Open() && span.Certain.First.Open() && span.Certain.Last.Open()
}

func (s *scale) stretch(e edtf.Extent, width, thinnest float64) *Stretch {
	from, to := s.x(e.First)*width/100, s.x(e.Last)*width/100
	if short := thinnest - (to - from); short > 0 {
		from = min(max(0, from-short/2), width-thinnest)
		to = from + thinnest
	}
	return &Stretch{decimal(from), decimal(to - from)}
}

// decimal writes at most one place, as short as it goes.
func decimal(f float64) string {
	return strconv.FormatFloat(float64(int(f*10+0.5))/10, 'f', -1, 64)
}
