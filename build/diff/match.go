package diff

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
)

// match finds for each older statement of a group the newer one that it has
// become: the same id, an id that moved.yaml names, the same key; then the same
// value, be it with another time, claimant or wording around it; then another
// value that plainly mends the older one.
func (c *comparer) match(g *group) {
	pair := func(a, b *Statement) {
		if a == nil || b == nil || g.pairs[a] != nil || g.paired[b] != nil {
			return
		}
		g.pairs[a], g.paired[b] = b, a
		if a.ID != b.ID {
			c.Became[a.ID] = b.ID
		}
	}
	byID, byKey := map[string]*Statement{}, map[string]*Statement{}
	for _, b := range g.new {
		byID[b.ID] = b
		if b.Key != "" {
			byKey[b.Entity+"#"+b.Key] = b
		}
	}
	for _, a := range g.old {
		pair(a, byID[a.ID])
	}
	for _, a := range g.old {
		if m := c.New.moves[a.ID]; len(m.To) == 1 {
			pair(a, byID[m.To[0]])
		}
	}
	for _, a := range g.old {
		if a.Key != "" {
			pair(a, byKey[c.is(a.Entity)+"#"+a.Key])
		}
	}
	c.matchLikely(g, pair, func(s *Statement) string { return s.Property + "\x00" + c.value(s) }, c.sameValue)
	c.matchLikely(g, pair, func(s *Statement) string { return s.Property }, c.mends)
}

// most is how many pairs of one bucket are weighed; of a larger one, what is
// left counts as withdrawn and added. Nobody mends hundreds of values of one
// property of one entity at once.
const most = 1 << 16

// matchLikely pairs what is left within each bucket, the likeliest first. A
// likeness of 0 is none.
func (c *comparer) matchLikely(g *group, pair func(a, b *Statement), bucket func(*Statement) string, likeness func(a, b *Statement) int) {
	type candidate struct {
		a, b   *Statement
		weight int
	}
	olds, news := map[string]int{}, map[string][]*Statement{}
	for _, a := range g.old {
		if g.pairs[a] == nil {
			olds[bucket(a)]++
		}
	}
	for _, b := range g.new {
		if g.paired[b] == nil {
			news[bucket(b)] = append(news[bucket(b)], b)
		}
	}
	var candidates []candidate
	for _, a := range g.old {
		in := news[bucket(a)]
		if g.pairs[a] != nil || olds[bucket(a)]*len(in) > most {
			continue
		}
		for _, b := range in {
			if weight := likeness(a, b); weight > 0 {
				candidates = append(candidates, candidate{a, b, weight})
			}
		}
	}
	slices.SortStableFunc(candidates, func(x, y candidate) int { return cmp.Compare(y.weight, x.weight) })
	for _, one := range candidates {
		pair(one.a, one.b)
	}
}

// sameValue weighs two statements that give a property the same value: they are
// one statement if its claimant is the same, or if another claimant was read at
// the same place of a source.
func (c *comparer) sameValue(a, b *Statement) int {
	claimant, place := c.claimant(a) == c.claimant(b), c.sharedPlace(a, b)
	if !claimant && !place {
		return 0
	}
	return 1 + 8*bit(claimant) + 4*bit(a.Role == b.Role) + 3*bit(sameTime(a, b)) +
		2*bit(place) + bit(c.sharedSource(a, b)) + bit(a.Detail.String() == b.Detail.String())
}

// mends weighs two statements that give a property different values. A text
// mends another one that shares half of its words. Any other value does if the
// property has one at a time, and the same source says it. In both cases it is
// for the same claimant to say.
func (c *comparer) mends(a, b *Statement) int {
	if c.claimant(a) != c.claimant(b) || a.Role != b.Role {
		return 0
	}
	alike := 0
	switch p := c.New.Property(b.Entity, b.Property); {
	case b.Value.Kind == "text" || b.Value.Kind == "name":
		alike = similar(a.Value, b.Value)
	case p != nil && (p.OneAtATime || p.Kind == "date" || p.Kind == "number"):
		alike = 50 * bit(c.sharedSource(a, b))
	}
	if alike < 50 {
		return 0
	}
	return alike + 50*bit(c.sharedPlace(a, b)) + 30*bit(sameTime(a, b)) + 10*bit(a.Detail.String() == b.Detail.String())
}

func bit(b bool) int {
	if b {
		return 1
	}
	return 0
}

func sameTime(a, b *Statement) bool { return a.On == b.On && a.From == b.From && a.Until == b.Until }

func (c *comparer) sharedSource(a, b *Statement) bool {
	return c.shared(a, b, func(one Citation) string { return one.Source })
}

func (c *comparer) sharedPlace(a, b *Statement) bool { return c.shared(a, b, Citation.At) }

func (c *comparer) shared(a, b *Statement, of func(Citation) string) bool {
	return slices.ContainsFunc(a.Citations, func(x Citation) bool {
		x.Source = c.is(x.Source)
		return slices.ContainsFunc(b.Citations, func(y Citation) bool { return of(x) == of(y) })
	})
}

// similar is how many of a hundred words two texts share, in the language in
// which they share most.
func similar(a, b Value) int {
	best := 0
	for _, x := range a.Label {
		for _, y := range b.Label {
			if x.Language == y.Language {
				best = max(best, sharedWords(x.Text, y.Text))
			}
		}
	}
	return best
}

func sharedWords(a, b string) int {
	x, y := wordsOf(a), wordsOf(b)
	all := union(x, y)
	if len(all) == 0 {
		return 0
	}
	return 100 * (len(x) + len(y) - len(all)) / len(all)
}

// wordsOf are the words of a text, each once, in small letters; at most a
// hundred, which is longer than any statement.
func wordsOf(s string) []string {
	list := strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	return union(nil, list[:min(len(list), 100)])
}
