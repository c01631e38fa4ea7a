package edtf

import (
	"slices"
	"testing"
)

// dates is every date that the tests know, and no date.
func dates() []Date {
	all := []Date{{}}
	for _, example := range append(slices.Clone(specification), beyondSpecification...) {
		all = append(all, MustParse(example.text))
	}
	return all
}

func TestCompareIsATotalOrder(t *testing.T) {
	all := dates()
	for _, a := range all {
		for _, b := range all {
			if (Compare(a, b) == 0) != (a == b) {
				t.Errorf("Compare(%q, %q) = %d", a, b, Compare(a, b))
			}
			if Compare(a, b) != -Compare(b, a) {
				t.Errorf("%q and %q are in both orders", a, b)
			}
			for _, c := range all {
				if Compare(a, b) < 0 && Compare(b, c) < 0 && Compare(a, c) >= 0 {
					t.Errorf("%q before %q before %q before %q", a, b, c, a)
				}
			}
		}
	}
}

func TestCompareGoesByEarliestThenLatestThenText(t *testing.T) {
	want := []string{
		"/1985", "", "..", // no beginning
		"-0044",
		"1985-01-01", "1985-01", "1985", "1985-XX", "1985?", "1985/1986", "1985/..",
		"1985-01-02",
		"Y17000",
	}
	got := slices.Clone(want)
	slices.Reverse(got)
	slices.SortFunc(got, func(a, b string) int { return Compare(dateOrNone(a), dateOrNone(b)) })
	if !slices.Equal(got, want) {
		t.Errorf("\n got %q\nwant %q", got, want)
	}
}

func dateOrNone(s string) Date {
	if s == "" {
		return Date{}
	}
	return MustParse(s)
}

func TestCompatible(t *testing.T) {
	for _, test := range []struct {
		a, b string
		want bool
	}{
		{"2025-11-03", "2025-11", true},
		{"2025-11-03", "2025", true},
		{"2025-11-03", "202X", true},
		{"2025-11-03", "2025-10", false},
		{"2025-11-03", "2025-11-04", false},
		{"2025?", "2026~", false},
		{"2025-11-03", "", true},
		{"2025-11-03", "..", true},
		{"1668", "[1667,1668,1670..1672]", true},
		{"1669", "[1667,1668,1670..1672]", false},
		{"1671-05", "[1667,1668,1670..1672]", true},
		{"[1667,1669]", "[1668,1670..1672]", false},
		{"[1667,1671]", "[1668,1670..1672]", true},
		{"2025-11-05", "[2025-10-28..2025-11-07]", true},
		{"2013/2016", "2013-05/2016-02", true},
		{"2013/2016", "2013/2015", false},
		{"2013/2016", "2014/2016", false},
		{"2013/2016", "2013/..", true},
		{"2013/2016", "2013/", true},
		{"2013/2016", "/2016", true},
		{"2013/2016", "2014", false}, // all the time from 2013 to 2016 is no day of 2014
		{"2025-11-03/2025-11-05", "2025-11", true},
		{"2001-24", "2001-07", true},
		{"2001-24", "2002-02", true},
		{"2001-24", "2002-07", false},
	} {
		a, b := dateOrNone(test.a), dateOrNone(test.b)
		if got := a.Compatible(b); got != test.want {
			t.Errorf("%q compatible with %q: %v", test.a, test.b, got)
		}
	}
}

func TestCompatibleIsMutual(t *testing.T) {
	all := dates()
	for _, a := range all {
		if !a.Compatible(a) || !a.Compatible(Date{}) {
			t.Errorf("%q is not compatible with itself, or with no date", a)
		}
		for _, b := range all {
			if a.Compatible(b) != b.Compatible(a) {
				t.Errorf("%q is compatible with %q, or the reverse, but not both", a, b)
			}
		}
	}
}
