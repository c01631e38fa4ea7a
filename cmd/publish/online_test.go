package main

import (
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestAddressesThatDoNotAnswerAreShown(t *testing.T) {
	requests := 0
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		requests++
		if !strings.Contains(r.UserAgent(), "https://example.org/programmers/") {
			t.Errorf("the host cannot tell who asks: %s", r.UserAgent())
		}
		if r.URL.Path != "/notes" {
			w.WriteHeader(http.StatusNotFound)
		}
	}))
	defer server.Close()
	folder := filepath.Join(t.TempDir(), "dataset")
	if err := copyTree(folder, os.DirFS("testdata/small")); err != nil {
		t.Fatal(err)
	}
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	source := filepath.Join(folder, "source", "notes.yaml")
	good := strings.Replace(read(t, folder, "source/notes.yaml"), "https://example.org/notes", server.URL+"/notes", 1)
	write(t, source, good)
	if said := runs(t, exitFine, "verify", "--dataset", folder, "--online"); !strings.Contains(said, "200 OK\n1 address: 1 answered\n") {
		t.Errorf("it says:\n%s", said)
	}
	runs(t, exitFine, "verify", "--dataset", folder, "--online")
	if requests != 1 {
		t.Errorf("%d requests; what is known is not asked again", requests)
	}
	write(t, source, strings.Replace(good, "/notes\n", "/gone\n", 1))
	said := runs(t, exitProblems, "verify", "--dataset", folder, "--online")
	for _, want := range []string{
		"404 Not Found\n1 address: 0 answered\n",
		"there is nothing at the address any more: 404 Not Found [lost-address]",
		"look for a snapshot in a web archive",
	} {
		if !strings.Contains(said, want) {
			t.Errorf("it does not say %q but:\n%s", want, said)
		}
	}
	runs(t, exitUsage, "verify", "--dataset", folder, "--online", "--copies", folder)
}
