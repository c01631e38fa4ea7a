package site

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"example.org/publish/build/compile"
)

// Note is a footnote: a source and a place in it, and the statements of the
// page that rest on it.
type Note struct {
	N      int
	Source Run    // leads to the place on the source's page
	Place  string // in words: "paragraph 7"
	Via    Phrase // "which cites the Gazette"; empty when the source says it by itself
	Quote  *Run
	Note   *Run
	Backs  []Back
	// Address is a full one for who reads on paper: the source's own, or else
	// that of the place on the source's page.
	Address string
}

// Mark is the number of a footnote at a statement, with its source and place.
type Mark struct {
	N     int
	Title string
}

// Back leads from a footnote to a statement that rests on it.
type Back struct{ Href, Mark, Label string }

// notes numbers the footnotes of a page in the order in which they are first
// needed. Citations that are alike share one.
type notes struct {
	place
	list  []*Note
	at    map[string]*Note
	shown map[*compile.Statement]bool
}

func (p place) notes() *notes {
	return &notes{place: p, at: map[string]*Note{}, shown: map[*compile.Statement]bool{}}
}

// marks are the footnotes of a statement.
func (n *notes) marks(s *compile.Statement) []Mark {
	var marks []Mark
	for _, c := range s.Citations {
		note := n.note(c)
		if !slices.ContainsFunc(note.Backs, func(b Back) bool { return b.Href == "#"+s.ID }) {
			note.Backs = append(note.Backs, Back{Href: "#" + s.ID, Label: n.T("note.back", "property", n.text(s.Property.Label).Text)})
		}
		marks = append(marks, Mark{note.N, note.Source.Text + ", " + note.Place})
	}
	return marks
}

func (n *notes) note(c *compile.Citation) *Note {
	key := c.Source.ID + "\x00" + c.Place + "\x00" + c.Quote + "\x00" + c.Note.String()
	for _, v := range c.Via {
		key += "\x00" + v.ID()
	}
	if note := n.at[key]; note != nil {
		return note
	}
	note := &Note{
		N:       len(n.list) + 1,
		Source:  n.citation(c),
		Place:   n.placeInWords(c),
		Via:     n.via(c),
		Note:    n.optional(c.Note),
		Address: cmp.Or(c.Source.Address, n.catalog().Site+n.prefix+sourcePath(c.Source)+"#"+placeAnchor(c.Place)),
	}
	if c.Quote != "" {
		note.Quote = &Run{Text: c.Quote}
		if c.Source.Language != n.Language {
			note.Quote.Lang = c.Source.Language
		}
	}
	n.at[key] = note
	n.list = append(n.list, note)
	return note
}

// finish gives the back links of each note their marks: an arrow when there is
// one, letters when there are several.
func (n *notes) finish() []*Note {
	for _, note := range n.list {
		for i := range note.Backs {
			note.Backs[i].Mark = "↩"
			if len(note.Backs) > 1 {
				note.Backs[i].Mark = letters(i)
			}
		}
	}
	return n.list
}

// letters counts a, b, … z, aa, ab.
func letters(i int) string {
	s := string(rune('a' + i%26))
	if i >= 26 {
		s = letters(i/26-1) + s
	}
	return s
}

// citation names the source and leads to the place on its page.
func (p place) citation(c *compile.Citation) Run {
	r := p.sourceName(c.Source)
	r.Href = p.at(sourcePath(c.Source), placeAnchor(c.Place))
	return r
}

// placeAnchor is the anchor of a place on its source's page. A place is the
// contributor's text; an anchor has no room for spaces.
func placeAnchor(at string) string {
	if at == "" {
		return "whole"
	}
	return strings.Map(func(r rune) rune {
		if r <= ' ' || r == '"' {
			return '-'
		}
		return r
	}, at)
}

func (p place) placeInWords(c *compile.Citation) string {
	switch {
	case c.First == 0:
		return c.Place
	case c.First == c.Last || c.Last == 0:
		return p.T("place.paragraph", "paragraph", strconv.Itoa(c.First))
	}
	return p.T("place.paragraphs", "first", strconv.Itoa(c.First), "last", strconv.Itoa(c.Last))
}

// via is the chain behind the source: "which cites Reuters, which cites …".
func (p place) via(c *compile.Citation) Phrase {
	var out Phrase
	for _, o := range c.Via {
		out = append(out, p.phrase("note.via", map[string]Phrase{"origin": {p.origin(o)}})...)
	}
	return out
}
