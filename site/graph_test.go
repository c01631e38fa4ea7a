package site_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// drawings are the drawings of connections by page.
func drawings(t *testing.T, files map[string]string) map[string]*html.Node {
	t.Helper()
	found := map[string]*html.Node{}
	for name, content := range files {
		if !strings.HasSuffix(name, ".html") {
			continue
		}
		root, err := html.Parse(strings.NewReader(content))
		if err != nil {
			t.Fatal(err)
		}
		for n := range root.Descendants() {
			if n.Data == "svg" && class(n, "graph") {
				found[name] = n
			}
		}
	}
	return found
}

func TestConnectionsOfOthersNameTheirClaimant(t *testing.T) {
	claimed := 0
	for name, drawing := range drawings(t, rendered(t)) {
		for n := range drawing.Descendants() {
			if !class(n, "claimed") {
				continue
			}
			claimed++
			if words := textOf(n); !strings.Contains(words, "according to") && !strings.Contains(words, "según") && !strings.Contains(words, "does not name") && !strings.Contains(words, "no nombra") {
				t.Errorf("%s: %q names no claimant", name, words)
			}
		}
	}
	if claimed == 0 {
		t.Error("the sample has no claimed connection")
	}
}

func TestDrawingsHaveFewNodesAndSayHowManyAreLeft(t *testing.T) {
	sample, err := os.ReadFile("testdata/dataset.txtar")
	if err != nil {
		t.Fatal(err)
	}
	const many = 40
	for i := range many {
		sample = fmt.Appendf(sample, "-- person/friend-%d.yaml --\nname: A friend with a long name that takes more than a line, number %d\nfacts:\n  office:\n    - { value: ambassador, cite: gazette#p1 }\n", i, i)
	}
	archive := filepath.Join(t.TempDir(), "many.txtar")
	if err := os.WriteFile(archive, sample, 0o666); err != nil {
		t.Fatal(err)
	}
	files := render(t, compiled(t, archive))
	page := "post/ambassador/index.html"
	drawing := drawings(t, files)[page]
	if drawing == nil {
		t.Fatal("The post has no drawing")
	}
	twigs, circles := 0, 0
	for n := range drawing.Descendants() {
		if n.Data == "circle" {
			circles++
		}
		if n.Data == "g" {
			twigs++
		}
	}
	if circles != 30 || twigs != 29 {
		t.Errorf("%d nodes, of which %d are others", circles, twigs)
	}
	if !strings.Contains(files[page], "connections more stand in the lists of this page") {
		t.Error("it does not say how many are left")
	}
}
