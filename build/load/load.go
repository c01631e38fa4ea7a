// Package load reads the YAML of a dataset into facts, as they were written.
//
// It is the only door to the YAML library. It knows which files a dataset has
// and which keys each may hold; it does not know whether what they say makes
// sense: a date is text, a reference an id. That is package check's business.
package load

import (
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"runtime"
	"sync"
	"sync/atomic"

	"example.org/publish/build/fact"
	"example.org/publish/build/problem"
)

// Ids of the rules whose problems this package makes; all are errors.
const (
	UnreadableYAML = "unreadable-yaml" // the file's encoding, size or syntax
	YAMLFeature    = "yaml-feature"    // anchors, aliases, tags, several documents …
	UnknownKey     = "unknown-key"
	DuplicateKey   = "duplicate-key"
	WrongShape     = "wrong-shape" // a list where a map is expected, and so on
	StrayFile      = "stray-file"
	LedgerForm     = "ledger-form" // a line of ledger.csv that publish did not write
)

// Rules are the ids of all rules whose problems this package makes.
var Rules = []string{DuplicateKey, LedgerForm, StrayFile, UnknownKey, UnreadableYAML, WrongShape, YAMLFeature}

// Load reads everything under a dataset's folder. What is wrong with the files
// comes back as problems, all of them, in the order of files, lines and
// columns; the dataset holds what could be read. A file that could not be read
// leaves an entity, type or source with nothing but its id, so that what refers
// to it still finds it. An error is what the machine could not do.
//
// Links are never followed. Files are read by as many workers as Go may use
// processors; the result does not depend on them.
func Load(fsys fs.FS) (*fact.Dataset, []problem.Problem, error) {
	return Again(fsys, nothing{})
}

// Memory holds what files were found to say before. Several goroutines use it at
// once.
type Memory interface {
	// Recall fills in what the file said when it had the same content, and
	// reports whether it could.
	Recall(name string, content []byte, into any) bool
	// Keep remembers what the file says: an entity or a source in which there
	// was nothing wrong.
	Keep(name string, content []byte, from any)
}

// nothing remembers nothing.
type nothing struct{}

func (nothing) Recall(string, []byte, any) bool { return false }
func (nothing) Keep(string, []byte, any)        {}

// Again is [Load] with a memory of what files said before: those that have not
// changed since are not read as YAML.
func Again(fsys fs.FS, memory Memory) (*fact.Dataset, []problem.Problem, error) {
	names, strays, err := list(fsys)
	if err != nil {
		return nil, nil, err
	}
	d, problems, err := join(memory, len(names), func(i int) (fact.File, error) {
		content, err := contentOf(fsys, names[i])
		return fact.File{Name: names[i], Content: content}, err
	})
	if err != nil {
		return nil, nil, err
	}
	return d, problem.Sort(append(strays, problems...)), nil
}

// Files is [Load] for the files of a dataset that are at hand already, in the
// order of their names.
func Files(files []fact.File) (*fact.Dataset, []problem.Problem) {
	d, problems, _ := join(nothing{}, len(files), func(i int) (fact.File, error) { return files[i], nil })
	return d, problem.Sort(problems)
}

// join reads n files and puts together what they say.
func join(memory Memory, n int, file func(i int) (fact.File, error)) (*fact.Dataset, []problem.Problem, error) {
	type part struct {
		dataset  *fact.Dataset
		problems []problem.Problem
		err      error
	}
	parts := make([]part, n)
	var next atomic.Int64
	var workers sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), n) {
		workers.Go(func() {
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				p := &parts[i]
				var f fact.File
				if f, p.err = file(i); p.err == nil {
					p.dataset, p.problems = read(f.Name, f.Content, memory)
				}
			}
		})
	}
	workers.Wait()

	whole := &fact.Dataset{}
	var problems []problem.Problem
	for _, p := range parts {
		if p.err != nil {
			return nil, nil, p.err
		}
		add(whole, p.dataset)
		problems = append(problems, p.problems...)
	}
	return whole, problems, nil
}

// add puts what one file says behind what the files before it said.
func add(d, one *fact.Dataset) {
	if one.Info.File != "" {
		d.Info = one.Info
	}
	d.Types = append(d.Types, one.Types...)
	d.Entities = append(d.Entities, one.Entities...)
	d.Sources = append(d.Sources, one.Sources...)
	d.Moves = append(d.Moves, one.Moves...)
	d.Ledger = append(d.Ledger, one.Ledger...)
	d.Silences = append(d.Silences, one.Silences...)
	d.Files = append(d.Files, one.Files...)
}

// contentOf returns a file's bytes, cut off just above the limit that [File] refuses.
func contentOf(fsys fs.FS, name string) ([]byte, error) {
	f, err := fsys.Open(name)
	if err != nil {
		return nil, fmt.Errorf("read the dataset: %w", err)
	}
	defer f.Close()
	limit := int64(maxBytes)
	if kindOf(name) == ledgerFile {
		limit = maxLedger
	}
	var b bytes.Buffer
	if _, err := b.ReadFrom(io.LimitReader(f, limit+1)); err != nil {
		return nil, fmt.Errorf("read the dataset: %w", err)
	}
	return b.Bytes(), nil
}
