package build_test

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
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

	wrong, err := links.Check(os.DirFS(one), address)
	if err != nil {
		t.Fatal(err)
	}
	for _, w := range wrong {
		t.Error(w)
	}
	everythingIsNear(t, os.DirFS(one))
}

// address is the one of the dataset of this repository.
const address = "https://example.org/peru-cuba-mexico/"

// everythingIsNear demands that whoever has no JavaScript comes within three
// links from a home page to each entity, source and download.
func everythingIsNear(t *testing.T, site fs.FS) {
	t.Helper()
	english, err := links.Steps(site, address, "index.html")
	if err != nil {
		t.Fatal(err)
	}
	spanish, err := links.Steps(site, address, "es/index.html")
	if err != nil {
		t.Fatal(err)
	}
	err = fs.WalkDir(site, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		from := english
		if strings.HasPrefix(name, "es/") {
			from = spanish
		}
		page := strings.HasSuffix(name, ".html")
		steps, reached := from[name]
		switch {
		case page && !reached && !unlisted(t, site, name):
			t.Errorf("no way leads to %s", name)
		case page && strings.Contains(name, "rules/"):
		case (page || strings.HasPrefix(name, "data/")) && reached && steps > 3:
			t.Errorf("%s is %d links from home", name, steps)
		case strings.HasPrefix(name, "data/") && !reached:
			t.Errorf("no way leads to the download %s", name)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func unlisted(t *testing.T, site fs.FS, name string) bool {
	t.Helper()
	content, err := fs.ReadFile(site, name)
	if err != nil {
		t.Fatal(err)
	}
	return bytes.Contains(content, []byte(`content="noindex"`))
}
