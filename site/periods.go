package site

import (
	"cmp"
	"slices"

	"example.org/publish/build/compile"
)

// periodLabel is the heading of a period's page.
func (p place) periodLabel(of *period) Run {
	switch {
	case of.above != nil:
		return Run{Text: p.periodName(of)}
	case of.of.name == nil:
		return Run{Text: p.T("timeline.title")}
	}
	return p.text(of.of.name)
}

// periodName is the years of a period, or its month, in words.
func (p place) periodName(of *period) string {
	switch {
	case of.month > 0:
		return p.T("date.month", "month", p.Month(of.month), "year", p.Year(of.first))
	case of.month == 0:
		return p.T("year.undated", "year", p.Year(of.first))
	}
	return p.yearsInWords(yearRange{first: of.first, last: of.last})
}

// periodTitle is the same for those who see nothing else of the page.
func (p place) periodTitle(of *period) string {
	title := p.T("timeline.title")
	if of.of.name != nil {
		title = p.T("timeline.of", "what", p.text(of.of.name).Text)
	}
	switch {
	case of.above == nil:
		return title
	case of.of.name != nil:
		return p.T("timeline.in", "timeline", title, "period", p.periodName(of))
	case of.isYear():
		return p.T("year.title", "year", p.periodName(of))
	}
	return p.T("timeline.in", "timeline", title, "period", p.periodName(of))
}

// periodsAbove are the longer periods, and the timeline of all entities.
func (p place) periodsAbove(of *period) []Link {
	var up []Link
	if of.of.name != nil {
		up = append(up, Link{Text: p.T("timeline.title"), Href: p.to("timeline/")})
	}
	if e := of.of.entity; e != nil && of.above == nil {
		name := p.text(e.Name)
		return append(up, Link{Text: name.Text, Lang: name.Lang, Href: p.to(entityPath(e))})
	}
	n := len(up)
	for above := of.above; above != nil; above = above.above {
		label := p.periodLabel(above)
		up = slices.Insert(up, n, Link{Text: label.Text, Lang: label.Lang, Href: p.to(above.path())})
	}
	return up
}

// mostRows is the number of rows up to which the years of each decade stand
// beside it; when there are more it is the decades of each century.
const mostRows = 30

// parts are the periods below one, each with those below it.
func (p place) parts(of *period) []PeriodsOf {
	var rows []PeriodsOf
	switch {
	case len(of.below) == 0:
		return nil
	case of.isYear() || !slices.ContainsFunc(of.below, func(b *period) bool { return len(b.below) > 0 || b.isYear() }):
		return []PeriodsOf{p.partsOf(of)}
	case of.below[0].isYear():
		return p.byDecade(of.below)
	}
	for _, below := range of.below {
		if len(below.below) > 0 && !below.below[0].isYear() && below.month == wholeYear {
			for _, decade := range below.below {
				rows = append(rows, p.partsOf(decade))
			}
		} else {
			rows = append(rows, p.partsOf(below))
		}
	}
	if len(rows) <= mostRows {
		return rows
	}
	rows = nil
	for _, below := range of.below {
		rows = append(rows, p.partsOf(below))
	}
	return rows
}

// partsOf is a period with those right below it.
func (p place) partsOf(of *period) PeriodsOf {
	row := PeriodsOf{Label: p.periodName(of)}
	if of.above == nil {
		row.Label = p.yearsInWords(yearRange{first: of.first, last: of.last})
	}
	if p.path != of.path() {
		row.Href = p.to(of.path())
	}
	for _, below := range of.below {
		label := p.periodName(below)
		if below.month != wholeYear {
			label = p.monthLabel(below.month)
		}
		row.Links = append(row.Links, p.periodLink(label, below))
	}
	return row
}

// byDecade puts years that are no part of a decade with a page under its name.
func (p place) byDecade(years []*period) []PeriodsOf {
	var rows []PeriodsOf
	for _, year := range years {
		label := p.Decade(year.first)
		if n := len(rows); n == 0 || rows[n-1].Label != label {
			rows = append(rows, PeriodsOf{Label: label})
		}
		row := &rows[len(rows)-1]
		row.Links = append(row.Links, p.periodLink(p.Year(year.first), year))
	}
	return rows
}

func (p place) periodLink(label string, to *period) PeriodLink {
	n := len(to.moments)
	return PeriodLink{Label: label, Href: p.to(to.path()), N: p.Count(n), Count: p.T("count.moments", "n", n)}
}

// spanning is the shortest period below one that has all the years; nil when
// there is none.
func (of *period) spanning(first, last int) *period {
	for _, below := range of.below {
		if below.month == wholeYear && below.first <= first && last <= below.last {
			return cmp.Or(below.spanning(first, last), below)
		}
	}
	return nil
}

// neighbours are the periods of the same kind before and after one.
func (p place) neighbours(of *period, t *Timeline) {
	if of.above == nil {
		return
	}
	var same []*period
	for _, other := range of.root().all() {
		if other.length() == of.length() && (other.month == wholeYear) == (of.month == wholeYear) {
			same = append(same, other)
		}
	}
	slices.SortStableFunc(same, func(a, b *period) int { return cmp.Compare(a.first, b.first) })
	i := slices.Index(same, of)
	link := func(to *period) *Link { return &Link{Text: p.periodName(to), Href: p.to(to.path())} }
	if i > 0 {
		t.Before = link(same[i-1])
	}
	if i+1 < len(same) {
		t.After = link(same[i+1])
	}
}

func (of *period) root() *period {
	for of.above != nil {
		of = of.above
	}
	return of
}

// mostEntities is how many entities the timeline names that have timelines of
// their own.
const mostEntities = 24

// otherTimelines are those of types, and of the entities with most moments.
func (p place) otherTimelines() (kinds, entities []Link) {
	moments := map[*compile.Type]int{}
	for _, m := range p.catalog().Moments {
		moments[m.Statement.Entity.Type]++
	}
	for _, t := range p.catalog().Types {
		if n := moments[t]; n >= fewestOfKind && n < len(p.catalog().Moments) {
			kinds = append(kinds, p.link(t.Plural, kindPath(t)))
		}
	}
	var busy []*compile.Entity
	for _, e := range p.catalog().Entities {
		if hasTimeline(e) {
			busy = append(busy, e)
		}
	}
	slices.SortStableFunc(busy, func(a, b *compile.Entity) int { return cmp.Compare(len(b.Moments), len(a.Moments)) })
	for _, e := range p.byName(busy[:min(len(busy), mostEntities)]) {
		entities = append(entities, p.link(e.Name, timelinePath(e)))
	}
	return kinds, entities
}
