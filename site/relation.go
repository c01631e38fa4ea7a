package site

import (
	"cmp"
	"slices"
	"strings"

	"example.org/publish/build/compile"
	"example.org/publish/build/edtf"
)

// Course draws how the two parties of a relation stood over time, and in step
// with it the events in which both took part. It is Width wide and Height high;
// the same stands beside it as a list.
type Course struct {
	Width, Height int
	Label         string
	Rows          []CourseRow
	Ticks         []Tick
	Axis          string // height of the line under the rows
	TickY         string
	Moments       []Moment // all that is drawn, in order of time
}

// CourseRow is a row of bands that do not overlap: how the sources report that
// the two stood, what somebody claims, what contradicts another account, or
// events. Bands reach from Y down, H high.
type CourseRow struct {
	Class string // plain, claimed, disputed or event
	Y, H  string
	Bands []Band
}

// Band is a statement's time, which leads to it.
type Band struct {
	*Bar
	Href, Label string
}

const (
	courseWidth  = 640
	courseRow    = 14
	courseGap    = 5
	courseMargin = 22 // for the years
	thinnestBand = 4
)

// course draws a relation; nil when nothing of it is dated, or it is none.
func (p place) course(e *compile.Entity) *Course {
	if e.Type.Status == nil {
		return nil
	}
	var statuses []*compile.Statement
	for _, s := range e.Statements {
		if s.Property == e.Type.Status && s.Dated() && s.Rank != "deprecated" && !boundless(s.Span) {
			statuses = append(statuses, s)
		}
	}
	if len(statuses) == 0 {
		return nil
	}
	events := p.between(e)
	spans := spans(statuses)
	for _, m := range events {
		spans = append(spans, m.Span)
	}
	on := scaleOf(spans)
	c := &Course{Width: courseWidth, Label: p.T("course.label", "first", p.Year(on.first.Year()), "last", p.Year(on.last.Year()))}
	y := 0
	add := func(class string, bands []Band) {
		if len(bands) > 0 {
			c.Rows = append(c.Rows, CourseRow{Class: class, Y: decimal(float64(y)), H: decimal(courseRow), Bands: bands})
			y += courseRow + courseGap
		}
	}
	for _, row := range lanes(statuses) {
		var bands []Band
		for _, s := range row.statements {
			bands = append(bands, p.band(s, on))
		}
		add(row.class, bands)
	}
	for _, row := range eventLanes(events) {
		var bands []Band
		for _, m := range row {
			bands = append(bands, p.eventBand(m, on))
		}
		add("event", bands)
	}
	c.Axis, c.TickY, c.Height = decimal(float64(y)), decimal(float64(y+courseRow)), y+courseMargin
	c.Ticks = p.ticks(on)
	c.Moments = p.courseList(statuses, events, on)
	return c
}

// lane is statements that can stand in one row.
type lane struct {
	class      string
	statements []*compile.Statement
}

// lanes puts what the sources report in one row, as far as no two can have held
// on one day; claims and conflicts have rows of their own.
func lanes(statements []*compile.Statement) []lane {
	var rows []lane
	for _, s := range statements {
		class := "plain"
		switch {
		case s.Claimed():
			class = "claimed"
		case s.Conflict != nil:
			class = "disputed"
		}
		i := slices.IndexFunc(rows, func(l lane) bool {
			return l.class == class && !slices.ContainsFunc(l.statements, func(t *compile.Statement) bool {
				return s.Span.PossiblyOverlaps(t.Span) || s.Conflict != nil && s.Conflict == t.Conflict
			})
		})
		if i < 0 {
			i = len(rows)
			rows = append(rows, lane{class: class})
		}
		rows[i].statements = append(rows[i].statements, s)
	}
	return rows
}

// mostLanes is the number of rows of events: what finds no room in them lies
// over others in the last.
const mostLanes = 5

func eventLanes(events []*compile.Moment) [][]*compile.Moment {
	var rows [][]*compile.Moment
	for _, m := range events {
		// A claim's claimant has no room in a mark.
		if m.Statement.Claimed() {
			continue
		}
		i := slices.IndexFunc(rows, func(row []*compile.Moment) bool {
			return !slices.ContainsFunc(row, func(n *compile.Moment) bool { return m.Span.PossiblyOverlaps(n.Span) })
		})
		switch {
		case i < 0 && len(rows) == mostLanes:
			i = mostLanes - 1
		case i < 0:
			i, rows = len(rows), append(rows, nil)
		}
		rows[i] = append(rows[i], m)
	}
	return rows
}

// between are the events in which both parties of a relation took part, as the
// sources report it, in order of time.
func (p place) between(e *compile.Entity) []*compile.Moment {
	parties, ok := partiesOf(e)
	if !ok {
		return nil
	}
	var events []*compile.Moment
	for _, m := range parties[0].Moments {
		if m.Event() && !boundless(m.Span) && tookPart(parties[0], m) && tookPart(parties[1], m) {
			events = append(events, m)
		}
	}
	return events
}

func tookPart(e *compile.Entity, m *compile.Moment) bool {
	return slices.ContainsFunc(m.Statement.Entity.Statements, func(s *compile.Statement) bool {
		return s.Value.Entity == e && !s.Claimed() && stands(s)
	})
}

// partiesOf are the two entities between which a relation is, by id. It is
// false of one that names another number of them.
func partiesOf(e *compile.Entity) (parties [2]*compile.Entity, ok bool) {
	var list []*compile.Entity
	for _, s := range e.Statements {
		if s.Property == e.Type.Parties && !s.Claimed() && stands(s) && s.Value.Entity != nil && !slices.Contains(list, s.Value.Entity) {
			list = append(list, s.Value.Entity)
		}
	}
	if len(list) != 2 {
		return parties, false
	}
	slices.SortFunc(list, func(a, b *compile.Entity) int { return strings.Compare(a.ID, b.ID) })
	return [2]*compile.Entity(list), true
}

// stands reports whether nothing has overruled the statement.
func stands(s *compile.Statement) bool {
	if s.Rank == "deprecated" {
		return false
	}
	return s.Conflict == nil || s.Rank == "preferred" ||
		!slices.ContainsFunc(s.Conflict.Statements, func(r *compile.Statement) bool { return r.Rank == "preferred" })
}

func (p place) band(s *compile.Statement, on *scale) Band {
	label := p.value(s).String()
	if claim := p.claim(s).String(); claim != "" {
		label += ", " + claim
	}
	if words := p.when(s); words != "" {
		label += ": " + words
	}
	return Band{on.drawn(s.Span, courseWidth, thinnestBand), p.at(entityPath(s.Entity), s.ID), label}
}

func (p place) eventBand(m *compile.Moment, on *scale) Band {
	label := p.text(m.Statement.Entity.Name).Text + ": " + p.Date(m.Date)
	return Band{on.drawn(m.Span, courseWidth, thinnestBand), p.to(entityPath(m.Statement.Entity)), label}
}

// ticks are the years that are written below a drawing.
func (p place) ticks(on *scale) []Tick {
	first, last := on.first.Year(), on.last.Year()
	every := tickEvery(last - first)
	var ticks []Tick
	for y := first; y <= last; y++ {
		if y%every == 0 {
			x := on.x(edtf.DayOf(y, 1, 1)) * courseWidth / 100
			anchor := "middle"
			if x < 16 {
				anchor = "start"
			}
			ticks = append(ticks, Tick{X: decimal(x), Label: p.Year(y), Anchor: anchor})
		}
	}
	return ticks
}

func (p place) courseList(statuses []*compile.Statement, events []*compile.Moment, on *scale) []Moment {
	type dated struct {
		from edtf.Day
		show func() Moment
	}
	var list []dated
	for _, s := range statuses {
		list = append(list, dated{startOf(s), func() Moment {
			line := p.line(s, on)
			line.Subject = nil
			line.Property.Href = line.Href
			return Moment{Statement: line}
		}})
	}
	for _, m := range events {
		list = append(list, dated{startOf(m.Statement), func() Moment { return p.moment(m, on) }})
	}
	slices.SortStableFunc(list, func(a, b dated) int { return cmp.Compare(a.from, b.from) })
	var moments []Moment
	for _, d := range list {
		moments = append(moments, d.show())
	}
	return moments
}
