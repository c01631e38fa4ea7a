package main

import (
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/cobra/doc"
)

func newMan(t terminal) *cobra.Command {
	return &cobra.Command{
		Use:    "man <folder>",
		Short:  "Write the manual pages of all commands",
		Long:   `Man writes a manual page (man 7 man-pages, section 1) of each command to a folder.`,
		Hidden: true,
		Args:   arguments(1, 1, "the folder"),
		RunE: func(c *cobra.Command, args []string) error {
			if err := os.MkdirAll(args[0], 0o777); err != nil {
				return err
			}
			// A page has no date: the same program writes the same pages.
			never := time.Unix(0, 0).UTC()
			header := &doc.GenManHeader{Title: "PUBLISH", Section: "1", Source: "publish", Manual: "publish", Date: &never}
			c.Root().DisableAutoGenTag = true
			if err := doc.GenManTree(c.Root(), header, args[0]); err != nil {
				return err
			}
			pages, err := filepath.Glob(filepath.Join(args[0], "*.1"))
			fmt.Fprintln(t.out, count(len(pages), "page", "pages"))
			return err
		},
	}
}
