package site

import (
	"example.org/publish/build/compile"
	"example.org/publish/build/edtf"
)

// Chart draws how much a timeline holds in each year: columns, each a link to
// its year. What lies across is in percent of its width, what stands up in
// pixels of its height.
type Chart struct {
	Height  int
	Columns []Column
	Label   string
	Ticks   []Tick
}

// Column is a year of a chart, or several when there are too many: Possible
// counts what can have been then, Certain what was; it is nil when that is
// nothing.
type Column struct {
	X, W              string
	Possible, Certain *Height
	Href              string
	Label             string // "2025: 12 entries"
}

// Height is a part of a column, from Y down, H high.
type Height struct{ Y, H string }

// Tick is a date written below a drawing.
type Tick struct {
	X      string
	Label  string
	Anchor string // SVG's text-anchor
	Minor  bool   // there is no room for it on a narrow screen
}

const (
	chartHeight    = 96
	thinnestColumn = 0.3
	mostColumns    = 240
)

// chart draws the years of a period; nil when there are fewer than two.
func (p place) chart(of *period) *Chart {
	if len(of.years) < 2 {
		return nil
	}
	first, last := of.first, of.last
	length := 1
	for (last-first)/length > mostColumns {
		length *= 10
	}
	first = roundYear(first, length)
	type column struct{ year, possible, certain int }
	var columns []column
	most := 0
	for _, y := range of.years {
		if n := len(columns); n == 0 || columns[n-1].year != roundYear(y, length) {
			columns = append(columns, column{year: roundYear(y, length)})
		}
		c := &columns[len(columns)-1]
		c.possible += len(of.in[y])
		for _, m := range of.in[y] {
			if certainlyIn(y, m) {
				c.certain++
			}
		}
		most = max(most, c.possible)
	}
	chart := &Chart{Height: chartHeight, Label: p.T("chart.label", "first", p.Year(of.first), "last", p.Year(of.last))}
	step := 100 / float64((last-first)/length+1)
	width := max(thinnestColumn, min(step*0.8, 2.2))
	at := func(y int) float64 { return (float64((y-first)/length) + 0.5) * step }
	for _, c := range columns {
		years := yearRange{first: c.year, last: c.year + length - 1}
		to := of.year(c.year)
		if below := of.spanning(years.first, years.last); below != nil {
			to = below
		}
		href := p.to(to.path())
		if to == of && p.path == of.path() {
			href = "#" + listAnchor
		}
		chart.Columns = append(chart.Columns, Column{
			X: decimal(at(c.year) - width/2), W: decimal(width), Possible: height(c.possible, most), Certain: height(c.certain, most),
			Href: href, Label: p.yearsInWords(years) + ": " + p.T("count.moments", "n", c.possible),
		})
	}
	every := tickEvery(last - first)
	for y := first; y <= last; y++ {
		if y%every == 0 {
			chart.Ticks = append(chart.Ticks, tick(at(y), p.Year(y), len(chart.Ticks)))
		}
	}
	return chart
}

// listAnchor is the list of what a page of the timeline holds.
const listAnchor = "list"

// tick is the n-th at a place; at the sides it stays within the drawing.
func tick(x float64, label string, n int) Tick {
	anchor := "middle"
	switch {
	case x < 2:
		anchor = "start"
	case x > 98:
		anchor = "end"
	}
	return Tick{X: decimal(x), Label: label, Anchor: anchor, Minor: n%2 == 1}
}

func height(n, most int) *Height {
	if n == 0 {
		return nil
	}
	h := max(3, float64(chartHeight)*float64(n)/float64(most))
	return &Height{Y: decimal(chartHeight - h), H: decimal(h)}
}

// certainlyIn reports whether the moment, its beginning or its end certainly
// was in the year.
func certainlyIn(year int, m *compile.Moment) bool {
	for _, d := range []edtf.Date{m.Date, m.Statement.From, m.Statement.Until} {
		first, last := d.Earliest(), d.Latest()
		if !first.Open() && !last.Open() && first.Year() == year && last.Year() == year {
			return true
		}
	}
	return false
}

// tickEvery is the distance of the years that are written, so that there are
// about eight.
func tickEvery(years int) int {
	for _, every := range []int{1, 2, 5, 10, 20, 50, 100, 200, 500} {
		if years/every <= 8 {
			return every
		}
	}
	return 1000
}
