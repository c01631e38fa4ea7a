package links_test

import (
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"example.org/publish/site/links"
)

func TestBrokenLinksAreFound(t *testing.T) {
	site := fstest.MapFS{}
	for name, content := range map[string]string{
		"index.html": `<p id="a"><p id="a"><a href="person/ada/index.html#s1">good</a><a href="#a">good</a>
			<a href="person/ada/index.html#s2">no element</a><a href="person/bob/index.html">no file</a>
			<a href="person/ada">a folder</a><a href="https://elsewhere.example/">not followed</a>
			<section aria-labelledby="b"></section><a href="../outside.html">outside</a>`,
		"person/ada/index.html": `<p id="s1"><link href="https://example.org/x/person/ada/"><link href="https://example.org/x/es/">
			<a href="../../index.html#a">good</a><a href="/x/index.html">good</a><a href="../../data/ada.json">good</a>`,
		"data/ada.json": "{}",
	} {
		site[name] = &fstest.MapFile{Data: []byte(content)}
	}
	got, err := links.Check(site, "https://example.org/x/")
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		`index.html: two elements have the id "a"`,
		`index.html: the link "person/ada/index.html#s2" leads to no element`,
		`index.html: the link "person/bob/index.html" leads to no file`,
		`index.html: the link "person/ada" leads to no file`,
		`index.html: the link "#b" leads to no element`,
		`index.html: the link "../outside.html" leads to no file`,
		`person/ada/index.html: the link "https://example.org/x/es/" leads to no file`,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestStepsAreCountedAlongWhatAReaderCanFollow(t *testing.T) {
	site := fstest.MapFS{}
	for name, content := range map[string]string{
		"index.html": `<link href="style.css"><svg><a href="one.html#x"></a></svg><a href="https://elsewhere.example/"></a>`,
		"one.html":   `<a href="index.html"></a><a href="data/two.csv"></a><a href="three/index.html"></a><script src="by-script.html"></script>`,
		"style.css":  "", "data/two.csv": "", "three/index.html": `<a href="four.html"></a>`, "three/four.html": "", "by-script.html": "",
	} {
		site[name] = &fstest.MapFile{Data: []byte(content)}
	}
	got, err := links.Steps(site, "https://example.org/x/", "index.html")
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]int{"index.html": 0, "one.html": 1, "data/two.csv": 2, "three/index.html": 2, "three/four.html": 3}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
