package export

import (
	"cmp"
	"fmt"
	"iter"
	"slices"
	"strings"

	"example.org/publish/build/compile"
	"example.org/publish/build/edtf"
)

// dyadTable is how the two parties of each relation stood in each year, a row
// for a pair and a year as in the tables of those who study pairs. It takes the
// types of which the schema says that their entities are relations between two
// entities; ok is false when there are none.
//
// A year has a row when something is known of it, and nothing is carried over
// from one year to the next: what is said to be still so holds until its
// source was written.
func dyadTable(c *compile.Catalog) (t Table, ok bool) {
	var codes, external []string
	for _, t := range c.Types {
		if t.Status == nil {
			continue
		}
		ok = true
		for _, code := range t.Status.Codes {
			codes = append(codes, code.ID)
		}
		external = append(external, codeProperties(c, t.Parties)...)
	}
	slices.Sort(codes)
	slices.Sort(external)
	return newTable(Table{
		Name:  "dyad_years",
		Title: english("Dyad-years"),
		Description: english("How the two parties of each relation stood in each year of which something is known. " +
			"What is claimed stands apart from what is reported, and nothing is carried over to a year of which no statement speaks."),
		Key: []string{"relation_id", "year"},
		References: []Reference{
			{[]string{"relation_id"}, "entities", []string{"entity_id"}},
			{[]string{"party_1_id"}, "entities", []string{"entity_id"}},
			{[]string{"party_2_id"}, "entities", []string{"entity_id"}},
			{[]string{"entity_type", "property", "status_at_end"}, "codes", []string{"entity_type", "property", "code"}},
		},
	}, dyadFields(slices.Compact(external), slices.Compact(codes)), dyadYears(c)), ok
}

// dyadYear is what is known of a relation in a year.
type dyadYear struct {
	relation *compile.Entity
	parties  [2]*compile.Entity // by id
	year     int
	certain  []*compile.Statement // held for certain at some time in the year
	possible []*compile.Statement // can have held in the year
	claimed  []*compile.Statement // are claims, and can have held in the year
}

func dyadFields(external, codes []string) fields[dyadYear] {
	fs := slices.Concat(
		column(ID, "relation_id", "the relation", func(d dyadYear) string { return d.relation.ID }).required(),
		column(ID, "entity_type", "type of the relation", func(d dyadYear) string { return d.relation.Type.ID }).required(),
	)
	for i := range 2 {
		party := fmt.Sprintf("party_%d", i+1)
		fs = append(fs, slices.Concat(
			column(ID, party+"_id", "one of the two parties; the one whose id comes first in the alphabet is party 1", func(d dyadYear) string { return d.parties[i].ID }).required(),
			column(Text, party, "its name, in the main language", func(d dyadYear) string { return d.parties[i].Name.String() }).required(),
		)...)
		for _, p := range external {
			fs = append(fs, column(List, party+"_"+snake(p), "what the dataset states as its "+p+", for joining with other datasets", func(d dyadYear) string {
				return externalCode(d.parties[i], p)
			})...)
		}
	}
	return slices.Concat(fs,
		place("year", "the year", func(d dyadYear) int { return d.year }).required(),
		column(ID, "property", "the property that says how the two stand", func(d dyadYear) string { return d.relation.Type.Status.ID }).required(),
		column(Code, "status_at_end", "how they certainly stood on the last day of the year; empty when that is not known, or not one thing", statusAtEnd).allowed(codes...),
		column(List, "status_certain", "how they certainly stood at some time in the year, in order of time", func(d dyadYear) string { return statuses(d.certain) }),
		column(List, "status_possible", "how else they can have stood in the year, as far as dates are known", func(d dyadYear) string { return statuses(d.possible) }),
		column(List, "status_claimed", "how they stood in the year by claims, each with its claimant", func(d dyadYear) string {
			return joined(d.claimed, func(s statement) string { return statusOf(s) + " (" + claimant(s) + ")" })
		}),
		column(IDs, "statements", "the statements that the row rests on, the certain ones first and the claims last", func(d dyadYear) string {
			return joined(slices.Concat(d.certain, d.possible, d.claimed), statementID)
		}).required(),
	)
}

// dyadYears are the years of all relations, by relation and then by year.
func dyadYears(c *compile.Catalog) iter.Seq[dyadYear] {
	return func(yield func(dyadYear) bool) {
		for _, e := range c.Entities {
			if e.Type.Status == nil {
				continue
			}
			parties, ok := partiesOf(e)
			if !ok {
				continue
			}
			for _, d := range yearsOf(e) {
				d.parties = parties
				if !yield(d) {
					return
				}
			}
		}
	}
}

// partiesOf are the two entities between which the relation is. It is false of
// a relation that names one, or more than two.
func partiesOf(e *compile.Entity) ([2]*compile.Entity, bool) {
	var parties []*compile.Entity
	for _, s := range plain(e, e.Type.Parties) {
		if s.Value.Entity != nil && !slices.Contains(parties, s.Value.Entity) {
			parties = append(parties, s.Value.Entity)
		}
	}
	if len(parties) != 2 {
		return [2]*compile.Entity{}, false
	}
	slices.SortFunc(parties, func(a, b *compile.Entity) int { return strings.Compare(a.ID, b.ID) })
	return [2]*compile.Entity(parties), true
}

// maxYears is the longest time that is told year by year. What lasts longer
// says little of any one year, and could be written to fill the disk.
const maxYears = 1000

// yearsOf are the years of which the relation's statements say something.
func yearsOf(e *compile.Entity) []dyadYear {
	byYear := map[int]*dyadYear{}
	for _, s := range standing(e, e.Type.Status) {
		first, last, ok := known(s.Span)
		if !ok || last.Year()-first.Year() > maxYears {
			continue
		}
		for y := first.Year(); y <= last.Year(); y++ {
			year := edtf.Extent{First: edtf.DayOf(y, 1, 1), Last: edtf.DayOf(y, 12, 31)}
			d := byYear[y]
			if d == nil {
				d = &dyadYear{relation: e, year: y}
				byYear[y] = d
			}
			switch {
			case s.Claimed():
				d.claimed = append(d.claimed, s)
			case certainIn(s.Span, year):
				d.certain = append(d.certain, s)
			default:
				d.possible = append(d.possible, s)
			}
		}
	}
	var years []dyadYear
	for _, d := range byYear {
		years = append(years, *d)
	}
	slices.SortFunc(years, func(a, b dyadYear) int { return cmp.Compare(a.year, b.year) })
	return years
}

// known are the first and the last day that the span names: an open side
// reaches to the nearest day that is named.
func known(s edtf.Span) (first, last edtf.Day, ok bool) {
	for _, d := range []edtf.Day{s.Possible.First, s.Certain.First, s.Certain.Last, s.Possible.Last} {
		switch {
		case d.Open():
		case !ok:
			first, last, ok = d, d, true
		default:
			first, last = min(first, d), max(last, d)
		}
	}
	return first, last, ok
}

// certainIn reports whether what has the span certainly held at some time in
// the year: on a day that is certain, or on some day when all possible ones
// are in the year.
func certainIn(s edtf.Span, year edtf.Extent) bool {
	if !s.Certain.Empty() {
		return s.Certain.First <= year.Last && year.First <= s.Certain.Last
	}
	return year.First <= s.Possible.First && s.Possible.Last <= year.Last
}

// statusAtEnd is the code of the one status that certainly held on the last
// day of the year.
func statusAtEnd(d dyadYear) string {
	var held []string
	for _, s := range d.certain {
		last := edtf.DayOf(d.year, 12, 31)
		if s.Value.Code != nil && s.Span.Certain.First <= last && last <= s.Span.Certain.Last {
			held = append(held, s.Value.Code.ID)
		}
	}
	slices.Sort(held)
	if held = slices.Compact(held); len(held) == 1 {
		return held[0]
	}
	return ""
}

// statuses are the different statuses, in the order of the statements.
func statuses(statements []*compile.Statement) string {
	var found []string
	for _, s := range statements {
		if word := statusOf(s); !slices.Contains(found, word) {
			found = append(found, word)
		}
	}
	return strings.Join(found, separator)
}

func statusOf(s *compile.Statement) string {
	if s.Value.Code != nil {
		return s.Value.Code.ID
	}
	return s.Value.Label().String()
}

// codeProperties are the properties by which the parties can be found in other
// datasets: those of their types whose ids end in "-code".
func codeProperties(c *compile.Catalog, parties *compile.Property) []string {
	var found []string
	for _, t := range c.Types {
		if len(parties.Targets) > 0 && !slices.Contains(parties.Targets, t.ID) {
			continue
		}
		for _, p := range t.Properties {
			if strings.HasSuffix(p.ID, "-code") {
				found = append(found, p.ID)
			}
		}
	}
	return found
}

// externalCode is what the dataset states as the entity's code.
func externalCode(e *compile.Entity, property string) string {
	p := e.Type.Property(property)
	if p == nil {
		return ""
	}
	return joined(plain(e, p), func(s statement) string { return s.Value.Written })
}
