package edtf

import (
	"testing"
	"unsafe"

	"github.com/google/go-cmp/cmp"
)

func TestPartsAreWhatIsWritten(t *testing.T) {
	for text, want := range map[string]Part{
		"2025-11-03":  {Year: 2025, Month: 11, Day: 3},
		"2025-11":     {Year: 2025, Month: 11},
		"2025":        {Year: 2025},
		"-0044":       {Year: -44},
		"Y-17000?":    {Year: -17000, Uncertain: true},
		"2001-24~":    {Year: 2001, Season: 24, Approximate: true},
		"201X":        {Year: 2010, YearMask: 1},
		"20XX%":       {Year: 2000, YearMask: 2, Approximate: true, Uncertain: true},
		"-198X":       {Year: -1980, YearMask: 1},
		"2004-XX":     {Year: 2004, MonthX: true},
		"1985-04-XX":  {Year: 1985, Month: 4, DayX: true},
		"1985-XX-XX?": {Year: 1985, MonthX: true, DayX: true, Uncertain: true},
	} {
		got, ok := MustParse(text).Parts()
		if !ok {
			t.Errorf("%s has no parts", text)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", text, diff)
		}
	}
	for _, d := range []Date{{}, MustParse(".."), MustParse("2013/2016"), MustParse("[2013,2016]")} {
		if p, ok := d.Parts(); ok {
			t.Errorf("%s has parts of its own: %+v", d, p)
		}
	}
}

func TestSignsAreCarriedAndWidenNothing(t *testing.T) {
	for _, test := range []struct {
		text, bare             string
		approximate, uncertain bool
	}{
		{"2004-06-11", "2004-06-11", false, false},
		{"2004-06-11~", "2004-06-11", true, false},
		{"2004-06-11?", "2004-06-11", false, true},
		{"2004-06-11%", "2004-06-11", true, true},
		{"2004~/2005", "2004/2005", true, false},
		{"2004/2005?", "2004/2005", false, true},
		{"2004~/2005?", "2004/2005", true, true},
		{"[2004~,2005]", "[2004,2005]", true, false},
		{"[2004?,2005]", "[2004,2005]", false, true},
		{"[2004..2005~]", "[2004..2005]", true, false},
		{"[2004,2006?..2007~]", "[2004,2006..2007]", true, true},
	} {
		d, bare := MustParse(test.text), MustParse(test.bare)
		if d.Approximate() != test.approximate || d.Uncertain() != test.uncertain {
			t.Errorf("%s: approximate %v, uncertain %v", d, d.Approximate(), d.Uncertain())
		}
		if d.Earliest() != bare.Earliest() || d.Latest() != bare.Latest() {
			t.Errorf("%s has other bounds than %s", d, bare)
		}
	}
}

func TestEndsOfIntervals(t *testing.T) {
	for text, want := range map[string][2]string{
		"2013~/2016-05": {"2013~", "2016-05"},
		"1985/..":       {"1985", ".."},
		"../1985":       {"..", "1985"},
		"1985/":         {"1985", ""},
		"/1985":         {"", "1985"},
	} {
		start, end, ok := MustParse(text).Interval()
		if !ok || start.String() != want[0] || end.String() != want[1] {
			t.Errorf("%s: %q, %q, %v", text, start, end, ok)
		}
		for _, e := range []Date{start, end} {
			if e.IsOpen() != (e.String() == "..") || e.IsUnknown() != (e.String() == "") {
				t.Errorf("%s: %q is open: %v, unknown: %v", text, e, e.IsOpen(), e.IsUnknown())
			}
		}
	}
	if _, _, ok := MustParse("[2013..2016]").Interval(); ok {
		t.Error("a set has the ends of an interval")
	}
}

func TestMembersOfSets(t *testing.T) {
	for text, want := range map[string][]Range{
		"[1667,1668,1670..1672]": {
			{MustParse("1667"), MustParse("1667")},
			{MustParse("1668"), MustParse("1668")},
			{MustParse("1670"), MustParse("1672")},
		},
		"[..1760-12-03]":  {{MustParse(".."), MustParse("1760-12-03")}},
		"[..1984,1986..]": {{MustParse(".."), MustParse("1984")}, {MustParse("1986"), MustParse("..")}},
	} {
		got, ok := MustParse(text).OneOf()
		if diff := cmp.Diff(want, got); !ok || diff != "" {
			t.Errorf("%s: %v (-want +got):\n%s", text, ok, diff)
		}
	}
	if _, ok := MustParse("2013/2016").OneOf(); ok {
		t.Error("an interval has the members of a set")
	}
}

func TestZeroDateSaysNothing(t *testing.T) {
	var d Date
	if !d.IsZero() || !d.IsUnknown() || d.IsOpen() || d.String() != "" || d.Precision() != "" || d.Kind() != Nothing {
		t.Errorf("%+v", d)
	}
	if d.Earliest() != OpenPast || d.Latest() != OpenFuture {
		t.Errorf("no date is from %v to %v", d.Earliest(), d.Latest())
	}
	if MustParse("1970-01-01").IsZero() || MustParse("..").IsZero() {
		t.Error("a date is no date")
	}
}

func TestPrecisionIsAWord(t *testing.T) {
	for text, want := range map[string]string{
		"2025-11-03": "day", "2025-11": "month", "1985-04-XX": "month", "2001-21": "season", "2025": "year",
		"1985-XX-XX": "year", "201X": "decade", "20XX": "century", "2013/2016": "interval", "[2013..2016]": "set", "..": "open",
	} {
		if got := MustParse(text).Precision(); got != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
	}
}

func TestMustParsePanics(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("MustParse accepts yesterday")
		}
	}()
	MustParse("yesterday")
}

func TestDateIsSmall(t *testing.T) {
	if size := unsafe.Sizeof(Date{}); size > 64 {
		t.Errorf("a Date has %d bytes", size)
	}
}
