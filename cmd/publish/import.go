package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"example.org/publish/build/check"
	"example.org/publish/build/convert"
	"example.org/publish/build/edit"
	"example.org/publish/build/fact"
	"example.org/publish/build/format"
	"example.org/publish/build/load"
	"example.org/publish/build/mend"
	"example.org/publish/build/problem"
)

func newImport(t terminal) *cobra.Command {
	c := &cobra.Command{
		Use:   "import",
		Short: "Make files of the facts from a table or from Wikidata",
		Long: `Import writes files of entities, each statement with its source and its place
there, as a mapping says; docs/importing.md explains it. What it writes passes the
check; what it cannot keep it lists. A file that exists is never overwritten.`,
		Args: noArguments,
		RunE: func(c *cobra.Command, _ []string) error {
			return usageError{errors.New("say what to import: csv or wikidata")}
		},
	}
	c.AddCommand(newImportOf(t, "csv", "table.csv", `Csv makes an entity of each row of a table (CSV in UTF-8, the first row names the
columns). Rows with one id are one entity. The source and the place come from the
mapping or from columns; the source is there already ("publish new source").`,
		func(d *fact.Dataset, file string, m fact.Mapping, in io.Reader) (convert.Made, []problem.Problem, error) {
			table, err := convert.ReadTable(in)
			if err != nil {
				return convert.Made{}, nil, err
			}
			if wrong := convert.Judge(file, m, d, table.Columns); len(wrong) > 0 {
				return convert.Made{}, wrong, nil
			}
			return convert.CSV(d, m, table), nil, nil
		}))
	c.AddCommand(newImportOf(t, "wikidata", "Q42.json", `Wikidata makes an entity of each entity in a file of Wikidata's JSON, as
https://www.wikidata.org/wiki/Special:EntityData/Q42.json has it, and a source of
the revision that it is. A statement's place is its id there.`,
		func(d *fact.Dataset, file string, m fact.Mapping, in io.Reader) (convert.Made, []problem.Problem, error) {
			items, err := convert.ReadItems(in)
			if err != nil {
				return convert.Made{}, nil, err
			}
			if wrong := convert.Judge(file, m, d, nil); len(wrong) > 0 {
				return convert.Made{}, wrong, nil
			}
			return convert.Wikidata(d, m, items), nil, nil
		}))
	return c
}

// converter makes files of what it reads, or says what is wrong with the
// mapping.
type converter func(d *fact.Dataset, file string, m fact.Mapping, in io.Reader) (convert.Made, []problem.Problem, error)

func newImportOf(t terminal, name, example, long string, convert converter) *cobra.Command {
	var flags datasetFlags
	var mapping string
	c := &cobra.Command{
		Use:     name + " <file>",
		Short:   "Make files of the facts from " + map[string]string{"csv": "a table", "wikidata": "entities of Wikidata"}[name],
		Long:    long,
		Example: "  publish import " + name + " --map mapping.yaml " + example,
		Args:    arguments(1, 1, "the file"),
		RunE: func(_ *cobra.Command, args []string) error {
			if mapping == "" {
				return usageError{errors.New("say with --map how the data become facts: docs/importing.md has examples")}
			}
			content, err := os.ReadFile(mapping)
			if err != nil {
				return err
			}
			d, err := flags.load()
			if err != nil {
				return err
			}
			said := fact.File{Name: mapping, Content: content}
			m, problems := load.Mapping(mapping, content)
			if len(problems) > 0 {
				return refuseMapping(t, problems, said)
			}
			in, err := os.Open(args[0])
			if err != nil {
				return err
			}
			defer in.Close()
			made, problems, err := convert(d, mapping, m, in)
			if err != nil {
				return fmt.Errorf("%s: %w", args[0], err)
			}
			if len(problems) > 0 {
				return refuseMapping(t, problems, said)
			}
			return flags.take(t, d, made)
		},
	}
	flags.addFolder(c)
	c.Flags().StringVar(&mapping, "map", "", "file that says how the data become facts")
	return c
}

func refuseMapping(t terminal, problems []problem.Problem, mapping fact.File) error {
	if err := problem.Text(t.err, problems, []fact.File{mapping}, problem.Options{Color: t.colors()}); err != nil {
		return err
	}
	fmt.Fprintln(t.err, "nothing was written")
	return errProblems
}

// take writes the files that were made, once they pass the check.
func (f *datasetFlags) take(t terminal, d *fact.Dataset, made convert.Made) error {
	for _, one := range made.Dropped {
		fmt.Fprintf(t.err, "not kept: %s: %s\n", one.Where, one.Why)
	}
	names := map[string]bool{}
	for _, file := range made.Files {
		names[file.Name] = true
		if slices.ContainsFunc(d.Files, func(o fact.File) bool { return o.Name == file.Name }) {
			return usageError{fmt.Errorf("%s%s is there already: nothing was written", f.prefix(), file.Name)}
		}
	}
	files := slices.Concat(d.Files, made.Files)
	slices.SortFunc(files, func(a, b fact.File) int { return strings.Compare(a.Name, b.Name) })
	loaded, unread := load.Files(files)
	passed, problems := check.Run(loaded, unread)
	mended := mend.Dataset(loaded, passed, slices.DeleteFunc(problems, func(p problem.Problem) bool { return !names[p.File] }))
	wrong := slices.DeleteFunc(mended.Left, func(p problem.Problem) bool { return !names[p.File] || p.Severity != problem.Error })
	if len(wrong) > 0 {
		if err := f.text(t, wrong, mended.Dataset.Files); err != nil {
			return err
		}
		fmt.Fprintln(t.err, "nothing was written: correct the mapping or the data; the lines are those of the files that would be")
		return errProblems
	}
	style := format.StyleOf(mended.Dataset)
	var changes []edit.Change
	for _, file := range mended.Dataset.Files {
		if !names[file.Name] {
			continue
		}
		content, _, err := style.File(file.Name, file.Content)
		if err != nil {
			return err
		}
		changes = append(changes, edit.Change{Name: file.Name, After: content})
	}
	schemas, err := f.refresh(mended.Dataset)
	if err != nil {
		return err
	}
	if err := edit.Write(f.dataset, append(changes, schemas...)); err != nil {
		return err
	}
	for _, c := range changes {
		fmt.Fprintln(t.out, f.prefix()+c.Name)
	}
	fmt.Fprintf(t.err, "%s written, %d not kept\n", count(len(changes), "file", "files"), len(made.Dropped))
	return nil
}
