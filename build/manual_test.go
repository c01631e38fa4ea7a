package build_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

var example = regexp.MustCompile("(?s)```yaml\n# (\\S+)\n(.*?)```")

// TestTheManualQuotesTheDataset keeps the contributor's manual true: each of
// its examples names a file of the dataset, and stands there line by line.
func TestTheManualQuotesTheDataset(t *testing.T) {
	manual, err := os.ReadFile("../dataset/README.md")
	if err != nil {
		t.Fatal(err)
	}
	examples := example.FindAllStringSubmatch(string(manual), -1)
	if len(examples) < 10 {
		t.Fatalf("found %d examples; the manual has more", len(examples))
	}
	for _, e := range examples {
		content, err := os.ReadFile(filepath.Join("../dataset", filepath.FromSlash(e[1])))
		if err != nil {
			t.Error(err)
			continue
		}
		if !strings.Contains("\n"+string(content), "\n"+e[2]) {
			t.Errorf("%s does not say:\n%s", e[1], e[2])
		}
	}
}
