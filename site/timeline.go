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

// Timeline is what the page of the whole timeline shows: a drawing of how much
// there is in each year, and the years' links by decade.
type Timeline struct {
	Count    string
	Chart    *Chart
	Decades  []Decade
	Events   []EventsOf // what has a date of its own, by the year in which it can begin
	Scale    *Scale
	Timeless []Moment // what stands on no year's page
}

// EventsOf are the events of a year, or of several when it is not known of
// which.
type EventsOf struct {
	Label   string
	Href    string
	Anchor  string
	Moments []Moment
}

// Decade is ten years of the timeline.
type Decade struct {
	Label string
	Years []YearLink
}

// YearLink leads to a year's page.
type YearLink struct {
	Label, Href string
	N           string
	Count       string // "12 entries"
}

// Year is what the page of a year shows.
type Year struct {
	Label         string
	Count         string
	Before, After *YearLink
	Months        []MonthOf
	Timeline      Link
}

// MonthOf is the part of a year's moments that begin in one month, or that
// cannot be put in one.
type MonthOf struct {
	Label   string
	Anchor  string
	Moments []Moment
}

// moments are an entity's own timeline.
func (p place) moments(e *compile.Entity, on *scale) []Moment {
	if len(e.Moments) < 2 {
		return nil
	}
	var out []Moment
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
		out = append(out, v)
	}
	return out
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

// byYear are the moments of each year, and the years in order.
func byYear(c *compile.Catalog) (years []int, of map[int][]*compile.Moment) {
	of = map[int][]*compile.Moment{}
	for _, m := range c.Moments {
		for _, y := range m.Years {
			if len(of[y]) == 0 {
				years = append(years, y)
			}
			of[y] = append(of[y], m)
		}
	}
	slices.Sort(years)
	return years, of
}

func timelinePages(e *edition) []draft {
	return []draft{{path: "timeline/", fill: func(p place, v *View) {
		body := p.timeline()
		v.Title, v.Body = p.T("timeline.title"), body
		v.Description = p.T("timeline.description", "count", body.Count)
		v.Data = p.pageData("CollectionPage", v)
	}}}
}

func (p place) timeline() *Timeline {
	c := p.catalog()
	years, of := byYear(c)
	t := &Timeline{Count: p.T("count.moments", "n", len(c.Moments)), Chart: p.chart(years, of)}
	for _, y := range years {
		label := p.Decade(y)
		if n := len(t.Decades); n == 0 || t.Decades[n-1].Label != label {
			t.Decades = append(t.Decades, Decade{Label: label})
		}
		d := &t.Decades[len(t.Decades)-1]
		d.Years = append(d.Years, p.yearLink(y, len(of[y])))
	}
	var events []*compile.Moment
	var spans []edtf.Span
	for _, m := range c.Moments {
		if len(m.Years) == 0 {
			t.Timeless = append(t.Timeless, p.moment(m, nil))
			continue
		}
		if m.Event() {
			events = append(events, m)
			spans = append(spans, m.Span)
		}
	}
	on := scaleOf(spans)
	t.Scale = p.scale(on)
	slices.SortStableFunc(events, func(a, b *compile.Moment) int { return yearsOf(a.Span).compare(yearsOf(b.Span)) })
	for _, m := range events {
		y := yearsOf(m.Span)
		if n := len(t.Events); n == 0 || t.Events[n-1].Anchor != y.anchor() {
			t.Events = append(t.Events, EventsOf{Label: p.yearsInWords(y), Href: p.to(yearPath(m.Years[0])), Anchor: y.anchor()})
		}
		of := &t.Events[len(t.Events)-1]
		of.Moments = append(of.Moments, p.moment(m, on))
	}
	return t
}

func (p place) yearLink(y, n int) YearLink {
	return YearLink{Label: p.Year(y), Href: p.to(yearPath(y)), N: p.Count(n), Count: p.T("count.moments", "n", n)}
}

func yearPages(e *edition) []draft {
	years, of := byYear(e.catalog())
	var drafts []draft
	for i, y := range years {
		drafts = append(drafts, draft{path: yearPath(y), fill: func(p place, v *View) {
			body := p.year(y, of[y])
			if i > 0 {
				link := p.yearLink(years[i-1], len(of[years[i-1]]))
				body.Before = &link
			}
			if i+1 < len(years) {
				link := p.yearLink(years[i+1], len(of[years[i+1]]))
				body.After = &link
			}
			v.Title, v.Body = p.T("year.title", "year", body.Label), body
			v.Description = p.T("year.description", "year", body.Label, "count", body.Count)
			v.Data = p.pageData("CollectionPage", v)
		}})
	}
	return drafts
}

func (p place) year(y int, moments []*compile.Moment) *Year {
	on := &scale{edtf.DayOf(y, 1, 1), edtf.DayOf(y, 12, 31)}
	v := &Year{
		Label:    p.Year(y),
		Count:    p.T("count.moments", "n", len(moments)),
		Timeline: Link{Text: p.T("timeline.title"), Href: p.to("timeline/")},
	}
	months := map[int]*MonthOf{}
	for _, m := range moments {
		n := monthIn(y, m.Span)
		if months[n] == nil {
			months[n] = &MonthOf{Label: p.monthLabel(n), Anchor: "m" + strconv.Itoa(n)}
		}
		moment := p.moment(m, on)
		moment.Anchored, moment.Edge = m.Statement.ID, p.edge(y, m.Statement)
		moment.Time.Href = "" // it leads here
		months[n].Moments = append(months[n].Moments, moment)
	}
	for n := 1; n <= 13; n++ {
		if months[n%13] != nil {
			v.Months = append(v.Months, *months[n%13])
		}
	}
	return v
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
