package site

import (
	"cmp"
	"slices"
	"strings"

	"example.org/publish/build/compile"
)

// Graph is the drawing of what an entity is connected with: from the entity a
// trunk, on it a branch a property, on each branch the entities at its other
// end. The page's lists say the same. It is narrow, so that it can be read on
// the smallest screen, and its size is in units of its own text.
type Graph struct {
	Width, Height int
	Label         string
	Name          string
	Trunk         int // where the last branch leaves the trunk
	Branches      []Branch
	Rest          string // how many connections more the lists have; empty: none
}

// Branch is the entities that a property connects.
type Branch struct {
	Label  Run // leads to the property's list on this page
	Y, End int // where it leaves the trunk, and where its last twig leaves it
	Twigs  []Twig
}

// Twig is one entity at the other end, and how sure the connection is.
type Twig struct {
	Class string // plain, claimed or disputed
	Href  string
	Lang  string
	Y     int
	Lines []Line // its name
	Claim []Line // who claims that they are connected, or that it is disputed
}

// Line is a line of text, its foot at Y.
type Line struct {
	Text string
	Y    int
}

// mostNodes is how many nodes a drawing has, the entity itself among them.
const mostNodes = 30

// A line of a name, and how wide it may be: in units and in letters, of which
// few fonts have wider ones on the average.
const (
	graphWidth  = 320
	lineHeight  = 16
	apart       = 28 // between the feet of two links: room for a finger, 24 px, on the smallest screen
	nameLetters = 36
	noteLetters = 42
)

// connection is what connects an entity with another one under one label.
type connection struct {
	label      Run
	order      int // of the label on the page
	other      *compile.Entity
	statements []*compile.Statement
}

func (p place) graph(e *compile.Entity) *Graph {
	all := p.connections(e)
	if len(all) < 2 {
		return nil
	}
	shown := slices.SortedStableFunc(slices.Values(all), func(a, b *connection) int {
		return cmp.Compare(len(b.statements), len(a.statements))
	})
	shown = shown[:min(len(shown), mostNodes-1)]
	slices.SortStableFunc(shown, func(a, b *connection) int {
		return cmp.Or(cmp.Compare(a.order, b.order), strings.Compare(a.other.ID, b.other.ID))
	})
	g := &Graph{Width: graphWidth, Name: clipped(p.text(e.Name).Text, nameLetters), Label: p.T("graph.label", "name", p.text(e.Name).Text)}
	y := 24
	for i, c := range shown {
		if i == 0 || c.order != shown[i-1].order {
			y += 24
			g.Branches = append(g.Branches, Branch{Label: Run{Text: clipped(c.label.Text, noteLetters), Lang: c.label.Lang, Href: c.label.Href}, Y: y - 4})
			g.Trunk = y - 4
			y += apart - lineHeight
		}
		b := &g.Branches[len(g.Branches)-1]
		y = p.twig(b, c, y)
	}
	g.Height = y + 10
	if n := len(all) - len(shown); n > 0 {
		g.Rest = p.T("graph.rest", "n", n)
	}
	return g
}

// twig adds a connection to its branch, below y, and returns its own foot.
func (p place) twig(b *Branch, c *connection, y int) int {
	name := p.entity(c.other)
	t := Twig{Class: surest(c.statements), Href: name.Href, Lang: name.Lang, Y: y + lineHeight}
	for _, text := range wrapped(name.Text, nameLetters, 2) {
		y += lineHeight
		t.Lines = append(t.Lines, Line{text, y})
	}
	for _, text := range wrapped(p.howSure(t.Class, c.statements), noteLetters, 3) {
		y += lineHeight - 2
		t.Claim = append(t.Claim, Line{text, y})
	}
	b.End = t.Y - 4
	b.Twigs = append(b.Twigs, t)
	return y + apart - lineHeight
}

// howSure says who claims what is claimed alone, and what is disputed.
func (p place) howSure(class string, statements []*compile.Statement) string {
	var by []string
	for _, s := range statements {
		if words := p.claim(s).String(); words != "" && !slices.Contains(by, words) && class != "plain" {
			by = append(by, words)
		}
	}
	if class == "disputed" {
		by = append(by, p.T("mark.disputed"))
	}
	return strings.Join(by, "; ")
}

// surest is plain when a source reports one of the statements and nobody
// contradicts it; else it is disputed when any of them is, and claimed when
// none is.
func surest(statements []*compile.Statement) string {
	class := "claimed"
	for _, s := range statements {
		switch {
		case contradicted(s):
			class = "disputed"
		case !s.Claimed():
			return "plain"
		}
	}
	return class
}

// connections are what connects an entity with others, in the order of its
// page: what it says, and what is said of it under the same labels as there.
func (p place) connections(e *compile.Entity) []*connection {
	var all []*connection
	labels := map[string]int{}
	at := map[string]*connection{}
	add := func(label Run, other *compile.Entity, s *compile.Statement) {
		if other == e || s.Rank == "deprecated" {
			return
		}
		if _, known := labels[label.Href]; !known {
			labels[label.Href] = len(labels)
		}
		key := label.Href + " " + other.ID
		if at[key] == nil {
			at[key] = &connection{label: label, order: labels[label.Href], other: other}
			all = append(all, at[key])
		}
		at[key].statements = append(at[key].statements, s)
	}
	for _, s := range e.Statements {
		if s.Value.Entity != nil {
			label := p.text(s.Property.Label)
			label.Href = "#" + s.ID
			if i := slices.IndexFunc(e.Groups, func(g *compile.Group) bool { return g.Property == s.Property }); i >= 0 {
				label.Href = "#" + propertyAnchor(s.Property)
			}
			add(label, s.Value.Entity, s)
		}
	}
	for _, group := range p.mentioning(e) {
		for _, s := range group.statements {
			label := group.label
			label.Href = "#" + group.anchor
			add(label, s.Entity, s)
		}
	}
	return all
}

// wrapped breaks a text into lines of so many letters, at most a few of them.
func wrapped(text string, letters, most int) []string {
	var lines []string
	line := ""
	for _, word := range strings.Fields(text) {
		switch {
		case line == "":
			line = word
		case len([]rune(line))+1+len([]rune(word)) <= letters:
			line += " " + word
		default:
			lines = append(lines, clipped(line, letters))
			line = word
		}
	}
	if line != "" {
		lines = append(lines, clipped(line, letters))
	}
	if len(lines) > most {
		lines = append(lines[:most-1], clipped(strings.Join(lines[most-1:], " "), letters))
	}
	return lines
}

// clipped is a text of at most so many letters.
func clipped(text string, letters int) string {
	if runes := []rune(text); len(runes) > letters {
		return strings.TrimSpace(string(runes[:letters-1])) + "…"
	}
	return text
}
