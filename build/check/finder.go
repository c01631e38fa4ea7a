package check

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"example.org/publish/build/edit"
	"example.org/publish/build/fact"
	"example.org/publish/build/nearest"
	"example.org/publish/build/problem"
)

// finder collects the problems of one rule.
type finder struct {
	*index
	rule     Rule
	problems []problem.Problem
	near     map[asked]string
}

// asked is a word and the list in which one near it is looked for.
type asked struct {
	word  string
	known *string // the first of the list
}

// at adds a problem with the word: the mark covers it.
func (f *finder) at(file string, word fact.Scalar, message, help string) *problem.Problem {
	p := f.from(file, word.Pos, message, help)
	first, _, _ := strings.Cut(word.Text, "\n")
	p.Width = utf8.RuneCountInString(first)
	return p
}

// inside adds a problem with a part of the word: the characters from the byte
// at the offset on.
func (f *finder) inside(file string, word fact.Scalar, offset, width int, message, help string) *problem.Problem {
	if _, _, verbatim := f.span(file, word); !verbatim {
		return f.at(file, word, message, help)
	}
	p := f.from(file, word.Pos, message, help)
	p.Pos.Column += uint32(utf8.RuneCountInString(word.Text[:offset]))
	p.Width = width
	return p
}

// from adds a problem at a place; the zero place is the file as a whole.
func (f *finder) from(file string, at fact.Pos, message, help string) *problem.Problem {
	f.problems = append(f.problems, problem.Problem{
		File: file, Pos: at, Rule: f.rule.ID, Severity: f.rule.Severity, Message: brief(message), Help: brief(help),
	})
	return &f.problems[len(f.problems)-1]
}

// brief cuts a message off that repeats a very long word.
func brief(s string) string {
	const most = 400
	if len(s) <= most {
		return s
	}
	return strings.ToValidUTF8(s[:most], "") + "…"
}

// meant is the help "did you mean …?" where one of the known words is near the
// written one, and otherwise what the rule has to say instead.
func (f *finder) meant(word string, known []string, otherwise string) string {
	// Whoever has so many wrong words mends them by another way than by hand,
	// and each costs a comparison with every known one.
	const enough = 200
	if len(known) == 0 {
		return otherwise
	}
	question := asked{word, &known[0]}
	near, ok := f.near[question]
	if !ok && len(f.near) < enough {
		if f.near == nil {
			f.near = map[asked]string{}
		}
		near = nearest.Name(word, known)
		f.near[question] = near
	}
	if near == "" {
		return otherwise
	}
	return fmt.Sprintf("did you mean %q?", near)
}

// replace is the fix that puts another text in the place of the word, or nil
// when the file does not have the word letter by letter or the text would need
// other quotes.
func (f *finder) replace(file string, word fact.Scalar, by string) *problem.Fix {
	from, to, verbatim := f.span(file, word)
	if !verbatim {
		return nil
	}
	content := f.content[file]
	quoted := from > 0 && (content[from-1] == '"' || content[from-1] == '\'')
	// A word that begins with a digit may be a date or a number to other readers.
	safe := by != "" && (by[0] < '0' || by[0] > '9') && !strings.ContainsFunc(by, func(r rune) bool {
		return !('a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9' || r == '-')
	})
	switch {
	case quoted && strings.ContainsAny(by, `"'\`):
		return nil
	case !quoted && !safe:
		if strings.ContainsAny(by, `"\`) {
			return nil
		}
		by = `"` + by + `"`
	}
	return &problem.Fix{From: from, To: to, Text: by}
}

// span is [edit.Span] of the word in its file.
func (x *index) span(file string, word fact.Scalar) (from, to int, verbatim bool) {
	return edit.Span(x.content[file], word)
}
