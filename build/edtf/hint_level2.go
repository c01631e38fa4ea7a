package edtf

import (
	"fmt"
	"strings"
)

// levelTwo recognizes what EDTF can say but this package doesn't read.
var levelTwo = []guess{
	{pattern(`^\{.*\}$`), func([]string, fixer) fault {
		return fault{why: "all of a set {…} is level 2 and not read here; give each date by itself"}
	}},
	{pattern(`^y?-?\d+(?:e\d+)?s\d+$`), func([]string, fixer) fault {
		return fault{why: "significant digits (S) are level 2 and not read here; write the years it can be, such as 19XX or [1940..1960]"}
	}},
	{pattern(`^y-?\d+e\d+$`), func([]string, fixer) fault {
		return fault{why: "exponents (E) are level 2 and not read here; write all digits, such as Y170000000"}
	}},
	{pattern(`^[?~%]?-?[\dx]{4}[?~%]?(?:-[?~%]?[\dx]{2}[?~%]?){0,2}(?:/.*)?$`), signWithin},
	{pattern(`^\d{4}-\d\d-[?~%]\d\d/`), signWithin},
	{pattern(`^(\d)xxx$`), func(m []string, _ fixer) fault {
		return maskedDigits("[" + m[1] + "000.." + m[1] + "999]")
	}},
	{pattern(`^(\d{4})-(\d)x$`), func(m []string, _ fixer) fault {
		return maskedDigits(map[string]string{"0": "[" + m[1] + "-01.." + m[1] + "-09]", "1": "[" + m[1] + "-10.." + m[1] + "-12]"}[m[2]])
	}},
	{pattern(`^(\d{4}-\d\d)-(\d)x$`), daysWithMask},
	{pattern(`^[\dx]{4}(?:-[\dx]{2}){0,2}$`), func(m []string, _ fixer) fault {
		if !strings.Contains(m[0], "x") {
			return fault{}
		}
		return maskedDigits("")
	}},
}

func maskedDigits(fix string) fault {
	return fault{why: "only the last one or two digits of a year, or a whole month or day at the end, can be X (the rest is level 2)", fix: fix}
}

// signWithin is 2004-06~-11 or 2004-06-~11: the sign of a part, where level 1 has signs for the whole date.
func signWithin(m []string, _ fixer) fault {
	dates := strings.Split(strings.ToUpper(m[0]), "/")
	for i, date := range dates {
		bare := strings.NewReplacer("?", "", "~", "", "%", "").Replace(date)
		if bare == date {
			continue
		}
		sign := "%"
		switch {
		case !strings.ContainsAny(date, "~%"):
			sign = "?"
		case !strings.ContainsAny(date, "?%"):
			sign = "~"
		}
		dates[i] = bare + sign
	}
	fix := strings.Join(dates, "/")
	if fix == strings.ToUpper(m[0]) {
		return fault{}
	}
	return fault{why: "a sign for a part of a date is level 2 and not read here; it stands at the end, for the whole date", fix: fix}
}

// daysWithMask is 2025-11-1X: some day from the 10th to the 19th.
func daysWithMask(m []string, _ fixer) fault {
	p, _ := readPart(m[1]) // of an impossible month nothing comes that reads
	first := int(m[2][0]-'0') * 10
	return maskedDigits(fmt.Sprintf("[%s-%02d..%s-%02d]", m[1], max(first, 1), m[1], min(first+9, daysInMonth(p.Year, p.Month))))
}
