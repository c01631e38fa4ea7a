package draft_test

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"example.org/publish/build/check"
	"example.org/publish/build/draft"
	"example.org/publish/build/fact"
	"example.org/publish/build/load"
)

func projectFiles(t *testing.T, languages ...string) map[string]string {
	t.Helper()
	files, err := draft.Project{
		Title: "Boats: \"paper\" & <others>", Publisher: "unknown", Licence: "CC0-1.0", Site: "https://example.org/boats/",
		Languages: languages, Type: "boat", Label: "Boat", Plural: "Boats", Program: "example.org/publish/cmd/publish@v1.0.0",
	}.Files()
	if err != nil {
		t.Fatal(err)
	}
	contents := map[string]string{}
	for _, f := range files {
		contents[f.Name] = string(f.Content)
	}
	return contents
}

func TestANewProjectPassesTheCheck(t *testing.T) {
	for _, languages := range [][]string{{"en"}, {"es", "en"}, {"fr"}} {
		var files []fact.File
		for name, content := range projectFiles(t, languages...) {
			if name, ok := strings.CutPrefix(name, "dataset/"); ok {
				files = append(files, fact.File{Name: name, Content: []byte(content)})
			}
		}
		slices.SortFunc(files, func(a, b fact.File) int { return strings.Compare(a.Name, b.Name) })
		d, unread := load.Files(files)
		if _, problems := check.Run(d, unread); len(problems) > 0 {
			t.Errorf("%v: %v", languages, problems)
		}
		statements := 0
		for _, e := range d.Entities {
			for _, of := range e.Facts {
				statements += len(of.Statements)
			}
		}
		if statements != 2 {
			t.Errorf("%v: %d facts", languages, statements)
		}
	}
}

var used = regexp.MustCompile(`uses: (\S+@\S+ # \S+)`)

// The workflows of a new project use the actions that those of publish itself
// use, in the same versions.
func TestANewProjectUsesTheActionsThatAreKeptCurrent(t *testing.T) {
	files := projectFiles(t, "en")
	for _, name := range []string{".github/workflows/check.yml", ".github/workflows/publish.yml"} {
		kept, err := os.ReadFile("../../" + name)
		if err != nil {
			t.Fatal(err)
		}
		actions := used.FindAllStringSubmatch(files[name], -1)
		if len(actions) < 3 {
			t.Errorf("%s uses only %v", name, actions)
		}
		for _, action := range actions {
			if !strings.Contains(string(kept), action[1]) {
				t.Errorf("%s: %s is another version than that of publish", name, action[1])
			}
		}
		if !strings.Contains(files[name], "PUBLISH: example.org/publish/cmd/publish@v1.0.0\n") {
			t.Errorf("%s does not say which version of publish it runs:\n%s", name, files[name])
		}
	}
}
