package main

import (
	"fmt"

	"github.com/spf13/cobra"
)

func newCheck(t terminal) *cobra.Command {
	var flags datasetFlags
	c := &cobra.Command{
		Use:   "check",
		Short: "Look for problems in the facts",
		Long: `Check reads every file of the facts and shows all that is wrong, each with its
place, its rule and what would be right. It writes nothing.`,
		Example: `  publish check
  publish check --dataset path/to/facts --all
  publish check --format sarif > problems.sarif`,
		Args: noArguments,
		RunE: func(*cobra.Command, []string) error {
			checked, err := flags.check(t)
			if err != nil {
				return err
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
	return c
}
