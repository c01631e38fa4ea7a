package build_test

import (
	"io/fs"
	"os"
	"regexp"
	"strings"
	"testing"
)

// TestTheProgramKnowsNoSubject keeps the words of the dataset in this repository
// out of the program, which serves datasets on any subject.
func TestTheProgramKnowsNoSubject(t *testing.T) {
	subject := regexp.MustCompile(`(?i)peru|cuba|mexic|diplom|embass|ambassador|minister|treat(y|ies)\b|asylum|correlates of war`)
	looked := 0
	for _, folder := range []string{"build", "cmd", "site", "templates"} {
		err := fs.WalkDir(os.DirFS("../"+folder), ".", func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() && d.Name() == "testdata" {
				return fs.SkipDir
			}
			if d.IsDir() || strings.HasSuffix(name, "_test.go") {
				return err
			}
			content, err := os.ReadFile("../" + folder + "/" + name)
			if found := subject.FindString(string(content)); found != "" {
				t.Errorf("%s/%s says %q", folder, name, found)
			}
			looked++
			return err
		})
		if err != nil {
			t.Error(err)
		}
	}
	if looked < 200 {
		t.Errorf("only %d files were looked at", looked)
	}
}
