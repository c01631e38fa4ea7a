// Package move gives an entity or a source another id: its file, and every
// reference to it, wherever it stands, with comments and layout as they are.
package move

import (
	"fmt"
	"slices"
	"strings"

	"example.org/publish/build/check"
	"example.org/publish/build/edit"
	"example.org/publish/build/fact"
	"example.org/publish/build/load"
	"example.org/publish/build/problem"
)

// Moved is a dataset in which an id has become another.
type Moved struct {
	Changes    []edit.Change
	References int // how many references follow
	Dataset    *fact.Dataset
}

// moves is the file of the ids that have moved.
const moves = "moved.yaml"

// ID gives the entity or source with the old id the new one, which must be
// free. The entry is the line that moved.yaml gets, or "" for an id that was
// never published. It changes no file: that is left to [edit.Write].
//
// The problems are errors of the check that were not there before, in the files
// as they would be: then nothing should be written. An error names a reference
// that is not written letter by letter.
func ID(d *fact.Dataset, old, id, entry string) (Moved, []problem.Problem, error) {
	m := Moved{}
	contents := map[string][]byte{}
	for _, f := range d.Files {
		contents[f.Name] = f.Content
	}
	fixes := map[string][]problem.Fix{}
	for r := range references(d) {
		if r.id != old {
			continue
		}
		from, _, verbatim := edit.Span(contents[r.file], r.word)
		if !verbatim {
			return Moved{}, nil, fmt.Errorf("%s:%d:%d: %q is written here with escapes or in several lines: write it plainly", r.file, r.word.Pos.Line, r.word.Pos.Column, old)
		}
		fixes[r.file] = append(fixes[r.file], problem.Fix{From: from, To: from + len(old), Text: id})
		m.References++
	}
	var files []fact.File
	for _, f := range d.Files {
		after := f
		after.Content, _ = edit.Apply(f.Content, fixes[f.Name])
		if folder, isOld := strings.CutSuffix(f.Name, "/"+old+".yaml"); isOld && folder != "schema" {
			after.Name = folder + "/" + id + ".yaml"
			m.Changes = append(m.Changes,
				edit.Change{Name: after.Name, After: after.Content}, edit.Change{Name: f.Name, Before: f.Content})
		}
		if f.Name == moves && entry != "" {
			after.Content = append(ended(after.Content), entry...)
			entry = ""
		}
		if f.Name == after.Name && string(f.Content) != string(after.Content) {
			m.Changes = append(m.Changes, edit.Change{Name: f.Name, Before: f.Content, After: after.Content})
		}
		files = append(files, after)
	}
	if entry != "" {
		files = append(files, fact.File{Name: moves, Content: []byte(entry)})
		m.Changes = append(m.Changes, edit.Change{Name: moves, After: []byte(entry)})
	}
	slices.SortFunc(files, func(a, b fact.File) int { return strings.Compare(a.Name, b.Name) })
	next, after := judge(files)
	_, before := judge(d.Files)
	m.Dataset = next
	return m, without(after, before, strings.NewReplacer(`"`+old+`"`, `"`+id+`"`, "/"+old+".yaml", "/"+id+".yaml")), nil
}

// ended is a text whose last line has an end.
func ended(text []byte) []byte {
	if len(text) > 0 && text[len(text)-1] != '\n' {
		text = append(text, '\n')
	}
	return slices.Clip(text)
}

// without are the errors after a change that were not there before it, but for
// the id in their words.
func without(after, before []problem.Problem, renamed *strings.Replacer) []problem.Problem {
	had := map[string]int{}
	key := func(p problem.Problem) string { return p.Rule + renamed.Replace(p.Message) }
	for _, p := range before {
		had[key(p)]++
	}
	return slices.DeleteFunc(after, func(p problem.Problem) bool {
		had[key(p)]--
		return p.Severity != problem.Error || had[key(p)] >= 0
	})
}

func judge(files []fact.File) (*fact.Dataset, []problem.Problem) {
	d, loaded := load.Files(files)
	_, problems := check.Run(d, loaded)
	return d, problems
}
