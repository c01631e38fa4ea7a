package format

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"example.org/publish/build/load"
)

// FuzzForm holds that whatever file is formed, its form says the same (which
// [Style.File] demands itself, and would return an error) and is its own form.
func FuzzForm(f *testing.F) {
	style := StyleOf(loaded(f, archive(f, "testdata/base.txtar").Files))
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil {
		f.Fatal(err)
	}
	for _, file := range files {
		for _, one := range archive(f, file).Files {
			f.Add(one.Data)
		}
	}
	real, err := filepath.Glob("../../dataset/person/a*.yaml")
	if err != nil {
		f.Fatal(err)
	}
	for _, name := range real {
		content, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(content)
	}
	f.Fuzz(func(t *testing.T, content []byte) {
		if _, _, refused := load.Tree(content); refused != nil || len(content) > 4096 {
			t.Skip()
		}
		const name = "person/a.yaml"
		formed, problems, err := style.File(name, content)
		if err != nil {
			t.Fatal(err)
		}
		if len(problems) > 0 {
			return
		}
		again, problems, err := style.File(name, formed)
		if err != nil || len(problems) > 0 || !bytes.Equal(formed, again) {
			t.Errorf("%q has the form %q, and that the form %q: %v %v", content, formed, again, problems, err)
		}
	})
}
