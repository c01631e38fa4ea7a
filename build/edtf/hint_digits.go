package edtf

import (
	"fmt"
	"strconv"
	"strings"
)

// digits recognizes dates in figures that are in another order, or have other signs between them, than EDTF's.
var digits = []guess{
	{pattern(`^(\d{4})(?:-(\d\d?)-|/(\d\d?)/|\.(\d\d?)\.| (\d\d?) )(\d\d?)$`), func(m []string, _ fixer) fault {
		return fault{fix: isoDay(m[1], m[2]+m[3]+m[4]+m[5], m[6])}
	}},
	{pattern(`^(\d\d?)[-/. ](\d\d?)[-/. ](\d{4})$`), dayOrMonthFirst},
	{pattern(`^(\d{4})[-. ](\d{1,2})$`), func(m []string, _ fixer) fault {
		return fault{fix: m[1] + "-" + twoFigures(m[2])}
	}},
	{pattern(`^(\d{1,2})[-/. ](\d{4})$`), func(m []string, _ fixer) fault {
		return fault{fix: m[2] + "-" + twoFigures(m[1])}
	}},
	{pattern(`^(\d\d)(\d\d)/(\d\d)$`), func(m []string, _ fixer) fault {
		year := m[1] + m[2]
		if f := either(year+"-"+m[3], " for the month", year+"/"+m[1]+m[3], " for the years"); f != (fault{}) {
			return f
		}
		return fault{fix: year + "/" + m[1] + m[3]}
	}},
	{pattern(`^(\d{4})-(\d\d)/(\d\d)$`), func(m []string, _ fixer) fault {
		return fault{fix: m[1] + "-" + m[2] + "/" + m[1] + "-" + m[3]}
	}},
	{pattern(`^(\d{4}-\d\d)-(\d\d)/(\d\d)$`), func(m []string, _ fixer) fault {
		return fault{fix: m[1] + "-" + m[2] + "/" + m[1] + "-" + m[3]}
	}},
	{pattern(`^(\d\d)(\d\d)-(\d\d)$`), shortYears},
	{pattern(`^(\d{4})-(\d{3})$`), dayOfYear},
	{pattern(`^(\d{4})(\d\d)(\d\d)$`), func(m []string, _ fixer) fault {
		return fault{fix: m[1] + "-" + m[2] + "-" + m[3]}
	}},
	{pattern(`^(\d{4})(\d\d)$`), func(m []string, _ fixer) fault {
		return either(m[1]+"-"+m[2], " for the month", "Y"+m[0], " for the year")
	}},
	{pattern(`^\+?(-?)0*(\d{1,9})$`), oneYear},
	{pattern(`^(\d{4}-\d\d-\d\d)[t ]+\d[^/]*$`), func(m []string, _ fixer) fault {
		return fault{why: "a day is the finest date here", fix: m[1]}
	}},
	{pattern(`^(\d{4}) ?(?:-|\.\.|-\.\.) ?(\d{4})$`), fromOrBetween},
	{pattern(`^(\d{4}-\d\d(?:-\d\d)?) ?(?:-|\.\.|- ) ?(\d{4}-\d\d(?:-\d\d)?)$`), fromOrBetween},
	{pattern(`^(\d{4}(?:-\d\d){0,2}) ?(?:-|\.\.)$`), func(m []string, _ fixer) fault { return fault{fix: m[1] + "/.."} }},
	{pattern(`^(?:-|\.\.) ?(\d{4}(?:-\d\d){1,2})$`), func(m []string, _ fixer) fault { return fault{fix: "../" + m[1]} }},
	{pattern(`^\[(.+[^.])(?:/|-|\.\.+)([^.].*)\]$`), func(m []string, _ fixer) fault {
		return fault{fix: "[" + m[1] + ".." + m[2] + "]"}
	}},
	{pattern(`^(.*\d)([?~%]{2,})$`), func(m []string, _ fixer) fault {
		sign := "%"
		if strings.Trim(m[2], "?") == "" {
			sign = "?"
		} else if strings.Trim(m[2], "~") == "" {
			sign = "~"
		}
		return fault{fix: m[1] + sign}
	}},
	{pattern(`^\d{2}[\dxu?_-][xu?_-](?:-(?:[xu?_]{2}|\d\d)(?:-[xu?_]{2})?)?$|^\d{4}-(?:[xu?_]{2}|\d\d)(?:-[xu?_]{2})?$`), blanks},
	{pattern(`^(\d{3})0'?s$`), func(m []string, _ fixer) fault { return decade(m[1]) }},
}

func isoDay(y, m, d string) string { return y + "-" + twoFigures(m) + "-" + twoFigures(d) }

func twoFigures(s string) string {
	if len(s) == 1 {
		return "0" + s
	}
	return s
}

// dayOrMonthFirst is 03/11/2025, which is November in most of the world and March in the United States.
func dayOrMonthFirst(m []string, _ fixer) fault {
	dayFirst, monthFirst := isoDay(m[3], m[2], m[1]), isoDay(m[3], m[1], m[2])
	if dayFirst != monthFirst {
		if f := either(dayFirst, "", monthFirst, " if the month stands first"); f != (fault{}) {
			return f
		}
	}
	if reads(dayFirst) {
		return fault{fix: dayFirst}
	}
	return fault{fix: monthFirst}
}

func oneYear(m []string, _ fixer) fault {
	n, _ := strconv.Atoi(m[2])
	switch {
	case n == 0:
		return fault{}
	case len(m[2]) < 3:
		return fault{why: fmt.Sprintf("a year has four digits, such as 19%02d or %04d", n%100, n)}
	case n > 9999:
		return fault{why: "a year of more than four digits begins with Y", fix: "Y" + m[1] + m[2]}
	}
	return fault{why: "a year has four digits", fix: fmt.Sprintf("%s%04d", m[1], n)}
}

func fromOrBetween(m []string, _ fixer) fault {
	a, b := min(m[1], m[2]), max(m[1], m[2])
	return either(a+"/"+b, " for all the time between", "["+a+".."+b+"]", " for some time within")
}

// shortYears is 1914-18. What can be a level 2 part of a year is left alone.
func shortYears(m []string, _ fixer) fault {
	if m[3] <= m[2] || m[3] <= "41" && m[3] >= "21" {
		return fault{}
	}
	years := fromOrBetween([]string{"", m[1] + m[2], m[1] + m[3]}, nil)
	return fault{why: "there is no month " + m[3] + ": " + years.why}
}

// dayOfYear is 2025-307.
func dayOfYear(m []string, _ fixer) fault {
	year, _ := strconv.Atoi(m[1])
	n, _ := strconv.Atoi(m[2])
	d := DayOf(year, 1, n)
	if n < 1 || d.Year() != year {
		return fault{}
	}
	return fault{why: "a day of the year is written with its month", fix: d.String()}
}

// blanks is a date with another sign than X for what is not known: 19--, 196?, 2004-uu.
func blanks(m []string, _ fixer) fault {
	text := m[0]
	masked := []byte(strings.ToUpper(text))
	for i := range masked {
		separator := i == 4 || i == 7
		if !separator && (masked[i] < '0' || masked[i] > '9') {
			masked[i] = 'X'
		}
	}
	return fault{fix: string(masked)}
}

// decade is 1960s, and 1900s, which can be a century.
func decade(digits string) fault {
	if strings.HasSuffix(digits, "0") {
		return either(digits+"X", " for the decade", digits[:2]+"XX", " for the century")
	}
	return fault{fix: digits + "X"}
}
