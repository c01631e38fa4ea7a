package main

import (
	"bufio"
	"bytes"
	"context"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

// lockedBuffer is a buffer that a command writes while a test reads it.
type lockedBuffer struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (l *lockedBuffer) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.Write(p)
}

func (l *lockedBuffer) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.String()
}

func TestServeShowsTheLastGoodBuild(t *testing.T) {
	folder := t.TempDir()
	if err := copyTree(folder, os.DirFS("testdata/small")); err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithTimeout(t.Context(), time.Minute)
	out, in := io.Pipe()
	messages := &lockedBuffer{}
	code := make(chan int, 1)
	go func() {
		cache := t.TempDir()
		environment := func(name string) string {
			return map[string]string{"SOURCE_DATE_EPOCH": "0", "PUBLISH_CACHE": cache}[name]
		}
		code <- run(ctx, []string{"serve", "--dataset", folder, "--address", "localhost:0"},
			terminal{in: strings.NewReader(""), out: in, err: messages, env: environment})
		in.Close()
	}()
	defer stop()
	address := bufio.NewScanner(out)
	if !address.Scan() {
		t.Fatalf("serve ended with %d and said:\n%s", <-code, messages)
	}
	page := address.Text() + "person/ada-lovelace/"
	shows := func(what string, seen func(body string) bool) {
		t.Helper()
		for ctx.Err() == nil {
			if r, err := http.Get(page); err == nil {
				body, _ := io.ReadAll(r.Body)
				r.Body.Close()
				if seen(string(body)) {
					return
				}
			}
			<-time.After(50 * time.Millisecond)
		}
		t.Fatalf("%s was not shown; the terminal says:\n%s", what, messages)
	}
	ada := filepath.Join(folder, "person", "ada-lovelace.yaml")
	edit := func(old, new string) {
		t.Helper()
		content, err := os.ReadFile(ada)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(ada, []byte(strings.Replace(string(content), old, new, 1)), 0o666); err != nil {
			t.Fatal(err)
		}
	}

	shows("the page", func(body string) bool { return strings.Contains(body, "mathematician") })
	edit("mathematician", "analyst")
	shows("the edit", func(body string) bool { return strings.Contains(body, "analyst") })
	edit("cite: notes#p1", "by: nobody\n      cite: notes#p1")
	for !strings.Contains(messages.String(), `no entity has the id "nobody"`) {
		if ctx.Err() != nil {
			t.Fatalf("the mistake is not in the terminal, which says:\n%s", messages)
		}
		<-time.After(20 * time.Millisecond)
	}
	shows("the last good build", func(body string) bool { return strings.Contains(body, "analyst") })
	edit("by: nobody", "by: charles-babbage")
	shows("the mended claim", func(body string) bool { return strings.Count(body, "Charles Babbage") > 1 })
	stop()
	if got := <-code; got != exitFine {
		t.Errorf("serve ended with %d; want 0", got)
	}
}
