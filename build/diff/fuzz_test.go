package diff_test

import (
	"bytes"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"example.org/publish/build/check"
	"example.org/publish/build/compile"
	"example.org/publish/build/diff"
	"example.org/publish/build/load"
)

// FuzzCompare compares the example with one of whose files says something else:
// nothing changed between a state and itself, what was added to the one is
// withdrawn from the other, and there is a bump for whatever changed.
func FuzzCompare(f *testing.F) {
	a, err := txtar.ParseFile("testdata/voyages.txtar")
	if err != nil {
		f.Fatal(err)
	}
	base := fstest.MapFS{}
	for _, file := range a.Files {
		base[file.Name] = &fstest.MapFile{Data: file.Data}
		f.Add(file.Name, file.Data)
		f.Add(file.Name, bytes.ReplaceAll(file.Data, []byte("18"), []byte("17")))
	}
	before := diff.Of(catalog(f, base))
	f.Fuzz(func(t *testing.T, name string, content []byte) {
		if _, ok := base[name]; !ok || len(content) > 4096 {
			t.Skip()
		}
		files := fstest.MapFS{}
		for other, file := range base {
			files[other] = file
		}
		files[name] = &fstest.MapFile{Data: content}
		written, unread, err := load.Load(files)
		if err != nil {
			t.Fatal(err)
		}
		passed, _ := check.RunReleased(written, unread)
		if passed == nil {
			t.Skip()
		}
		after := diff.Of(compile.Compile(passed, compile.Commit{}))
		if same := diff.Compare(after, after); len(same.All) > 0 {
			t.Errorf("between a state and itself: %+v", same.All[0])
		}
		there, back := diff.Compare(before, after), diff.Compare(after, before)
		count := func(c *diff.Changes, v diff.Verb) (n int) {
			for _, one := range c.All {
				if one.Verb == v && one.Subject == diff.OfEntity {
					n++
				}
			}
			return n
		}
		if count(there, diff.Added) != count(back, diff.Withdrawn) {
			t.Errorf("%d entities were added, and %d withdrawn on the way back", count(there, diff.Added), count(back, diff.Withdrawn))
		}
		there.Raised()
	})
}

// FuzzRead reads anything as the dataset.json of a site that was built.
func FuzzRead(f *testing.F) {
	f.Add([]byte(`{"dataset":{"title":{"en":"a"},"version":"1.0.0"},"entities":[],"sources":[],"statements":[]}`))
	f.Fuzz(func(t *testing.T, content []byte) {
		state, err := diff.Read(bytes.NewReader(content))
		if err == nil {
			diff.Compare(state, diff.Nothing())
			diff.Compare(diff.Nothing(), state)
		}
	})
}
