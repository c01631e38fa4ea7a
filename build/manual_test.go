package build_test

import (
	"encoding/json"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"example.org/publish/build/editor"
	"example.org/publish/build/load"
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

// TestEditorsKnowTheSchemaOfEachFile keeps the settings for editors those of the
// files that there are: files that were there before need no line that names
// their schema.
func TestEditorsKnowTheSchemaOfEachFile(t *testing.T) {
	content, err := os.ReadFile("../.vscode/settings.json")
	if err != nil {
		t.Fatal(err)
	}
	var settings struct {
		Schemas map[string]string `json:"yaml.schemas"`
	}
	if err := json.Unmarshal(content, &settings); err != nil {
		t.Fatal(err)
	}
	for schema := range settings.Schemas {
		if _, err := os.Stat("../" + schema); err != nil {
			t.Error(err)
		}
	}
	d, _, err := load.Load(os.DirFS("../dataset"))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range d.Files {
		if path.Ext(f.Name) != ".yaml" {
			continue
		}
		schema := "./" + path.Join("dataset", path.Dir(f.Name), editor.For(f.Name))
		if matched, err := path.Match(settings.Schemas[schema], "dataset/"+f.Name); !matched || err != nil {
			t.Errorf("dataset/%s: %s is for %q", f.Name, schema, settings.Schemas[schema])
		}
	}
}

var silenced = regexp.MustCompile("(?s)```yml\n(.*?)```")

// TestTheManualSilencesAsATestDoes keeps the example of a silenced warning that
// of the script that tries it.
func TestTheManualSilencesAsATestDoes(t *testing.T) {
	manual, err := os.ReadFile("../dataset/README.md")
	if err != nil {
		t.Fatal(err)
	}
	script, err := os.ReadFile("../cmd/publish/testdata/script/silence.txtar")
	if err != nil {
		t.Fatal(err)
	}
	example := silenced.FindStringSubmatch(string(manual))
	if example == nil || !strings.Contains(string(script), example[1]) {
		t.Errorf("the script does not have the example %q", example)
	}
}
