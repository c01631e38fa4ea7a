package verify_test

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"example.org/publish/build/check"
	"example.org/publish/build/load"
	"example.org/publish/build/problem"
	"example.org/publish/build/verify"
)

const letters = "Dear Charles,\r\n\r\n  \t\r\nthe engine weaves\u00a0“algebraical   patterns”,\n\nas the loom weaves flowers.\n"

// passed is a small dataset with one source, pinned by its SHA-256 and number
// of paragraphs, and one citation.
func passed(t *testing.T, sum, paragraphs, cite string) *check.Passed {
	t.Helper()
	files := map[string]string{
		"dataset.yaml": `{ title: Letters, description: Who wrote what, publisher: unknown, version: "1.0.0", licence: CC0-1.0,
  language: en, languages: [en], site: "https://example.org/letters/" }`,
		"schema/person.yaml": `{ label: Person, plural: People, properties: { said: { label: Said, value: text } } }`,
		"source/letters.yaml": fmt.Sprintf(`{ title: Letters, kind: letters, publisher: unknown, published: "1843", language: en,
  copy: { name: letters.txt, sha256: "%s", paragraphs: %s } }`, sum, paragraphs),
		"person/ada.yaml": "name: Ada\nfacts:\n  said:\n    - value: that the engine works as a loom does\n      cite: " + cite + "\n",
	}
	dataset := fstest.MapFS{}
	for name, content := range files {
		dataset[name] = &fstest.MapFile{Data: []byte(content)}
	}
	p, problems := checked(t, dataset)
	if p == nil {
		t.Fatalf("the dataset does not pass: %+v", problems)
	}
	return p
}

func checked(t *testing.T, dataset fs.FS) (*check.Passed, []problem.Problem) {
	t.Helper()
	d, unread, err := load.Load(dataset)
	if err != nil {
		t.Fatal(err)
	}
	return check.Run(d, unread)
}

func sumOf(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:])
}

func TestCopies(t *testing.T) {
	quote := func(place, words string) string {
		return fmt.Sprintf("{ source: letters, at: %s, quote: '%s' }", place, strings.ReplaceAll(words, "'", "''"))
	}
	for _, test := range []struct {
		why, copy, paragraphs, cite string
		state                       verify.State
		want                        []string
	}{
		{"the copy is the one that was cited", letters, "3", "letters#p3", verify.Matches, nil},
		{"white space and quotation marks are folded", letters, "3", quote("p2", `weaves "algebraical patterns"`), verify.Matches, nil},
		{"an accent typed apart is the same letter", "Zoe\u0301\n", "1", quote("p1", "Zoé"), verify.Matches, nil},
		{"a quotation may run on into the next paragraph", letters, "3", quote("p2-3", "patterns”, as the loom"), verify.Matches, nil},
		{"the text is another one", letters + "PS", "3", "letters#p3", verify.Differs, []string{
			"source/letters.yaml:2: letters.txt is not the text that was pinned [changed-copy] " +
				"its SHA-256 is " + sumOf(letters+"PS") + "; if the facts were read from it, pin it anew and look up each citation"}},
		{"the paragraphs are miscounted and a citation trusts that", letters, "4", "letters#p4", verify.Differs, []string{
			`person/ada.yaml:5: p4 is past the end of "letters" [citation-place] its copy has 3 paragraphs`,
			"source/letters.yaml:2: letters.txt does not have 4 paragraphs [miscounted-copy] write 3"}},
		{"the words stand elsewhere", letters, "3", quote("p2", "weaves flowers"), verify.Differs, []string{
			`person/ada.yaml:5: "weaves flowers" does not stand in p2 of "letters" [misplaced-quote] the words stand in p3`}},
		{"the words stand nowhere", letters, "3", quote("p2", "Algebraical"), verify.Differs, []string{
			`person/ada.yaml:5: "Algebraical" does not stand in p2 of "letters" [misplaced-quote] copy the words from it, or take the quotation away`}},
	} {
		pinned := test.copy
		if strings.HasSuffix(pinned, "PS") {
			pinned = letters
		}
		p := passed(t, sumOf(pinned), test.paragraphs, test.cite)
		sources, problems, err := verify.Copies(p, fstest.MapFS{"letters.txt": {Data: []byte(test.copy)}})
		if err != nil {
			t.Errorf("%s: %v", test.why, err)
			continue
		}
		if sources[0].State != test.state {
			t.Errorf("%s: the copy %s; want that it %s", test.why, sources[0].State, test.state)
		}
		var got []string
		for _, p := range problems {
			got = append(got, fmt.Sprintf("%s:%d: %s [%s] %s", p.File, p.Pos.Line, p.Message, p.Rule, p.Help))
		}
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.why, diff)
		}
	}
}

func TestACopyThatIsNotAtHandIsPassedOver(t *testing.T) {
	p := passed(t, sumOf(letters), "3", "{ source: letters, at: p2, quote: weaves }")
	sources, problems, err := verify.Copies(p, fstest.MapFS{"other.txt": {}})
	if err != nil || len(problems) > 0 {
		t.Errorf("got %v, %v", problems, err)
	}
	want := []verify.Source{{ID: "letters", State: verify.Absent, Copy: "letters.txt", Citations: 1, Quotes: 1}}
	if diff := cmp.Diff(want, sources); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestACopyThatCannotBeReadIsAnError(t *testing.T) {
	p := passed(t, sumOf(letters), "3", "letters#p1")
	if _, _, err := verify.Copies(p, fstest.MapFS{"letters.txt/inside": {}}); err == nil {
		t.Error("a folder in the place of a copy was taken for a copy")
	}
}

// TestTheRealDatasetKeepsToItsCopies holds the dataset of this repository
// against its sources' texts, where they are at hand: they are kept in a folder
// beside the repository, since their wording is not the dataset's to publish.
func TestTheRealDatasetKeepsToItsCopies(t *testing.T) {
	passed, _ := checked(t, os.DirFS("../../dataset"))
	if passed == nil {
		t.Skip("the facts have problems; the check shows them")
	}
	sources := verify.Sources(passed)
	found, _ := filepath.Glob("../../../*/sources/" + sources[0].Copy)
	if len(found) == 0 {
		t.Skipf("no folder ../*/sources beside the repository holds %s: the copies were not looked at", sources[0].Copy)
	}
	sources, problems, err := verify.Copies(passed, os.DirFS(filepath.Dir(found[0])))
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range problems {
		t.Errorf("%s:%d:%d: %s [%s]: %s", p.File, p.Pos.Line, p.Pos.Column, p.Message, p.Rule, p.Help)
	}
	for _, s := range sources {
		if s.State == verify.Absent {
			t.Errorf("the copy of %s is not beside the others", s.ID)
		}
	}
}
