package conflict_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"example.org/publish/build/conflict"
	"example.org/publish/build/edtf"
	"example.org/publish/build/fact"
	"example.org/publish/build/number"
)

// period is a statement that held from one time until another; "" is not said.
func period(text, from, until string) conflict.Statement {
	s := conflict.Statement{Text: text}
	s.From, _ = edtf.Parse(from)
	s.Until, _ = edtf.Parse(until)
	s.Span = edtf.Period(s.From, s.Until)
	return s
}

func timeless(text string) conflict.Statement { return conflict.Statement{Text: text, Timeless: true} }

func dated(value string) conflict.Statement {
	return conflict.Statement{Text: value, Date: edtf.MustParse(value), Timeless: true}
}

func counted(t *testing.T, value string) conflict.Statement {
	n, err := number.Parse(value)
	if err != nil {
		t.Fatal(err)
	}
	return conflict.Statement{Text: value, Number: n, Timeless: true}
}

func TestFind(t *testing.T) {
	answer := timeless("it cannot be")
	answer.Answers = []int{0}
	claim := timeless("expelled")
	claim.Claimed = true
	void := timeless("unreadable")
	void.Void = true
	for _, test := range []struct {
		why        string
		statements []conflict.Statement
		want       []conflict.Conflict
	}{
		{"one value twice", []conflict.Statement{timeless("a"), timeless("a")}, nil},
		{"two values that always hold", []conflict.Statement{timeless("a"), timeless("b")},
			[]conflict.Conflict{{Members: []int{0, 1}, Certain: true, Bare: []int{0, 1}}}},
		{"a claim against a report has somebody who stands for it", []conflict.Statement{claim, timeless("withdrawn")},
			[]conflict.Conflict{{Members: []int{0, 1}, Certain: true}}},
		{"a claim and its answer", []conflict.Statement{timeless("it is so"), answer}, nil},
		{"what cannot be read", []conflict.Statement{timeless("a"), void}, nil},
		{"succession", []conflict.Statement{period("a", "2010", "2012"), period("b", "2013", "2014")}, nil},
		{"succession on one day", []conflict.Statement{period("a", "", "2025-11-03"), period("b", "2025-11-03", "")}, nil},
		{"succession at one unknown moment", []conflict.Statement{period("a", "", "[1960..1980]"), period("b", "[1960..1980]", "")}, nil},
		{"times that can overlap", []conflict.Statement{period("a", "2010", "2013"), period("b", "[2012..2014]", "2016")},
			[]conflict.Conflict{{Members: []int{0, 1}}}},
		{"times that certainly overlap", []conflict.Statement{period("a", "2010", "2013"), period("b", "2011", "2014")},
			[]conflict.Conflict{{Members: []int{0, 1}, Certain: true, Bare: []int{0, 1}}}},
		{"nothing said of the time", []conflict.Statement{period("a", "", ""), period("b", "2013", "2014")},
			[]conflict.Conflict{{Members: []int{0, 1}}}},
		{"a more precise date", []conflict.Statement{dated("2025-11"), dated("2025-11-03")}, nil},
		{"dates with a day in common", []conflict.Statement{dated("[2025-10-28..2025-11-07]"), dated("2025-11")}, nil},
		{"dates with no day in common", []conflict.Statement{dated("2021-07"), dated("[2021-11..2021-12]")},
			[]conflict.Conflict{{Members: []int{0, 1}, Certain: true, Bare: []int{0, 1}}}},
		{"about as many", []conflict.Statement{counted(t, "10000~"), counted(t, "10800")}, nil},
		{"not as many", []conflict.Statement{counted(t, "10000~"), counted(t, "125000~")},
			[]conflict.Conflict{{Members: []int{0, 1}, Certain: true, Bare: []int{0, 1}}}},
		{"a chain of overlaps is one conflict, another pair its own",
			[]conflict.Statement{
				period("a", "2000", "2005"), period("b", "2004", "2009"), period("c", "2008", "2012"),
				period("d", "2020", "2022"), period("e", "2021", "2023"),
			},
			[]conflict.Conflict{
				{Members: []int{0, 1, 2}, Certain: true, Bare: []int{0, 1}},
				{Members: []int{3, 4}, Certain: true, Bare: []int{3, 4}},
			}},
	} {
		got := conflict.Find(test.statements)
		if len(got) == 0 {
			got = nil
		}
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.why, diff)
		}
	}
}

func TestTheOrderOfStatementsDoesNotChangeWhoIsInConflict(t *testing.T) {
	statements := []conflict.Statement{
		period("a", "2000", "2005"), period("b", "2004", "2009"), period("c", "2020", ""), period("a", "2003", "2006"),
	}
	sizes := func(s []conflict.Statement) string {
		var members int
		found := conflict.Find(s)
		for _, c := range found {
			members += len(c.Members)
		}
		return fmt.Sprint(len(found), members)
	}
	want := sizes(statements)
	for range statements {
		statements = append(statements[1:], statements[0])
		if got := sizes(statements); got != want {
			t.Errorf("conflicts and members are %s after turning the order; want %s", got, want)
		}
	}
}

func TestWhatIsStillSoHoldsUntilItsSourceWasWritten(t *testing.T) {
	s := &fact.Statement{
		From:  fact.Scalar{Text: "2025-09"},
		Until: fact.Scalar{Text: ".."},
		Cite:  []fact.Citation{{Source: fact.Scalar{Text: "older"}}, {Source: fact.Scalar{Text: "newer"}}},
	}
	dates := map[string]edtf.Date{"older": edtf.MustParse("2025-10"), "newer": edtf.MustParse("2025-11-04")}
	span, err := conflict.Time(s, func(source string) edtf.Date { return dates[source] })
	if err != nil {
		t.Fatal(err)
	}
	if got := span.Certain.Last.String(); got != "2025-11-04" {
		t.Errorf("it certainly holds until %s; want 2025-11-04", got)
	}
}

func BenchmarkAThousandInSuccession(b *testing.B) {
	var statements []conflict.Statement
	for year := 1000; year < 2000; year++ {
		statements = append(statements, period(fmt.Sprint("holder ", year), fmt.Sprint(year), fmt.Sprint(year+1)))
	}
	for b.Loop() {
		conflict.Find(statements)
	}
}
