package build_test

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
)

var quoted = regexp.MustCompile("(?s)```(?:yaml|css|json)\n(?:# (\\S+)\n|/\\* (\\S+) \\*/\n|)(.*?)```")

// TestTheGuideQuotesTheOtherDataset keeps the examples of the guide for other
// datasets those of the one that is built in a test.
func TestTheGuideQuotesTheOtherDataset(t *testing.T) {
	guide, err := os.ReadFile("../docs/your-own-dataset.md")
	if err != nil {
		t.Fatal(err)
	}
	archive, err := txtar.ParseFile("../cmd/publish/testdata/voyages.txtar")
	if err != nil {
		t.Fatal(err)
	}
	examples := quoted.FindAllStringSubmatch(string(guide), -1)
	if len(examples) < 5 {
		t.Fatalf("only %d examples", len(examples))
	}
	for _, e := range examples {
		found := false
		for _, f := range archive.Files {
			named := e[1] + e[2]
			found = found || (named == "" || named == f.Name) && strings.Contains(string(f.Data), e[3])
		}
		if !found {
			t.Errorf("%s does not say:\n%s", e[1]+e[2], e[3])
		}
	}
}

var fenced = regexp.MustCompile("(?s)```(?:yaml|csv)\n(.*?)```")

// TestTheGuideToImportsQuotesItsTest keeps its examples those of the script that
// runs them.
func TestTheGuideToImportsQuotesItsTest(t *testing.T) {
	guide, err := os.ReadFile("../docs/importing.md")
	if err != nil {
		t.Fatal(err)
	}
	script, err := os.ReadFile("../cmd/publish/testdata/script/import.txtar")
	if err != nil {
		t.Fatal(err)
	}
	examples := fenced.FindAllStringSubmatch(string(guide), -1)
	if len(examples) < 5 {
		t.Fatalf("only %d examples", len(examples))
	}
	for _, e := range examples {
		if !strings.Contains(string(script), e[1]) {
			t.Errorf("the script does not have:\n%s", e[1])
		}
	}
}
