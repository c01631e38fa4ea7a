package main

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"example.org/publish/build/edit"
	"example.org/publish/build/fact"
	"example.org/publish/build/format"
	"example.org/publish/build/nearest"
)

func newFmt(t terminal) *cobra.Command {
	var flags datasetFlags
	var onlyCheck bool
	c := &cobra.Command{
		Use:   "fmt [file…]",
		Short: "Write files of the facts in their one form",
		Long: `Fmt writes the files, or all of them, in the one form that the files of a
dataset have, so that a change of a file shows only what it changes: keys in one
order, properties in that of the schema, quotes where YAML needs them and around
dates, a statement's texts and citations on one line each. Statements stay in
their order, and comments with what they are about.

It lists the files that had another form. A file that cannot be read is left as
it is; its problems are shown.`,
		Example: `  publish fmt
  publish fmt dataset/person/ada-lovelace.yaml
  publish fmt --check`,
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			return []string{"yaml"}, cobra.ShellCompDirectiveFilterFileExt
		},
		RunE: func(_ *cobra.Command, args []string) error {
			d, err := flags.load()
			if err != nil {
				return err
			}
			files := d.Files
			if len(args) > 0 {
				if files, err = flags.named(d, args); err != nil {
					return err
				}
			}
			changes, problems, err := format.Files(d, files)
			if err != nil {
				return err
			}
			if !onlyCheck {
				if err := edit.Write(flags.dataset, changes); err != nil {
					return err
				}
			}
			for _, c := range changes {
				fmt.Fprintln(t.out, flags.prefix()+c.Name)
			}
			if err := flags.text(t, problems, d.Files); err != nil {
				return err
			}
			switch {
			case onlyCheck && len(changes) > 0:
				verb := "have"
				if len(changes) == 1 {
					verb = "has"
				}
				fmt.Fprintf(t.err, "%s %s another form: run \"publish fmt\"\n", count(len(changes), "file", "files"), verb)
				return errProblems
			case len(problems) > 0:
				return errProblems
			case len(changes) == 0:
				fmt.Fprintf(t.err, "%s: nothing to change\n", count(len(files), "file", "files"))
			}
			return nil
		},
	}
	flags.addFolder(c)
	c.Flags().BoolVar(&onlyCheck, "check", false, "change nothing; list the files that have another form, and exit with 1 if there are any")
	return c
}

// named returns the files of the dataset that the arguments name, as paths from
// the working folder; a folder stands for all files in it.
func (f *datasetFlags) named(d *fact.Dataset, args []string) ([]fact.File, error) {
	var files []fact.File
	for _, arg := range args {
		name, err := f.below(arg)
		if err != nil {
			return nil, err
		}
		found := 0
		for _, file := range d.Files {
			if name == "." || file.Name == name || strings.HasPrefix(file.Name, name+"/") {
				found++
				if !slices.ContainsFunc(files, func(o fact.File) bool { return o.Name == file.Name }) {
					files = append(files, file)
				}
			}
		}
		if found > 0 {
			continue
		}
		var names []string
		for _, file := range d.Files {
			names = append(names, file.Name)
		}
		hint := "name one that ends in .yaml"
		if near := nearest.Name(name, names); near != "" {
			hint = fmt.Sprintf("did you mean %s?", f.prefix()+near)
		}
		return nil, usageError{fmt.Errorf("%s is no file of the facts: %s", arg, hint)}
	}
	return files, nil
}

// below is the name below the dataset's folder of a path from the working folder.
func (f *datasetFlags) below(path string) (string, error) {
	folder, err := filepath.Abs(f.dataset)
	if err != nil {
		return "", err
	}
	file, err := filepath.Abs(path)
	if err != nil {
		return "", err
	}
	name, err := filepath.Rel(folder, file)
	if err != nil || !filepath.IsLocal(name) {
		return "", usageError{fmt.Errorf("%s is not in the folder of the facts, %s", path, f.dataset)}
	}
	return filepath.ToSlash(name), nil
}
