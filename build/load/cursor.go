package load

import (
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"example.org/publish/build/fact"
	"example.org/publish/build/problem"
)

// cursor is a place in a text.
type cursor struct {
	text   string
	offset int // in bytes
	at     fact.Pos
}

// skip goes on by the bytes, which end between two characters.
func (c *cursor) skip(bytes int) {
	for _, r := range c.text[c.offset : c.offset+bytes] {
		if r == '\n' {
			c.at.Line++
			c.at.Column = 0
		}
		c.at.Column++
	}
	c.offset += bytes
}

func (c *cursor) skipSpace() {
	for c.atSpace() {
		c.skip(1)
	}
}

func (c *cursor) atSpace() bool {
	return c.offset < len(c.text) && isSpace(c.text[c.offset])
}

func (c *cursor) behindSpace() bool {
	return c.offset == 0 || isSpace(c.text[c.offset-1])
}

func isSpace(c byte) bool { return c == ' ' || c == '\n' }

func (c *cursor) skipLine() {
	line, _, _ := strings.Cut(c.text[c.offset:], "\n")
	c.skip(len(line))
}

// match goes on behind the words of a value. Between them the text may have any
// space, for the value has its lines folded.
func (c *cursor) match(value string) bool {
	for {
		value = strings.TrimLeft(value, " \n")
		if value == "" {
			return true
		}
		c.skipSpace()
		n := strings.IndexAny(value, " \n")
		if n < 0 {
			n = len(value)
		}
		if !strings.HasPrefix(c.text[c.offset:], value[:n]) {
			return false
		}
		c.skip(n)
		value = value[n:]
	}
}

// singleQuoted goes on behind a single-quoted text, in which two quotes stand for
// one. The library drops the spaces behind those two at the start of a line.
func (c *cursor) singleQuoted() *problem.Problem {
	rest := c.text[c.offset:]
	for i := 1; i < len(rest); i++ {
		if rest[i] != '\'' {
			continue
		}
		if strings.HasPrefix(rest[i+1:], "'") {
			if line := strings.TrimRight(rest[:i], " "); strings.HasSuffix(line, "\n") {
				c.skip(i)
				return refuse(c.at, "a line that begins with '' in a text in quotes", "write the text in one line")
			}
			i++
			continue
		}
		c.skip(i + 1)
		return nil
	}
	return lost(c.at)
}

// doubleQuoted goes on behind a double-quoted text and refuses escapes that the
// library reads as something that nobody wrote.
func (c *cursor) doubleQuoted() *problem.Problem {
	rest := c.text[c.offset:]
	for i := 1; i < len(rest); i++ {
		switch rest[i] {
		case '"':
			c.skip(i + 1)
			return nil
		case '\\':
			n := escape(rest[i:])
			if n == 0 {
				c.skip(i)
				return refuse(c.at, badEscape, escapeHelp)
			}
			i += n - 1
		}
	}
	return lost(c.at)
}

// escape is the length of the escape at the start of a text, or 0 when it has
// digits that stand for no character. Other letters the scanner has judged.
func escape(s string) int {
	if len(s) < 2 || s[1] == '\n' || s[1] == ' ' {
		return 0
	}
	digits := map[byte]int{'x': 2, 'u': 4, 'U': 8}[s[1]]
	if digits == 0 {
		_, n := utf8.DecodeRuneInString(s[1:])
		return 1 + n
	}
	high, ok := hexadecimal(s[2:], digits)
	if !ok {
		return 0
	}
	if utf8.ValidRune(high) {
		return 2 + digits
	}
	// JSON writes characters above U+FFFF as two escapes, a surrogate pair.
	if s[1] != 'u' || !strings.HasPrefix(s[6:], `\u`) {
		return 0
	}
	low, ok := hexadecimal(s[8:], digits)
	if !ok || utf16.DecodeRune(high, low) == utf8.RuneError {
		return 0
	}
	return 12
}

func hexadecimal(s string, digits int) (rune, bool) {
	if len(s) < digits {
		return 0, false
	}
	n, err := strconv.ParseUint(s[:digits], 16, 31)
	return rune(n), err == nil
}
