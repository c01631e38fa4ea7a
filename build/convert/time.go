package convert

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
)

// julian is the calendar of dates that EDTF, which has the Gregorian only,
// cannot say without reckoning.
const julian = "Q1985786"

// The precisions of a time that can be said.
const (
	millennium = 6 + iota
	century
	decade
	year
	month
	day
)

// date is a time of Wikidata as EDTF, as precise as it is, or why it is none.
// Wikidata counts the year 44 BC as -44, EDTF as -43.
func (s snak) date() (edtf, why string) {
	switch {
	case s.Kind == "somevalue":
		return "", "the time is said to be unknown"
	case s.Kind == "novalue":
		return "", "it is said that there is no time"
	case s.Value.Type != "time":
		return "", "it is no time"
	}
	var v struct {
		Time      string `json:"time"`
		Precision int    `json:"precision"`
		Calendar  string `json:"calendarmodel"`
	}
	if json.Unmarshal(s.Value.Value, &v) != nil || len(v.Time) < 2 {
		return "", "the time has another form than it says"
	}
	parts := strings.SplitN(strings.TrimSuffix(v.Time[1:], "T00:00:00Z"), "-", 3)
	y, err := strconv.Atoi(parts[0])
	if err != nil || len(parts) != 3 || len(parts[1]) != 2 || len(parts[2]) != 2 {
		return "", fmt.Sprintf("%q is no time", v.Time)
	}
	if v.Time[0] == '-' {
		y = 1 - y
	}
	if strings.HasSuffix(v.Calendar, "/"+julian) && v.Precision >= month {
		return "", "a date of the Julian calendar (" + v.Time + "): reckon it by hand"
	}
	if y < -9999 || y > 9999 {
		return "", "a year beyond four digits (" + v.Time + ")"
	}
	four := func(y int) string {
		if y < 0 {
			return fmt.Sprintf("-%04d", -y)
		}
		return fmt.Sprintf("%04d", y)
	}
	// A century ends with the year that is written: 2000 is 1901 to 2000.
	within := func(n int) (string, string) {
		if y <= 0 {
			return "", "a span of years before the common era (" + v.Time + ")"
		}
		last := (y + n - 1) / n * n
		return "[" + four(last-n+1) + ".." + four(last) + "]", ""
	}
	switch v.Precision {
	case day:
		return four(y) + "-" + parts[1] + "-" + parts[2], ""
	case month:
		return four(y) + "-" + parts[1], ""
	case year:
		return four(y), ""
	case decade:
		if y < 0 {
			return "", "a decade before the common era (" + v.Time + ")"
		}
		return four(y)[:3] + "X", ""
	case century:
		return within(100)
	case millennium:
		return within(1000)
	}
	return "", fmt.Sprintf("a time of the precision %d (%s)", v.Precision, v.Time)
}
