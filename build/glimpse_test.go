package build_test

import (
	"os"
	"strings"
	"testing"

	"example.org/publish/build"
	"example.org/publish/build/compile"
	"example.org/publish/build/fact"
	"example.org/publish/build/serve"
)

// TestAGlimpseShowsThePageAsTheWholeBuildDoes compares the pages of some
// entities and a source, drawn from what is near them, with those that are drawn
// from everything.
func TestAGlimpseShowsThePageAsTheWholeBuildDoes(t *testing.T) {
	checked, err := build.Check(os.DirFS("../dataset"))
	if err != nil || checked.Passed == nil {
		t.Fatal(err, checked.Problems)
	}
	var p build.Preview
	var whole serve.Memory
	if err := p.Compile(checked, compile.Commit{}).Pages(t.Context(), &whole); err != nil {
		t.Fatal(err)
	}
	d := checked.Dataset
	var files []fact.File
	for i, f := range d.Files {
		if folder, _, _ := strings.Cut(f.Name, "/"); strings.Contains(f.Name, "/") && folder != "schema" && i%24 == 0 {
			files = append(files, f)
		}
	}
	if len(files) < 8 {
		t.Fatalf("only %d files are tried", len(files))
	}
	for _, f := range files {
		var few serve.Memory
		drawn, err := p.Glimpse(t.Context(), d, []fact.File{f}, compile.Commit{}, &few)
		if err != nil || !drawn {
			t.Errorf("%s is not drawn (%v)", f.Name, err)
			continue
		}
		for _, language := range []string{"", "es/"} {
			name := language + strings.TrimSuffix(f.Name, ".yaml") + "/index.html"
			want, _ := whole.File(name)
			got, ok := few.File(name)
			if !ok || ofPage(got) != ofPage(want) {
				t.Errorf("%s: %s", f.Name, differing(ofPage(want), ofPage(got)))
			}
		}
	}
}

// ofPage is what a page says by itself. Its head and foot tell of the whole.
func ofPage(page []byte) string {
	_, rest, _ := strings.Cut(string(page), "<main")
	main, _, _ := strings.Cut(rest, "</main>")
	return main
}

// differing is the first line that differs, with what stands in its place.
func differing(want, got string) string {
	g := strings.Split(got, "\n")
	for i, line := range strings.Split(want, "\n") {
		if i >= len(g) || g[i] != line {
			return strings.Join([]string{line, g[min(i, len(g)-1)]}, "\n")
		}
	}
	return ""
}

func TestAGlimpseNeedsFactsThatPass(t *testing.T) {
	checked, err := build.Check(os.DirFS("../dataset"))
	if err != nil {
		t.Fatal(err)
	}
	var p build.Preview
	for name, content := range map[string]string{
		"person/carlos-zamora.yaml": "name: Carlos Zamora\nfacts:\n  office:\n    - { value: nothing-of-the-kind, cite: nowhere#p1 }\n",
		"person/somebody-new.yaml":  "name: Somebody\n",
		"schema/person.yaml":        "label: Person\nplural: People\n",
		"person/felix-denegri.yaml": "name: [",
	} {
		drawn, err := p.Glimpse(t.Context(), checked.Dataset, []fact.File{{Name: name, Content: []byte(content)}}, compile.Commit{}, &serve.Memory{})
		if drawn || err != nil {
			t.Errorf("%s: drawn is %v (%v)", name, drawn, err)
		}
	}
}
