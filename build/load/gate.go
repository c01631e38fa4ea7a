package load

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"example.org/publish/build/fact"
)

// Limits of what is given to the YAML library, whose work on some input grows
// with the square of its length. They are far above what facts need; the
// benchmarks in hostile_test.go show what the worst accepted files cost.
const (
	maxBytes  = 1 << 20
	maxBlank  = 20  // blank lines in a row: it strips a block's last lines one by one, copying the block each time
	maxAngles = 100 // "<" in a row: it counts the rest of the run at each
)

// gate refuses bytes that no file of a dataset may have and returns the others
// as the text to parse: without a byte order mark and with LF at the ends of
// lines, so that lines and columns are those of the file.
func gate(content []byte) (string, *refusal) {
	if len(content) > maxBytes {
		return "", whole("the file is larger than 1 MiB", "divide it into several")
	}
	if bytes.HasPrefix(content, []byte{0xff, 0xfe}) || bytes.HasPrefix(content, []byte{0xfe, 0xff}) {
		return "", whole("the file is written in UTF-16", "save it as UTF-8")
	}
	content = bytes.TrimPrefix(content, []byte("\ufeff"))
	at := fact.Pos{Line: 1, Column: 1}
	blank, angles := 0, 0 // lines and characters of the run that ends here
	onlySpace, empty := true, true
	for i := 0; i < len(content); {
		c, size := utf8.DecodeRune(content[i:])
		switch {
		case c == utf8.RuneError && size == 1:
			return "", one(at, fmt.Sprintf("line %d has a byte that is not UTF-8 (0x%02X)", at.Line, content[i]), "save the file as UTF-8")
		case c == '\r' && bytes.HasPrefix(content[i:], []byte("\r\n")):
			i++
			continue
		case c == '\n':
			if onlySpace {
				if blank++; blank > maxBlank {
					return "", one(fact.Pos{Line: at.Line, Column: 1}, fmt.Sprintf("more than %d blank lines in a row", maxBlank), "take most of them away")
				}
			}
			if !onlySpace {
				blank = 0
			}
			at = fact.Pos{Line: at.Line + 1, Column: 1}
			onlySpace = true
			i++
			continue
		case c == '\t':
			return "", one(at, "a tab", "write spaces: YAML is indented by spaces, and a text is one line of words with single spaces")
		case control(c):
			return "", one(at, fmt.Sprintf("a control character (%U)", c), "take it away; it may not be visible in your editor")
		case c == '<':
			if angles++; angles > maxAngles {
				return "", one(at, fmt.Sprintf("more than %d < in a row", maxAngles), "take most of them away")
			}
		}
		if c != '<' {
			angles = 0
		}
		if c != ' ' {
			if onlySpace {
				empty = empty && c == '#'
			}
			onlySpace = false
		}
		at.Column++
		i += size
	}
	if empty {
		return "", whole("the file is empty", "write what it is about, or take it away")
	}
	return strings.ReplaceAll(string(content), "\r\n", "\n"), nil
}

// control reports characters that YAML allows in no file, or that nobody sees:
// C0 and C1 controls, a byte order mark inside a text and non-characters.
func control(c rune) bool {
	return c < 0x20 || 0x7f <= c && c < 0xa0 || c == 0xfeff || c&0xfffe == 0xfffe
}

func whole(message, help string) *refusal {
	return &refusal{rule: UnreadableYAML, message: message, help: help}
}

func one(at fact.Pos, message, help string) *refusal {
	return &refusal{rule: UnreadableYAML, at: at, width: 1, message: message, help: help}
}
