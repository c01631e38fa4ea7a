package site_test

import (
	"bytes"
	"context"
	"io"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	"github.com/rogpeppe/go-internal/txtar"

	"example.org/publish/build/check"
	"example.org/publish/build/compile"
	"example.org/publish/build/export"
	"example.org/publish/build/load"
	"example.org/publish/site"
	"example.org/publish/site/links"
)

const address = "https://example.org/sample/"

// memory is a sink that keeps the files.
type memory struct {
	mu    sync.Mutex
	files map[string]string
}

func (m *memory) Create(name string) (io.WriteCloser, error) { return &file{m: m, name: name}, nil }

type file struct {
	bytes.Buffer
	m    *memory
	name string
}

func (f *file) Close() error {
	f.m.mu.Lock()
	defer f.m.mu.Unlock()
	if f.m.files == nil {
		f.m.files = map[string]string{}
	}
	f.m.files[f.name] = f.String()
	return nil
}

// compiled is the dataset of a txtar archive.
func compiled(t *testing.T, archive string) *compile.Catalog {
	t.Helper()
	parsed, err := txtar.ParseFile(archive)
	if err != nil {
		t.Fatal(err)
	}
	dataset := fstest.MapFS{}
	for _, f := range parsed.Files {
		dataset[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	return compiledFrom(t, dataset)
}

func compiledFrom(t *testing.T, dataset fs.FS) *compile.Catalog {
	t.Helper()
	written, unread, err := load.Load(dataset)
	if err != nil {
		t.Fatal(err)
	}
	passed, problems := check.Run(written, unread)
	if passed == nil {
		for _, p := range problems {
			t.Errorf("%s:%d: %s [%s] %s", p.File, p.Pos.Line, p.Message, p.Rule, p.Help)
		}
		t.FailNow()
	}
	return compile.Compile(passed, compile.Commit{
		Date:     time.Date(2025, 11, 9, 23, 30, 0, 0, time.UTC),
		Revision: "0123456789abcdef0123456789abcdef01234567",
	})
}

// rendered is the site of the sample, with its downloads.
func rendered(t *testing.T) map[string]string {
	t.Helper()
	return render(t, compiled(t, "testdata/dataset.txtar"))
}

func render(t *testing.T, c *compile.Catalog) map[string]string {
	t.Helper()
	var sink memory
	downloads, err := export.Write(t.Context(), c, &sink, t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	if err := site.Render(t.Context(), site.Input{Catalog: c, Rules: check.Rules(), Downloads: downloads}, &sink); err != nil {
		t.Fatal(err)
	}
	return sink.files
}

func TestEveryLinkLeadsSomewhere(t *testing.T) {
	files := fstest.MapFS{}
	for name, content := range rendered(t) {
		files[name] = &fstest.MapFile{Data: []byte(content)}
	}
	wrong, err := links.Check(files, address)
	if err != nil {
		t.Fatal(err)
	}
	for _, w := range wrong {
		t.Error(w)
	}
}

func TestSameFactsSameBytes(t *testing.T) {
	want := rendered(t)
	for _, processors := range []int{1, 2, 4} {
		t.Run("", func(t *testing.T) {
			defer setProcessors(processors)()
			got := rendered(t)
			if !maps.Equal(want, got) {
				for name := range want {
					if want[name] != got[name] {
						t.Errorf("%s differs", name)
					}
				}
			}
		})
	}
}

func TestCancelledRenderEnds(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	err := site.Render(ctx, site.Input{Catalog: compiled(t, "testdata/dataset.txtar")}, &memory{})
	if err != context.Canceled {
		t.Errorf("got %v", err)
	}
}

func TestPagesOfEachKind(t *testing.T) {
	files := rendered(t)
	for _, name := range []string{
		"index.html", "404.html", "about/index.html", "data/index.html", "disputed/index.html", "rules/index.html",
		"person/index.html", "person/carlos-zamora/index.html", "person/index/index.html", "person/gone/index.html",
		"person/old-ambassador/index.html", "event/old-break/index.html", "state/old-break/index.html",
		"timeline/index.html", "timeline/2025/index.html", "source/index.html", "source/gazette/index.html",
	} {
		for _, prefix := range []string{"", "es/"} {
			if _, ok := files[prefix+name]; !ok {
				t.Errorf("there is no %s", prefix+name)
			}
		}
	}
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if strings.HasSuffix(name, ".html") && !strings.Contains(files[name], "</html>") {
			t.Errorf("%s is cut off", name)
		}
	}
}
