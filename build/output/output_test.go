package output_test

import (
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"example.org/publish/build/output"
)

// write builds the files into the folder and publishes them.
func write(t *testing.T, target string, files map[string]string) error {
	t.Helper()
	f, err := output.Begin(target)
	if err != nil {
		return err
	}
	for name, content := range files {
		w, err := f.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(w, content); err != nil {
			t.Fatal(err)
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
	}
	return f.Publish()
}

// tree lists the files below a folder with their contents.
func tree(t *testing.T, folder string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := filepath.WalkDir(folder, func(name string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		content, err := os.ReadFile(name)
		relative, _ := filepath.Rel(folder, name)
		files[filepath.ToSlash(relative)] = string(content)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func TestPublishReplacesTheWholeFolder(t *testing.T) {
	target := filepath.Join(t.TempDir(), "public")
	if err := write(t, target, map[string]string{"a/old.txt": "old", "b.txt": "1"}); err != nil {
		t.Fatal(err)
	}
	if err := write(t, target, map[string]string{"a/new.txt": "new", "b.txt": "2"}); err != nil {
		t.Fatal(err)
	}
	got := tree(t, target)
	if len(got) != 3 || got["a/new.txt"] != "new" || got["b.txt"] != "2" {
		t.Errorf("published %v; want a/new.txt, b.txt and the checksums", got)
	}
	if want := "11507a0e2f5e69d5dfa40a62a1bd7b6ee57e6bcd85c67c9b8431b36fff21c437  a/new.txt\n"; !strings.HasPrefix(got[output.Sums], want) {
		t.Errorf("checksums are\n%s, want them to begin with\n%s", got[output.Sums], want)
	}
	if beside, _ := os.ReadDir(filepath.Dir(target)); len(beside) != 1 {
		t.Errorf("%d entries beside the folder; want it alone", len(beside))
	}
}

func TestForeignFilesAreNeverReplaced(t *testing.T) {
	for name, spoil := range map[string]func(target string) error{
		"a file of somebody": func(target string) error {
			return os.WriteFile(filepath.Join(target, "thesis.doc"), []byte("years of work"), 0o644)
		},
		"a page edited by hand": func(target string) error {
			return os.WriteFile(filepath.Join(target, "b.txt"), []byte("by hand"), 0o644)
		},
	} {
		t.Run(name, func(t *testing.T) {
			target := filepath.Join(t.TempDir(), "public")
			if err := write(t, target, map[string]string{"b.txt": "1"}); err != nil {
				t.Fatal(err)
			}
			if err := spoil(target); err != nil {
				t.Fatal(err)
			}
			before := tree(t, target)
			err := write(t, target, map[string]string{"b.txt": "2"})
			if err == nil || !strings.Contains(err.Error(), "--out") {
				t.Errorf("the error is %v; want one that names --out", err)
			}
			if after := tree(t, target); len(after) != len(before) || after["b.txt"] != before["b.txt"] {
				t.Errorf("the folder changed from %v to %v", before, after)
			}
		})
	}
}

func TestDiscardLeavesThePublishedFolder(t *testing.T) {
	target := filepath.Join(t.TempDir(), "public")
	if err := write(t, target, map[string]string{"b.txt": "1"}); err != nil {
		t.Fatal(err)
	}
	f, err := output.Begin(target)
	if err != nil {
		t.Fatal(err)
	}
	w, err := f.Create("b.txt")
	if err != nil {
		t.Fatal(err)
	}
	io.WriteString(w, "half")
	w.Close()
	if err := f.Discard(); err != nil {
		t.Fatal(err)
	}
	if got := tree(t, filepath.Dir(target)); len(got) != 2 || got["public/b.txt"] != "1" {
		t.Errorf("found %v; want the first build alone", got)
	}
}

func TestAbandonedStagingFoldersAreRemovedAndUsedOnesKept(t *testing.T) {
	parent := t.TempDir()
	target := filepath.Join(parent, "public")
	abandoned := filepath.Join(parent, ".public.publish-123")
	if err := os.MkdirAll(abandoned, 0o755); err != nil {
		t.Fatal(err)
	}
	running, err := output.Begin(target)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(abandoned); !os.IsNotExist(err) {
		t.Errorf("the abandoned folder is still there: %v", err)
	}
	if err := write(t, target, map[string]string{"b.txt": "second"}); err != nil {
		t.Fatal(err)
	}
	w, err := running.Create("b.txt")
	if err != nil {
		t.Fatalf("the running build lost its folder: %v", err)
	}
	io.WriteString(w, "first")
	w.Close()
	if err := running.Publish(); err != nil {
		t.Fatal(err)
	}
	if got := tree(t, parent); len(got) != 2 || got["public/b.txt"] != "first" {
		t.Errorf("found %v; want the build that ended last, alone", got)
	}
}

func TestTwoFilesOfOneNameAreRefused(t *testing.T) {
	f, err := output.Begin(filepath.Join(t.TempDir(), "public"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Discard()
	if _, err := f.Create("a.html"); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"a.html", "../a.html", "/a.html", "."} {
		if _, err := f.Create(name); err == nil {
			t.Errorf("Create(%q) succeeded", name)
		}
	}
}

func TestAFileIsKeptOnlyWhenItIsTheSame(t *testing.T) {
	target := filepath.Join(t.TempDir(), "public")
	if err := write(t, target, map[string]string{"a/b.txt": "1", "c.txt": "2"}); err != nil {
		t.Fatal(err)
	}
	f, err := output.Begin(target)
	if err != nil {
		t.Fatal(err)
	}
	const one = "6b86b273ff34fce19d6b804eff5a3f5747ada4eaa22f1d49c01e52ddb7875b4b"
	for _, c := range []struct {
		name, sum string
		kept      bool
	}{
		{"a/b.txt", one, true},
		{"c.txt", one, false},
		{"d.txt", one, false},
		{"d.txt", "", false},
	} {
		if kept, err := f.Keep(c.name, c.sum); kept != c.kept || err != nil {
			t.Errorf("%s with the sum %q: %v %v", c.name, c.sum, kept, err)
		}
	}
	if err := f.Publish(); err != nil {
		t.Fatal(err)
	}
	if got := tree(t, target); len(got) != 2 || got["a/b.txt"] != "1" || got[output.Sums] != one+"  a/b.txt\n" {
		t.Errorf("published %v", got)
	}
	if err := write(t, target, nil); err != nil {
		t.Errorf("the next build: %v", err)
	}
}
