package load

import (
	"errors"
	"fmt"
	"io/fs"
	"reflect"
	"runtime"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"example.org/publish/build/fact"
	"example.org/publish/build/problem"
)

func TestFilesAreInOrderOfTheirNames(t *testing.T) {
	d, _ := loaded(t, map[string]string{
		"source/a.yaml": "kind: a\n", "source-of-water/a.yaml": "name: a\n", "ship/b.yaml": "name: b\n", "ship/a.yaml": "name: a\n", "dataset.yaml": "title: a\n",
	})
	var names []string
	for _, f := range d.Files {
		names = append(names, f.Name)
	}
	if want := []string{"dataset.yaml", "ship/a.yaml", "ship/b.yaml", "source-of-water/a.yaml", "source/a.yaml"}; !slices.Equal(names, want) {
		t.Errorf("the order is %v", names)
	}
	if d.Entities[0].ID.Text != "a" || d.Entities[2].Type.Text != "source-of-water" || d.Sources[0].ID.Text != "a" {
		t.Errorf("ids and types are not those of the names: %+v", d.Entities[2])
	}
}

func TestAnUnreadableFileLeavesItsID(t *testing.T) {
	d, problems := loaded(t, map[string]string{
		"ship/a.yaml": "name: [", "source/b.yaml": "\t", "schema/ship.yaml": "- - - }", "dataset.yaml": "",
	})
	if len(problems) != 4 {
		t.Errorf("%d problems, not one for each file:\n%s", len(problems), show(problems))
	}
	if len(d.Entities) != 1 || d.Entities[0].ID.Text != "a" || len(d.Sources) != 1 || len(d.Types) != 1 || d.Info.File == "" {
		t.Errorf("an id is lost: %+v", d)
	}
}

func TestLoadIsTheSameWithOneWorkerAndWithMany(t *testing.T) {
	fsys := fstest.MapFS{}
	for i := range 10_000 {
		text := fmt.Sprintf("name: Ship %d\nfacts:\n  flag:\n    - { value: peru, cite: log#p%d }\n", i, i)
		switch i % 50 {
		case 0:
			text = "name: [\n"
		case 1:
			text = strings.ReplaceAll(text, "cite", "cites")
		}
		fsys[fmt.Sprintf("ship/ship-%d.yaml", i)] = &fstest.MapFile{Data: []byte(text)}
	}
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	alone, aloneProblems, err := Load(fsys)
	if err != nil {
		t.Fatal(err)
	}
	runtime.GOMAXPROCS(8)
	many, manyProblems, err := Load(fsys)
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(alone, many) || !reflect.DeepEqual(aloneProblems, manyProblems) {
		t.Error("the result depends on the number of workers")
	}
	if len(alone.Entities) != 10_000 || len(aloneProblems) != 400 {
		t.Errorf("%d entities and %d problems", len(alone.Entities), len(aloneProblems))
	}
	if !slices.IsSortedFunc(manyProblems, func(a, b problem.Problem) int { return strings.Compare(a.File, b.File) }) {
		t.Error("the problems are not in the order of files")
	}
}

// meeting is a file system in which nobody can open a file alone.
type meeting struct {
	fs.FS
	arrived chan struct{}
}

func (m meeting) Open(name string) (fs.File, error) {
	if strings.HasSuffix(name, ".yaml") {
		select {
		case m.arrived <- struct{}{}:
		case <-m.arrived:
		case <-time.After(time.Minute):
			return nil, errors.New("nobody else reads a file at the same time")
		}
	}
	return m.FS.Open(name)
}

func TestFilesAreReadAtTheSameTime(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(2))
	fsys := meeting{fstest.MapFS{"ship/a.yaml": {Data: []byte("name: a\n")}, "ship/b.yaml": {Data: []byte("name: b\n")}}, make(chan struct{})}
	if _, _, err := Load(fsys); err != nil {
		t.Error(err)
	}
}

// broken is a file system with a file that cannot be read.
type broken struct{ fs.FS }

func (b broken) Open(name string) (fs.File, error) {
	if name == "ship/b.yaml" {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
	}
	return b.FS.Open(name)
}

func TestWhatTheMachineCannotDoIsAnError(t *testing.T) {
	ships := fstest.MapFS{"ship/a.yaml": {Data: []byte("name: [\n")}, "ship/b.yaml": {Data: []byte("name: b\n")}}
	if _, _, err := Load(broken{ships}); !errors.Is(err, fs.ErrPermission) || !strings.Contains(err.Error(), "ship/b.yaml") {
		t.Errorf("a file that cannot be opened: %v", err)
	}
	if _, _, err := Load(fstest.MapFS{"a": {Mode: fs.ModeDir | 0o7}}); err != nil {
		t.Errorf("an empty folder: %v", err)
	}
}

func loaded(t *testing.T, files map[string]string) (*fact.Dataset, []problem.Problem) {
	t.Helper()
	fsys := fstest.MapFS{}
	for name, text := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	d, problems, err := Load(fsys)
	if err != nil {
		t.Fatal(err)
	}
	return d, problems
}

// show writes problems one a line.
func show(problems []problem.Problem) string {
	var b strings.Builder
	for _, p := range problems {
		fmt.Fprintf(&b, "%s:%d:%d: %s [%s]\n", p.File, p.Pos.Line, p.Pos.Column, p.Message, p.Rule)
		if p.Help != "" {
			fmt.Fprintf(&b, "    %s\n", p.Help)
		}
	}
	return b.String()
}
