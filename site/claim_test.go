package site_test

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"example.org/publish/build/compile"
)

// Whoever reads a claim must see in the same breath who makes it: on pages, in
// lists, in the timeline, and not at all where there is no room for it, as in
// a page's title and description.
func TestNoClaimStandsWithoutItsClaimant(t *testing.T) {
	c := compiled(t, "testdata/dataset.txtar")
	files := render(t, c)
	found := map[string]int{}
	for name, content := range files {
		if !strings.HasSuffix(name, ".html") {
			continue
		}
		root, err := html.Parse(strings.NewReader(content))
		if err != nil {
			t.Fatal(err)
		}
		for node := range root.Descendants() {
			for _, s := range c.Statements {
				if !s.Claimed() || len(s.Value.Text) == 0 {
					continue
				}
				for _, value := range s.Value.Text {
					for _, a := range node.Attr {
						if strings.Contains(a.Val, value.Text) {
							t.Errorf("%s: an attribute %s says %q", name, a.Key, value.Text)
						}
					}
					if node.Type == html.TextNode && strings.Contains(node.Data, value.Text) {
						found[value.Text]++
						if around := surrounding(node); !names(around, s) {
							t.Errorf("%s: %q stands without its claimant in %q", name, value.Text, around)
						}
					}
				}
			}
		}
	}
	if found["holding the rank of colonel"] < 4 {
		t.Errorf("the sample's claim was seen %d times", found["holding the rank of colonel"])
	}
}

// surrounding is the text of the smallest list item, row or statement that
// holds the node, without the answers below it.
func surrounding(node *html.Node) string {
	for n := range node.Ancestors() {
		if n.Data == "li" || n.Data == "tr" || n.Data == "head" || class(n, "st") {
			return textOf(n)
		}
	}
	return node.Data
}

func textOf(n *html.Node) string {
	if n.Type == html.TextNode {
		return n.Data
	}
	if class(n, "answers") {
		return ""
	}
	var b strings.Builder
	for child := range n.ChildNodes() {
		b.WriteString(textOf(child))
	}
	return b.String()
}

func class(n *html.Node, name string) bool {
	for _, a := range n.Attr {
		if a.Key == "class" && slices.Contains(strings.Fields(a.Val), name) {
			return true
		}
	}
	return false
}

// names reports whether a text names the claimant, or says that the source
// does not.
func names(text string, s *compile.Statement) bool {
	if s.Unnamed {
		return strings.Contains(text, "the source does not name") || strings.Contains(text, "la fuente no nombra")
	}
	for _, name := range s.By.Name {
		if strings.Contains(text, name.Text) {
			return true
		}
	}
	return false
}
