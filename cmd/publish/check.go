package main

import (
	"fmt"

	"github.com/spf13/cobra"

	build "example.org/publish/build"
	"example.org/publish/build/edit"
	"example.org/publish/build/mend"
	"example.org/publish/build/problem"
)

func newCheck(t terminal) *cobra.Command {
	var flags datasetFlags
	var fix bool
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
  publish check --format sarif > problems.sarif`,
		Args: noArguments,
		RunE: func(*cobra.Command, []string) error {
			checked, err := flags.check(t)
			if err != nil {
				return err
			}
			if fix {
				if checked, err = flags.mend(t, checked); err != nil {
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
	return c
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
