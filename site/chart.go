package site

import (
	"example.org/publish/build/compile"
	"example.org/publish/build/edtf"
)

// Chart draws how much the timeline holds in each year: columns, each a link
// to its year. It is Width wide and Height high.
type Chart struct {
	Width, Height int
	Columns       []Column
	First, Last   string // the years at its ends
	Label         string
	Ticks         []Tick
}

// Column is a year of a chart: Possible counts what can have been then, Certain
// what was; it is nil when that is nothing.
type Column struct {
	X, W              string
	Possible, Certain *Height
	Href              string
	Label             string // "2025: 12 entries"
}

// Height is a part of a column, from Y down, H high.
type Height struct{ Y, H string }

// Tick is a year written below a chart.
type Tick struct {
	X      string
	Label  string
	Anchor string // SVG's text-anchor
}

const (
	chartWidth     = 640
	chartHeight    = 96
	thinnestColumn = 1.5
)

// chart draws the years; nil when there are fewer than two.
func (p place) chart(years []int, of map[int][]*compile.Moment) *Chart {
	if len(years) < 2 {
		return nil
	}
	first, last, most := years[0], years[len(years)-1], 0
	for _, y := range years {
		most = max(most, len(of[y]))
	}
	c := &Chart{Width: chartWidth, Height: chartHeight, First: p.Year(first), Last: p.Year(last)}
	c.Label = p.T("chart.label", "first", c.First, "last", c.Last)
	step := float64(chartWidth) / float64(last-first+1)
	width := max(thinnestColumn, min(step*0.8, 14))
	at := func(y int) float64 { return (float64(y-first) + 0.5) * step }
	for _, y := range years {
		n, certain := len(of[y]), 0
		for _, m := range of[y] {
			if certainlyIn(y, m) {
				certain++
			}
		}
		link := p.yearLink(y, n)
		c.Columns = append(c.Columns, Column{
			X: decimal(at(y) - width/2), W: decimal(width), Possible: height(n, most), Certain: height(certain, most),
			Href: link.Href, Label: link.Label + ": " + link.Count,
		})
	}
	every := tickEvery(last - first)
	for y := first; y <= last; y++ {
		if y%every == 0 {
			c.Ticks = append(c.Ticks, Tick{X: decimal(at(y)), Label: p.Year(y), Anchor: "middle"})
		}
	}
	return c
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
