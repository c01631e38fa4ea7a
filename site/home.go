package site

import (
	"cmp"
	"slices"

	"example.org/publish/build/compile"
	"example.org/publish/build/edtf"
)

// Home is what the first page shows.
type Home struct {
	Counts   []Figure
	Sureness []Share
	Types    []TypeOf
	Busiest  []Entry
	Latest   []Moment
	Changes  []ChangeLine // the newest
	Chart    *Chart
	Files    []File // the ones to begin with
}

// Figure is a number with what it counts, and where to see it.
type Figure struct{ Number, Label, Href string }

// Share is a part of all statements: how it came to be known.
type Share struct {
	Class   string // plain, claimed or disputed
	X, W    string // of 100
	Label   string
	Percent string
	Count   string
}

// TypeOf is a type with the number of its entities.
type TypeOf struct {
	Label       Run
	Description *Run
	Count       string
}

func homePages(e *edition) []draft {
	return []draft{{path: "", fill: func(p place, v *View) {
		v.Title, v.Description = v.Site.Title.Text, v.Site.Description.Text
		v.Body = p.home()
		v.Data = p.datasetInShort()
	}}}
}

func (p place) home() *Home {
	c := p.catalog()
	h := &Home{
		Counts:   p.figures(),
		Sureness: p.sureness(),
		Chart:    p.chart(p.timeline),
	}
	for _, t := range slices.SortedStableFunc(slices.Values(c.Types), func(a, b *compile.Type) int {
		return cmp.Compare(len(b.Entities), len(a.Entities))
	}) {
		if len(t.Entities) > 0 {
			label := p.text(t.Plural)
			label.Href = p.to(typePath(t))
			h.Types = append(h.Types, TypeOf{Label: label, Description: p.optional(t.Description), Count: p.Count(len(t.Entities))})
		}
	}
	for _, e := range busiest(c, 8) {
		h.Busiest = append(h.Busiest, p.entry(e, nil))
	}
	h.Latest = p.latest(6)
	h.Changes = p.newest(4)
	for _, d := range p.in.Downloads {
		if d.Entity == "" && d.Table == "" {
			h.Files = append(h.Files, p.file(d))
		}
	}
	return h
}

func (p place) figures() []Figure {
	c := p.catalog()
	figure := func(key string, n int, href string) Figure {
		return Figure{Number: p.Count(n), Label: p.T("figure."+key, "n", n), Href: href}
	}
	return []Figure{
		figure("statements", len(c.Statements), p.to("data/")),
		figure("entities", len(c.Entities), "#browse"),
		figure("sources", len(c.Sources), p.to("source/")),
		figure("disputed", len(c.Conflicts), p.to("disputed/")),
	}
}

// sureness divides the statements into what the sources report plainly, what
// they report as somebody's claim, and what is in dispute.
func (p place) sureness() []Share {
	c := p.catalog()
	counts := countSureness(c)
	var shares []Share
	x := 0.0
	for _, class := range []string{"plain", "claimed", "disputed"} {
		n := counts[class]
		if n == 0 {
			continue
		}
		w := 100 * float64(n) / float64(len(c.Statements))
		shares = append(shares, Share{
			Class: class, X: decimal(x), W: decimal(w), Label: p.T("sureness." + class),
			Percent: p.T("percent", "n", int(w+0.5)), Count: p.T("count.statements", "n", n),
		})
		x += w
	}
	return shares
}

func countSureness(c *compile.Catalog) map[string]int {
	counts := map[string]int{}
	for _, s := range c.Statements {
		switch {
		case contradicted(s):
			counts["disputed"]++
		case s.Claimed():
			counts["claimed"]++
		default:
			counts["plain"]++
		}
	}
	return counts
}

// busiest are the entities to which most statements lead: those that have them
// as their value, and those that they make.
func busiest(c *compile.Catalog, n int) []*compile.Entity {
	said := func(e *compile.Entity) int { return len(e.Mentions) + len(e.Claims) }
	list := slices.SortedStableFunc(slices.Values(c.Entities), func(a, b *compile.Entity) int {
		return cmp.Compare(said(b), said(a))
	})
	return list[:min(n, len(list))]
}

// latest are the last events that have a date of their own, the latest first.
func (p place) latest(n int) []Moment {
	var list []*compile.Moment
	for _, m := range slices.Backward(p.catalog().Moments) {
		known := !m.Span.Possible.First.Open() && !m.Span.Possible.Last.Open()
		if m.Event() && known && !m.Statement.Claimed() && m.Statement.Conflict == nil {
			list = append(list, m)
		}
	}
	last := func(m *compile.Moment) edtf.Day { return m.Span.Possible.Last }
	slices.SortStableFunc(list, func(a, b *compile.Moment) int { return cmp.Compare(last(b), last(a)) })
	var out []Moment
	for _, m := range list[:min(n, len(list))] {
		out = append(out, p.moment(m, nil))
	}
	return out
}
