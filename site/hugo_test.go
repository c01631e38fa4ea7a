package site

import (
	"io"
	"strings"
	"testing"

	"example.org/publish/build/compile"
)

type nowhere struct{ io.Writer }

func (nowhere) Create(string) (io.WriteCloser, error) { return nowhere{io.Discard}, nil }
func (nowhere) Close() error                          { return nil }

// Hugo itself only warns, and leaves the page out.
func TestPageWithoutLayoutFailsTheBuild(t *testing.T) {
	pages := samplePages(t)
	for _, p := range pages {
		if p.Address == "about/" {
			p.Kind = "nothing"
		}
	}
	err := draw(t.Context(), pages[0].edition.in.Catalog, pages, nowhere{})
	if err == nil || !strings.Contains(err.Error(), "layout") {
		t.Errorf("got %v", err)
	}
}

func TestContradictionInAPageFailsTheBuild(t *testing.T) {
	pages := samplePages(t)
	for _, p := range pages {
		if p.Address == "about/" {
			p.fill = func(p place, v *View) { v.Title = p.T("no.such.key") }
		}
	}
	err := draw(t.Context(), pages[0].edition.in.Catalog, pages, nowhere{})
	if err == nil || !strings.Contains(err.Error(), `there is no key "no.such.key"`) {
		t.Errorf("got %v", err)
	}
}

func samplePages(t *testing.T) []*Page {
	t.Helper()
	pages, err := Pages(Input{Catalog: &compile.Catalog{
		Title:     compile.Text{{Language: "en", Text: "Sample"}},
		Site:      "https://example.org/sample/",
		Version:   "1.0.0",
		Languages: []string{"en", "es"},
	}})
	if err != nil {
		t.Fatal(err)
	}
	return pages
}
