package edtf

import "testing"

// reading is what a text must be read as.
type reading struct {
	text             string
	kind             Kind
	earliest, latest string
}

// The examples of the EDTF specification of 4 February 2019, https://www.loc.gov/standards/datetime/, in its order.
var specification = []reading{
	// Level 0
	{"1985-04-12", ExactDay, "1985-04-12", "1985-04-12"},
	{"1985-04", Month, "1985-04-01", "1985-04-30"},
	{"1985", Year, "1985-01-01", "1985-12-31"},
	{"1964/2008", Interval, "1964-01-01", "2008-12-31"},
	{"2004-06/2006-08", Interval, "2004-06-01", "2006-08-31"},
	{"2004-02-01/2005-02-08", Interval, "2004-02-01", "2005-02-08"},
	{"2004-02-01/2005-02", Interval, "2004-02-01", "2005-02-28"},
	{"2004-02-01/2005", Interval, "2004-02-01", "2005-12-31"},
	{"2005/2006-02", Interval, "2005-01-01", "2006-02-28"},

	// Level 1
	{"Y170000002", Year, "+170000002-01-01", "+170000002-12-31"},
	{"Y-170000002", Year, "-170000002-01-01", "-170000002-12-31"},
	{"2001-21", Season, "2001-03-01", "2001-12-31"},
	{"1984?", Year, "1984-01-01", "1984-12-31"},
	{"2004-06~", Month, "2004-06-01", "2004-06-30"},
	{"2004-06-11%", ExactDay, "2004-06-11", "2004-06-11"},
	{"201X", Decade, "2010-01-01", "2019-12-31"},
	{"20XX", Century, "2000-01-01", "2099-12-31"},
	{"2004-XX", Year, "2004-01-01", "2004-12-31"},
	{"1985-04-XX", Month, "1985-04-01", "1985-04-30"},
	{"1985-XX-XX", Year, "1985-01-01", "1985-12-31"},
	{"1985-04-12/..", Interval, "1985-04-12", ".."},
	{"1985-04/..", Interval, "1985-04-01", ".."},
	{"1985/..", Interval, "1985-01-01", ".."},
	{"../1985-04-12", Interval, "..", "1985-04-12"},
	{"../1985-04", Interval, "..", "1985-04-30"},
	{"../1985", Interval, "..", "1985-12-31"},
	{"1985-04-12/", Interval, "1985-04-12", ".."},
	{"1985-04/", Interval, "1985-04-01", ".."},
	{"1985/", Interval, "1985-01-01", ".."},
	{"/1985-04-12", Interval, "..", "1985-04-12"},
	{"/1985-04", Interval, "..", "1985-04-30"},
	{"/1985", Interval, "..", "1985-12-31"},
	{"-1985", Year, "-1985-01-01", "-1985-12-31"},

	// Level 2: the one-of set
	{"[1667,1668,1670..1672]", OneOf, "1667-01-01", "1672-12-31"},
	{"[..1760-12-03]", OneOf, "..", "1760-12-03"},
	{"[1760-12..]", OneOf, "1760-12-01", ".."},
	{"[1760-01,1760-02,1760-12..]", OneOf, "1760-01-01", ".."},
	{"[1667,1760-12]", OneOf, "1667-01-01", "1760-12-31"},
	{"[..1984]", OneOf, "..", "1984-12-31"},

	// Level 2: an interval whose ends are dates of level 1
	{"2004-06-XX/2004-07-03", Interval, "2004-06-01", "2004-07-03"},
}

// What the examples leave out.
var beyondSpecification = []reading{
	{"0000", Year, "0000-01-01", "0000-12-31"},
	{"-0001-12-31", ExactDay, "-0001-12-31", "-0001-12-31"},
	{"2024-02-29", ExactDay, "2024-02-29", "2024-02-29"},
	{"2000-02-29", ExactDay, "2000-02-29", "2000-02-29"},
	{"2024-02", Month, "2024-02-01", "2024-02-29"},
	{"1900-02", Month, "1900-02-01", "1900-02-28"},
	{"2001-22", Season, "2001-01-01", "2002-03-31"},
	{"2001-23", Season, "2001-03-01", "2001-12-31"},
	{"2001-24%", Season, "2001-01-01", "2002-03-31"},
	{"-198X", Decade, "-1989-01-01", "-1980-12-31"},
	{"-01XX", Century, "-0199-01-01", "-0100-12-31"},
	{"000X", Decade, "0000-01-01", "0009-12-31"},
	{"Y17000~", Year, "+17000-01-01", "+17000-12-31"},
	{"Y-17000", Year, "-17000-01-01", "-17000-12-31"},
	{"Y999999999", Year, "+999999999-01-01", "+999999999-12-31"},
	{"2025~/2026?", Interval, "2025-01-01", "2026-12-31"},
	{"1942-02/..", Interval, "1942-02-01", ".."},
	{"-0044/Y10000", Interval, "-0044-01-01", "+10000-12-31"},
	{"2004/2004-03", Interval, "2004-01-01", "2004-03-31"}, // begun by March, so not reversed
	{"2004-03/2004", Interval, "2004-03-01", "2004-12-31"},
	{"2025-11-03/2025-11-03", Interval, "2025-11-03", "2025-11-03"},
	{"2025-10?", Month, "2025-10-01", "2025-10-31"},
	{"[2025-10-28..2025-11-07]", OneOf, "2025-10-28", "2025-11-07"},
	{"[2013,2013-05]", OneOf, "2013-01-01", "2013-12-31"},
	{"[2003~..2005?,201X]", OneOf, "2003-01-01", "2019-12-31"},
	{"..", Open, "..", ".."},
}

func TestSpecificationIsRead(t *testing.T) {
	for _, example := range append(specification, beyondSpecification...) {
		d, err := Parse(example.text)
		if err != nil {
			t.Error(err)
			continue
		}
		if d.String() != example.text {
			t.Errorf("%s: is printed as %s", example.text, d)
		}
		if d.Kind() != example.kind {
			t.Errorf("%s: is a %v, want a %v", example.text, d.Kind(), example.kind)
		}
		if first, last := d.Earliest().String(), d.Latest().String(); first != example.earliest || last != example.latest {
			t.Errorf("%s: from %s to %s, want from %s to %s", example.text, first, last, example.earliest, example.latest)
		}
	}
}

func TestSpecificationBeyondLevelOneIsRefusedAsSuch(t *testing.T) {
	for _, test := range refusedSpecification {
		checkRefused(t, test.text, test.message, test.suggestion)
	}
}

const (
	signRule = "a sign for a part of a date is level 2 and not read here; it stands at the end, for the whole date"
	maskRule = "only the last one or two digits of a year, or a whole month or day at the end, can be X (the rest is level 2)"
	sigRule  = "significant digits (S) are level 2 and not read here; write the years it can be, such as 19XX or [1940..1960]"
	partRule = "quarters, thirds and halves of a year (33 to 41) are level 2 and not read here"
	allRule  = "all of a set {…} is level 2 and not read here; give each date by itself"
)

var refusedSpecification = []refusal{
	// Level 0, times of day
	{"1985-04-12T23:20:30", "1985-04-12T23:20:30: a day is the finest date here: write 1985-04-12", "1985-04-12"},
	{"1985-04-12T23:20:30Z", "1985-04-12T23:20:30Z: a day is the finest date here: write 1985-04-12", "1985-04-12"},
	{"1985-04-12T23:20:30-04", "1985-04-12T23:20:30-04: a day is the finest date here: write 1985-04-12", "1985-04-12"},
	{"1985-04-12T23:20:30+04:30", "1985-04-12T23:20:30+04:30: a day is the finest date here: write 1985-04-12", "1985-04-12"},

	// Level 2
	{"Y-17E7", "Y-17E7: exponents (E) are level 2 and not read here; write all digits, such as Y170000000", ""},
	{"1950S2", "1950S2: " + sigRule, ""},
	{"Y171010000S3", "Y171010000S3: " + sigRule, ""},
	{"Y3388E2S3", "Y3388E2S3: " + sigRule, ""},
	{"2001-34", "2001-34: " + partRule + ": write [2001-04..2001-06]", "[2001-04..2001-06]"},
	{"{1667,1668,1670..1672}", "{1667,1668,1670..1672}: " + allRule, ""},
	{"{1960,1961-12}", "{1960,1961-12}: " + allRule, ""},
	{"{..1984}", "{..1984}: " + allRule, ""},
	{"2004-06~-11", "2004-06~-11: " + signRule + ": write 2004-06-11~", "2004-06-11~"},
	{"2004?-06-11", "2004?-06-11: " + signRule + ": write 2004-06-11?", "2004-06-11?"},
	{"?2004-06-~11", "?2004-06-~11: " + signRule + ": write 2004-06-11%", "2004-06-11%"},
	{"2004-%06-11", "2004-%06-11: " + signRule + ": write 2004-06-11%", "2004-06-11%"},
	{"156X-12-25", "156X-12-25: " + maskRule, ""},
	{"15XX-12-25", "15XX-12-25: " + maskRule, ""},
	{"XXXX-12-XX", "XXXX-12-XX: " + maskRule, ""},
	{"1XXX-XX", "1XXX-XX: " + maskRule, ""},
	{"1XXX-12", "1XXX-12: " + maskRule, ""},
	{"1984-1X", "1984-1X: " + maskRule + ": write [1984-10..1984-12]", "[1984-10..1984-12]"},
	{"2004-06-~01/2004-06-~20", "2004-06-~01/2004-06-~20: " + signRule + ": write 2004-06-01~/2004-06-20~", "2004-06-01~/2004-06-20~"},

	// Level 2, of which the specification has no example
	{"1XXX", "1XXX: " + maskRule + ": write [1000..1999]", "[1000..1999]"},
	{"1984-02-2X", "1984-02-2X: " + maskRule + ": write [1984-02-20..1984-02-29]", "[1984-02-20..1984-02-29]"},
	{"1984-02-0X", "1984-02-0X: " + maskRule + ": write [1984-02-01..1984-02-09]", "[1984-02-01..1984-02-09]"},
	{"2025-13-1X", "2025-13-1X: " + maskRule, ""},
	{"1984-01-3X", "1984-01-3X: " + maskRule + ": write [1984-01-30..1984-01-31]", "[1984-01-30..1984-01-31]"},
	{"1984-02-3X", "1984-02-3X: " + maskRule, ""},
	{"2001-21-0X", "2001-21-0X: " + maskRule, ""},
	{"2004-06-01/2004-06-~20", "2004-06-01/2004-06-~20: " + signRule + ": write 2004-06-01/2004-06-20~", "2004-06-01/2004-06-20~"},
	{"2004-06-~01/2004-06-20", "2004-06-~01/2004-06-20: " + signRule + ": write 2004-06-01~/2004-06-20", "2004-06-01~/2004-06-20"},
	{"2004-06-01/~2004-06/..", "2004-06-01/~2004-06/.." + anyDate, ""},
	{"2004-XX-05", "2004-XX-05: " + maskRule, ""},
	{"2001-25", "2001-25: seasons of one hemisphere (25 to 32) are level 2 and not read here: write 2001-21", "2001-21"},
	{"2001-32", "2001-32: seasons of one hemisphere (25 to 32) are level 2 and not read here: write 2001-24", "2001-24"},
	{"2001-33", "2001-33: " + partRule + ": write [2001-01..2001-03]", "[2001-01..2001-03]"},
	{"2001-36", "2001-36: " + partRule + ": write [2001-10..2001-12]", "[2001-10..2001-12]"},
	{"2001-37", "2001-37: " + partRule + ": write [2001-01..2001-04]", "[2001-01..2001-04]"},
	{"2001-39", "2001-39: " + partRule + ": write [2001-09..2001-12]", "[2001-09..2001-12]"},
	{"2001-41", "2001-41: " + partRule + ": write [2001-07..2001-12]", "[2001-07..2001-12]"},
	{"2001-40", "2001-40: " + partRule + ": write [2001-01..2001-06]", "[2001-01..2001-06]"},
}
