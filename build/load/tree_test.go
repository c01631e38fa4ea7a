package load

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"example.org/publish/build/fact"
)

func TestATreeHasEveryPartInItsPlace(t *testing.T) {
	const content = "# one\r\nname: { en: 'Ana', # two\r\n  es: [] }\r\nfacts:   \n- a # three\n-   \"# b\"\n  # four\nleft:"
	root, comments, refused := Tree([]byte(content))
	if refused != nil {
		t.Fatal(refused)
	}
	at := func(line, column uint32) fact.Pos { return fact.Pos{Line: line, Column: column} }
	word := func(text string, line, column uint32) fact.Scalar {
		return fact.Scalar{Text: text, Pos: at(line, column)}
	}
	want := &Node{Kind: Map, Entries: []Entry{
		{At: at(2, 1), Key: word("name", 2, 1), Value: &Node{Kind: Map, Flow: true, End: at(3, 10), Entries: []Entry{
			{At: at(2, 9), Key: word("en", 2, 9), Value: &Node{Word: word("Ana", 2, 14)}},
			{At: at(3, 3), Key: word("es", 3, 3), Value: &Node{Kind: List, Flow: true, End: at(3, 8)}},
		}}},
		{At: at(4, 1), Key: word("facts", 4, 1), Value: &Node{Kind: List, Entries: []Entry{
			{At: at(5, 1), Value: &Node{Word: word("a", 5, 3)}},
			{At: at(6, 1), Value: &Node{Word: word("# b", 6, 6)}},
		}}},
		{At: at(8, 1), Key: word("left", 8, 1)},
	}}
	if diff := cmp.Diff(want, root); diff != "" {
		t.Error(diff)
	}
	remarks := []Comment{
		{At: at(1, 1), Text: "# one", Alone: true},
		{At: at(2, 20), Text: "# two"},
		{At: at(5, 5), Text: "# three"},
		{At: at(7, 3), Text: "# four", Alone: true},
	}
	if diff := cmp.Diff(remarks, comments); diff != "" {
		t.Error(diff)
	}
}

func TestATreeIsRefusedLikeAFile(t *testing.T) {
	for _, content := range []string{"", "a: [", "a: &b c", "\xff"} {
		_, problems := File("person/a.yaml", []byte(content))
		_, _, refused := Tree([]byte(content))
		if len(problems) != 1 || refused == nil || problems[0].Message != refused.Message || problems[0].Pos != refused.Pos {
			t.Errorf("%q: %v, but %v", content, problems, refused)
		}
	}
}
