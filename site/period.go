package site

import (
	"fmt"
	"slices"
	"strconv"

	"example.org/publish/build/compile"
)

// mostListed is how many moments a page of the timeline lists. A period that
// has more is divided: all time into centuries, these into decades, years and
// months. A period that lists all that it has is not divided, so that a small
// dataset has no shells of pages.
const mostListed = 120

// period is a part of a timeline, which is a page.
type period struct {
	of          *selection
	above       *period // nil: it is the whole timeline
	below       []*period
	first, last int                       // years
	month       int                       // of the year; 0: no single month; wholeYear: it is no month
	moments     []*compile.Moment         // in order of time
	years       []int                     // those in which something is
	in          map[int][]*compile.Moment // by year
}

const wholeYear = -1

// selection is what a timeline is of: all moments, those of one type of entity,
// or those of one entity.
type selection struct {
	path   string // of its first page
	name   compile.Text
	entity *compile.Entity
	always bool // each year has its page, since statements lead there
}

// divided is the timeline of a selection, with all periods that are pages.
func divided(s *selection, moments []*compile.Moment) *period {
	whole := newPeriod(s, nil, 0, 0, moments, nil)
	if n := len(whole.years); n > 0 {
		whole.first, whole.last = whole.years[0], whole.years[n-1]
	}
	whole.divide()
	return whole
}

// newPeriod arranges moments by year; only the years that keep admits, or all.
func newPeriod(s *selection, above *period, first, last int, moments []*compile.Moment, keep func(int) bool) *period {
	p := &period{of: s, above: above, first: first, last: last, month: wholeYear, moments: moments, in: map[int][]*compile.Moment{}}
	for _, m := range moments {
		for _, y := range m.Years {
			if keep != nil && !keep(y) {
				continue
			}
			if len(p.in[y]) == 0 {
				p.years = append(p.years, y)
			}
			p.in[y] = append(p.in[y], m)
		}
	}
	slices.Sort(p.years)
	return p
}

// listsAll reports whether the period's page lists everything that it has.
func (p *period) listsAll() bool { return len(p.moments) <= mostListed || p.month != wholeYear }

// divide adds the periods below: the longest of which there are several.
func (p *period) divide() {
	switch {
	case len(p.years) == 0 || p.listsAll() && !p.of.always:
		return
	case p.isYear():
		if !p.listsAll() {
			p.byMonth()
		}
		return
	}
	length := 1
	if !p.listsAll() {
		for _, l := range []int{100, 10} {
			if l < p.length() && roundYear(p.years[0], l) != roundYear(p.years[len(p.years)-1], l) {
				length = l
				break
			}
		}
	}
	for i := 0; i < len(p.years); {
		first := roundYear(p.years[i], length)
		inside := func(y int) bool { return first <= y && y < first+length }
		var moments []*compile.Moment
		for _, m := range p.moments {
			if slices.ContainsFunc(m.Years, inside) {
				moments = append(moments, m)
			}
		}
		below := newPeriod(p.of, p, first, first+length-1, moments, inside)
		below.divide()
		p.below = append(p.below, below)
		for i < len(p.years) && inside(p.years[i]) {
			i++
		}
	}
}

// byMonth divides a year.
func (p *period) byMonth() {
	months := map[int][]*compile.Moment{}
	for _, m := range p.moments {
		n := monthIn(p.first, m.Span)
		months[n] = append(months[n], m)
	}
	for n := 1; n <= 13; n++ {
		if moments := months[n%13]; moments != nil {
			below := newPeriod(p.of, p, p.first, p.last, moments, func(y int) bool { return y == p.first })
			below.month = n % 13
			p.below = append(p.below, below)
		}
	}
}

// length is 0 for the whole timeline, however long: it can be divided by any.
func (p *period) length() int {
	if p.above == nil {
		return 1 << 30
	}
	return p.last - p.first + 1
}

func (p *period) isYear() bool { return p.above != nil && p.first == p.last && p.month == wholeYear }

// roundYear is the first year of the decade, the century or whatever has the
// length, in which a year is. Before the common era a decade is the ten years
// that share their last digits but one, as astronomers count them.
func roundYear(year, length int) int { return year - (year%length+length)%length }

// path is the page's address without the language's prefix.
func (p *period) path() string {
	switch {
	case p.above == nil:
		return p.of.path
	case p.month == 0:
		return p.of.path + yearName(p.first) + "-undated/"
	case p.month != wholeYear:
		return p.of.path + fmt.Sprintf("%s-%02d/", yearName(p.first), p.month)
	case p.first == p.last:
		return p.of.path + yearName(p.first) + "/"
	case p.length() == 10 && p.first > 0:
		return p.of.path + yearName(p.first) + "s/"
	}
	return p.of.path + yearName(p.first) + "-" + yearName(p.last) + "/"
}

// yearName is a year in an address: Hugo is given no sign and no leading dash,
// so a year before the common era reads bc-44.
func yearName(year int) string {
	if year <= 0 {
		return "bc-" + strconv.Itoa(1-year)
	}
	return strconv.Itoa(year)
}

// all are the period and those below it, as they are read from above.
func (p *period) all() []*period {
	list := []*period{p}
	for _, below := range p.below {
		list = append(list, below.all()...)
	}
	return list
}

// year is the shortest period of the timeline that has the whole year.
func (p *period) year(y int) *period {
	for _, below := range p.below {
		if below.month == wholeYear && below.first <= y && y <= below.last {
			return below.year(y)
		}
	}
	return p
}

// firstPages are the pages of the first year, or of its month, in which each
// moment is.
func (p *period) firstPages() map[*compile.Statement]string {
	pages := map[*compile.Statement]string{}
	for _, period := range p.all() {
		if len(period.below) > 0 || !period.isYear() && period.month == wholeYear {
			continue
		}
		for _, m := range period.moments {
			if m.Years[0] == period.first {
				pages[m.Statement] = period.path()
			}
		}
	}
	return pages
}
