package edtf

import (
	"fmt"
	"strconv"
	"strings"
)

// words recognizes dates in words, in English and in Spanish.
var words = []guess{
	{pattern(`^(?:the )?(\d{1,2})(?:st|nd|rd|th|º|°)?[ -](?:de |of )?(\pL+)\.?,?[ -](?:de |del |of )?(\d{4})$`), func(m []string, _ fixer) fault {
		return namedMonth(m[3], m[2], m[1])
	}},
	{pattern(`^(\pL+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$`), func(m []string, _ fixer) fault {
		return namedMonth(m[3], m[1], m[2])
	}},
	{pattern(`^(?:the |el |la )?(\pL+)\.?,?[ -]?(?:de |del |of )?(\d{4})$`), func(m []string, _ fixer) fault {
		return namedMonth(m[2], m[1], "")
	}},
	{pattern(`^(\d{4})[ -](\pL+)\.?(?:[ -](\d{1,2}))?$`), func(m []string, _ fixer) fault {
		return namedMonth(m[1], m[2], m[3])
	}},
	{pattern(`^(?:circa|cca|ca|c|about|around|approximately|approx|hacia|aproximadamente|~)(?:\. ?| )?(.+)$`), signed("~")},
	{pattern(`^(.+?),? ?\(?(?:approx\.?|approximately|or so|aprox\.?)\)?$`), signed("~")},
	{pattern(`^(?:possibly|probably|perhaps|maybe|posiblemente|probablemente|quizás?|\?) ?(.+)$`), signed("?")},
	{pattern(`^[(\[](.+)[)\]]$`), func(m []string, fix fixer) fault { return oneDate("", m[1], "", fix) }},
	{pattern(`^(?:since|from|desde) (.+?)(?: onwards?| on| en adelante)?$`), func(m []string, fix fixer) fault {
		return oneDate("", m[1], "/..", fix)
	}},
	{pattern(`^(.+?) (?:onwards?|en adelante)$`), func(m []string, fix fixer) fault { return oneDate("", m[1], "/..", fix) }},
	{pattern(`^before (.+)$|^antes de (.+)$`), func(m []string, fix fixer) fault {
		return bounded(m[1]+m[2], fix, func(d Date) string { return "[.." + (d.Earliest() - 1).String() + "]" })
	}},
	{pattern(`^after (.+)$|^después de (.+)$`), func(m []string, fix fixer) fault {
		return bounded(m[1]+m[2], fix, func(d Date) string { return "[" + (d.Latest() + 1).String() + "..]" })
	}},
	{pattern(`^(?:by|no later than|on or before) (.+)$`), func(m []string, fix fixer) fault { return oneDate("[..", m[1], "]", fix) }},
	{pattern(`^(?:between|entre) (.+) (?:and|y) (.+)$`), func(m []string, fix fixer) fault { return twoDates("[", m[1], "..", m[2], "]", fix) }},
	{pattern(`^(?:from|de|desde) (.+) (?:to|until|till|through|a|hasta) (.+)$`), fromTo},
	{pattern(`^(.+?) (?:to|until|till|through|a|hasta|-) (.+)$`), fromTo},
	{pattern(`^(?:either )?(.+?) (?:or|o) (.+)$`), func(m []string, fix fixer) fault { return twoDates("[", m[1], ",", m[2], "]", fix) }},
	{pattern(`^(?:the |in the |los años |años )(\d{3})0'?s?$`), func(m []string, _ fixer) fault { return decade(m[1]) }},
	{pattern(`^(?:the )?(\d{1,2})(?:st|nd|rd|th) century$`), func(m []string, _ fixer) fault {
		n, _ := strconv.Atoi(m[1])
		return fault{fix: fmt.Sprintf("%02dXX", n-1)}
	}},
	{pattern(`^(\d{1,4}) ?(?:b\.? ?c\.?(?: ?e\.?)?|a\. ?c\.)$`), func(m []string, _ fixer) fault {
		n, _ := strconv.Atoi(m[1])
		if n <= 1 {
			return fault{fix: fmt.Sprintf("%04d", 1-n)}
		}
		return fault{why: "1 BC is the year 0000", fix: fmt.Sprintf("-%04d", n-1)}
	}},
	{pattern(`^(?:ad |a\.d\. )?(\d{1,4})(?: ad| ce| d\. ?c\.)?$`), func(m []string, _ fixer) fault {
		return fault{fix: fmt.Sprintf("%04s", m[1])}
	}},
	{pattern(`^(?:unknown|undated|none|null|n/a|n\.? ?d\.?|s\.? ?f\.?|tbd|\?+|-+|desconocid[ao]|sin fecha)$`), func([]string, fixer) fault {
		return fault{why: "where no date is known, leave it out"}
	}},
}

// monthNames has the beginning of each month's and season's name, long enough to tell it from the others.
var monthNames = []struct {
	code   int
	starts []string
}{
	{1, []string{"jan", "ene"}}, {2, []string{"feb"}}, {3, []string{"mar"}}, {4, []string{"apr", "abr"}},
	{5, []string{"may"}}, {6, []string{"jun"}}, {7, []string{"jul"}}, {8, []string{"aug", "ago"}},
	{9, []string{"sep", "set"}}, {10, []string{"oct"}}, {11, []string{"nov"}}, {12, []string{"dec", "dic"}},
	{21, []string{"spring", "primavera"}}, {22, []string{"summer", "verano"}},
	{23, []string{"autumn", "fall", "otoño"}}, {24, []string{"winter", "invierno"}},
}

func namedMonth(year, name, day string) fault {
	for _, month := range monthNames {
		for _, start := range month.starts {
			if !strings.HasPrefix(name, start) {
				continue
			}
			fix := fmt.Sprintf("%s-%02d", year, month.code)
			if day != "" {
				fix += "-" + twoFigures(day)
			}
			return fault{fix: fix}
		}
	}
	return fault{}
}

func signed(sign string) func(m []string, fix fixer) fault {
	return func(m []string, fix fixer) fault { return oneDate("", m[1], sign, fix) }
}

func oneDate(before, date, after string, fix fixer) fault {
	date, ok := fix(date)
	if !ok {
		return fault{}
	}
	return fault{fix: before + date + after}
}

func twoDates(before, a, between, b, after string, fix fixer) fault {
	a, ok := fix(a)
	b, alsoOK := fix(b)
	if !ok || !alsoOK {
		return fault{}
	}
	return fault{fix: before + a + between + b + after}
}

func fromTo(m []string, fix fixer) fault {
	if openEnd[m[2]] {
		return oneDate("", m[1], "/..", fix)
	}
	return twoDates("", m[1], "/", m[2], "", fix)
}

// bounded is a set with one end, which text makes of the date.
func bounded(date string, fix fixer, text func(Date) string) fault {
	date, ok := fix(date)
	if !ok {
		return fault{}
	}
	d, _ := readDate(date)
	return fault{fix: text(d)}
}
