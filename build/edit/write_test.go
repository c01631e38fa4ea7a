package edit_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"example.org/publish/build/edit"
)

func TestAllChangesAreMadeOrNone(t *testing.T) {
	given := map[string]string{"person/a.yaml": "a\n", "person/b.yaml": "b\n"}
	good := []edit.Change{
		{Name: "person/a.yaml", Before: []byte("a\n"), After: []byte("A\n")},
		{Name: "person/b.yaml", Before: []byte("b\n")},
		{Name: "state/c.yaml", After: []byte("c\n")},
	}
	for _, c := range []struct {
		what string
		last edit.Change
		fine bool
	}{
		{"another new file", edit.Change{Name: "person/d.yaml", After: []byte("d\n")}, true},
		{"a file that exists", edit.Change{Name: "person/a.yaml", After: []byte("d\n")}, false},
		{"a file that is gone", edit.Change{Name: "person/d.yaml", Before: []byte("d\n"), After: []byte("D\n")}, false},
		{"a file that was changed", edit.Change{Name: "person/a.yaml", Before: []byte("other\n"), After: []byte("d\n")}, false},
		{"a folder in the place of a file", edit.Change{Name: "person", Before: []byte("d\n"), After: []byte("d\n")}, false},
		{"a file in the place of a folder", edit.Change{Name: "person/a.yaml/d.yaml", After: []byte("d\n")}, false},
	} {
		t.Run(c.what, func(t *testing.T) {
			folder := t.TempDir()
			for name, content := range given {
				if err := edit.Write(folder, []edit.Change{{Name: name, After: []byte(content)}}); err != nil {
					t.Fatal(err)
				}
			}
			want := given
			if c.fine {
				want = map[string]string{"person/a.yaml": "A\n", "state/c.yaml": "c\n", c.last.Name: string(c.last.After)}
			}
			if err := edit.Write(folder, append(good, c.last)); (err == nil) != c.fine {
				t.Error(err)
			}
			if diff := cmp.Diff(want, held(t, folder)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestAFileKeepsItsMode(t *testing.T) {
	folder := t.TempDir()
	file := filepath.Join(folder, "a.yaml")
	if err := os.WriteFile(file, []byte("a"), 0o640); err != nil {
		t.Fatal(err)
	}
	if err := edit.Write(folder, []edit.Change{{Name: "a.yaml", Before: []byte("a"), After: []byte("b")}}); err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(file)
	if err != nil || info.Mode().Perm() != 0o640 {
		t.Error(info.Mode(), err)
	}
}

// held is what the files below a folder hold, by name.
func held(t *testing.T, folder string) map[string]string {
	t.Helper()
	files := map[string]string{}
	names, err := filepath.Glob(filepath.Join(folder, "*", "*"))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		content, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		below, err := filepath.Rel(folder, name)
		if err != nil {
			t.Fatal(err)
		}
		files[filepath.ToSlash(below)] = string(content)
	}
	return files
}
