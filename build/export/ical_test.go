package export

import (
	"bytes"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"example.org/publish/build/compile"
	"example.org/publish/build/edtf"
)

// calendarOf is the calendar of one event with the name and the date, its
// lines unfolded.
func calendarOf(t *testing.T, name, date string, more func(*compile.Statement)) []string {
	t.Helper()
	c := sample(10)
	e := &compile.Entity{ID: "e", Type: c.Types[0], Name: both(name, "")}
	s := &compile.Statement{ID: "s1", Entity: e, Property: &compile.Property{Kind: "date"}, Rank: "normal", Value: compile.Value{Written: date, Date: edtf.MustParse(date)}}
	if more != nil {
		more(s)
	}
	c.Moments = []*compile.Moment{{Statement: s, Date: s.Value.Date}}
	var b bytes.Buffer
	if err := writeCalendar(&b, c, dated(c)); err != nil {
		t.Fatal(err)
	}
	for line := range strings.SplitSeq(b.String(), "\r\n") {
		if len(line) > 75 || !utf8.ValidString(line) || strings.ContainsAny(line, "\r\n") {
			t.Errorf("a line is %q", line)
		}
	}
	unfolded := strings.ReplaceAll(b.String(), "\r\n ", "")
	_, event, _ := strings.Cut(unfolded, "BEGIN:VEVENT\r\n")
	event, _, _ = strings.Cut(event, "END:VEVENT")
	return strings.Split(strings.TrimSuffix(event, "\r\n"), "\r\n")
}

func TestCalendarHoldsTheEvent(t *testing.T) {
	name := "A; B, \\ C: " + strings.Repeat("ñandú ", 30)
	want := []string{
		"UID:s1@example.org",
		"DTSTAMP:20251121T120000Z",
		"DTSTART;VALUE=DATE:20251231",
		"DTEND;VALUE=DATE:20260101",
		`SUMMARY;LANGUAGE=en:A\; B\, \\ C: ` + strings.Repeat("ñandú ", 30),
		"DESCRIPTION:2025-12-31",
		"URL:https://example.org/sample/person/e/",
		"STATUS:CONFIRMED",
		"TRANSP:TRANSPARENT",
	}
	if diff := cmp.Diff(want, calendarOf(t, name, "2025-12-31", nil)); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func TestCalendarSaysHowWellADateIsKnown(t *testing.T) {
	for date, want := range map[string]string{
		"2025-11-03":               "20251103 20251104 CONFIRMED",
		"2025-11-03/2025-11-07":    "20251103 20251108 CONFIRMED",
		"2025-11":                  "20251101 20251201 TENTATIVE",
		"[2025-11-03..2025-11-07]": "20251103 20251108 TENTATIVE",
		"2025-11-03~":              "20251103 20251104 TENTATIVE",
		"2025-10/2025-11":          "",
		"2025":                     "",
		"2025-11-03/..":            "",
		"-0044-03-15":              "",
	} {
		got := ""
		lines := calendarOf(t, "x", date, nil)
		if len(lines) > 1 {
			got = strings.TrimPrefix(lines[2], "DTSTART;VALUE=DATE:") + " " + strings.TrimPrefix(lines[3], "DTEND;VALUE=DATE:") + " " + strings.TrimPrefix(lines[7], "STATUS:")
		}
		if got != want {
			t.Errorf("%s: got %q, want %q", date, got, want)
		}
	}
	claimed := calendarOf(t, "x", "2025-11-03", func(s *compile.Statement) { s.Unnamed = true })
	if claimed[5] != `DESCRIPTION:2025-11-03 (says somebody unnamed)` || claimed[7] != "STATUS:TENTATIVE" {
		t.Errorf("a claim is %q", claimed)
	}
	if lines := calendarOf(t, "x", "2025-11-03", func(s *compile.Statement) { s.Rank = "deprecated" }); len(lines) > 1 {
		t.Errorf("a deprecated date is %q", lines)
	}
}
