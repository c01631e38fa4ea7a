// Package mend makes the mendings that a check has no doubt about: those of
// problems that can be mended in one way only.
package mend

import (
	"bytes"
	"slices"

	"example.org/publish/build/check"
	"example.org/publish/build/edit"
	"example.org/publish/build/fact"
	"example.org/publish/build/load"
	"example.org/publish/build/problem"
)

// Mended is a dataset whose problems are mended as far as they can be.
type Mended struct {
	Changes  []edit.Change     // of the files, in the order of their names
	Problems []problem.Problem // that are mended, in the order in which they were
	Dataset  *fact.Dataset
	Passed   *check.Passed     // nil when a problem is left that is an error
	Left     []problem.Problem // that are not mended
}

// rounds is how often what one mending brings to light is mended in its turn.
const rounds = 10

// Dataset mends a dataset, given what its check said of it. It changes nothing
// that it was given, and no file: that is left to [edit.Write].
func Dataset(d *fact.Dataset, passed *check.Passed, problems []problem.Problem) Mended {
	m := Mended{Dataset: d, Passed: passed, Left: problems}
	var strays []problem.Problem // are about files that are not read
	for _, p := range problems {
		if p.Rule == load.StrayFile {
			strays = append(strays, p)
		}
	}
	for range rounds {
		files, made := round(m.Dataset.Files, m.Left)
		if len(made) == 0 {
			break
		}
		next, loaded := load.Files(files)
		if len(loaded) > unread(m.Left) {
			break // a mending that breaks its file is none
		}
		m.Dataset = next
		m.Passed, m.Left = check.Run(next, slices.Concat(strays, loaded))
		m.Problems = append(m.Problems, made...)
	}
	for i, f := range m.Dataset.Files {
		if before := d.Files[i].Content; !bytes.Equal(before, f.Content) {
			m.Changes = append(m.Changes, edit.Change{Name: f.Name, Before: before, After: f.Content})
		}
	}
	return m
}

// round makes the fixes of the problems, and returns all files as they then are
// and the problems whose fixes were made.
func round(files []fact.File, problems []problem.Problem) ([]fact.File, []problem.Problem) {
	byFile := map[string][]problem.Problem{}
	for _, p := range problems {
		if p.Fix != nil {
			byFile[p.File] = append(byFile[p.File], p)
		}
	}
	files = slices.Clone(files)
	var all []problem.Problem
	for i, f := range files {
		mendable := byFile[f.Name]
		if len(mendable) == 0 {
			continue
		}
		fixes := make([]problem.Fix, len(mendable))
		for k, p := range mendable {
			fixes[k] = *p.Fix
		}
		content, made := edit.Apply(f.Content, fixes)
		files[i].Content = content
		for k, p := range mendable {
			if made[k] {
				all = append(all, p)
			}
		}
	}
	return files, all
}

// unread counts the problems that were met while the files were read.
func unread(problems []problem.Problem) int {
	n := 0
	for _, p := range problems {
		if slices.Contains(load.Rules, p.Rule) && p.Rule != load.StrayFile {
			n++
		}
	}
	return n
}
