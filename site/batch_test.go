package site_test

import (
	"testing"

	"example.org/publish/build/check"
	"example.org/publish/site"
)

// A batch may hold pages of one language alone, of no section's own page, or one
// page.
func TestASiteDoesNotDependOnTheSizeOfItsBatches(t *testing.T) {
	c := compiled(t, "testdata/dataset.txtar")
	var whole memory
	in := site.Input{Catalog: c, Rules: check.Rules()[:3]}
	if err := site.Render(t.Context(), in, &whole); err != nil {
		t.Fatal(err)
	}
	for _, in.Batch = range []int{5, 17} {
		var parts memory
		if err := site.Render(t.Context(), in, &parts); err != nil {
			t.Fatalf("batches of %d: %v", in.Batch, err)
		}
		if len(parts.files) != len(whole.files) {
			t.Errorf("batches of %d: %d files; want %d", in.Batch, len(parts.files), len(whole.files))
		}
		for name, want := range whole.files {
			if parts.files[name] != want {
				t.Errorf("batches of %d: %s differs", in.Batch, name)
			}
		}
	}
}
