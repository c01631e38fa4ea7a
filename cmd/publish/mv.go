package main

import (
	"bufio"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"example.org/publish/build/draft"
	"example.org/publish/build/edit"
	"example.org/publish/build/fact"
	"example.org/publish/build/format"
	"example.org/publish/build/move"
	"example.org/publish/build/nearest"
)

func newMv(t terminal) *cobra.Command {
	var flags datasetFlags
	var reasons []string
	var unpublished bool
	c := &cobra.Command{
		Use:   "mv <old id> <new id>",
		Short: "Give an entity or a source another id",
		Long: `Mv renames the file of an entity or a source, and every reference to it follows;
comments and layout stay. All of it is done, or nothing.

The old id stays in moved.yaml, with the reason, so that its address leads to the
new one; on a terminal mv asks for the reason in each language. An id that was
never published needs none: --unpublished.`,
		Example: `  publish mv ana-perez ana-perez-rojas --reason en="her full name" --reason es="su nombre completo"
  publish mv gazette-2 gazette-on-the-break --unpublished`,
		Args: arguments(2, 2, "the old id and the new one"),
		ValidArgsFunction: func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
			if len(args) > 0 {
				return nil, cobra.ShellCompDirectiveNoFileComp
			}
			return flags.ids(), cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(_ *cobra.Command, args []string) error {
			d, err := flags.load()
			if err != nil {
				return err
			}
			old, id := args[0], args[1]
			if err := findID(d, old); err != nil {
				return err
			}
			if err := freeID(d, id); err != nil {
				return err
			}
			entry := ""
			if !unpublished {
				if entry, err = entryOf(t, d, old, id, reasons); err != nil {
					return err
				}
			}
			return flags.move(t, d, old, id, entry)
		},
	}
	flags.addFolder(c)
	c.Flags().StringArrayVar(&reasons, "reason", nil, "why it moves, in the main language, or in another: es=…")
	c.Flags().BoolVar(&unpublished, "unpublished", false, "the old id was never published: leave it out of moved.yaml")
	return c
}

// move writes the files in which an id has become another.
func (f *datasetFlags) move(t terminal, d *fact.Dataset, old, id, entry string) error {
	moved, problems, err := move.ID(d, old, id, entry)
	if err != nil {
		fmt.Fprintf(t.err, "%s%v\nnothing was written\n", f.prefix(), err)
		return errProblems
	}
	if len(problems) > 0 {
		if err := f.text(t, problems, moved.Dataset.Files); err != nil {
			return err
		}
		fmt.Fprintln(t.err, "nothing was written")
		return errProblems
	}
	schemas, err := f.refresh(moved.Dataset)
	if err != nil {
		return err
	}
	if err := edit.Write(f.dataset, append(moved.Changes, schemas...)); err != nil {
		return err
	}
	for _, c := range moved.Changes {
		if c.After != nil {
			fmt.Fprintln(t.out, f.prefix()+c.Name)
		}
	}
	verb := "follow"
	if moved.References == 1 {
		verb = "follows"
	}
	fmt.Fprintf(t.err, "%q is now %q; %s %s\n", old, id, count(moved.References, "reference", "references"), verb)
	return nil
}

// entryOf is the line of moved.yaml, with the reasons given or asked for.
func entryOf(t terminal, d *fact.Dataset, old, id string, reasons []string) (string, error) {
	main := d.Info.Language.Text
	languages := []string{main}
	for _, l := range d.Info.Languages {
		if l.Text != main {
			languages = append(languages, l.Text)
		}
	}
	said := map[string]string{}
	for _, r := range reasons {
		language, text, found := strings.Cut(r, "=")
		if !found || !slices.Contains(languages, language) {
			language, text = main, r
		}
		said[language] = text
	}
	var in *bufio.Scanner
	if isTerminal(t.in) {
		in = bufio.NewScanner(t.in)
	}
	var parts []string
	for _, l := range languages {
		if said[l] == "" && in != nil {
			answer, err := ask(t.err, in, fmt.Sprintf("Why does %s move? (%s)", old, l), false)
			if err != nil {
				return "", err
			}
			said[l] = answer
		}
		if said[l] != "" {
			parts = append(parts, l+": "+draft.Quoted(said[l]))
		}
	}
	if said[main] == "" {
		return "", usageError{errors.New("say why it moves with --reason; or with --unpublished that its id was never published")}
	}
	line := fmt.Sprintf("%s: { to: [%s], reason: { %s } }\n", old, id, strings.Join(parts, ", "))
	formed, _, err := format.StyleOf(d).File("moved.yaml", []byte(line))
	return string(formed), err
}

// findID is an error if nothing has the id.
func findID(d *fact.Dataset, id string) error {
	var ids []string
	for _, e := range d.Entities {
		if e.ID.Text == id {
			return nil
		}
		ids = append(ids, e.ID.Text)
	}
	for _, s := range d.Sources {
		if s.ID.Text == id {
			return nil
		}
		ids = append(ids, s.ID.Text)
	}
	hint := "an id is the name of a file without .yaml"
	if near := nearest.Name(id, ids); near != "" {
		hint = fmt.Sprintf("did you mean %q?", near)
	}
	for _, m := range d.Moves {
		if m.Old.Text == id && len(m.To) > 0 {
			hint = fmt.Sprintf("it has moved to %s", m.To[0].Text)
		}
	}
	if strings.Contains(id, "#") {
		hint = "a statement's published id is made from its key, so keys stay as they are"
	}
	return usageError{fmt.Errorf("nothing has the id %q: %s", id, hint)}
}

// ids are those of all entities and sources, with their names, for a shell.
func (f *datasetFlags) ids() []string {
	d, err := f.load()
	if err != nil {
		return nil
	}
	main := d.Info.Language.Text
	var ids []string
	for _, e := range d.Entities {
		ids = append(ids, e.ID.Text+"\t"+e.Name.In(main, main))
	}
	for _, s := range d.Sources {
		ids = append(ids, s.ID.Text+"\t"+s.Title.In(main, main))
	}
	return ids
}
