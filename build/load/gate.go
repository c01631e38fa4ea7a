package load

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"example.org/publish/build/fact"
	"example.org/publish/build/problem"
)

// Limits of what is given to the scanner: what it does with some input grows
// with the square of the input's length. Facts stay far below them.
const (
	maxBytes  = 1 << 20
	maxMarks  = 100_000 // characters that begin or end a token: a token costs some microseconds and 500 bytes
	maxBlank  = 10      // blank lines in a row: below a block it takes them off one by one, and copies the block for each
	maxAngles = 100     // "<" in a row: at each it counts the rest
)

// gate refuses bytes that no file of a dataset may have and returns the others
// as the text to parse: without a byte order mark and with LF at the end of each
// line, so that lines and columns are those of the file.
func gate(content []byte) (string, *problem.Problem) {
	if len(content) > maxBytes {
		return "", refuseFile("the file is larger than 1 MiB", "divide it into several")
	}
	if bytes.HasPrefix(content, []byte{0xff, 0xfe}) || bytes.HasPrefix(content, []byte{0xfe, 0xff}) {
		return "", refuseFile("the file is in UTF-16", "save it as UTF-8")
	}
	text := strings.TrimPrefix(string(content), "\ufeff")
	text = strings.ReplaceAll(text, "\r\n", "\n")
	if !strings.HasSuffix(text, "\n") {
		text += "\n" // the library folds and trims a last line without an end in its own way
	}
	blank, marks, empty := 0, 0, true
	line := uint32(0)
	for l := range strings.Lines(text) {
		line++
		words := strings.Trim(l, " \n")
		switch {
		case words == "":
			blank++
		case words[0] == '#':
			blank = 0
		default:
			blank, empty = 0, false
		}
		if refused := gateLine(l, line); refused != nil {
			return "", refused
		}
		if blank > maxBlank {
			return "", refuse(fact.Pos{Line: line, Column: 1}, fmt.Sprintf("more than %d blank lines in a row", maxBlank), "take most of them away")
		}
		if marks += marksIn(l); marks > maxMarks {
			return "", refuse(fact.Pos{Line: line, Column: 1}, "more keys and values than can be read", "divide the file into several")
		}
	}
	if empty {
		return "", refuseFile("the file is empty", "write what it is about, or take it away")
	}
	return text, nil
}

// gateLine refuses characters that YAML does not allow or that nobody sees.
func gateLine(l string, line uint32) *problem.Problem {
	column, angles := uint32(0), 0
	for i, c := range l {
		column++
		at := fact.Pos{Line: line, Column: column}
		if c != '<' {
			angles = 0
		}
		switch {
		case ' ' <= c && c <= '~' && c != '<', c == '\n':
		case c == '<':
			if angles++; angles > maxAngles {
				return refuse(at, fmt.Sprintf("more than %d < in a row", maxAngles), "take most of them away")
			}
		case c == '\t':
			return refuse(at, "a tab", "write spaces instead")
		case c == utf8.RuneError && !strings.HasPrefix(l[i:], "\ufffd"):
			return refuse(at, fmt.Sprintf("a byte that is not UTF-8 (0x%02X) in line %d", l[i], line), "save the file as UTF-8")
		case isControl(c):
			return refuse(at, fmt.Sprintf("a control character (%U)", c), "take it away; your editor may not show it")
		}
	}
	return nil
}

// isControl reports C0 and C1 controls, a byte order mark inside a text and
// non-characters.
func isControl(c rune) bool {
	return c < 0x20 || 0x7f <= c && c < 0xa0 || c == 0xfeff || c&0xfffe == 0xfffe
}

// marksIn counts the characters of a line that may begin or end a token; there
// are at most two tokens to a mark.
func marksIn(l string) int {
	marks := 0
	for i := range len(l) - 1 {
		switch l[i] {
		case ',', '[', ']', '{', '}', '#', '"', '\'', '&', '*', '!', '%', '|', '>':
			marks++
		case ':', '-', '<', '?':
			if l[i+1] == ' ' || l[i+1] == '\n' {
				marks++
			}
		}
	}
	if l[0] != ' ' && strings.Contains(l, "%") {
		marks += strings.Count(l, " ") // each word of a directive is a token
	}
	return marks
}

// refuseFile refuses a file for what it is as a whole.
func refuseFile(message, help string) *problem.Problem {
	return &problem.Problem{Rule: UnreadableYAML, Severity: problem.Error, Message: message, Help: help}
}

// one refuses a file for what stands in one place.
func refuse(at fact.Pos, message, help string) *problem.Problem {
	return &problem.Problem{Pos: at, Width: 1, Rule: UnreadableYAML, Severity: problem.Error, Message: message, Help: help}
}
