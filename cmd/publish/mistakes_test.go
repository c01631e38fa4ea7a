package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// mistakes are the twenty likeliest of somebody who adds a fact: what is
// typed in the place of what is right in a file of the small dataset.
var mistakes = []struct{ title, file, right, wrong string }{
	{"A date as people write it", "person/ada-lovelace.yaml", `"1815-12-10"`, `10 December 1815`},
	{"A date with slashes", "person/ada-lovelace.yaml", `"1815-12-10"`, `"10/12/1815"`},
	{"About a year", "person/ada-lovelace.yaml", `"1815-12-10"`, `about 1815`},
	{"An end before the beginning", "person/ada-lovelace.yaml", `until: "1852"`, `until: "1805"`},
	{"No citation", "person/ada-lovelace.yaml", "\n      cite: notes#p1", ""},
	{"A source that is misspelt", "person/ada-lovelace.yaml", "cite: notes#p1", "cite: note#p1"},
	{"A citation without its place", "person/ada-lovelace.yaml", "cite: notes#p1", "cite: notes"},
	{"A place in a form of one's own", "person/ada-lovelace.yaml", "cite: notes#p1", `cite: "notes#page 1"`},
	{"A place past the end", "person/ada-lovelace.yaml", "cite: notes#p1", "cite: notes#p99"},
	{"An address in the place of a source", "person/ada-lovelace.yaml", "cite: notes#p1", "cite: https://example.org/notes"},
	{"An entity that there is not", "person/ada-lovelace.yaml", "value: london", "value: londn"},
	{"A name in the place of an id", "person/ada-lovelace.yaml", "value: london", "value: London"},
	{"A property that is misspelt", "person/ada-lovelace.yaml", "  born:", "  borne:"},
	{"A key that is misspelt", "person/ada-lovelace.yaml", `until: "1852"`, `to: "1852"`},
	{"A value without a list", "person/ada-lovelace.yaml", "  born:\n    - value: \"1815-12-10\"\n      cite: notes#p2", "  born: \"1815-12-10\""},
	{"Indented by one too few", "person/ada-lovelace.yaml", "      from: ", "     from: "},
	{"A tab", "person/ada-lovelace.yaml", "      from: ", "\tfrom: "},
	{"A quotation mark that is not closed", "person/ada-lovelace.yaml", `until: "1852"`, `until: "1852`},
	{"A colon in a text", "person/ada-lovelace.yaml", "en: mathematician", "en: mathematician: the first"},
	{"A translation that is missing", "person/ada-lovelace.yaml", "{ en: mathematician, es: matemática }", "{ en: mathematician }"},
}

// TestTheLikeliestMistakes holds the page of the mistakes, with the message
// that each gets, against what is said. With -update it is written anew.
func TestTheLikeliestMistakes(t *testing.T) {
	var page strings.Builder
	page.WriteString("# The likeliest mistakes, and what is said of them\n\n" +
		"Each is made in a file that is right, and `publish check` is run. A test makes this page.\n")
	for i, m := range mistakes {
		folder := filepath.Join(t.TempDir(), "dataset")
		if err := copyTree(folder, os.DirFS("testdata/small")); err != nil {
			t.Fatal(err)
		}
		content := read(t, folder, m.file)
		if !strings.Contains(content, m.right) {
			t.Fatalf("%s does not say %q", m.file, m.right)
		}
		write(t, filepath.Join(folder, m.file), strings.Replace(content, m.right, m.wrong, 1))
		code := exitProblems
		if strings.HasPrefix(m.title, "A translation") {
			code = exitFine
		}
		said := runs(t, code, "check", "--dataset", folder)
		said = strings.ReplaceAll(said, filepath.ToSlash(folder), "dataset")
		shown, _, _ := strings.Cut(said, "\n\n1 ")
		if shown == said {
			t.Errorf("%s: one mistake is not one problem:\n%s", m.title, said)
		}
		fmt.Fprintf(&page, "\n## %d. %s\n\n```text\n%s\n```\n", i+1, m.title, strings.TrimRight(shown, "\n"))
	}
	const name = "../../docs/mistakes.md"
	if *update {
		write(t, name, page.String())
	}
	if kept := read(t, ".", name); kept != page.String() {
		t.Errorf("%s is not what is said now; run the test with -update and read the difference", name)
	}
}
