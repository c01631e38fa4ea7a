package load

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"example.org/publish/build/fact"
)

func TestASilenceKnowsItsLine(t *testing.T) {
	content := strings.Join([]string{
		"# publish: allow a because it is so",
		"#publish:allow b",
		"---",
		"# publish says nothing here",
		"name: { en: Ana } # publish: allow c because so",
		"facts:",
		"",
		"  # publish: allow d because so",
		"  # and for another reason",
		"  # publish: alow e because so",
		"  born: [ # publish: allow f because",
		"    x ]",
		"# publish: allow g because so",
	}, "\r\n")
	d, problems := File("person/ana.yaml", []byte(content))
	if len(problems) > 1 { // the statement is no map
		t.Fatal(problems)
	}
	at := func(line, column uint32) fact.Pos { return fact.Pos{Line: line, Column: column} }
	word := func(text string, line, column uint32) fact.Scalar {
		return fact.Scalar{Text: text, Pos: at(line, column)}
	}
	const file = "person/ana.yaml"
	want := []fact.Silence{
		{File: file, At: at(1, 1), Line: 5, Top: true, Asked: word("allow a because it is so", 1, 12), Rule: word("a", 1, 18), Reasoned: true},
		{File: file, At: at(2, 1), Line: 5, Top: true, Asked: word("allow b", 2, 10), Rule: word("b", 2, 16)},
		{File: file, At: at(5, 19), Line: 5, Asked: word("allow c because so", 5, 30), Rule: word("c", 5, 36), Reasoned: true},
		{File: file, At: at(8, 3), Line: 11, Asked: word("allow d because so", 8, 14), Rule: word("d", 8, 20), Reasoned: true},
		{File: file, At: at(10, 3), Line: 11, Asked: word("alow e because so", 10, 14)},
		{File: file, At: at(11, 11), Line: 11, Asked: word("allow f because", 11, 22), Rule: word("f", 11, 28)},
		{File: file, At: at(13, 1), Asked: word("allow g because so", 13, 12), Rule: word("g", 13, 18), Reasoned: true},
	}
	if diff := cmp.Diff(want, d.Silences); diff != "" {
		t.Error(diff)
	}
}
