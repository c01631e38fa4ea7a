package edit

import (
	"bytes"
	"cmp"
	"slices"
	"unicode/utf8"

	"example.org/publish/build/fact"
	"example.org/publish/build/problem"
)

// Span is where a word stands in its file: the bytes [from, to). It is not
// verbatim when the file writes it in another way, with escapes or in several
// lines.
func Span(content []byte, word fact.Scalar) (from, to int, verbatim bool) {
	if word.Pos.Line == 0 || word.Pos.Column == 0 {
		return 0, 0, false
	}
	rest := content
	for range word.Pos.Line - 1 {
		_, after, found := bytes.Cut(rest, []byte("\n"))
		if !found {
			return 0, 0, false
		}
		rest = after
	}
	if word.Pos.Line == 1 {
		rest = bytes.TrimPrefix(rest, []byte("\ufeff"))
	}
	for range word.Pos.Column - 1 {
		if len(rest) == 0 {
			return 0, 0, false
		}
		_, size := utf8.DecodeRune(rest)
		rest = rest[size:]
	}
	from = len(content) - len(rest)
	return from, from + len(word.Text), bytes.HasPrefix(rest, []byte(word.Text))
}

// Apply makes the fixes in a text, given in any order, and tells for each
// whether it was made. Of fixes that overlap, and of equal ones, only the first
// in the text is made.
func Apply(content []byte, fixes []problem.Fix) (after []byte, made []bool) {
	order := make([]int, len(fixes))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Or(cmp.Compare(fixes[a].From, fixes[b].From), cmp.Compare(fixes[a].To, fixes[b].To))
	})
	made = make([]bool, len(fixes))
	end, last := 0, -1
	for _, i := range order {
		f := fixes[i]
		if f.From < end || last >= 0 && fixes[last] == f || f.To < f.From || f.To > len(content) {
			continue
		}
		after = append(after, content[end:f.From]...)
		after = append(after, f.Text...)
		end, last, made[i] = f.To, i, true
	}
	return append(after, content[end:]...), made
}
