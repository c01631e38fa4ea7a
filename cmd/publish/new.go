package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"example.org/publish/build/draft"
	"example.org/publish/build/edit"
	"example.org/publish/build/fact"
	"example.org/publish/build/format"
	"example.org/publish/build/kebab"
	"example.org/publish/build/load"
	"example.org/publish/build/nearest"
	"example.org/publish/build/problem"
)

func newNew(t terminal) *cobra.Command {
	var flags datasetFlags
	var id string
	c := &cobra.Command{
		Use:   "new <type> <name>",
		Short: "Begin the file of a new entity or source",
		Long: `New writes the file of a new entity, named after its id: what its type can say
stands there as comments. Fill in what is empty, take away what is not needed,
and run "publish check". A file that exists is never overwritten.

"publish new source" begins the file of a source.`,
		Example: `  publish new person "Ana Pérez"
  publish new voyage "The first crossing of the bathtub" --id first-crossing
  publish new source https://example.org/news --kind news-article`,
		Args: arguments(2, 2, "the type and the name of the new entity"),
		ValidArgsFunction: func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
			if len(args) > 0 {
				return nil, cobra.ShellCompDirectiveNoFileComp
			}
			return flags.types(), cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(_ *cobra.Command, args []string) error {
			d, err := flags.load()
			if err != nil {
				return err
			}
			typ, err := findType(d, args[0])
			if err != nil {
				return err
			}
			name := strings.TrimSpace(args[1])
			if id, err = newID(d, id, name); err != nil {
				return err
			}
			if err := flags.begin(t, d, typ.ID.Text+"/"+id+".yaml", draft.Entity(d.Info, typ, name)); err != nil {
				return err
			}
			fmt.Fprintln(t.err, "fill in what is empty, take away what is not needed, and run \"publish check\"")
			return nil
		},
	}
	flags.addFolder(c)
	c.Flags().StringVar(&id, "id", "", "id, where the one made from the name will not do")
	c.AddCommand(newNewSource(t))
	return c
}

// load reads the facts without judging them.
func (f *datasetFlags) load() (*fact.Dataset, error) {
	facts, err := openDataset(f.dataset)
	if err != nil {
		return nil, err
	}
	d, _, err := load.Load(facts)
	return d, err
}

// types are the ids of all types, each with its label, for a shell.
func (f *datasetFlags) types() []string {
	d, err := f.load()
	if err != nil {
		return nil
	}
	var types []string
	for _, t := range d.Types {
		types = append(types, t.ID.Text+"\t"+t.Label.In(d.Info.Language.Text, d.Info.Language.Text))
	}
	return types
}

func findType(d *fact.Dataset, id string) (*fact.Type, error) {
	var ids []string
	for _, t := range d.Types {
		if t.ID.Text == id {
			return t, nil
		}
		ids = append(ids, t.ID.Text)
	}
	hint := "the types are " + strings.Join(append(ids, "source"), ", ")
	if near := nearest.Name(id, append(slices.Clone(ids), "source")); near != "" {
		hint = fmt.Sprintf("did you mean %q?", near)
	}
	return nil, usageError{fmt.Errorf("no type has the id %q: %s", id, hint)}
}

// newID is the given id, or one made from the name; it is an error if it cannot
// be used.
func newID(d *fact.Dataset, id, name string) (string, error) {
	const enough = 60
	if id != "" {
		return id, freeID(d, id)
	}
	if id = kebab.Cut(kebab.Of(name), enough); id == "" {
		return "", usageError{fmt.Errorf("no id can be made from %q: give one with --id, of letters a to z and digits", name)}
	}
	if err := freeID(d, id); err != nil {
		return "", usageError{fmt.Errorf("%w; give it with --id", err)}
	}
	return id, nil
}

// freeID is an error if the id has not the form of one, or is taken.
func freeID(d *fact.Dataset, id string) error {
	if !kebab.Is(id) || len(id) > kebab.Longest {
		hint := fmt.Sprintf("it is small letters, digits and single hyphens, and at most %d characters", kebab.Longest)
		if better := kebab.Cut(kebab.Of(id), kebab.Longest); better != "" {
			hint = "write " + better
		}
		return usageError{fmt.Errorf("%q is no id: %s", id, hint)}
	}
	if id == fact.Unknown || id == fact.Unnamed {
		return usageError{fmt.Errorf("%q is no id: the word has another meaning", id)}
	}
	if file := draft.Taken(d, id); file != "" {
		return usageError{fmt.Errorf("the id %q is taken by %s: choose one that tells the two apart, or %s", id, file, draft.Free(d, id))}
	}
	return nil
}

// begin writes a new file in its form, and says which.
func (f *datasetFlags) begin(t terminal, d *fact.Dataset, name string, content []byte) error {
	formed, problems, err := format.StyleOf(d).File(name, content)
	if err != nil {
		return err
	}
	if len(problems) > 0 {
		return f.refuse(t, problems, fact.File{Name: name, Content: content})
	}
	changes, err := f.refresh(with(d, fact.File{Name: name, Content: formed}))
	if err != nil {
		return err
	}
	if err := edit.Write(f.dataset, append(changes, edit.Change{Name: name, After: formed})); err != nil {
		return err
	}
	fmt.Fprintln(t.out, f.prefix()+name)
	return nil
}

// refuse shows what is wrong with a file that is not written.
func (f *datasetFlags) refuse(t terminal, problems []problem.Problem, file fact.File) error {
	if err := f.text(t, problems, []fact.File{file}); err != nil {
		return err
	}
	fmt.Fprintln(t.err, "nothing was written")
	return errProblems
}

// with is the dataset with another file.
func with(d *fact.Dataset, file fact.File) *fact.Dataset {
	files := append(slices.Clone(d.Files), file)
	slices.SortFunc(files, func(a, b fact.File) int { return strings.Compare(a.Name, b.Name) })
	next, _ := load.Files(files)
	return next
}
