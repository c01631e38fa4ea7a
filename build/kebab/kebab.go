// Package kebab makes and knows ids: small letters a to z and digits in words
// joined by single hyphens. Such words stand unchanged in file names, addresses
// and tables, and people can type them.
package kebab

import (
	"strings"
	"unicode"

	"golang.org/x/text/runes"
	"golang.org/x/text/transform"
	"golang.org/x/text/unicode/norm"
)

// Longest is how many characters an id has at most.
const Longest = 80

// Pattern is a regular expression for an id, for programs of others.
const Pattern = `^[a-z0-9]+(-[a-z0-9]+)*$`

// Is reports whether a word is in kebab-case, however long it is.
func Is(word string) bool {
	return strings.Trim(word, "abcdefghijklmnopqrstuvwxyz0123456789-") == "" &&
		word != "" && word[0] != '-' && word[len(word)-1] != '-' && !strings.Contains(word, "--")
}

// Of is a name in kebab-case: without accents and apostrophes, and with a hyphen
// for whatever else stands between letters and digits. It is "" when nothing is
// left, as of a name in another script.
func Of(name string) string {
	folded := letters.Replace(strings.ToLower(name))
	plain, _, err := transform.String(transform.Chain(norm.NFKD, runes.Remove(runes.In(unicode.Mn))), folded)
	if err != nil {
		return ""
	}
	words := strings.FieldsFunc(plain, func(r rune) bool {
		return !('a' <= r && r <= 'z' || '0' <= r && r <= '9')
	})
	return strings.Join(words, "-")
}

// letters are those that Unicode does not take apart, as they are written where
// they are missing, and apostrophes.
var letters = strings.NewReplacer(
	"ß", "ss", "æ", "ae", "œ", "oe", "ø", "o", "đ", "d", "ð", "d", "þ", "th", "ł", "l", "ħ", "h", "ı", "i", "ŋ", "ng",
	"'", "", "\u2019", "", "\u02bc", "",
)

// Cut is an id of at most so many characters: the first words of a longer one.
func Cut(id string, most int) string {
	if len(id) <= most {
		return id
	}
	id = id[:most+1]
	if i := strings.LastIndexByte(id, '-'); i > 0 {
		return id[:i]
	}
	return id[:most]
}
