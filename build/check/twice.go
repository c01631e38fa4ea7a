package check

import (
	"fmt"

	"example.org/publish/build/fact"
	"example.org/publish/build/problem"
)

var listRules = []Rule{
	{
		ID:       "listed-twice",
		Title:    "A list names a thing once",
		Severity: problem.Error,
		Why:      "Naming the same statement, entity or source again says nothing more, and counts as more. Another one was probably meant.",
		Mend:     "Take one of the two away, or write what was meant.",
		Before:   "the-lovelaces: { to: [ada-lovelace, ada-lovelace], reason: { en: two persons } }",
		After:    "the-lovelaces: { to: [ada-lovelace, anne-blunt], reason: { en: two persons } }",
		find: func(f *finder) {
			asWritten := func(word fact.Scalar) string { return word.Text }
			for _, s := range f.said {
				file := s.entity.File
				onceIn(f, file, s.Disputes, func(word fact.Scalar) string { return f.disputed(s, word) })
				for _, c := range s.Cite {
					onceIn(f, file, c.Via, asWritten)
				}
			}
			for _, s := range f.Sources {
				onceIn(f, s.File, s.ReliesOn, asWritten)
			}
			for _, m := range f.Moves {
				onceIn(f, "moved.yaml", m.To, asWritten)
			}
		},
	},
}

// onceIn finds the words of a list that mean the same as one before.
func onceIn(f *finder, file string, words []fact.Scalar, meaning func(fact.Scalar) string) {
	if len(words) < 2 {
		return
	}
	seen := map[string]bool{}
	for _, word := range words {
		if seen[meaning(word)] {
			f.at(file, word, fmt.Sprintf("%q is there twice", word.Text), "take it away, or write what was meant")
		}
		seen[meaning(word)] = true
	}
}
