package load

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/goccy/go-yaml/ast"
	"go.yaml.in/yaml/v3"

	"example.org/publish/build/fact"
)

// pieces are what texts are made of that look like YAML.
var pieces = []string{
	"name", "a", "b c", ": ", ":", "- ", "-", "\n", "\n", "\n", "  ", " ", "\n  ", "\n    ", "'", "\"", "|", "|\n", ">\n  ", "|-\n  ",
	"[", "]", "{", "}", ",", ", ", "#", " #", "x", "é", "&", "*", "!", "?", "%", "@", "---", "...", "\\n", "\\", "<<", "1.10", "~",
	"k: v", "- v", "k:", "'q'", "\"q\"", "\n\n", "\n  k: v", "\n  - v", "\nk: v", "\n- v", "   \n",
}

// TestAnotherReaderReadsTheSame makes many small texts and demands that what is
// accepted here has the same shape, words and places for another YAML library,
// if that accepts it too. So an editor, or a later library, agrees with what is
// published.
func TestAnotherReaderReadsTheSame(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	accepted := 0
	for range 50_000 {
		var b strings.Builder
		for range random.IntN(14) + 1 {
			b.WriteString(pieces[random.IntN(len(pieces))])
		}
		text := b.String()
		if random.IntN(2) == 0 {
			text = "facts:\n  x:\n    - value: " + strings.ReplaceAll(text, "\n", "\n    ")
		}
		same, difference := readsTheSame(text)
		if difference != "" {
			t.Errorf("%q: %s", text, difference)
		}
		if same {
			accepted++
		}
	}
	if accepted < 1000 {
		t.Errorf("only %d texts were accepted by both", accepted)
	}
}

// readsTheSame compares what both libraries make of a text; same is false when
// one of them refuses it.
func readsTheSame(text string) (same bool, difference string) {
	text, refused := gate([]byte(text))
	if refused != nil {
		return false, ""
	}
	root, _, refused := parse(text)
	if refused != nil {
		if refused.Message == unsaid {
			return false, "refused without a reason"
		}
		return false, ""
	}
	if isScalar(root) { // not a file of a dataset
		return false, ""
	}
	var other yaml.Node
	if yaml.Unmarshal([]byte(text), &other) != nil || len(other.Content) == 0 {
		return false, ""
	}
	difference = compare(root, other.Content[0])
	return difference == "", difference
}

func compare(n ast.Node, other *yaml.Node) string {
	if n = given(n); n == nil {
		return unless(other.Kind == yaml.ScalarNode && other.Value == "", "nothing, not %q", other.Value)
	}
	switch n := n.(type) {
	case *ast.MappingNode:
		if other.Kind != yaml.MappingNode || len(other.Content) != 2*len(n.Values) {
			return fmt.Sprintf("a map of %d keys in line %d", len(n.Values), start(n).Line)
		}
		for i, v := range n.Values {
			if d := compare(v.Key, other.Content[2*i]) + compare(v.Value, other.Content[2*i+1]); d != "" {
				return d
			}
		}
		return ""
	case *ast.SequenceNode:
		if other.Kind != yaml.SequenceNode || len(other.Content) != len(n.Values) {
			return fmt.Sprintf("a list of %d items in line %d", len(n.Values), start(n).Line)
		}
		for i, v := range n.Values {
			if d := compare(v, other.Content[i]); d != "" {
				return d
			}
		}
		return ""
	}
	s, value := scalarOf(n), other.Value
	if _, block := n.(*ast.LiteralNode); block {
		// The other one gives the place of the header.
		return unless(s.Text == strings.TrimRight(value, " \n"), "%q, not %q", s.Text, value)
	}
	at := fact.Pos{Line: uint32(other.Line), Column: uint32(other.Column)}
	if other.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle) != 0 {
		at.Column++
	}
	return unless(s == fact.Scalar{Text: value, Pos: at}, "%q at %v, not %q at %v", s.Text, s.Pos, value, at)
}

func unless(ok bool, format string, values ...any) string {
	if ok {
		return ""
	}
	return fmt.Sprintf(format, values...)
}
