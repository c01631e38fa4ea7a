package edtf

import "strings"

// Parse reads an EDTF date, interval or one-of set. The error is an *[Error]. The Date keeps s, not a copy of it.
func Parse(s string) (Date, error) {
	if len(s) > longest {
		return Date{}, tooLong(s)
	}
	d, fault := read(s)
	if fault != nil {
		return Date{}, fault.explain(s)
	}
	return d, nil
}

// longest is the bytes of a set of a hundred days. What takes a time that grows with the square of the members is bounded
// by it.
const longest = 1100

// MustParse is Parse for dates that stand in a program's text. It panics if s is no date.
func MustParse(s string) Date {
	d, err := Parse(s)
	if err != nil {
		panic("edtf: " + err.Error())
	}
	return d
}

func read(s string) (Date, *fault) {
	switch {
	case s == "..":
		return Date{text: s, first: OpenPast, last: OpenFuture, kind: Open}, nil
	case strings.HasPrefix(s, "["):
		return readSet(s)
	}
	if slash := strings.IndexByte(s, '/'); slash >= 0 {
		return readInterval(s, slash)
	}
	return readDate(s)
}

func readDate(s string) (Date, *fault) {
	p, fault := readPart(s)
	if fault != nil {
		return Date{}, fault
	}
	return p.date(s), nil
}

// readPart reads one date: a year and what may follow it.
func readPart(s string) (p Part, _ *fault) {
	body := s
	if s != "" {
		sign := s[len(s)-1]
		p.Approximate, p.Uncertain = sign == '~' || sign == '%', sign == '?' || sign == '%'
		if p.Approximate || p.Uncertain {
			body = s[:len(s)-1]
		}
	}
	if strings.HasPrefix(body, "Y") {
		return p, p.readLongYear(body)
	}
	at, fault := p.readYear(body)
	if fault != nil || at == len(body) {
		return p, fault
	}
	at, fault = p.readMonth(body, at)
	if fault != nil || at == len(body) {
		return p, fault
	}
	return p, p.readDay(body, at)
}

// readYear reads four digits, of which the last or the last two may be X, and returns where they end.
func (p *Part) readYear(s string) (end int, _ *fault) {
	at, negative := 0, strings.HasPrefix(s, "-")
	if negative {
		at = 1
	}
	for end = at; end < len(s) && end < at+4; end++ {
		switch c := s[end]; {
		case '0' <= c && c <= '9' && p.YearMask == 0:
			p.Year = p.Year*10 + int(c-'0')
		case c == 'X' && end >= at+2:
			p.Year *= 10
			p.YearMask++
		default:
			return end, notADate(end)
		}
	}
	if end < at+4 {
		return end, notADate(end)
	}
	if negative && p.Year == 0 {
		return end, noYearMinusZero(s, p.YearMask)
	}
	if negative {
		p.Year = -p.Year
	}
	if end < len(s) && p.YearMask > 0 {
		return end, notADate(end)
	}
	return end, nil
}

// readLongYear reads Y and a year that four digits cannot hold.
func (p *Part) readLongYear(s string) *fault {
	at, sign := 1, 1
	if strings.HasPrefix(s[at:], "-") {
		at, sign = 2, -1
	}
	digits := s[at:]
	for i := range len(digits) {
		c := digits[i]
		if c < '0' || c > '9' {
			return &fault{at: at + i, why: "Y is followed by the digits of a year and nothing else, such as Y17000 or Y-17000"}
		}
		if i < 9 {
			p.Year = p.Year*10 + int(c-'0')
		}
	}
	p.Year *= sign
	return wrongLength(digits, at, sign)
}

// readMonth reads "-" and a month, a season or XX.
func (p *Part) readMonth(s string, at int) (end int, _ *fault) {
	month, unspecified, end := twoDigits(s, at)
	switch {
	case end < 0:
		return at, notADate(at)
	case unspecified:
		p.MonthX = true
	case month >= 1 && month <= 12:
		p.Month = month
	case month >= 21 && month <= 24:
		p.Season = month
		if end < len(s) {
			return end, &fault{at: end, why: "a season has no days"}
		}
	default:
		return at, noMonth(s, at+1, month)
	}
	return end, nil
}

// readDay reads "-" and a day or XX, up to the end of s.
func (p *Part) readDay(s string, at int) *fault {
	day, unspecified, end := twoDigits(s, at)
	switch {
	case end < 0:
		return notADate(at)
	case end < len(s) && s[end] == 'T':
		return &fault{at: end, why: "a day is the finest date here", fix: s[:end]}
	case end < len(s):
		return notADate(end)
	case unspecified:
		p.DayX = true
	case p.MonthX:
		return &fault{at: at + 1, why: "a day needs a month"}
	case day < 1 || day > daysInMonth(p.Year, p.Month):
		return noDay(s, at+1, *p)
	default:
		p.Day = day
	}
	return nil
}

// twoDigits reads "-" and two digits, or "-XX". The end is negative if they are not there.
func twoDigits(s string, at int) (n int, unspecified bool, end int) {
	if len(s) < at+3 || s[at] != '-' {
		return 0, false, -1
	}
	if len(s) > at+3 && '0' <= s[at+3] && s[at+3] <= '9' {
		return 0, false, -1
	}
	tens, ones := s[at+1], s[at+2]
	if tens == 'X' && ones == 'X' {
		return 0, true, at + 3
	}
	if tens < '0' || tens > '9' || ones < '0' || ones > '9' {
		return 0, false, -1
	}
	return int(tens-'0')*10 + int(ones-'0'), false, at + 3
}

func daysInMonth(year, month int) int {
	return int(DayOf(year, month+1, 1) - DayOf(year, month, 1))
}
