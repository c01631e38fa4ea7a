package edtf

import (
	"fmt"
	"strings"
)

// The faults of a date that is nearly right. What people write who don't know EDTF is in hint.go.

func notADate(at int) *fault { return &fault{at: at} }

func tooLong(s string) *Error {
	return &Error{
		Offset:  longest,
		Message: fmt.Sprintf("%s: %d bytes are no date; the longest set has %d", found(s), len(s), longest),
	}
}

func noYearMinusZero(s string, mask int) *fault {
	if mask == 0 {
		return &fault{why: "there is no year -0000", fix: s[1:]}
	}
	last := [...]string{1: "9", 2: "99"}[mask]
	return &fault{why: "there is no year -0000, so these are not all years", fix: fmt.Sprintf("[-%04s..-0001]", last)}
}

// wrongLength is nil if the digits after Y are five to nine with no zero in front.
func wrongLength(digits string, at, sign int) *fault {
	needed := strings.TrimLeft(digits, "0")
	minus := ""
	if sign < 0 {
		minus = "-"
	}
	switch {
	case digits == "":
		return &fault{at: at, why: "Y is followed by the digits of a year, such as Y17000 or Y-17000"}
	case len(needed) > 9:
		return &fault{at: at + 9, why: "a year has nine digits at most"}
	case len(needed) < 5:
		return &fault{at: at, why: "Y is for years of more than four digits", fix: fmt.Sprintf("%s%04s", minus, needed)}
	case needed != digits:
		return &fault{at: at, why: "a year after Y begins with no zero", fix: "Y" + minus + needed}
	}
	return nil
}

func noMonth(s string, at, month int) *fault {
	year, rest := s[:at-1], s[at+2:]
	f := &fault{at: at, why: fmt.Sprintf("there is no month %02d", month)}
	switch {
	case month == 0 && (rest == "" || rest == "-00"):
		f.fix = year
	case month <= 31 && len(rest) == 3: // 2025-13-04
		f.fix = year + rest + "-" + s[at:at+2]
	case month >= 25 && month <= 41 && rest == "":
		f.why, f.fix = partOfYear(year, month)
	}
	return f
}

// partOfYear turns the seasons and groups of months that only level 2 has into what levels 0 and 1 can say.
func partOfYear(year string, code int) (why, fix string) {
	var months, first int
	switch {
	case code <= 32:
		season := 21 + (code-25)%4
		return "seasons of one hemisphere (25 to 32) are level 2 and not read here", fmt.Sprintf("%s-%d", year, season)
	case code <= 36:
		months, first = 3, 33
	case code <= 39:
		months, first = 4, 37
	default:
		months, first = 6, 40
	}
	from := (code-first)*months + 1
	return "quarters, thirds and halves of a year (33 to 41) are level 2 and not read here",
		fmt.Sprintf("[%s-%02d..%s-%02d]", year, from, year, from+months-1)
}

func noDay(s string, at int, p Part) *fault {
	if s[at:] == "00" {
		return &fault{at: at, why: "there is no day 00", fix: s[:at-1]}
	}
	return &fault{at: at, why: fmt.Sprintf("%s has %d days", s[:at-1], daysInMonth(p.Year, p.Month))}
}
