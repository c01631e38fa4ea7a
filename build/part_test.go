package build_test

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"example.org/publish/bench/invent"
	build "example.org/publish/build"
	"example.org/publish/build/output"
	"example.org/publish/site"
)

func TestPartsLaidTogetherAreTheWhole(t *testing.T) {
	files := fstest.MapFS{}
	d := invent.New(1, 20)
	for i := range d.Files() {
		name, content := d.File(i)
		files[name] = &fstest.MapFile{Data: content}
	}
	checked, err := build.Check(files)
	if err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	part := func(name string, part site.Division) map[string]string {
		t.Helper()
		public := filepath.Join(folder, name)
		if _, err := build.Build(t.Context(), build.Input{Checked: checked, Part: part}, public, func(string) {}); err != nil {
			t.Fatal(err)
		}
		return filesOf(t, public)
	}
	whole := part("whole", site.Division{})
	const parts = 5
	together := map[string]string{}
	var sums []string
	for n := 1; n <= parts; n++ {
		files := part(fmt.Sprint(n), site.Division{Number: n, Of: parts})
		sums = append(sums, slices.Collect(strings.Lines(files[output.Sums]))...)
		delete(files, output.Sums)
		if len(files) < 40 {
			t.Errorf("part %d has %d files", n, len(files))
		}
		for name, content := range files {
			if _, twice := together[name]; twice {
				t.Errorf("two parts have %s", name)
			}
			together[name] = content
		}
	}
	slices.SortFunc(sums, func(a, b string) int { return strings.Compare(a[64:], b[64:]) })
	together[output.Sums] = strings.Join(sums, "")
	if len(together) != len(whole) {
		t.Errorf("%d files together; want %d", len(together), len(whole))
	}
	for name, want := range whole {
		if together[name] != want {
			t.Errorf("%s differs", name)
		}
	}
}

func filesOf(t *testing.T, folder string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := fs.WalkDir(os.DirFS(folder), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		content, err := os.ReadFile(filepath.Join(folder, name))
		files[name] = string(content)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}
