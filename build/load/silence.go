package load

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/goccy/go-yaml/token"

	"example.org/publish/build/fact"
)

var (
	addressed = regexp.MustCompile(`^#+ *publish: *`)
	allowance = regexp.MustCompile(`^allow +(\S+)( +because( +.*)?)?$`)
)

// silences returns the comments of a file that are addressed to publish.
func silences(file, text string, tokens token.Tokens) []fact.Silence {
	if !strings.Contains(text, "publish:") {
		return nil
	}
	var found []fact.Silence
	comments := commentsOf(text, tokens)
	waiting := 0 // the first one found whose line is not known yet
	top := true
	for _, t := range tokens {
		switch t.Type {
		case token.DocumentHeaderType:
		case token.CommentType:
			c := comments[0]
			comments = comments[1:]
			s, ok := silenceOf(c)
			if !ok {
				continue
			}
			s.File, s.Top = file, top
			if !c.Alone {
				s.Line = c.At.Line
				waiting = len(found) + 1
			}
			found = append(found, s)
		default:
			top = false
			for ; waiting < len(found); waiting++ {
				found[waiting].Line = position(t).Line
			}
		}
	}
	return found
}

func silenceOf(c Comment) (s fact.Silence, ok bool) {
	address := len(addressed.FindString(c.Text))
	if address == 0 {
		return s, false
	}
	s.At, s.Asked = c.At, part(c, address, len(c.Text))
	if m := allowance.FindStringSubmatchIndex(s.Asked.Text); m != nil {
		s.Rule = part(c, address+m[2], address+m[3])
		s.Reasoned = m[6] >= 0
	}
	return s, true
}

// part is the part of a comment between two bytes.
func part(c Comment, from, to int) fact.Scalar {
	at := c.At
	at.Column += uint32(utf8.RuneCountInString(c.Text[:from]))
	return fact.Scalar{Text: c.Text[from:to], Pos: at}
}
