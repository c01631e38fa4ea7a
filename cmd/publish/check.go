package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"slices"

	"github.com/spf13/cobra"

	build "example.org/publish/build"
	"example.org/publish/build/edit"
	"example.org/publish/build/history"
	"example.org/publish/build/mend"
	"example.org/publish/build/problem"
)

func newCheck(t terminal) *cobra.Command {
	var flags datasetFlags
	var fix bool
	var since string
	c := &cobra.Command{
		Use:   "check",
		Short: "Look for problems in the facts",
		Long: `Check reads every file of the facts and shows all that is wrong, each with its
place, its rule and what would be right. It writes nothing, unless --fix tells
it to mend what can be mended in one way only; then it lists what it mended and
shows what is left.`,
		Example: `  publish check
  publish check --fix
  publish check --dataset path/to/facts --all
  publish check --format sarif > problems.sarif
  publish check --since main`,
		Args: noArguments,
		RunE: func(c *cobra.Command, _ []string) error {
			checked, err := flags.check(t)
			if err != nil {
				return err
			}
			if fix {
				if checked, err = flags.mend(t, checked); err != nil {
					return err
				}
			}
			if since != "" {
				if checked.Problems, err = flags.changedFirst(c.Context(), checked, since); err != nil {
					return err
				}
			}
			if err := flags.passed(t, checked); err != nil {
				return err
			}
			if flags.format == "text" && len(checked.Problems) == 0 {
				d := checked.Dataset
				fmt.Fprintf(t.err, "%s and %s: no problems\n",
					count(len(d.Entities), "entity", "entities"), count(len(d.Sources), "source", "sources"))
			}
			return nil
		},
	}
	flags.add(c)
	c.Flags().BoolVar(&fix, "fix", false, "mend what can be mended in one way only")
	c.Flags().StringVar(&since, "since", "", "show problems first of files that changed since this revision of git")
	return c
}

// changedFirst puts the problems of files that changed since a revision before
// those of others, and of each the errors before the warnings.
func (f *datasetFlags) changedFirst(ctx context.Context, checked build.Checked, since string) ([]problem.Problem, error) {
	repository, err := history.Open(ctx, f.dataset)
	if errors.Is(err, history.ErrNone) {
		return nil, errors.New("--since asks git what changed, and there is no git repository here")
	}
	if err != nil {
		return nil, err
	}
	revision, err := repository.Resolve(ctx, since)
	if err != nil {
		return nil, err
	}
	before, err := repository.Read(ctx, revision)
	if err != nil {
		return nil, err
	}
	same := map[string]bool{}
	for _, file := range checked.Dataset.Files {
		was, err := fs.ReadFile(before, file.Name)
		same[file.Name] = err == nil && bytes.Equal(was, file.Content)
	}
	problems := slices.Clone(checked.Problems)
	slices.SortStableFunc(problems, func(a, b problem.Problem) int {
		rank := func(p problem.Problem) int {
			n := 0
			if same[p.File] {
				n += 2
			}
			if p.Severity == problem.Warning {
				n++
			}
			return n
		}
		return rank(a) - rank(b)
	})
	return problems, nil
}

// mend writes the mendings of the problems that have only one, says what they
// are and returns what is left.
func (f *datasetFlags) mend(t terminal, checked build.Checked) (build.Checked, error) {
	mended := mend.Dataset(checked.Dataset, checked.Passed, checked.Problems)
	if err := edit.Write(f.dataset, mended.Changes); err != nil {
		return checked, err
	}
	if err := problem.Mended(t.err, mended.Problems, f.prefix()); err != nil {
		return checked, err
	}
	return build.Checked{Dataset: mended.Dataset, Passed: mended.Passed, Problems: mended.Left}, nil
}
