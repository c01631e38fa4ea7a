// Package release knows the versions of a dataset: what each says, what changed
// from one to the next, and what of it is published.
//
// An older version is read from git, held to what compiling needs of it, and
// compiled like today's facts. The package says nothing in words of its own and
// writes no page.
package release

import (
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"slices"

	"example.org/publish/build/check"
	"example.org/publish/build/compile"
	"example.org/publish/build/diff"
	"example.org/publish/build/export"
	"example.org/publish/build/fact"
	"example.org/publish/build/history"
	"example.org/publish/build/load"
	"example.org/publish/build/problem"
)

// Facts are facts that were read to be compared. Their catalog is nil when the
// problems are such that they cannot be compiled.
type Facts struct {
	Catalog  *compile.Catalog
	Problems []problem.Problem
	Files    []fact.File
	Ledger   []fact.Issued
}

// Read compiles facts to be compared. They need not pass every rule, only those
// that compiling rests on.
func Read(facts fs.FS, commit compile.Commit) (Facts, error) {
	written, unread, err := load.Load(facts)
	if err != nil {
		return Facts{}, err
	}
	passed, problems := check.RunReleased(written, unread)
	read := Facts{Problems: problems, Files: written.Files, Ledger: written.Ledger}
	if passed != nil {
		read.Catalog = compile.Compile(passed, commit)
	}
	return read, nil
}

// At compiles the facts of a revision of the repository. Its catalog is never
// nil: facts that cannot be compiled are an error.
func At(ctx context.Context, r *history.Repository, revision string) (Facts, error) {
	facts, err := r.Read(ctx, revision)
	if err != nil {
		return Facts{}, err
	}
	commit, err := r.Last(ctx, revision)
	if err != nil {
		return Facts{}, err
	}
	read, err := Read(facts, compile.Commit(commit))
	if err != nil {
		return Facts{}, fmt.Errorf("%s: %w", revision, err)
	}
	if read.Catalog == nil {
		first := read.Problems[0]
		return Facts{}, fmt.Errorf("the facts of %s cannot be compiled: %s:%d: %s [%s]; %d problems in all",
			revision, first.File, first.Pos.Line, first.Message, first.Rule, len(read.Problems))
	}
	return read, nil
}

// State is what a catalog says, with the columns of its downloads.
func State(c *compile.Catalog) *diff.State {
	s := diff.Of(c)
	for _, t := range export.Tables(c) {
		table := diff.Table{Name: t.Name}
		for _, column := range t.Columns {
			table.Columns = append(table.Columns, column.Name)
		}
		s.Tables = append(s.Tables, table)
	}
	return s
}

// The files of a built site that tell what it says.
const (
	Dataset  = export.Folder + "dataset.json"
	codebook = export.Folder + "codebook.csv"
)

// Site is what a site says that was built before, at the root of the file
// system.
func Site(site fs.FS) (*diff.State, error) {
	file, err := site.Open(Dataset)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	s, err := diff.Read(file)
	if err != nil {
		return nil, err
	}
	s.Tables, err = columns(site)
	return s, err
}

// columns reads the tables from a site's codebook; none when it has no codebook.
func columns(site fs.FS) ([]diff.Table, error) {
	file, err := site.Open(codebook)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	defer file.Close()
	rows := csv.NewReader(file)
	head, err := rows.Read()
	if err != nil {
		return nil, fmt.Errorf("%s: %w", codebook, err)
	}
	table, column := slices.Index(head, "table"), slices.Index(head, "column")
	if table < 0 || column < 0 {
		return nil, fmt.Errorf("%s has no columns table and column", codebook)
	}
	var tables []diff.Table
	for {
		row, err := rows.Read()
		if err == io.EOF {
			return tables, nil
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w", codebook, err)
		}
		if len(tables) == 0 || tables[len(tables)-1].Name != row[table] {
			tables = append(tables, diff.Table{Name: row[table]})
		}
		last := &tables[len(tables)-1]
		last.Columns = append(last.Columns, row[column])
	}
}
