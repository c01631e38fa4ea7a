package site

import (
	"slices"
	"strconv"

	"example.org/publish/build/compile"
	"example.org/publish/build/edtf"
)

// Lanes draws times as marks on one scale, in rows in which none lies over
// another. What lies across is in percent of the width, so that it fits any
// screen; what stands up is in pixels. The same stands beside it as a list.
type Lanes struct {
	Height int
	Label  string
	Groups []LaneGroup
	Ticks  []Tick
	Bottom int // of the rows
	TickY  int
}

// LaneGroup is rows under a heading, which may be empty.
type LaneGroup struct {
	Heading string
	Y       int // of the heading's foot
	Rows    []Lane
}

// Lane is a row of marks, from Y down, H high.
type Lane struct {
	Y, H  int
	Marks []LaneMark
}

// LaneMark is a time that leads to its statement or its entity.
type LaneMark struct {
	*Bar
	Class       string // plain, claimed, disputed, event or post
	Href, Label string
}

const (
	markHeight   = 10
	markGap      = 4
	thinMark     = 6 // the height of marks when there are many rows
	manyRows     = 14
	headHeight   = 17
	tickHeight   = 20
	thinnestMark = 0.8
	nearest      = 0.5 // distance of two marks in a row
)

// marked is a mark with the stretch of the drawing that it takes.
type marked struct {
	LaneMark
	from, to float64
}

// mark is a time on the scale; nil when it cannot be drawn.
func (on *scale) mark(span edtf.Span, class, href, label string) *marked {
	bar := on.drawn(span, 100, thinnestMark)
	if bar == nil {
		return nil
	}
	from, _ := strconv.ParseFloat(bar.Possible.X, 64)
	width, _ := strconv.ParseFloat(bar.Possible.W, 64)
	return &marked{LaneMark{bar, class, href, label}, from, from + width}
}

// group is marks to be drawn under a heading.
type group struct {
	heading string
	marks   []*marked
}

// lanes arranges marks in rows, each in the first that has room; nil when there
// are none.
func (p place) lanes(label string, groups []group, on *scale) *Lanes {
	var rows [][][]*marked
	n := 0
	for _, g := range groups {
		of := inRows(g.marks)
		rows, n = append(rows, of), n+len(of)
	}
	if n == 0 {
		return nil
	}
	height, gap := markHeight, markGap
	if n > manyRows {
		height, gap = thinMark, markGap-1
	}
	d := &Lanes{Label: label}
	y := 2
	for i, g := range groups {
		if len(rows[i]) == 0 {
			continue
		}
		of := LaneGroup{Heading: g.heading}
		if g.heading != "" {
			y += headHeight
			of.Y = y - 5
		}
		for _, row := range rows[i] {
			lane := Lane{Y: y, H: height}
			for _, m := range row {
				lane.Marks = append(lane.Marks, m.LaneMark)
			}
			of.Rows = append(of.Rows, lane)
			y += height + gap
		}
		if g.heading != "" {
			y += gap
		}
		d.Groups = append(d.Groups, of)
	}
	d.Bottom, d.TickY, d.Height = y, y+14, y+tickHeight
	d.Ticks = p.ticks(on)
	return d
}

func inRows(marks []*marked) [][]*marked {
	var rows [][]*marked
	for _, m := range marks {
		i := slices.IndexFunc(rows, func(row []*marked) bool {
			return !slices.ContainsFunc(row, func(n *marked) bool { return m.from < n.to+nearest && n.from < m.to+nearest })
		})
		if i < 0 {
			i, rows = len(rows), append(rows, nil)
		}
		rows[i] = append(rows[i], m)
	}
	return rows
}

// drawing draws the moments of a timeline; nil when there are fewer than two.
func (p place) drawing(moments []*compile.Moment, on *scale) *Lanes {
	if len(moments) < 2 || on == nil {
		return nil
	}
	var marks []*marked
	for _, m := range moments {
		if mark := on.mark(m.Span, classOf(m.Statement), p.at(entityPath(m.Statement.Entity), m.Statement.ID), p.sayMoment(m)); mark != nil {
			marks = append(marks, mark)
		}
	}
	return p.lanes(p.T("timeline.drawing"), []group{{marks: marks}}, on)
}

// sayMoment names a moment in a line. Of a claim it says whose it is and of
// what, and not what it claims.
func (p place) sayMoment(m *compile.Moment) string {
	s := m.Statement
	text, when := p.text(s.Entity.Name).Text, p.when(s)
	switch {
	case m.Event():
		when = p.Date(m.Date)
		if claim := p.claim(s).String(); claim != "" {
			text += ", " + claim
		}
	case s.Claimed():
		text = p.reference(s).String()
	default:
		text = p.T("moment.says", "entity", text, "property", p.text(s.Property.Label).Text, "value", p.value(s).String())
	}
	if when != "" {
		text += ": " + when
	}
	return text
}

// classOf is how a statement came to be known.
func classOf(s *compile.Statement) string {
	switch {
	case s.Claimed():
		return "claimed"
	case s.Conflict != nil:
		return "disputed"
	}
	return "plain"
}

// ticks are the days, the months or the years that are written below a drawing.
func (p place) ticks(on *scale) []Tick {
	first, last := on.first.Year(), on.last.Year()
	var ticks []Tick
	add := func(d edtf.Day, label string) { ticks = append(ticks, tick(on.x(d), label, len(ticks))) }
	switch {
	case on.last-on.first < 31:
		for d := on.first; d <= on.last; d += 5 {
			_, _, day := d.Date()
			add(d, strconv.Itoa(day))
		}
	case first == last:
		for m := 1; m <= 12; m++ {
			add(edtf.DayOf(first, m, 1), p.T("month."+strconv.Itoa(m)+".short"))
		}
	default:
		every := tickEvery(last - first)
		for y := first; y <= last; y++ {
			if y%every == 0 {
				add(edtf.DayOf(y, 1, 1), p.Year(y))
			}
		}
	}
	return ticks
}
