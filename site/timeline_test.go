package site_test

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"example.org/publish/site/links"
)

// longTimeline is the sample with many events more, most of them of one year.
func longTimeline(t *testing.T) map[string]string {
	t.Helper()
	original, err := os.ReadFile("testdata/dataset.txtar")
	if err != nil {
		t.Fatal(err)
	}
	b := strings.Builder{}
	b.Write(original)
	add := func(id, date string) {
		fmt.Fprintf(&b, "-- event/%s.yaml --\nname: { en: Event %s, es: Acontecimiento %s }\nfacts:\n  date:\n    - { value: %q, cite: gazette#p6 }\n  actor:\n    - { value: peru, cite: gazette#p6 }\n", id, id, id, date)
	}
	for i := range 150 {
		add(fmt.Sprintf("happening-%d", i), fmt.Sprintf("2023-%02d-%02d", i%9+1, i%28+1))
	}
	for i := range 30 {
		add(fmt.Sprintf("older-%d", i), fmt.Sprintf("%d", 1880+i))
	}
	add("some-day-of-the-year", "2023")
	return render(t, compiledText(t, b.String()))
}

func TestLongTimelineIsDividedAndKeepsItsLinks(t *testing.T) {
	files := longTimeline(t)
	onDisk := fstest.MapFS{}
	for name, content := range files {
		onDisk[name] = &fstest.MapFile{Data: []byte(content)}
	}
	wrong, err := links.Check(onDisk, address)
	if err != nil {
		t.Fatal(err)
	}
	for _, w := range wrong {
		t.Error(w)
	}
	for name, want := range map[string]bool{
		"timeline/2000-2099/index.html":              true,
		"timeline/2023/index.html":                   true,
		"timeline/2023-09/index.html":                true,
		"timeline/2023-undated/index.html":           true,
		"timeline/1885/index.html":                   true,
		"timeline/1880s/index.html":                  false, // its century lists it
		"timeline/kind/event/2023/index.html":        true,
		"timeline/kind/person/index.html":            true,
		"timeline/kind/person/2023/index.html":       false,
		"timeline/entity/peru/2023-09/index.html":    true,
		"timeline/entity/ambassador/index.html":      false,
		"es/timeline/entity/peru/2023-09/index.html": true,
	} {
		if _, ok := files[name]; ok != want {
			t.Errorf("there being %s is %t", name, ok)
		}
	}
	if strings.Contains(files["timeline/2023/index.html"], "happening-3/") {
		t.Error("the year lists what its months list")
	}
	if !strings.Contains(files["timeline/2023-04/index.html"], `href="../../event/happening-3/index.html#s`) {
		t.Error("a month does not list what happened in it")
	}
}

func TestShortTimelineHasNoShells(t *testing.T) {
	for name := range rendered(t) {
		if strings.HasPrefix(name, "timeline/") && !strings.HasPrefix(name, "timeline/as-of/") && (strings.Contains(name, "-") || strings.Contains(name, "s/") || strings.HasPrefix(name, "timeline/entity/")) {
			t.Errorf("there is %s", name)
		}
	}
}

// Each mark of a timeline's drawing leads to what a line of its list leads to.
func TestWhatIsDrawnIsListed(t *testing.T) {
	for name, page := range rendered(t) {
		if !strings.Contains(name, "timeline/") || !strings.HasSuffix(name, ".html") {
			continue
		}
		_, drawn, ok := strings.Cut(page, `<svg class="lanes"`)
		if !ok {
			continue
		}
		drawn, list, _ := strings.Cut(drawn, `<section class="prop">`)
		for _, part := range strings.Split(drawn, `href="`)[1:] {
			to, _, _ := strings.Cut(part, `"`)
			if !strings.Contains(list, `href="`+to+`"`) {
				t.Errorf("%s draws %s and does not list it", name, to)
			}
		}
	}
}
