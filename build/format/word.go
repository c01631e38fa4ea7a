package format

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"

	"example.org/publish/build/fact"
)

// written is a word with the quotes that it needs; inBrackets it needs more.
func (q quote) written(word string, inBrackets bool) string {
	switch {
	case isBare(word, inBrackets) && (q == never || q == ifMisread && !isMisread(word) || q == always && word == fact.Unknown):
		return word
	case !strings.ContainsFunc(word, mustEscape) && strings.ContainsAny(word, `"\`) && !strings.Contains(word, "'"):
		return "'" + word + "'"
	}
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range word {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r > 0xffff && mustEscape(r):
			fmt.Fprintf(&b, `\U%08x`, r)
		case mustEscape(r):
			fmt.Fprintf(&b, `\u%04x`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

// mustEscape reports characters that YAML does not allow as they are, or that
// nobody sees, but for the joiners that some scripts are written with.
func mustEscape(r rune) bool {
	return !unicode.IsGraphic(r) && r != '\u200c' && r != '\u200d'
}

// isBare reports whether a word is what it is without quotes: for YAML, and in
// brackets also for the eye, which takes a quote there for the beginning of one.
func isBare(word string, inBrackets bool) bool {
	if word == "" || strings.TrimSpace(word) != word || strings.ContainsFunc(word, mustEscape) {
		return false
	}
	if strings.ContainsRune("-?:,[]{}#&*!|>'\"%@`<=", rune(word[0])) && !number.MatchString(word) {
		return false
	}
	if strings.Contains(word, ": ") || strings.HasSuffix(word, ":") || strings.Contains(word, " #") || strings.HasPrefix(word, "...") {
		return false
	}
	return !inBrackets || !strings.ContainsAny(word, `,[]{}:'"`)
}

// number is what YAML 1.1 or 1.2 takes for one: in base 16, 8, 2 or 10, with or
// without a fraction and an exponent, and in base 60.
var number = regexp.MustCompile(`^[-+]?(0[xX][0-9a-fA-F_]+|0o[0-7_]+|0b[01_]+|` +
	`[0-9][0-9_]*(\.[0-9_]*)?([eE][-+]?[0-9]+)?|\.[0-9][0-9_]*([eE][-+]?[0-9]+)?|[0-9][0-9_]*(:[0-5]?[0-9])+(\.[0-9_]*)?)$`)

// other are the remaining words that YAML 1.1 or 1.2 take for something else
// than a text: nothing, truth values, infinity, and days.
var other = regexp.MustCompile(`^(?i:~|null|y|n|yes|no|on|off|true|false|[-+]?\.inf|\.nan)$|^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt ].*)?$`)

// isMisread reports whether readers of YAML that guess at the meaning of words
// take this one for something else than a text.
func isMisread(word string) bool { return number.MatchString(word) || other.MatchString(word) }
