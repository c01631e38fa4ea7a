package edtf

import (
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"
)

// grammar is a single date, written down a second time and otherwise than the parser. Days are left to time.Date.
var grammar = regexp.MustCompile(`^(?:Y-?[1-9]\d{4,8}|(-?\d{4})(?:-(?:(0[1-9]|1[0-2])(?:-(?:(\d\d)|XX))?|2[1-4]|XX(?:-XX)?))?|-?\d(?:\d\dX|\dXX))[?~%]?$`)

func isDate(s string) bool {
	m := grammar.FindStringSubmatch(s)
	if m == nil || strings.HasPrefix(s, "-0000") || strings.HasPrefix(s, "-000X") || strings.HasPrefix(s, "-00XX") {
		return false
	}
	if m[3] == "" {
		return true
	}
	year, _ := strconv.Atoi(m[1])
	month, _ := strconv.Atoi(m[2])
	day, _ := strconv.Atoi(m[3])
	date := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	return date.Day() == day && int(date.Month()) == month
}

func TestOneWrongByteIsRefused(t *testing.T) {
	for _, example := range append(specification, beyondSpecification...) {
		if strings.ContainsAny(example.text, "/[.") {
			continue
		}
		for at := range len(example.text) {
			for _, wrong := range []byte("0123456789-:+., XYTxu?~%\x00\xff") {
				text := example.text[:at] + string([]byte{wrong}) + example.text[at+1:]
				if _, wrong := read(text); (wrong == nil) != isDate(text) {
					t.Errorf("%q: %+v", text, wrong)
				}
			}
		}
	}
}
