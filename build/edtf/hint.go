package edtf

import (
	"regexp"
	"strings"
	"sync"
)

// A guess recognizes one way in which people write dates, in any language or hurry, and turns it into EDTF. A guess whose
// fix is no date is passed over.
type guess struct {
	pattern func() *regexp.Regexp // on the plain text: see plain
	make    func(m []string, fix fixer) fault
}

// pattern is compiled when a date is wrong for the first time: most runs meet none, and all of them would wait.
func pattern(s string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(s) })
}

// A fixer turns a part of what was written into one date, if it can be made one.
type fixer func(part string) (date string, ok bool)

// guesses in the order in which they are tried.
var guesses = [][]guess{levelTwo, digits, words}

const (
	longestGuess = 80 // bytes; what is longer is no slip of the pen
	deepestGuess = 2  // "about March or April 2004"
)

// hint recognizes what s was meant to be.
func hint(s string, depth int) (fault, bool) {
	if s == "" {
		return fault{why: "a date is 2025-11-03, 2025-11, 2025 or the like; where none is known, leave it out"}, true
	}
	if len(s) > longestGuess || depth > deepestGuess {
		return fault{}, false
	}
	text := plain(s)
	if fix := strings.ToUpper(strings.ReplaceAll(text, " ", "")); fix != s && reads(fix) {
		return fault{fix: fix}, true
	}
	fix := func(part string) (string, bool) { return fixDate(part, depth+1) }
	for _, group := range guesses {
		for _, g := range group {
			m := g.pattern().FindStringSubmatch(text)
			if m == nil {
				continue
			}
			f := g.make(m, fix)
			if f.fix != "" && !reads(f.fix) || f == (fault{}) {
				continue
			}
			return f, true
		}
	}
	return fault{}, false
}

// fixDate returns the one date that s was meant to be: s itself if it is one.
func fixDate(s string, depth int) (string, bool) {
	if _, wrong := readDate(s); wrong == nil {
		return s, true
	} else if _, again := readDate(wrong.fix); again == nil {
		return wrong.fix, true
	}
	f, found := hint(s, depth)
	if !found {
		return "", false
	}
	_, wrong := readDate(f.fix)
	return f.fix, wrong == nil
}

var (
	dashes  = strings.NewReplacer("\u2010", "-", "\u2011", "-", "\u2012", "-", "–", "-", "—", "-", "−", "-", "⁄", "/", "…", "..", "...", "..")
	weekday = pattern(`^(?:mon|tues|wednes|thurs|fri|satur|sun)day,? |^(?:lunes|martes|miércoles|jueves|viernes|sábado|domingo),? `)
)

// plain makes s comparable: lower case, one kind of dash, single spaces, no quotes and no day of the week.
func plain(s string) string {
	s = strings.ToLower(strings.ToValidUTF8(s, ""))
	s = strings.Join(strings.Fields(dashes.Replace(s)), " ")
	s = strings.Trim(s, `"'“”‘’ `)
	return weekday().ReplaceAllString(s, "")
}

// either offers two readings, if both are dates: no fix, since only the writer knows which.
func either(a, forA, b, forB string) fault {
	if !reads(a) || !reads(b) {
		return fault{}
	}
	return fault{why: "write " + a + forA + ", or " + b + forB}
}
