package build_test

import (
	"os"
	"path/filepath"
	"runtime"
	"testing"
	"time"

	build "example.org/publish/build"
	"example.org/publish/build/compile"
	"example.org/publish/build/output"
	"example.org/publish/site/links"
)

// buildReal builds the dataset of this repository into the folder.
func buildReal(t *testing.T, folder string) {
	t.Helper()
	checked, err := build.Check(os.DirFS("../dataset"))
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range checked.Problems {
		t.Errorf("%s:%d:%d: %s [%s]", p.File, p.Pos.Line, p.Pos.Column, p.Message, p.Rule)
	}
	if checked.Passed == nil {
		t.FailNow()
	}
	commit := compile.Commit{Date: time.Unix(1762300800, 0).UTC(), Revision: "0000000"}
	if _, err := build.Build(t.Context(), build.Input{Checked: checked, Commit: commit}, folder, func(string) {}); err != nil {
		t.Fatal(err)
	}
}

func TestTheRealDatasetBuildsTheSameBytesAnywhere(t *testing.T) {
	one, other := filepath.Join(t.TempDir(), "public"), filepath.Join(t.TempDir(), "another", "site")
	buildReal(t, one)

	zone, processors := time.Local, runtime.GOMAXPROCS(1)
	t.Cleanup(func() { time.Local = zone; runtime.GOMAXPROCS(processors) })
	time.Local = time.FixedZone("far away", 14*60*60)
	buildReal(t, other)

	want, err := os.ReadFile(filepath.Join(one, output.Sums))
	if err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile(filepath.Join(other, output.Sums))
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != string(want) {
		t.Errorf("the checksums differ between two builds: compare %s and %s", one, other)
	}

	wrong, err := links.Check(os.DirFS(one), "https://example.org/peru-cuba-mexico/")
	if err != nil {
		t.Fatal(err)
	}
	for _, w := range wrong {
		t.Error(w)
	}
}
