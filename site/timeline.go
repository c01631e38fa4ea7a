package site

import (
	"cmp"
	"slices"
	"strconv"

	"example.org/publish/build/compile"
	"example.org/publish/build/edtf"
)

// Moment is a place in the timeline as a page shows it.
type Moment struct {
	*Statement
	Event bool   // it is the date of its entity itself
	Edge  string // on a year's page: that it begins or ends then, when it does only one of the two
}

// Timeline is what a page of the timeline shows: all of it, or a part of the
// years, a type of entity or a single one.
type Timeline struct {
	Label    Run
	Lead     string
	Up       []Link // the timelines that it is a part of, the widest first
	Count    string
	Chart    *Chart      // how much there is in each year; nil for a single one
	Parts    []PeriodsOf // the shorter periods; none when the page lists all itself
	Heading  string      // of the list, when it is not all that there is
	Drawing  *Lanes
	Sections []MomentsOf
	Timeless []Moment // what stands in no year
	Kinds    []Link   // the timelines of types and of entities
	Entities []Link
	Scale    *Scale
	Before   *Link
	After    *Link
}

// PeriodsOf is a period with the shorter ones in it.
type PeriodsOf struct {
	Label string
	Href  string // empty: it has no page, or this one
	Links []PeriodLink
}

// PeriodLink leads to the page of a period.
type PeriodLink struct {
	Label, Href string
	N           string // of entries
	Count       string // "12 entries"
}

// MomentsOf are the moments under one heading: a year or several, a month, or
// none.
type MomentsOf struct {
	Label   string
	Href    string // the page of the year; empty: this one
	Anchor  string
	Moments []Moment
}

// fewestOfKind and fewestOfEntity are the numbers of moments from which a type
// and an entity have timelines of their own. What an entity has fewer of, its
// own page lists.
const (
	fewestOfKind   = 5
	fewestOfEntity = 20
)

// timelinePages are the pages of the whole timeline, and of those of types and
// entities.
func timelinePages(e *edition) []draft {
	var drafts []draft
	for _, whole := range append([]*period{e.timeline}, e.selections()...) {
		for _, period := range whole.all() {
			drafts = append(drafts, draft{path: period.path(), fill: func(p place, v *View) {
				body := p.timelineOf(period)
				v.Title, v.Body = p.periodTitle(period), body
				v.Description = p.T("timeline.description", "what", v.Title, "count", body.Count)
				v.Data = p.pageData("CollectionPage", v)
			}})
		}
	}
	return drafts
}

// selections are the timelines of types, and then of entities.
func (e *edition) selections() []*period {
	var list []*period
	for _, t := range e.catalog().Types {
		var moments []*compile.Moment
		for _, m := range e.catalog().Moments {
			if m.Statement.Entity.Type == t {
				moments = append(moments, m)
			}
		}
		if len(moments) >= fewestOfKind && len(moments) < len(e.catalog().Moments) {
			list = append(list, divided(&selection{path: kindPath(t), name: t.Plural}, moments))
		}
	}
	for _, entity := range e.catalog().Entities {
		if hasTimeline(entity) {
			list = append(list, divided(&selection{path: timelinePath(entity), name: entity.Name, entity: entity}, entity.Moments))
		}
	}
	return list
}

func hasTimeline(e *compile.Entity) bool    { return len(e.Moments) >= fewestOfEntity }
func timelinePath(e *compile.Entity) string { return "timeline/entity/" + e.ID + "/" }
func kindPath(t *compile.Type) string       { return "timeline/kind/" + t.ID + "/" }

func (p place) timelineOf(of *period) *Timeline {
	t := &Timeline{
		Label: p.periodLabel(of),
		Up:    p.periodsAbove(of),
		Count: p.T("count.moments", "n", len(of.moments)),
		Parts: p.parts(of),
	}
	if of.first < of.last {
		t.Chart = p.chart(of)
	}
	if of.above == nil && of.of.always {
		t.Lead = p.T("timeline.lead")
		t.Kinds, t.Entities = p.otherTimelines()
	}
	p.momentsIn(of, t)
	p.neighbours(of, t)
	return t
}

// momentsIn puts the moments of a period under headings and into a drawing: all or,
// when they are too many for one page, the events alone. When these are too
// many as well, the shorter periods have them.
func (p place) momentsIn(of *period, t *Timeline) {
	var listed []*compile.Moment
	for _, m := range of.moments {
		switch {
		case len(m.Years) == 0 && of.above == nil:
			t.Timeless = append(t.Timeless, p.moment(m, nil))
		case len(m.Years) > 0 && (of.listsAll() || m.Event()):
			listed = append(listed, m)
		}
	}
	if !of.listsAll() {
		if len(listed) > mostListed {
			return
		}
		t.Heading = p.T("timeline.events")
	}
	on := of.scale(listed)
	t.Scale = p.scale(on)
	t.Drawing = p.drawing(listed, on)
	if of.isYear() {
		t.Sections = p.months(of, listed, on)
		return
	}
	slices.SortStableFunc(listed, func(a, b *compile.Moment) int { return yearsOf(a.Span).compare(yearsOf(b.Span)) })
	for _, m := range listed {
		y := yearsOf(m.Span)
		if n := len(t.Sections); n == 0 || t.Sections[n-1].Anchor != y.anchor() {
			section := MomentsOf{Label: p.yearsInWords(y), Anchor: y.anchor()}
			if of.of.always && of.month == wholeYear {
				section.Href = p.to(p.timeline.year(m.Years[0]).path())
			}
			t.Sections = append(t.Sections, section)
		}
		in := &t.Sections[len(t.Sections)-1]
		in.Moments = append(in.Moments, p.momentOn(of, m, on))
	}
}

// scale is that of a period's bars: its years or, of the whole timeline, those
// that are drawn.
func (of *period) scale(listed []*compile.Moment) *scale {
	switch {
	case of.month > 0:
		return &scale{edtf.DayOf(of.first, of.month, 1), edtf.DayOf(of.first+of.month/12, of.month%12+1, 1) - 1}
	case of.above != nil:
		return &scale{edtf.DayOf(of.first, 1, 1), edtf.DayOf(of.last, 12, 31)}
	}
	var spans []edtf.Span
	for _, m := range listed {
		spans = append(spans, m.Span)
	}
	return scaleOf(spans)
}

// months puts what a year has under the names of its months.
func (p place) months(of *period, moments []*compile.Moment, on *scale) []MomentsOf {
	months := map[int]*MomentsOf{}
	for _, m := range moments {
		n := monthIn(of.first, m.Span)
		if months[n] == nil {
			months[n] = &MomentsOf{Label: p.monthLabel(n), Anchor: "m" + strconv.Itoa(n)}
		}
		months[n].Moments = append(months[n].Moments, p.momentOn(of, m, on))
	}
	var list []MomentsOf
	for n := 1; n <= 13; n++ {
		if months[n%13] != nil {
			list = append(list, *months[n%13])
		}
	}
	return list
}

// momentOn is a moment on the page of a period. On that of a year it says what
// the year is to it.
func (p place) momentOn(of *period, m *compile.Moment, on *scale) Moment {
	v := p.moment(m, on)
	if !of.isYear() && of.month == wholeYear {
		return v
	}
	v.Edge = p.edge(of.first, m.Statement)
	if of.of.always && len(of.below) == 0 {
		v.Anchored = m.Statement.ID
		v.Time.Href = "" // it leads here
	}
	return v
}

func (p place) moment(m *compile.Moment, on *scale) Moment {
	line := p.line(m.Statement, on)
	if m.Event() {
		line.Time, line.Value = p.dateTime(m.Statement, on), nil
	}
	if line.Time == nil {
		line.Time = &Time{}
	}
	line.Time.Bar = on.bar(m.Span)
	return Moment{Statement: line, Event: m.Event()}
}

// moments are an entity's own timeline, and where there is more of it. When it
// is long, that is all of it.
func (p place) moments(e *compile.Entity, on *scale) (list []Moment, more *Link) {
	if hasTimeline(e) {
		more = &Link{Text: p.T("timeline.of", "what", p.text(e.Name).Text), Href: p.to(timelinePath(e))}
	}
	if len(e.Moments) < 2 || len(e.Moments) > mostListed {
		return nil, more
	}
	for _, m := range e.Moments {
		v := p.moment(m, on)
		if m.Statement.Entity == e {
			if m.Event() {
				v.Subject = &Run{Text: p.T("moment.this")}
			} else {
				v.Subject = nil
				v.Property.Href = v.Href
				v.Value = p.value(m.Statement)
			}
		}
		list = append(list, v)
	}
	return list, more
}

// edge says that a period begins or ends in the year. It is empty when both
// can be, and for what is no period.
func (p place) edge(year int, s *compile.Statement) string {
	begins, ends := touches(year, s.From), touches(year, s.Until)
	switch {
	case begins && !ends:
		return p.T("moment.begins")
	case ends && !begins:
		return p.T("moment.ends")
	}
	return ""
}

// touches reports whether the date can be in the year. An open side of it
// reaches no other year than the side that is known.
func touches(year int, d edtf.Date) bool {
	first, last := d.Earliest(), d.Latest()
	switch {
	case d.IsZero() || first.Open() && last.Open():
		return false
	case first.Open():
		first = last
	case last.Open():
		last = first
	}
	return first.Year() <= year && year <= last.Year()
}

// monthIn is the month of the year in which a span certainly begins or, if it
// began before, ends; 0 when it is not known to a month.
func monthIn(year int, span edtf.Span) int {
	month := func(first, last edtf.Day) int {
		if first.Open() || last.Open() {
			return 0
		}
		y, m, _ := first.Date()
		y2, m2, _ := last.Date()
		if y == year && y2 == year && m == m2 {
			return m
		}
		return 0
	}
	return cmp.Or(
		month(span.Possible.First, span.Certain.First),
		month(span.Certain.Last, span.Possible.Last),
		month(span.Possible.First, span.Possible.Last),
	)
}

func (p place) monthLabel(n int) string {
	if n == 0 {
		return p.T("year.no-month")
	}
	return p.Month(n)
}
