package site

import (
	"cmp"
	"slices"

	"example.org/publish/build/compile"
	"example.org/publish/build/edtf"
)

// Matrix is how all pairs stood to one another in a year, or in several in
// which nothing is known to have changed. Row and column i are one party's. When
// there are too many parties, Pairs says the same in a list.
type Matrix struct {
	Label   string
	Parties []Run
	Rows    []MatrixRow
	Pairs   []PairRow
	Years   []YearsOf // that can be seen, the newest first; none when these are all
	Year    int       // the last of its own
	Of      Link      // the list of the relations
}

// YearsOf leads to the matrix of a year or several.
type YearsOf struct {
	Link
	First, Last int
}

// MatrixRow is how one party stood to each of the others.
type MatrixRow struct {
	Party Run
	Cells [][]Standing // nothing is known of an empty one
}

// PairRow is how two parties stood to one another.
type PairRow struct {
	Parties   [2]Run
	Standings []Standing
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

// mostParties is the number of parties up to which a matrix can be read.
const mostParties = 24

// snapshot is what is known of years in which nothing is known to have changed.
type snapshot struct {
	of          *compile.Type
	first, last int
	standings   []standing
}

func (s snapshot) path() string {
	name := yearName(s.first)
	if s.last != s.first {
		name += "-" + yearName(s.last)
	}
	return "timeline/as-of/" + s.of.ID + "/" + name + "/"
}

// snapshots are those of a type's relations, the newest first; nil when they
// are no relations.
func snapshots(t *compile.Type) []snapshot {
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
	var list []snapshot
	for i := len(order) - 1; i >= 0; {
		last := order[i]
		first := last
		for i--; i >= 0 && order[i] == first-1 && slices.Equal(years[order[i]], years[last]); i-- {
			first = order[i]
		}
		list = append(list, snapshot{t, first, last, years[last]})
	}
	return list
}

// matrixPages are the matrices of all years, when there are several.
func matrixPages(e *edition) []draft {
	var drafts []draft
	for _, t := range e.catalog().Types {
		all := snapshots(t)
		if len(all) < 2 {
			continue
		}
		for _, s := range all {
			drafts = append(drafts, draft{path: s.path(), fill: func(p place, v *View) {
				body := p.matrix(s, all)
				v.Title, v.Body = p.T("matrix.as-of", "what", body.Of.Text, "years", body.Label), body
				v.Description = p.T("matrix.description", "what", body.Of.Text, "years", body.Label)
				v.Data = p.pageData("CollectionPage", v)
			}})
		}
	}
	return drafts
}

// newestMatrix is that of the last years; nil when there is none.
func (p place) newestMatrix(t *compile.Type) *Matrix {
	all := snapshots(t)
	if len(all) == 0 {
		return nil
	}
	return p.matrix(all[0], all)
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

func (p place) matrix(s snapshot, all []snapshot) *Matrix {
	m := &Matrix{Label: p.snapshotYears(s), Year: s.last, Of: p.link(s.of.Plural, typePath(s.of))}
	if len(all) > 1 {
		for _, other := range all {
			link := Link{Text: p.snapshotYears(other), Href: p.to(other.path()), Current: other.first == s.first}
			m.Years = append(m.Years, YearsOf{link, other.first, other.last})
		}
	}
	cells := map[[2]*compile.Entity][]Standing{}
	var parties []*compile.Entity
	var pairs [][2]*compile.Entity
	sorted := slices.SortedStableFunc(slices.Values(s.standings), func(a, b standing) int { return cmp.Compare(rankOf[a.class], rankOf[b.class]) })
	for _, s := range sorted {
		for _, party := range s.parties {
			if !slices.Contains(parties, party) {
				parties = append(parties, party)
			}
		}
		if cells[s.parties] == nil {
			pairs = append(pairs, s.parties)
		}
		cells[s.parties] = append(cells[s.parties], p.standing(s))
	}
	parties = p.byName(parties)
	if len(parties) > mostParties {
		m.Pairs = p.pairRows(parties, pairs, cells)
		return m
	}
	for _, row := range parties {
		m.Parties = append(m.Parties, p.entity(row))
		r := MatrixRow{Party: p.entity(row)}
		for _, column := range parties {
			r.Cells = append(r.Cells, slices.Concat(cells[[2]*compile.Entity{row, column}], cells[[2]*compile.Entity{column, row}]))
		}
		m.Rows = append(m.Rows, r)
	}
	return m
}

func (p place) snapshotYears(s snapshot) string {
	return p.yearsInWords(yearRange{first: s.first, last: s.last})
}

// pairRows lists the pairs under the party whose name comes first.
func (p place) pairRows(parties []*compile.Entity, pairs [][2]*compile.Entity, cells map[[2]*compile.Entity][]Standing) []PairRow {
	order := make(map[*compile.Entity]int, len(parties))
	for i, party := range parties {
		order[party] = i
	}
	type row struct {
		parties [2]*compile.Entity
		cells   []Standing
	}
	var rows []row
	for _, pair := range pairs {
		r := row{pair, cells[pair]}
		if order[pair[0]] > order[pair[1]] {
			r.parties = [2]*compile.Entity{pair[1], pair[0]}
		}
		rows = append(rows, r)
	}
	slices.SortFunc(rows, func(a, b row) int {
		return cmp.Or(cmp.Compare(order[a.parties[0]], order[b.parties[0]]), cmp.Compare(order[a.parties[1]], order[b.parties[1]]))
	})
	var list []PairRow
	for _, r := range rows {
		list = append(list, PairRow{[2]Run{p.entity(r.parties[0]), p.entity(r.parties[1])}, r.cells})
	}
	return list
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
