// Package conflict decides which statements of one property of one entity
// cannot all hold. It is the only judge of that: the check, the pages and the
// downloads ask it.
//
// Succession is no conflict (the times do not overlap), nor is greater
// precision (one value could satisfy both), nor a claim and its answer (they
// are tied by "disputes"). The package knows neither files nor pages.
package conflict

import (
	"cmp"
	"slices"

	"example.org/publish/build/edtf"
	"example.org/publish/build/number"
)

// Statement is what the judge needs to know of a statement.
type Statement struct {
	Text     string        // the value, when it is neither a date nor a number
	Date     edtf.Date     // the value of a date property
	Number   number.Number // the value of a number property
	Timeless bool          // the property has no time: what it says always holds
	Span     edtf.Span     // when it holds, for a property with a time
	From     edtf.Date     // the beginning and the end of the Span as written; zero: not said
	Until    edtf.Date
	Answers  []int // indices of the statements that it disputes
	Ranked   bool  // the editors ranked it preferred or deprecated
	Claimed  bool  // it is somebody's claim
	Void     bool  // it cannot be read, and conflicts with nothing
}

// Conflict is statements that cannot all hold, by index, in order.
type Conflict struct {
	Members []int
	// Certain is set when some two members certainly hold at the same time.
	Certain bool
	// Bare is the first two members that certainly hold at the same time and
	// of which neither is ranked nor claimed: nobody stands for either. It is
	// nil when there are none.
	Bare []int
}

// Find returns the conflicts among the statements, all of one property of one
// entity, in the order of their first members. Statements that are tied by a
// chain of pairs in conflict are one conflict.
func Find(statements []Statement) []Conflict {
	parent := make([]int, len(statements))
	for i := range parent {
		parent[i] = i
	}
	root := func(i int) int {
		for parent[i] != i {
			parent[i] = parent[parent[i]]
			i = parent[i]
		}
		return i
	}
	// By member; no maps, as thousands of rivals make millions of pairs.
	certain := make([]bool, len(statements))
	bare := make([][]int, len(statements))
	inConflict := make([]bool, len(statements))
	for i, j := range overlapping(statements) {
		if bare[i] != nil && inConflict[j] && root(i) == root(j) {
			continue // the pair could tell nothing new
		}
		if !excludes(statements[i], statements[j]) || tied(statements, i, j) || succession(statements[i], statements[j]) {
			continue
		}
		inConflict[i], inConflict[j] = true, true
		a, b := root(i), root(j)
		parent[max(a, b)] = min(a, b)
		if !certainlyTogether(statements[i], statements[j]) {
			continue
		}
		certain[i] = true
		plain := func(s Statement) bool { return !s.Ranked && !s.Claimed }
		if bare[i] == nil && plain(statements[i]) && plain(statements[j]) {
			bare[i] = []int{i, j}
		}
	}
	found := map[int]*Conflict{}
	var order []int
	for i := range statements {
		if !inConflict[i] {
			continue
		}
		r := root(i)
		c := found[r]
		if c == nil {
			c = &Conflict{}
			found[r] = c
			order = append(order, r)
		}
		c.Members = append(c.Members, i)
		c.Certain = c.Certain || certain[i]
		if c.Bare == nil {
			c.Bare = bare[i]
		}
	}
	conflicts := make([]Conflict, 0, len(order))
	for _, r := range order {
		conflicts = append(conflicts, *found[r])
	}
	return conflicts
}

// overlapping yields each pair i < j whose times can overlap. Sorted by their
// beginnings, only neighbours are compared: an office with thousands of
// holders in succession costs no more than its sorting.
func overlapping(statements []Statement) func(yield func(i, j int) bool) {
	order := make([]int, 0, len(statements))
	for i, s := range statements {
		if !s.Void {
			order = append(order, i)
		}
	}
	first := func(i int) edtf.Day {
		if statements[i].Timeless {
			return edtf.OpenPast
		}
		return statements[i].Span.Possible.First
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(first(a), first(b)) })
	return func(yield func(i, j int) bool) {
		for k, i := range order {
			for _, j := range order[k+1:] {
				if !statements[i].Timeless && first(j) > statements[i].Span.Possible.Last {
					break
				}
				if !yield(min(i, j), max(i, j)) {
					return
				}
			}
		}
	}
}

// excludes reports whether the two values cannot both hold.
func excludes(a, b Statement) bool {
	switch {
	case !a.Date.IsZero() && !b.Date.IsZero():
		return !a.Date.Compatible(b.Date)
	case a.Number != number.Number{} && b.Number != number.Number{}:
		return !a.Number.Compatible(b.Number)
	}
	return a.Text != b.Text
}

func certainlyTogether(a, b Statement) bool {
	return a.Timeless || b.Timeless || a.Span.CertainlyOverlaps(b.Span)
}

// succession reports whether one of the two ends where the other begins: on
// the only day they share, or at the same moment, however uncertain its date.
func succession(a, b Statement) bool {
	return !a.Timeless && !b.Timeless && (endsWhere(a, b) || endsWhere(b, a))
}

func endsWhere(a, b Statement) bool {
	last, first := a.Span.Possible.Last, b.Span.Possible.First
	return !a.Until.IsZero() && a.Until == b.From || last == first && !last.Open()
}

// tied reports whether one of the two answers the other.
func tied(statements []Statement, i, j int) bool {
	return slices.Contains(statements[i].Answers, j) || slices.Contains(statements[j].Answers, i)
}
