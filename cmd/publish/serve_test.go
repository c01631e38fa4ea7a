package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"example.org/publish/build/serve"
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
	told := func(what string, seen func(serve.Told) bool) {
		t.Helper()
		var told serve.Told
		for ctx.Err() == nil {
			r, err := http.Get(address.Text() + ".publish/problems")
			if err != nil {
				t.Fatal(err)
			}
			err = json.NewDecoder(r.Body).Decode(&told)
			r.Body.Close()
			if err != nil {
				t.Fatal(err)
			}
			if seen(told) {
				return
			}
			<-time.After(20 * time.Millisecond)
		}
		t.Fatalf("%s was not told, but %+v", what, told)
	}
	told("the mistake", func(told serve.Told) bool {
		return cmp.Equal(told, serve.Told{Summary: "1 problem in 1 file", Problems: []serve.Problem{{
			Place: filepath.ToSlash(folder) + "/person/ada-lovelace.yaml:5:11", Severity: "error", Rule: "unknown-entity",
			Message: `no entity has the id "nobody"`, Help: "write the id of an entity, or add its file: <type>/nobody.yaml",
			Excerpt: "      by: nobody\n          ^^^^^^", Page: "person/ada-lovelace/", Anchor: "p-description",
		}}})
	})
	shows("the last good build", func(body string) bool { return strings.Contains(body, "analyst") })
	edit("by: nobody", "by: charles-babbage")
	shows("the mended claim", func(body string) bool { return strings.Count(body, "Charles Babbage") > 1 })
	told("that all is well", func(told serve.Told) bool { return len(told.Problems) == 0 && told.Summary == "" })
	if !strings.Contains(messages.String(), "shown in ") {
		t.Errorf("no page was shown before the whole was built; the terminal says:\n%s", messages)
	}
	stop()
	if got := <-code; got != exitFine {
		t.Errorf("serve ended with %d; want 0", got)
	}
}
