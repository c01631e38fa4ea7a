package site

import (
	"context"
	"errors"
	"io"
	"strconv"
	"strings"
	"sync"
	"testing"

	"example.org/publish/build/compile"
)

// Hugo itself only warns, and leaves the page out.
func TestPageWithoutLayoutFailsTheBuild(t *testing.T) {
	pages := samplePages(t)
	for _, p := range pages {
		if p.Address == "about/" {
			p.Kind = "nothing"
		}
	}
	err := draw(t.Context(), pages[0].edition.in.Catalog, pages, discard{})
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
	err := draw(t.Context(), pages[0].edition.in.Catalog, pages, discard{})
	if err == nil || !strings.Contains(err.Error(), `there is no key "no.such.key"`) {
		t.Errorf("got %v", err)
	}
}

// Hugo hangs after ten errors, if it is not watched.
func TestManyContradictionsEndAndAreExplained(t *testing.T) {
	pages := manyPages(t)
	for _, p := range pages {
		if p.Kind == "entity" {
			p.fill = func(_ place, v *View) { v.Body = "no entity" }
		}
	}
	err := draw(t.Context(), pages[0].edition.in.Catalog, pages, discard{})
	if err == nil || !strings.Contains(err.Error(), "can't evaluate field") {
		t.Errorf("got %v", err)
	}
}

func TestFullDiskIsAnErrorAndNotAWait(t *testing.T) {
	pages := manyPages(t)
	sink := &full{room: 20}
	err := draw(t.Context(), pages[0].edition.in.Catalog, pages, sink)
	if !errors.Is(err, errFull) {
		t.Errorf("got %v", err)
	}
}

func TestCancelEndsTheBuild(t *testing.T) {
	pages := manyPages(t)
	ctx, cancel := context.WithCancel(t.Context())
	err := draw(ctx, pages[0].edition.in.Catalog, pages, &full{room: 20, then: cancel})
	if err != context.Canceled {
		t.Errorf("got %v", err)
	}
}

// After a cancel Hugo goes on for a while.
func TestNothingIsWrittenOnceStopped(t *testing.T) {
	sink := &full{room: 20}
	out := newOutput(sink)
	for range 2 {
		f, err := out.Create("/project/public/index.html")
		if err != nil {
			t.Fatal(err)
		}
		if err := f.Close(); err != nil {
			t.Fatal(err)
		}
		out.stop()
	}
	if sink.files != 1 {
		t.Errorf("%d files were written", sink.files)
	}
}

var errFull = errors.New("no space left")

// full is a sink with room for some files. When they are there, it calls then
// or, if there is none, fails.
type full struct {
	mu    sync.Mutex
	files int
	room  int
	then  func()
}

func (f *full) Create(string) (io.WriteCloser, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.files++
	if f.files >= f.room {
		if f.then == nil {
			return nil, errFull
		}
		f.then()
	}
	return discard{io.Discard}, nil
}

// manyPages are enough pages for Hugo to fail ten times in each language.
func manyPages(t *testing.T) []*Page {
	t.Helper()
	c := sample()
	person := &compile.Type{ID: "person", Label: name("Person"), Plural: name("People")}
	c.Types = []*compile.Type{person}
	for i := range 60 {
		id := "person-" + strconv.Itoa(i)
		e := &compile.Entity{ID: id, Type: person, Name: name(id)}
		person.Entities, c.Entities = append(person.Entities, e), append(c.Entities, e)
	}
	pages, err := Pages(Input{Catalog: c})
	if err != nil {
		t.Fatal(err)
	}
	return pages
}

func name(s string) compile.Text { return compile.Text{{Text: s}} }

func samplePages(t *testing.T) []*Page {
	t.Helper()
	pages, err := Pages(Input{Catalog: sample()})
	if err != nil {
		t.Fatal(err)
	}
	return pages
}

func sample() *compile.Catalog {
	return &compile.Catalog{
		Title:     compile.Text{{Language: "en", Text: "Sample"}},
		Site:      "https://example.org/sample/",
		Version:   "1.0.0",
		Languages: []string{"en", "es"},
	}
}
