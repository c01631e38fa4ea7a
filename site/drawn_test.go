package site_test

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"testing"

	"example.org/publish/build/check"
	"example.org/publish/build/compile"
	"example.org/publish/site"
)

// TestWhatWasDrawnBeforeChangesNoByte edits the sample at random and compares
// each time a site that keeps what it drew with one that is drawn anew.
func TestWhatWasDrawnBeforeChangesNoByte(t *testing.T) {
	original, err := os.ReadFile("testdata/dataset.txtar")
	if err != nil {
		t.Fatal(err)
	}
	random := rand.New(rand.NewPCG(1, 2))
	var drawn site.Drawn
	archive := string(original)
	for range 4 {
		archive = edited(random, archive)
		c := compiledText(t, archive)
		var kept, fresh memory
		in := site.Input{Catalog: c, Rules: check.Rules(), Drawn: &drawn}
		if err := site.Render(t.Context(), in, &kept); err != nil {
			t.Fatal(err)
		}
		in.Drawn = nil
		if err := site.Render(t.Context(), in, &fresh); err != nil {
			t.Fatal(err)
		}
		if len(kept.files) != len(fresh.files) {
			t.Errorf("%d files with what was drawn before, %d without", len(kept.files), len(fresh.files))
		}
		for name, want := range fresh.files {
			if kept.files[name] != want {
				t.Errorf("%s differs", name)
			}
		}
	}
}

var englishWord = regexp.MustCompile(`(value: \{ en: )(\w+)`)

// edited changes one English word of a value.
func edited(random *rand.Rand, archive string) string {
	places := englishWord.FindAllStringSubmatchIndex(archive, -1)
	at := places[random.IntN(len(places))]
	return archive[:at[4]] + "Mended" + archive[at[5]:]
}

func compiledText(t *testing.T, archive string) *compile.Catalog {
	t.Helper()
	name := filepath.Join(t.TempDir(), "dataset.txtar")
	if err := os.WriteFile(name, []byte(archive), 0o666); err != nil {
		t.Fatal(err)
	}
	return compiled(t, name)
}

func TestOnlyPagesThatShowSomethingElseAreDrawn(t *testing.T) {
	c := compiled(t, "testdata/dataset.txtar")
	var drawn site.Drawn
	in := site.Input{Catalog: c, Rules: check.Rules(), Drawn: &drawn}
	if err := site.Render(t.Context(), in, &memory{}); err != nil {
		t.Fatal(err)
	}
	before := drawn.Count()
	if err := site.Render(t.Context(), in, &memory{}); err != nil {
		t.Fatal(err)
	}
	if again := drawn.Count() - before; again != 0 {
		t.Errorf("%d pages were drawn again, though nothing changed", again)
	}
	original, err := os.ReadFile("testdata/dataset.txtar")
	if err != nil {
		t.Fatal(err)
	}
	in.Catalog = compiledText(t, edited(rand.New(rand.NewPCG(1, 2)), string(original)))
	if err := site.Render(t.Context(), in, &memory{}); err != nil {
		t.Fatal(err)
	}
	if again := drawn.Count() - before; again == 0 || again > before/2 {
		t.Errorf("%d of %d pages were drawn again after one edit", again, before)
	}
}
