package format

import (
	"path"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"example.org/publish/build/edit"
	"example.org/publish/build/fact"
	"example.org/publish/build/problem"
)

// Files returns the changes that give files of a dataset their form, none for
// those that have it and for the ledger, which is no YAML. Problems and errors are those of [Style.File]; with an
// error, there are no changes.
func Files(d *fact.Dataset, files []fact.File) ([]edit.Change, []problem.Problem, error) {
	style := StyleOf(d)
	files = slices.DeleteFunc(slices.Clone(files), func(f fact.File) bool { return path.Ext(f.Name) != ".yaml" })
	type part struct {
		formed   []byte
		problems []problem.Problem
		err      error
	}
	parts := make([]part, len(files))
	var next atomic.Int64
	var workers sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(files)) {
		workers.Go(func() {
			for i := int(next.Add(1)) - 1; i < len(files); i = int(next.Add(1)) - 1 {
				p := &parts[i]
				p.formed, p.problems, p.err = style.File(files[i].Name, files[i].Content)
			}
		})
	}
	workers.Wait()

	var changes []edit.Change
	var problems []problem.Problem
	for i, p := range parts {
		if p.err != nil {
			return nil, nil, p.err
		}
		problems = append(problems, p.problems...)
		if string(p.formed) != string(files[i].Content) {
			changes = append(changes, edit.Change{Name: files[i].Name, Before: files[i].Content, After: p.formed})
		}
	}
	return changes, problem.Sort(problems), nil
}
