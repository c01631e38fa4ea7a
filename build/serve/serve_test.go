package serve_test

import (
	"bufio"
	"context"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"example.org/publish/build/serve"
)

const page = `<!doctype html><html><head><meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; connect-src 'self'; require-trusted-types-for 'script'"></head><body>one</body></html>`

func site(t *testing.T, files map[string]string) *serve.Memory {
	t.Helper()
	m := &serve.Memory{}
	for name, content := range files {
		w, err := m.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		io.WriteString(w, content)
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
	}
	return m
}

func get(s *serve.Server, host, target string) *http.Response {
	r := httptest.NewRequest("GET", target, nil)
	r.Host = host
	w := httptest.NewRecorder()
	s.ServeHTTP(w, r)
	return w.Result()
}

func TestServeAnswers(t *testing.T) {
	var s serve.Server
	if got := get(&s, "localhost:1313", "/").StatusCode; got != http.StatusServiceUnavailable {
		t.Errorf("with no build yet the answer is %d; want 503", got)
	}
	s.Show(site(t, map[string]string{
		"index.html":        page,
		"person/index.html": page,
		"data/a.csv":        "a\r\n",
		"404.html":          page,
	}))
	for _, test := range []struct {
		host, target string
		code         int
		kind         string
	}{
		{"localhost:1313", "/", 200, "text/html; charset=utf-8"},
		{"127.0.0.1:1313", "/person/", 200, "text/html; charset=utf-8"},
		{"[::1]:1313", "/data/a.csv", 200, "text/csv; charset=utf-8"},
		{"localhost", "/person", 301, ""},
		{"localhost", "/nowhere/", 404, "text/html; charset=utf-8"},
		{"localhost", "/../../etc/passwd", 404, ""},
		{"localhost", "/%2e%2e/%2e%2e/etc/passwd", 404, ""},
		{"rebound.example:1313", "/", 421, ""},
		{"10.0.0.1", "/", 421, ""},
		{"localhost.evil.example", "/", 421, ""},
		{"", "/", 421, ""},
	} {
		r := get(&s, test.host, test.target)
		if r.StatusCode != test.code || test.kind != "" && r.Header.Get("Content-Type") != test.kind {
			t.Errorf("%s%s: %d %s; want %d %s", test.host, test.target, r.StatusCode, r.Header.Get("Content-Type"), test.code, test.kind)
		}
	}
	if strings.Contains(page, "overlay.js") {
		t.Error("the published page itself has the script")
	}
}

func TestPagesLoadAgainWhenTheSiteChanges(t *testing.T) {
	ctx, stop := context.WithCancel(t.Context())
	listener, err := net.Listen("tcp", "localhost:0")
	if err != nil {
		t.Fatal(err)
	}
	var s serve.Server
	s.Show(site(t, map[string]string{"index.html": page}))
	var served sync.WaitGroup
	served.Go(func() {
		if err := s.Serve(ctx, listener); err != nil {
			t.Error(err)
		}
	})
	defer served.Wait()
	defer stop()
	base := "http://" + listener.Addr().String()
	shown, err := http.Get(base + "/")
	if err != nil {
		t.Fatal(err)
	}
	body, _ := io.ReadAll(shown.Body)
	shown.Body.Close()
	if !strings.Contains(string(body), "/.publish/overlay.js") {
		t.Error("the page that is served has no script to load it again")
	}
	events, err := http.Get(base + "/.publish/events")
	if err != nil {
		t.Fatal(err)
	}
	defer events.Body.Close()
	lines := bufio.NewScanner(events.Body)
	lines.Scan()
	s.Show(site(t, map[string]string{"index.html": page}))
	for lines.Scan() {
		if lines.Text() == "event: changed" {
			return
		}
	}
	t.Error("the page was not told of the change")
}

func TestWatchSeesFilesAndNewFolders(t *testing.T) {
	folder := t.TempDir()
	changed := make(chan struct{}, 10)
	ctx, stop := context.WithTimeout(t.Context(), 10*time.Second)
	defer stop()
	var watched sync.WaitGroup
	watched.Go(func() {
		if err := serve.Watch(ctx, []string{folder}, func([]string) { changed <- struct{}{} }); err != nil {
			t.Error(err)
		}
	})
	defer watched.Wait()
	defer stop()
	until := func(what string, write func() error) {
		t.Helper()
		if err := write(); err != nil {
			t.Fatal(err)
		}
		select {
		case <-changed:
		case <-ctx.Done():
			t.Fatalf("%s was not seen", what)
		}
	}
	until("the beginning", func() error { return nil })
	until("a new file", func() error { return os.WriteFile(filepath.Join(folder, "a.yaml"), []byte("a: 1"), 0o644) })
	until("a new folder", func() error {
		return os.Mkdir(filepath.Join(folder, "person"), 0o755)
	})
	until("a file in the new folder", func() error {
		return os.WriteFile(filepath.Join(folder, "person", "b.yaml"), []byte("b: 1"), 0o644)
	})
}
