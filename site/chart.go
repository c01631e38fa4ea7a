package site

import "example.org/publish/build/compile"

// Chart draws how much the timeline holds in each year: columns, each a link
// to its year. It is Width wide and Height high.
type Chart struct {
	Width, Height int
	Columns       []Column
	Label         string
	Ticks         []Tick
}

// Column is a year of a chart.
type Column struct {
	X, Y, W, H string
	Href       string
	Label      string // "2025: 12 entries"
}

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
	c := &Chart{Width: chartWidth, Height: chartHeight, Label: p.T("chart.label", "first", p.Year(first), "last", p.Year(last))}
	step := float64(chartWidth) / float64(last-first+1)
	width := max(thinnestColumn, min(step*0.8, 14))
	at := func(y int) float64 { return (float64(y-first) + 0.5) * step }
	for _, y := range years {
		n := len(of[y])
		h := 3 + float64(chartHeight-3)*float64(n)/float64(most)
		link := p.yearLink(y, n)
		c.Columns = append(c.Columns, Column{
			X: decimal(at(y) - width/2), Y: decimal(float64(chartHeight) - h), W: decimal(width), H: decimal(h),
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
