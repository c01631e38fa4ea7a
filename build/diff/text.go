package diff

import (
	"slices"
	"strings"

	"example.org/publish/build/compile"
)

// fields collects the parts in which two things differ.
type fields struct {
	list      []Field
	languages []string
}

// word compares one word or several words of one part.
func (f *fields) word(name, old, new string) {
	if old != new {
		f.list = append(f.list, Field{Name: name, Old: old, New: new})
	}
}

func (f *fields) truth(name string, old, new bool) {
	word := func(b bool) string {
		if b {
			return "true"
		}
		return "false"
	}
	f.word(name, word(old), word(new))
}

// set compares lists whose order says nothing.
func (f *fields) set(name string, old, new []string) {
	f.word(name, sorted(old), sorted(new))
}

func sorted(list []string) string {
	return strings.Join(slices.Compact(slices.Sorted(slices.Values(list))), Separator)
}

// Separator stands between the values of a field that has several, as in the
// downloads.
const Separator = "; "

// text compares a text in all languages.
func (f *fields) text(name string, old, new compile.Text) {
	if language, differ := differs(old, new, f.languages); differ {
		f.list = append(f.list, Field{name, exactly(old, language), exactly(new, language), language, old, new})
	}
}

// exactly is the text in the language and no other; a text without a language
// is in all of them.
func exactly(t compile.Text, language string) string {
	for _, tr := range t {
		if tr.Language == language || tr.Language == "" {
			return tr.Text
		}
	}
	return ""
}

// differs is the first language in which the texts are not the same: of those
// given, then of the texts' own. It is false when they are the same in all.
func differs(old, new compile.Text, languages []string) (language string, differ bool) {
	languages = slices.Clone(languages)
	for _, tr := range slices.Concat(old, new) {
		languages = append(languages, tr.Language)
	}
	for _, l := range languages {
		if exactly(old, l) != exactly(new, l) {
			return l, true
		}
	}
	return "", false
}
