package site

import (
	"cmp"
	"slices"

	"example.org/publish/build/compile"
	"example.org/publish/build/edtf"
)

// Matrix is how all pairs stood to one another in a year, or in several in
// which nothing is known to have changed. Row and column i are one party's.
type Matrix struct {
	Label, Anchor string
	Parties       []Run
	Rows          []MatrixRow
}

// MatrixRow is how one party stood to each of the others.
type MatrixRow struct {
	Party Run
	Cells [][]Standing // nothing is known of an empty one
}

// Standing is a statement on how two stood. It never goes without its claimant.
type Standing struct {
	Class string // plain, possible or claimed
	What  Run    // leads to the statement
	How   string // "possibly", "according to Ada"; empty when the sources report it for certain
}

// longestRelation is, in years, what is told year by year. What lasts longer
// says little of any one year, and could be written to fill the disk.
const longestRelation = 1000

// matrices are the standings of a type's relations, the newest first; nil when
// they are no relations.
func (p place) matrices(t *compile.Type) []Matrix {
	if t.Status == nil {
		return nil
	}
	years := map[int][]standing{}
	for _, e := range t.Entities {
		if parties, ok := partiesOf(e); ok {
			standings(e, parties, years)
		}
	}
	order := sortedKeys(years)
	var list []Matrix
	for i := len(order) - 1; i >= 0; {
		last := order[i]
		first := last
		for i--; i >= 0 && order[i] == first-1 && slices.Equal(years[order[i]], years[last]); i-- {
			first = order[i]
		}
		list = append(list, p.matrix(first, last, years[last]))
	}
	return list
}

// standing is what one statement says of two parties in a year.
type standing struct {
	parties   [2]*compile.Entity
	statement *compile.Statement
	class     string // plain, possible or claimed
}

// standings adds what is known of a relation to each year of which anything is.
func standings(e *compile.Entity, parties [2]*compile.Entity, years map[int][]standing) {
	for _, s := range e.Statements {
		if s.Property != e.Type.Status || !stands(s) {
			continue
		}
		known := scaleOf([]edtf.Span{s.Span}) // the days that are named
		if known == nil || known.last.Year()-known.first.Year() > longestRelation {
			continue
		}
		for y := known.first.Year(); y <= known.last.Year(); y++ {
			class := "possible"
			switch {
			case s.Claimed():
				class = "claimed"
			case heldIn(y, s.Span):
				class = "plain"
			}
			years[y] = append(years[y], standing{parties, s, class})
		}
	}
}

// heldIn reports whether what has the span certainly held at some time in the
// year: on a day that is certain, or on some day when all possible ones are in
// the year.
func heldIn(year int, s edtf.Span) bool {
	first, last := edtf.DayOf(year, 1, 1), edtf.DayOf(year, 12, 31)
	if !s.Certain.Empty() {
		return s.Certain.First <= last && first <= s.Certain.Last
	}
	return first <= s.Possible.First && s.Possible.Last <= last
}

func sortedKeys(years map[int][]standing) []int {
	var order []int
	for y := range years {
		order = append(order, y)
	}
	slices.Sort(order)
	return order
}

func (p place) matrix(first, last int, of []standing) Matrix {
	y := yearRange{first: first, last: last}
	m := Matrix{Label: p.yearsInWords(y), Anchor: "as-of-" + y.anchor()}
	var parties []*compile.Entity
	for _, s := range of {
		for _, party := range s.parties {
			if !slices.Contains(parties, party) {
				parties = append(parties, party)
			}
		}
	}
	parties = p.byName(parties)
	slices.SortStableFunc(of, func(a, b standing) int { return cmp.Compare(rankOf[a.class], rankOf[b.class]) })
	for _, row := range parties {
		m.Parties = append(m.Parties, p.entity(row))
		r := MatrixRow{Party: p.entity(row)}
		for _, column := range parties {
			var cell []Standing
			for _, s := range of {
				if row != column && slices.Contains(s.parties[:], row) && slices.Contains(s.parties[:], column) {
					cell = append(cell, p.standing(s))
				}
			}
			r.Cells = append(r.Cells, cell)
		}
		m.Rows = append(m.Rows, r)
	}
	return m
}

var rankOf = map[string]int{"plain": 0, "possible": 1, "claimed": 2}

func (p place) standing(s standing) Standing {
	v := Standing{Class: s.class, What: p.value(s.statement)[0]}
	v.What.Href = p.at(entityPath(s.statement.Entity), s.statement.ID)
	switch s.class {
	case "claimed":
		v.How = p.claim(s.statement).String()
	case "possible":
		v.How = p.T("matrix.possibly")
	}
	return v
}
