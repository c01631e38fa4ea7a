package load

import (
	"fmt"
	"strings"

	"github.com/goccy/go-yaml/token"

	"example.org/publish/build/fact"
	"example.org/publish/build/problem"
)

// align walks through the text beside its tokens, gives each token the place
// where it really begins, and refuses a text of which a token lost a character
// or that YAML reads in another way than the library.
//
// The library counts columns from the end of a line, so that spaces there shift
// the place of a plain text, and the parser, which decides by columns, with it.
func align(text string, tokens token.Tokens) *problem.Problem {
	a := aligner{cursor: cursor{text: text, at: fact.Pos{Line: 1, Column: 1}}}
	for _, t := range tokens {
		if t.Type == token.CommentType {
			if a.skipSpace(); !a.behindSpace() {
				return refuse(a.at, "a # right behind a value", "put a space before a comment, or the whole value in quotes")
			}
			t.Position.Line, t.Position.Column = int(a.at.Line), int(a.at.Column)
			a.skipLine()
			continue
		}
		if refused := a.align(t); refused != nil {
			return refused
		}
		a.before = t
	}
	if a.skipSpace(); a.offset < len(text) {
		return lost(a.at)
	}
	return nil
}

// aligner is how far align has come.
type aligner struct {
	cursor
	brackets int          // that are open
	before   *token.Token // the last that is no comment, or nil
}

func (a *aligner) align(t *token.Token) *problem.Problem {
	a.skipSpace()
	at, start := a.at, a.offset
	a.place(t)
	if is(a.before, token.LiteralType, token.FoldedType) {
		if strings.HasPrefix(t.Value, "\n") {
			return refuse(at, "a text below | or > that does not begin right there", "begin it on the next line, further to the right than its key")
		}
		return a.matches(t)
	}
	switch t.Type {
	case token.SingleQuoteType:
		return a.singleQuoted()
	case token.DoubleQuoteType:
		return a.doubleQuoted()
	case token.LiteralType, token.FoldedType:
		if a.brackets > 0 {
			return refuse(at, "a | or > in brackets", "put the text in quotes")
		}
	case token.MappingStartType, token.SequenceStartType:
		a.brackets++
	case token.MappingEndType, token.SequenceEndType:
		a.brackets--
	}
	if refused := a.matches(t); refused != nil {
		return refused
	}
	switch quoted := is(a.before, token.SingleQuoteType, token.DoubleQuoteType); {
	case t.Type == token.StringType && start == a.offset:
		return lost(at)
	case t.Type == token.StringType:
		return ambiguous(a.text[start:a.offset], a.brackets > 0, at)
	case t.Type == token.MappingValueType && a.brackets > 0 && !quoted && !a.atSpace():
		return refuse(at, "no space behind the colon", "write { key: value }")
	}
	return nil
}

// place gives a token the place that align has come to.
func (a *aligner) place(t *token.Token) {
	t.Position.Line, t.Position.Column = int(a.at.Line), int(a.at.Column)
}

// matches goes on behind a token whose characters are those of its value.
func (a *aligner) matches(t *token.Token) *problem.Problem {
	value := t.Value
	switch t.Type {
	case token.DocumentHeaderType:
		value = "---"
	case token.DocumentEndType:
		value = "..."
	}
	if !a.match(value) {
		return lost(a.at)
	}
	return nil
}

func lost(at fact.Pos) *problem.Problem {
	return refuse(at, "from here on the YAML can be read in more than one way", "put the text in quotes")
}

// ambiguous refuses a text without quotes that YAML gives another meaning, or
// none, but that the library takes in its own way.
func ambiguous(plain string, inBrackets bool, at fact.Pos) *problem.Problem {
	const quotes = "put it in quotes"
	lines := strings.Split(plain, "\n")
	for i, l := range lines {
		switch l = strings.TrimLeft(l, " "); {
		case i > 0 && l == "":
			return refuse(at, "a text without quotes that a blank line divides", quotes)
		case i > 0 && l[0] == '-':
			return refuse(at, "a text without quotes that goes on with a dash",
				"a list begins below its key, with nothing behind the colon; a text with such a line goes in quotes")
		case strings.Contains(l+" ", ": "):
			return refuse(at, "a text without quotes that holds a colon and a space", "put it in quotes; or is a comma missing between two keys?")
		}
	}
	switch {
	case strings.ContainsRune(`,[]{}%#&*!|>@'"`+"`", rune(plain[0])), plain[0] == '?' && (inBrackets || len(lines[0]) == 1 || plain[1] == ' '):
		return refuse(at, fmt.Sprintf("a text that begins with %c", plain[0]), quotes+", or take the character away")
	case inBrackets && strings.ContainsAny(plain, "[]{}"):
		return refuse(at, "a text without quotes that holds a bracket", quotes+"; or was another bracket meant?")
	}
	return nil
}
