package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"example.org/publish/build/edit"
	"example.org/publish/build/editor"
	"example.org/publish/build/fact"
	"example.org/publish/build/load"
	"example.org/publish/build/problem"
)

func newSchema(t terminal) *cobra.Command {
	var flags datasetFlags
	var onlyCheck bool
	c := &cobra.Command{
		Use:   "schema",
		Short: "Write JSON Schemas, for editors to complete and explain the facts",
		Long: `Schema writes a JSON Schema for each type, for sources and for the other files to
the folder .schema of the dataset. With them an editor that knows
yaml-language-server completes keys, ids and codes, shows what they mean and
marks the commonest mistakes. A file names its schema in its first line:

  # yaml-language-server: $schema=../.schema/person.json

They are made from the dataset's own schema and from its ids; "publish new" and
"publish mv" keep them current where the folder is.`,
		Example: `  publish schema
  publish schema --check`,
		Args: noArguments,
		RunE: func(*cobra.Command, []string) error {
			facts, err := openDataset(flags.dataset)
			if err != nil {
				return err
			}
			d, problems, err := load.Load(facts)
			if err != nil {
				return err
			}
			if problems = ofSchema(problems); len(problems) > 0 {
				if err := flags.text(t, problems, d.Files); err != nil {
					return err
				}
				return errProblems
			}
			changes, err := flags.schemas(d)
			if err != nil {
				return err
			}
			if !onlyCheck {
				err = edit.Write(flags.dataset, changes)
			}
			if err != nil {
				return err
			}
			for _, c := range changes {
				fmt.Fprintln(t.out, flags.prefix()+c.Name)
			}
			switch {
			case len(changes) == 0:
				fmt.Fprintf(t.err, "%s are current\n", count(len(editor.Files(d)), "schema", "schemas"))
			case onlyCheck:
				fmt.Fprintf(t.err, "%s not current: run \"publish schema\"\n", count(len(changes), "schema is", "schemas are"))
				return errProblems
			}
			return nil
		},
	}
	flags.addFolder(c)
	c.Flags().BoolVar(&onlyCheck, "check", false, "write nothing; list the schemas that are not current, and exit with 1 if there are any")
	return c
}

// ofSchema are the problems of the files that schemas are made from.
func ofSchema(problems []problem.Problem) []problem.Problem {
	return slices.DeleteFunc(problems, func(p problem.Problem) bool {
		return p.File != "dataset.yaml" && !strings.HasPrefix(p.File, "schema/")
	})
}

// schemas are the changes that make the schemas current.
func (f *datasetFlags) schemas(d *fact.Dataset) ([]edit.Change, error) {
	var changes []edit.Change
	made := map[string]bool{}
	for _, file := range editor.Files(d) {
		made[file.Name] = true
		before, err := os.ReadFile(filepath.Join(f.dataset, filepath.FromSlash(file.Name)))
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return nil, err
		}
		if err != nil || string(before) != string(file.Content) {
			changes = append(changes, edit.Change{Name: file.Name, Before: before, After: file.Content})
		}
	}
	there, err := filepath.Glob(filepath.Join(f.dataset, editor.Folder, "*.json"))
	if err != nil {
		return nil, err
	}
	for _, file := range there {
		name := editor.Folder + "/" + filepath.Base(file)
		if made[name] {
			continue
		}
		before, err := os.ReadFile(file)
		if err != nil {
			return nil, err
		}
		if strings.Contains(string(before), editor.Mark) { // of a type that is gone
			changes = append(changes, edit.Change{Name: name, Before: before})
		}
	}
	return changes, nil
}

// refresh makes the schemas current where somebody has asked for them once.
func (f *datasetFlags) refresh(d *fact.Dataset) ([]edit.Change, error) {
	if _, err := os.Stat(filepath.Join(f.dataset, editor.Folder)); err != nil {
		return nil, nil
	}
	return f.schemas(d)
}
