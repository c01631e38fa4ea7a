package build_test

import (
	"bytes"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"example.org/publish/bench/invent"
	build "example.org/publish/build"
	"example.org/publish/build/compile"
	"example.org/publish/build/output"
	"example.org/publish/build/recall"
)

// TestABuildThatKeepsPagesGivesTheBytesOfACleanOne edits a dataset at random
// and builds each state over the one before and anew.
func TestABuildThatKeepsPagesGivesTheBytesOfACleanOne(t *testing.T) {
	files := fstest.MapFS{}
	d := invent.New(1, 20)
	for i := range d.Files() {
		name, content := d.File(i)
		files[name] = &fstest.MapFile{Data: content}
	}
	folder := t.TempDir()
	public, cache := filepath.Join(folder, "public"), filepath.Join(folder, "pages")
	random := rand.New(rand.NewPCG(1, 2))
	day := int64(0)
	sums := func(public string, pages *recall.Pages, own fstest.MapFS) string {
		t.Helper()
		checked, err := build.Check(files)
		if err != nil || checked.Passed == nil {
			t.Fatal(checked.Problems, err)
		}
		in := build.Input{Checked: checked, Commit: compile.Commit{Date: time.Unix(day*86400, 0).UTC()}, Pages: pages}
		if own != nil {
			in.Own = own
		}
		if _, err := build.Build(t.Context(), in, public, func(string) {}); err != nil {
			t.Fatal(err)
		}
		list, err := os.ReadFile(filepath.Join(public, output.Sums))
		if err != nil {
			t.Fatal(err)
		}
		return string(list)
	}
	var own fstest.MapFS
	compare := func(what string) {
		t.Helper()
		day++
		got := sums(public, recall.OpenPages(cache, "1"), own)
		if want := sums(filepath.Join(t.TempDir(), "clean"), nil, own); got != want {
			t.Fatalf("%s: the build differs from a clean one:\n%s", what, unlike(got, want))
		}
	}
	compare("the first build")
	before := pagesIn(t, public)
	compare("nothing edited")
	if kept := stillThere(t, public, before); kept < len(before)*8/10 {
		t.Errorf("%d of %d pages were kept, though nothing was edited", kept, len(before))
	}
	for range 3 {
		before = pagesIn(t, public)
		name := edit(random, files)
		compare("edited " + name)
		if kept := stillThere(t, public, before); kept == len(before) || kept < len(before)/4 {
			t.Errorf("%d of %d pages were kept after %s was edited", kept, len(before), name)
		}
	}
	damaged, err := os.ReadFile(cache)
	if err != nil {
		t.Fatal(err)
	}
	damaged[random.IntN(len(damaged))] ^= 1
	if err := os.WriteFile(cache, damaged, 0o600); err != nil {
		t.Fatal(err)
	}
	compare("the cache damaged")
	own = fstest.MapFS{"templates/layouts/_partials/run.html": {Data: []byte("<b>{{ .Text }}</b>")}}
	compare("a layout of the publisher's own")
}

// edit changes a word that an entity's pages show, and returns the file's name.
func edit(random *rand.Rand, files fstest.MapFS) string {
	for {
		names := slices.Sorted(maps.Keys(files))
		name := names[random.IntN(len(names))]
		edited := bytes.Replace(files[name].Data, []byte("{ en: "), []byte("{ en: Mended "), 1)
		if !strings.HasPrefix(name, "schema/") && name != "dataset.yaml" && !bytes.Equal(edited, files[name].Data) {
			files[name] = &fstest.MapFile{Data: edited}
			return name
		}
	}
}

// pagesIn are the pages of a site as the disk knows them.
func pagesIn(t *testing.T, public string) map[string]os.FileInfo {
	t.Helper()
	pages := map[string]os.FileInfo{}
	err := filepath.Walk(public, func(name string, info os.FileInfo, err error) error {
		if err == nil && filepath.Ext(name) == ".html" {
			pages[name] = info
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return pages
}

// stillThere counts the pages that are the very files they were.
func stillThere(t *testing.T, public string, before map[string]os.FileInfo) int {
	t.Helper()
	n := 0
	for name, info := range pagesIn(t, public) {
		if was, ok := before[name]; ok && os.SameFile(was, info) {
			n++
		}
	}
	return n
}

// unlike are the lines that only one of two lists has.
func unlike(got, want string) string {
	var lines []string
	for line := range strings.Lines(got + want) {
		if strings.Contains(got, line) != strings.Contains(want, line) {
			lines = append(lines, line)
		}
	}
	return strings.Join(lines, "")
}
