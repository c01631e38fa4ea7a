package edtf

import (
	"errors"
	"strings"
	"testing"
)

// refusal is a text that is no date, and what its writer is told.
type refusal struct{ text, message, suggestion string }

func checkRefused(t *testing.T, text, message, suggestion string) {
	t.Helper()
	_, err := Parse(text)
	var refused *Error
	switch {
	case !errors.As(err, &refused):
		t.Errorf("%q: is read, want an *Error, got %v", text, err)
	case refused.Message != message || refused.Error() != message:
		t.Errorf("%q:\n got %s\nwant %s", text, refused.Message, message)
	case refused.Suggestion != suggestion:
		t.Errorf("%q: suggests %q, want %q", text, refused.Suggestion, suggestion)
	}
}

func TestRefusalSaysWhatToWrite(t *testing.T) {
	for _, group := range [][]refusal{nearlyRight, otherOrders, inWords} {
		for _, test := range group {
			checkRefused(t, test.text, test.message, test.suggestion)
		}
	}
}

func TestOffsetIsWhereTheTroubleStarts(t *testing.T) {
	for text, want := range map[string]int{
		"":                       0,
		"yesterday":              0,
		"2025-13":                5,
		"2025-02-30":             8,
		"2025-11-03T10:00":       10,
		"2013/2025-13":           10,
		"2025-13/2013":           5,
		"2016/2013":              5,
		"[2013..2016":            11,
		"[2013,2015-13]":         11,
		"[2013..2015-13]":        12,
		"[2016..2013]":           7,
		"[1668,1667]":            6,
		"2013/[2014..2015]":      5,
		"Y1234567890":            10,
		"Y17000-05":              6,
		"2004-XX-05":             8,
		strings.Repeat("2", 5e3): longest,
	} {
		_, err := Parse(text)
		var refused *Error
		if !errors.As(err, &refused) || refused.Offset != want {
			t.Errorf("%.30q: %+v, want the offset %d", text, refused, want)
		}
	}
}

func TestLongTextIsShownInPart(t *testing.T) {
	sixty := strings.Repeat("no date ", 7) + "here"
	checkRefused(t, sixty, sixty+anyDate, "")
	checkRefused(t, sixty+"!", sixty+"…"+anyDate, "")
}

func TestMessageIsBounded(t *testing.T) {
	_, err := Parse(strings.Repeat("2", longest))
	_, tooLong := Parse(strings.Repeat("2", longest+1))
	if strings.Contains(err.Error(), "bytes") || !strings.Contains(tooLong.Error(), "1101 bytes are no date; the longest set has 1100") {
		t.Errorf("%v\n%v", err, tooLong)
	}
	for _, text := range []string{
		strings.Repeat("2", longest-1),
		strings.Repeat("é", longest/2),
		"[" + strings.Repeat("x,", longest/2-2) + "]",
		"[" + strings.Repeat("1668,", 200) + "1667]",
		strings.Repeat("\x00", 1e6),
		strings.Repeat("c ", 40),
		strings.Repeat("between ", 8) + strings.Repeat("and ", 4),
	} {
		_, err := Parse(text)
		if err == nil || len(err.Error()) > 2*longest {
			t.Errorf("%.30q: %v", text, err)
		}
	}
}

const anyDate = ": not a date; write one like 2025-11-03, 2025-11, 2025, 2004~, 201X, 2013/2016 or [2013..2016]"

var nearlyRight = []refusal{
	{"", "empty: a date is 2025-11-03, 2025-11, 2025 or the like; where none is known, leave it out", ""},
	{"yesterday", "yesterday" + anyDate, ""},
	{"no", "no" + anyDate, ""},
	{" 2025", `" 2025": write 2025`, "2025"},
	{"2025\n", `"2025\n": write 2025`, "2025"},
	{"2025 - 11", "2025 - 11: write 2025-11", "2025-11"},
	{"2013 / 2016", "2013 / 2016: write 2013/2016", "2013/2016"},
	{"2025\x00", `"2025\x00"` + anyDate, ""},
	{"2025\xff", `"2025\xff": write 2025`, "2025"},
	{"2025-13", "2025-13: there is no month 13", ""},
	{"2025-20", "2025-20: there is no month 20", ""},
	{"2025-:3", "2025-:3" + anyDate, ""},
	{"2025-/3", "2025-/3" + anyDate, ""},
	{"2025-3a", "2025-3a" + anyDate, ""},
	{"2025-42", "2025-42: there is no month 42: write 2025/2042" + twoMeanings + "[2025..2042]" + someTime, ""},
	{"2025-13-04", "2025-13-04: there is no month 13: write 2025-04-13", "2025-04-13"},
	{"2025-31-12", "2025-31-12: there is no month 31: write 2025-12-31", "2025-12-31"},
	{"2025-11-03T10:00/2025-11-04T11:00", "2025-11-03T10:00/2025-11-04T11:00: a day is the finest date here: write 2025-11-03/2025-11-04", "2025-11-03/2025-11-04"},
	{"2025-00", "2025-00: there is no month 00: write 2025", "2025"},
	{"2025-00-00", "2025-00-00: there is no month 00: write 2025", "2025"},
	{"2025-02-00", "2025-02-00: there is no day 00: write 2025-02", "2025-02"},
	{"2025-02-30", "2025-02-30: 2025-02 has 28 days", ""},
	{"2025-11-31", "2025-11-31: 2025-11 has 30 days", ""},
	{"1900-02-29", "1900-02-29: 1900-02 has 28 days", ""},
	{"2001-21-05", "2001-21-05: a season has no days", ""},
	{"-0000", "-0000: there is no year -0000: write 0000", "0000"},
	{"-000X", "-000X: there is no year -0000, so these are not all years: write [-0009..-0001]", "[-0009..-0001]"},
	{"-00XX", "-00XX: there is no year -0000, so these are not all years: write [-0099..-0001]", "[-0099..-0001]"},
	{"Y", "Y: Y is followed by the digits of a year, such as Y17000 or Y-17000", ""},
	{"Y2004", "Y2004: Y is for years of more than four digits: write 2004", "2004"},
	{"Y-476", "Y-476: Y is for years of more than four digits: write -0476", "-0476"},
	{"Y017000", "Y017000: a year after Y begins with no zero: write Y17000", "Y17000"},
	{"Y1234567890", "Y1234567890: a year has nine digits at most", ""},
	{"Y17000-05", "Y17000-05: Y is followed by the digits of a year and nothing else, such as Y17000 or Y-17000", ""},
	{"y17000", "y17000: write Y17000", "Y17000"},
	{"201x", "201x: write 201X", "201X"},
	{"201X-05", "201X-05: " + maskRule, ""},
	{"2004?~", "2004?~: write 2004%", "2004%"},
	{"2004??", "2004??: write 2004?", "2004?"},
	{"2004~~", "2004~~: write 2004~", "2004~"},
	{"2016/2013", "2016/2013: an interval cannot end before it begins: write 2013/2016", "2013/2016"},
	{"../..", "../..: an interval needs a date at one end at least, as in 1985/.. or ../1985", ""},
	{"/", "/: an interval needs a date at one end at least, as in 1985/.. or ../1985", ""},
	{"/..", "/..: an interval needs a date at one end at least, as in 1985/.. or ../1985", ""},
	{"2013/2014/2015", "2013/2014/2015" + anyDate, ""},
	{"2013/[2014..2015]", "2013/[2014..2015]: a set cannot be the end of an interval", ""},
	{"2013/2025-13", "2013/2025-13: there is no month 13", ""},
	{"[2013..2016", "[2013..2016: a set ends with ]: write [2013..2016]", "[2013..2016]"},
	{"[2016..2013]", "[2016..2013]: a range cannot end before it begins: write [2013..2016]", "[2013..2016]"},
	{"[2013..2013,2015]", "[2013..2013,2015]: a range has two ends: write [2013,2015]", "[2013,2015]"},
	{"[1668,1667]", "[1668,1667]: the members of a set go in the order of time, each once: write [1667,1668]", "[1667,1668]"},
	{"[1985,1985-01]", "[1985,1985-01]: the members of a set go in the order of time, each once: write [1985-01,1985]", "[1985-01,1985]"},
	{"[1667,1667]", "[1667,1667]: the members of a set go in the order of time, each once: write 1667", "1667"},
	{"[2020..,2021]", "[2020..,2021]: the members of a set go in the order of time, each once", ""},
	{"[2004]", "[2004]: write 2004", "2004"},
	{"[]", "[]" + anyDate, ""},
	{"[..]", "[..]: a set needs a date at one end at least, as in [1985..] or [..1985]", ""},
	{"[2013,,2016]", "[2013,,2016]" + anyDate, ""},
}
