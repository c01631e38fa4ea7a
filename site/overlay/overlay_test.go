package overlay_test

import (
	"io/fs"
	"slices"
	"testing"
	"testing/fstest"

	"example.org/publish/site/overlay"
)

func TestFilesOfOneLieOverThoseOfAnother(t *testing.T) {
	o := overlay.FS{
		Over:  fstest.MapFS{"a/one": {Data: []byte("mine")}, "a/new": {}, "b/own": {}},
		Under: fstest.MapFS{"a/one": {Data: []byte("theirs")}, "a/two": {}, "c/three": {}},
	}
	var names []string
	err := fs.WalkDir(o, ".", func(name string, d fs.DirEntry, err error) error {
		if !d.IsDir() {
			names = append(names, name)
		}
		return err
	})
	if want := []string{"a/new", "a/one", "a/two", "b/own", "c/three"}; err != nil || !slices.Equal(names, want) {
		t.Errorf("%v (%v), not %v", names, err, want)
	}
	if content, err := fs.ReadFile(o, "a/one"); err != nil || string(content) != "mine" {
		t.Errorf("a/one is %q (%v)", content, err)
	}
	if _, err := fs.ReadDir(o, "d"); err == nil {
		t.Error("a folder that neither has is listed")
	}
}
