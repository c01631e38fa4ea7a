package build_test

import (
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/rogpeppe/go-internal/txtar"

	build "example.org/publish/build"
	"example.org/publish/build/problem"
)

// What one hostile file may cost until it has its problem or is published.
const (
	hostileTime   = 2 * time.Second // of all processors, however many others share them
	hostileMemory = 500 << 20       // bytes that were allocated, freed or not
)

// TestNothingThatIsWrittenBreaksTheBuild lays each file of the corpus on a small
// dataset: it gets a problem that has a place, or it is published.
func TestNothingThatIsWrittenBreaksTheBuild(t *testing.T) {
	corpus := hostileFacts()
	for name, content := range yamlSuite(t) {
		corpus["the YAML test suite: "+name] = hostile{"person/suite.yaml": content}
	}
	published := 0
	for name, files := range corpus {
		t.Run(name, func(t *testing.T) {
			dataset := onBase(t, files)
			runtime.GC()
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			begin := processorTime()
			checked, err := build.Check(dataset)
			took := processorTime() - begin
			runtime.ReadMemStats(&after)
			if err != nil {
				t.Fatalf("an error, not a problem: %v", err)
			}
			if took > hostileTime {
				t.Errorf("took %v", took)
			}
			if memory := after.TotalAlloc - before.TotalAlloc; memory > hostileMemory {
				t.Errorf("took %d MB", memory>>20)
			}
			if checked.Passed == nil && len(checked.Problems) == 0 {
				t.Error("refused without a problem")
			}
			for _, p := range checked.Problems {
				if p.File == "" || p.Message == "" || p.Rule == "" {
					t.Errorf("a problem without a place or a word: %+v", p)
				}
			}
			if err := problem.Text(io.Discard, checked.Problems, checked.Dataset.Files, problem.Options{}); err != nil {
				t.Error(err)
			}
			if checked.Passed != nil {
				published++
				if _, err := build.Render(t.Context(), build.Input{Checked: checked}, nowhere{}, func(string) {}); err != nil {
					t.Errorf("passed the check and cannot be published: %v", err)
				}
			}
		})
	}
	t.Logf("%d hostile files, %d of them harmless and published", len(corpus), published)
	if len(corpus) < 300 {
		t.Errorf("only %d hostile files", len(corpus))
	}
}

// onBase is the small dataset of the rules' tests with other files laid on it.
func onBase(t *testing.T, files hostile) fstest.MapFS {
	t.Helper()
	a, err := txtar.ParseFile("check/testdata/base.txtar")
	if err != nil {
		t.Fatal(err)
	}
	dataset := fstest.MapFS{}
	for _, f := range a.Files {
		dataset[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	for name, content := range files {
		dataset[name] = &fstest.MapFile{Data: []byte(content)}
	}
	return dataset
}

// yamlSuite are the documents of the public YAML test suite, as the YAML library
// brings them with its own tests.
func yamlSuite(t *testing.T) map[string]string {
	t.Helper()
	folder, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/goccy/go-yaml").Output()
	if err != nil {
		t.Fatal(err)
	}
	documents, err := filepath.Glob(filepath.Join(strings.TrimSpace(string(folder)), "testdata", "yaml-test-suite", "*", "in.yaml"))
	if err != nil || len(documents) == 0 {
		t.Fatalf("the YAML library brings no test suite: %v", err)
	}
	suite := map[string]string{}
	for _, name := range documents {
		content, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		suite[filepath.Base(filepath.Dir(name))] = string(content)
	}
	return suite
}

// nowhere is a sink that keeps nothing.
type nowhere struct{}

func (nowhere) Create(string) (io.WriteCloser, error) { return nowhere{}, nil }
func (nowhere) Write(b []byte) (int, error)           { return len(b), nil }
func (nowhere) Close() error                          { return nil }
func (nowhere) Link(string, string) error             { return nil }

// hostile are files that are laid on a dataset: name → content.
type hostile map[string]string

// hostileFacts are files that somebody might write in malice or by accident,
// each under a word that tells what it tries.
func hostileFacts() map[string]hostile {
	corpus := map[string]hostile{}
	add := func(name, file, content string) { corpus[name] = hostile{file: content} }
	// value puts a value where the property of a person has one.
	value := func(name, property, value string) {
		add(name, "person/mallory.yaml", fmt.Sprintf("name: Mallory\nfacts:\n  %s:\n    - value: %s\n      cite: sketch#p1\n", property, value))
	}
	for _, shape := range hostileShapes {
		add("shape: "+shape.name, "person/mallory.yaml", shape.content)
	}
	for _, text := range hostileTexts {
		value("a text: "+text.name, "description", fmt.Sprintf("{ en: %q }", text.content))
		add("a name: "+text.name, "person/mallory.yaml", fmt.Sprintf("name: %q\nfacts:\n  knew:\n    - { value: charles-babbage, cite: sketch#p1 }\n", text.content))
	}
	for _, date := range hostileDates {
		value("a date: "+short(date), "born", fmt.Sprintf("%q", date))
	}
	for _, number := range hostileNumbers {
		value("a number: "+short(number), "number-of-notes", fmt.Sprintf("%q", number))
	}
	for _, address := range hostileAddresses {
		value("an address: "+short(address), "homepage", fmt.Sprintf("%q", address))
		add("a source's address: "+short(address), "source/mallory.yaml", fmt.Sprintf("title: A\nkind: article\npublisher: unknown\npublished: unknown\nlanguage: en\nurl: %q\n", address))
	}
	for _, id := range hostileIDs {
		add("the name of a file: "+short(id), "person/"+id+".yaml", "name: Mallory\n")
		value("a reference: "+short(id), "knew", fmt.Sprintf("%q", id))
		value("a citation: "+short(id), "description", fmt.Sprintf("{ en: a }\n      cite: %q\n      note: b", id+"#p1"))
		add("a pinned copy: "+short(id), "source/mallory.yaml", fmt.Sprintf("title: A\nkind: article\npublisher: unknown\npublished: unknown\nlanguage: en\ncopy: { name: %q, sha256: %064d, paragraphs: 3 }\n", id, 0))
	}
	for name, files := range hostileWholes() {
		corpus["a whole: "+name] = files
	}
	return corpus
}

func short(text string) string {
	if len(text) > 40 {
		return text[:40] + fmt.Sprintf("… %d bytes", len(text))
	}
	return text
}
