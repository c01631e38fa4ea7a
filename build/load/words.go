package load

import (
	"errors"
	"strings"

	"github.com/goccy/go-yaml/token"

	"example.org/publish/build/problem"
)

// words says in a contributor's words what the library reports in its own. The
// first entry counts whose words are in the report.
var words = []struct{ report, message, help string }{
	{"mapping value is not allowed", "a value that reads as a key, for a colon and a space follow",
		"put a text with a colon in quotes; the keys of one map begin in the same column"},
	{"end character of single-quoted", "a text that begins with ' and has no ' at its end",
		"put one there; inside the text, ' is written ''"},
	{"end character of double-quoted", `a text that begins with " and has no " at its end`,
		`put one there; inside the text, " is written \"`},
	{"unknown escape character", "a backslash before a character that it does not go with",
		`write \\ for a backslash, or put the text in single quotes`},
	{"not enough length for escaped", badEscape, escapeHelp},
	{"surrogate", badEscape, escapeHelp},
	{"unexpected document separator", "--- or ... inside a quoted text", "put the quote at its end before it"},
	{"after document separator", "something on the line of ---", "begin on the next line, or take --- away"},
	{"invalid header option", "something behind | or > that cannot stand there",
		"begin the text on the next line; a text of one line needs neither | nor >"},
	{"invalid number of indent", "lines below | or > that are not indented alike", "begin them all in the same column"},
	{"could not find multi-line content", "| or > with no text below it", "write the text, indented, on the next line"},
	{"is a reserved character", "a text that begins with @ or `", "put it in quotes"},
	{"invalid tag character", "a text that begins with ! and holds a bracket", "put it in quotes"},
	{"',' or '}' must be specified", "something in { } that is neither a comma nor the end",
		"write { key: value, another: value }; a text with brackets or a quote in it goes in quotes"},
	{"',' or ']' must be specified", "something in [ ] that is neither a comma nor the end",
		"write [one, another]; a text with brackets or a quote in it goes in quotes"},
	{"could not find flow map content", "something in { } that is no key and value", "write { key: value, another: value }"},
	{"unexpected scalar value", "something in { } that is no key and value", "write { key: value, another: value }"},
	{"unexpected key name", "a colon in a text of several lines", keyHelp},
	{"invalid key for this map", "a colon with no key before it", "write key: value; a text with a colon goes in quotes"},
	{"block sequence entries are not allowed", "a list that begins on the line of its key",
		"begin it on the next line, or write [one, another]; a text that begins with a dash goes in quotes"},
	{"unexpected map key", "a { among keys", "write it behind a key and a colon"},
	{"non-map value is specified", "a line without key and colon, among keys",
		"write key: value; what continues a text or a list is indented further than its key"},
	{"map key-value is pre-defined", "more behind a value than belongs to it",
		"put the whole text in one pair of quotes; the keys of one map begin in the same column"},
	{"value is not allowed in this context", "something that belongs to nothing above it",
		"the keys of one map, and the dashes of one list, begin in the same column"},
}

const (
	unsaid     = "YAML that cannot be read"
	brokeDown  = "YAML that the reader breaks down over"
	badEscape  = "an escape that stands for no character"
	escapeHelp = `write \u and four hexadecimal digits, or the character itself; a backslash is \\`
	keyHelp    = "is this line indented too far, or a colon missing in the line above?"
)

// inWords says a syntax error of the library in words for a contributor.
func inWords(err error) *problem.Problem {
	refused := refuseFile(unsaid, "look for a quote, a colon or a bracket that is missing")
	var syntax interface {
		error
		GetMessage() string
		GetToken() *token.Token
	}
	if !errors.As(err, &syntax) {
		return refused
	}
	if t := syntax.GetToken(); t != nil && t.Position != nil {
		refused.Pos, refused.Width = position(t), 1
	}
	for _, w := range words {
		if strings.Contains(syntax.GetMessage(), w.report) {
			refused.Message, refused.Help = w.message, w.help
			break
		}
	}
	return refused
}

// syntaxError is a mistake that the scanner found, as the parser would report it.
type syntaxError struct{ token *token.Token }

func (e syntaxError) Error() string          { return e.token.Error }
func (e syntaxError) GetMessage() string     { return e.token.Error }
func (e syntaxError) GetToken() *token.Token { return e.token }
