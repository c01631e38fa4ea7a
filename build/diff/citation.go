package diff

import (
	"slices"
	"strings"
)

// At is where the citation leads, as a contributor writes it: notes#p13.
func (c Citation) At() string {
	if c.Place == "" {
		return c.Source
	}
	return c.Source + "#" + c.Place
}

func places(list []Citation) string {
	var at []string
	for _, c := range list {
		at = append(at, c.At())
	}
	return sorted(at)
}

// Cited tells apart the citations of two forms of a statement: those that only
// the older one has, those that only the newer one has, and, in their newer
// form, those that lead to the same place and differ in their quote, their note
// or who told whom.
func (c *Changes) Cited(before, after *Statement) (gone, come, mended []Citation) {
	return (&comparer{Changes: c}).cited(before, after)
}

func (c *comparer) cited(before, after *Statement) (gone, come, mended []Citation) {
	at := func(one Citation) func(Citation) bool {
		return func(other Citation) bool { return one.At() == other.At() }
	}
	var old []Citation
	for _, o := range before.Citations {
		o.Source, o.Via = c.is(o.Source), c.all(o.Via)
		old = append(old, o)
	}
	for _, o := range old {
		if !slices.ContainsFunc(after.Citations, at(o)) {
			gone = append(gone, o)
		}
	}
	for _, n := range after.Citations {
		i := slices.IndexFunc(old, at(n))
		switch {
		case i < 0:
			come = append(come, n)
		case old[i].Quote != n.Quote || !slices.Equal(old[i].Note, n.Note) || strings.Join(old[i].Via, " ") != strings.Join(n.Via, " "):
			mended = append(mended, n)
		}
	}
	return gone, come, mended
}
