package check_test

import (
	"io"
	"maps"
	"path/filepath"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"example.org/publish/build/check"
	"example.org/publish/build/compile"
	"example.org/publish/build/load"
	"example.org/publish/build/problem"
)

// FuzzRun lays any file on the base: whatever it says, the check ends without a
// panic, its fixes lie within their files, its problems can be shown, and what
// it lets pass can be compiled.
func FuzzRun(f *testing.F) {
	names, err := filepath.Glob("testdata/*.txtar")
	if err != nil {
		f.Fatal(err)
	}
	var base fstest.MapFS
	for _, name := range names {
		a, err := txtar.ParseFile(name)
		if err != nil {
			f.Fatal(err)
		}
		if filepath.Base(name) == "base.txtar" {
			base = laidOn(a, &txtar.Archive{})
		}
		for _, file := range a.Files {
			if file.Name != "want" {
				f.Add(file.Name, file.Data)
			}
		}
	}
	f.Fuzz(func(t *testing.T, name string, content []byte) {
		if len(content) > 4096 || !ofDataset(name) {
			t.Skip()
		}
		files := maps.Clone(base)
		files[name] = &fstest.MapFile{Data: content}
		d, loaded, err := load.Load(files)
		if err != nil {
			t.Skip() // no file system has such a name
		}
		passed, problems := check.Run(d, loaded)
		if passed != nil {
			compile.Compile(passed, compile.Commit{})
		}
		for _, p := range problems {
			if p.Rule == "" || p.Message == "" || p.Fix != nil && (p.Fix.From > p.Fix.To || p.Fix.To > len(files[p.File].Data)) {
				t.Errorf("%+v", p)
			}
		}
		if err := problem.Text(io.Discard, problems, d.Files, problem.Options{}); err != nil {
			t.Error(err)
		}
	})
}

// ofDataset reports whether a file of the base could have the name.
func ofDataset(name string) bool {
	dir, file := filepath.Split(name)
	switch dir {
	case "", "person/", "machine/", "post/", "schema/", "source/":
		return filepath.Ext(file) == ".yaml"
	}
	return false
}
