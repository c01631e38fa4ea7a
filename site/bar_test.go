package site

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"example.org/publish/build/edtf"
)

func between(t *testing.T, from, until string) edtf.Span {
	t.Helper()
	return edtf.Period(parse(t, from), parse(t, until))
}

func parse(t *testing.T, s string) edtf.Date {
	t.Helper()
	if s == "" {
		return edtf.Date{}
	}
	d, err := edtf.Parse(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestBarsAreAsUncertainAsTheirDates(t *testing.T) {
	// Ten years of 3652 days: a year is ten of a hundred, give or take a day.
	on := &scale{edtf.DayOf(2010, 1, 1), edtf.DayOf(2020, 1, 1) - 1}
	for _, c := range []struct {
		name string
		span edtf.Span
		want *Bar
	}{
		{"a day is certain and not too thin to see", edtf.Point(parse(t, "2015-01-01")), &Bar{Possible: &Stretch{"48.8", "2.4"}, Certain: &Stretch{"48.8", "2.4"}}},
		{"some day of a year is only possible", edtf.Point(parse(t, "2015")), &Bar{Possible: &Stretch{"50", "10"}}},
		{"between two days, both certain", between(t, "2010-01-01", "2019-12-31"), &Bar{Possible: &Stretch{"0", "100"}, Certain: &Stretch{"0", "100"}}},
		{"from some day of a year until some day of another", between(t, "2012", "2015"), &Bar{Possible: &Stretch{"20", "40"}, Certain: &Stretch{"30", "20"}}},
		{"still so", between(t, "2015-01-01", "..").Until(edtf.DayOf(2017, 1, 1)), &Bar{Possible: &Stretch{"50", "50"}, Certain: &Stretch{"50", "20"}, Ongoing: true}},
		{"its end not said", between(t, "2015", ""), &Bar{Possible: &Stretch{"50", "50"}, After: true}},
		{"its beginning not said", between(t, "", "2014"), &Bar{Possible: &Stretch{"0", "50"}, Before: true}},
		{"beyond the scale", edtf.Point(parse(t, "1999")), &Bar{Possible: &Stretch{"0", "2.4"}}},
		{"nothing known", between(t, "", ""), nil},
		{"backwards", between(t, "2015", "2012"), nil},
	} {
		if diff := cmp.Diff(c.want, on.bar(c.span)); diff != "" {
			t.Errorf("%s:\n%s", c.name, diff)
		}
	}
	if got := (*scale)(nil).bar(edtf.Point(parse(t, "2015"))); got != nil {
		t.Errorf("without a scale, got %v", got)
	}
}

func TestScaleSpansWholeYears(t *testing.T) {
	got := scaleOf([]edtf.Span{edtf.Point(parse(t, "2015-06-01")), between(t, "2013-02", ".."), between(t, "", "2012-12-31")})
	want := &scale{edtf.DayOf(2012, 1, 1), edtf.DayOf(2015, 12, 31)}
	if *got != *want {
		t.Errorf("got %v, want %v", got, want)
	}
	if got := scaleOf([]edtf.Span{between(t, "", "..")}); got != nil {
		t.Errorf("of no day, got %v", got)
	}
}

func TestYearRangesSortWhatIsKnownFirst(t *testing.T) {
	dates := []string{"2022-05", "[2022-03..2023-01]", "2023", "196X", "[1960..1980]", "[2022-04..2023-02]"}
	want := []string{"y1960-1969", "y1960-1980", "y2022", "y2022-2023", "y2022-2023", "y2023", "undated"}
	ranges := []yearRange{yearsOf(between(t, "", ".."))}
	for _, d := range dates {
		ranges = append(ranges, yearsOf(edtf.Point(parse(t, d))))
	}
	for i := range ranges {
		for j := range ranges[:i] {
			if ranges[i].compare(ranges[j]) < 0 {
				ranges[i], ranges[j] = ranges[j], ranges[i]
			}
		}
	}
	var got []string
	for _, r := range ranges {
		got = append(got, r.anchor())
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
