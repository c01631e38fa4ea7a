package main

import (
	"bufio"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"example.org/publish/build/check"
	"example.org/publish/build/draft"
	"example.org/publish/build/edit"
	"example.org/publish/build/editor"
	"example.org/publish/build/fact"
	"example.org/publish/build/format"
	"example.org/publish/build/kebab"
	"example.org/publish/build/load"
	"example.org/publish/build/problem"
	"example.org/publish/site/i18n"
	"example.org/publish/site/words"
)

// facts is the folder of the facts in a new project.
const facts = "dataset"

func newInit(t terminal) *cobra.Command {
	var p draft.Project
	c := &cobra.Command{
		Use:   "init [folder]",
		Short: "Begin a dataset of your own in an empty folder",
		Long: `Init begins a dataset on any subject: a type of things that facts are about, an
example with two cited facts, the workflows that check and publish it, and what
editors need. "publish build" works at once.

On a terminal it asks for what the flags leave out; elsewhere it takes the
folder's name for the title and leaves the rest to be mended in dataset.yaml.
What is in the folder already stays as it is.`,
		Example: `  publish init
  publish init voyages --title "Voyages of paper boats" --type "paper boat" --languages en,es`,
		Args: arguments(0, 1, "at most the folder"),
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			return nil, cobra.ShellCompDirectiveFilterDirs
		},
		RunE: func(_ *cobra.Command, args []string) error {
			folder := "."
			if len(args) > 0 {
				folder = args[0]
			}
			if exists(filepath.Join(folder, facts)) {
				return usageError{fmt.Errorf("%s is there already: name an empty folder", filepath.Join(folder, facts))}
			}
			if err := settle(t, &p, folder); err != nil {
				return err
			}
			return begin(t, p, folder)
		},
	}
	c.Flags().StringVar(&p.Title, "title", "", "title of the dataset")
	c.Flags().StringVar(&p.Label, "type", "", `what the facts are about: "ship", "person", "recording" …`)
	c.Flags().StringVar(&p.Plural, "plural", "", "several of them, where adding an s will not do")
	c.Flags().StringVar(&p.Publisher, "publisher", "", "who publishes it")
	c.Flags().StringVar(&p.Site, "site", "", "address at which the site will be")
	c.Flags().StringVar(&p.Repository, "repository", "", "address of the repository, for links to its files")
	c.Flags().StringVar(&p.Licence, "licence", "CC-BY-4.0", "licence of the facts (SPDX id)")
	c.Flags().StringSliceVar(&p.Languages, "languages", []string{"en"}, "languages of the site, the main one first (BCP 47)")
	return c
}

// settle completes what is said of the project.
func settle(t terminal, p *draft.Project, folder string) error {
	path, err := filepath.Abs(folder)
	if err != nil {
		return err
	}
	name := filepath.Base(path)
	id := kebab.Of(name)
	if id == "" {
		id = facts
	}
	questions := []struct {
		question, otherwise string
		answer              *string
	}{
		{"Title", capital(strings.ReplaceAll(id, "-", " ")), &p.Title},
		{"What the facts are about (ship, person, recording …)", "thing", &p.Label},
		{"Publisher", fact.Unknown, &p.Publisher},
		{"Address of the site", "https://example.org/" + id + "/", &p.Site},
	}
	var in *bufio.Scanner
	if isTerminal(t.in) {
		in = bufio.NewScanner(t.in)
	}
	for _, q := range questions {
		if *q.answer == "" && in != nil {
			fmt.Fprintf(t.err, "%s [%s]: ", q.question, q.otherwise)
			if !in.Scan() {
				fmt.Fprintln(t.err)
				return errors.Join(errors.New("there was no answer; nothing was written"), in.Err())
			}
			*q.answer = strings.TrimSpace(in.Text())
		}
		if *q.answer == "" {
			*q.answer = q.otherwise
		}
	}
	if !strings.HasSuffix(p.Site, "/") {
		p.Site += "/"
	}
	p.Type, p.Label = kebab.Of(p.Label), capital(p.Label)
	if p.Plural == "" {
		p.Plural = p.Label + "s"
	}
	p.Plural, p.Program = capital(p.Plural), program()
	for _, l := range p.Languages {
		if !words.Valid(l) {
			return usageError{fmt.Errorf("--languages: %q is no language tag: write en, es, pt-BR …", l)}
		}
	}
	return nil
}

// begin writes the project, if it is a dataset that passes the check.
func begin(t terminal, p draft.Project, folder string) error {
	files, err := p.Files()
	if err != nil {
		return err
	}
	d, rest, err := formed(files)
	if err != nil {
		return err
	}
	loaded, unread := load.Files(d)
	if _, problems := check.Run(loaded, unread); len(problems) > 0 {
		if err := problem.Text(t.err, problems, d, problem.Options{Prefix: facts + "/", Color: t.colors()}); err != nil {
			return err
		}
		fmt.Fprintln(t.err, "nothing was written: say it otherwise with the flags (publish init --help)")
		return errProblems
	}
	for _, f := range slices.Concat(d, editor.Files(loaded)) {
		rest = append(rest, fact.File{Name: facts + "/" + f.Name, Content: f.Content})
	}
	own, untranslated, err := wordsFor(p.Languages)
	if err != nil {
		return err
	}
	var changes []edit.Change
	for _, f := range append(rest, own...) {
		if _, err := os.Lstat(filepath.Join(folder, filepath.FromSlash(f.Name))); err == nil {
			fmt.Fprintf(t.err, "%s is there already, and stays as it is\n", f.Name)
			continue
		}
		changes = append(changes, edit.Change{Name: f.Name, After: f.Content})
	}
	slices.SortFunc(changes, func(a, b edit.Change) int { return strings.Compare(a.Name, b.Name) })
	if err := edit.Write(folder, changes); err != nil {
		return err
	}
	for _, c := range changes {
		if !strings.HasPrefix(c.Name, facts+"/"+editor.Folder+"/") {
			fmt.Fprintln(t.out, c.Name)
		}
	}
	for _, l := range untranslated {
		fmt.Fprintf(t.err, "the site's words are not in %s yet: translate those of %s/%s.json, which are English\n", l, words.Folder, l)
	}
	step := ""
	if folder != "." {
		step = "cd " + folder + " && "
	}
	fmt.Fprintf(t.err, "next: %spublish build, then README.md\n", step)
	return nil
}

// formed parts the files of a project into those of the dataset, in their one
// form, and the rest.
func formed(files []fact.File) (dataset, rest []fact.File, err error) {
	for _, f := range files {
		if name, ok := strings.CutPrefix(f.Name, facts+"/"); ok {
			dataset = append(dataset, fact.File{Name: name, Content: f.Content})
		} else {
			rest = append(rest, f)
		}
	}
	slices.SortFunc(dataset, func(a, b fact.File) int { return strings.Compare(a.Name, b.Name) })
	d, _ := load.Files(dataset)
	style := format.StyleOf(d)
	for i, f := range dataset {
		content, problems, err := style.File(f.Name, f.Content)
		if err != nil {
			return nil, nil, err
		}
		if len(problems) == 0 { // the check shows those that there are
			dataset[i].Content = content
		}
	}
	return dataset, rest, nil
}

// wordsFor are the files of words for those of the languages that publish has
// none for, begun from the English ones.
func wordsFor(languages []string) (files []fact.File, untranslated []string, err error) {
	english, err := fs.ReadFile(i18n.Files, words.Reference+".json")
	for _, l := range languages {
		if _, missing := fs.Stat(i18n.Files, l+".json"); missing != nil {
			files = append(files, fact.File{Name: words.Folder + "/" + l + ".json", Content: english})
			untranslated = append(untranslated, l)
		}
	}
	return files, untranslated, err
}

// program is what "go run" takes to run this very version of publish.
func program() string {
	module := "example.org/publish"
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Path != "" {
		module = info.Main.Path
	}
	at := version()
	if at == "devel" || strings.Contains(at, "+") { // of a work tree: nobody else can fetch it
		at = "latest"
	}
	return module + "/cmd/publish@" + at
}

// capital is a text with a capital letter at its beginning.
func capital(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	if size == 0 {
		return s
	}
	return string(unicode.ToUpper(first)) + s[size:]
}
