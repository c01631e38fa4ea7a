package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"example.org/publish/build/check"
	"example.org/publish/build/draft"
	"example.org/publish/build/fact"
	"example.org/publish/build/load"
	"example.org/publish/build/problem"
)

func newNewSource(t terminal) *cobra.Command {
	var flags datasetFlags
	var source draft.Source
	var id, copyFile string
	c := &cobra.Command{
		Use:   "source [address]",
		Short: "Write the file of a new source",
		Long: `Source writes the file of a new source. On a terminal it asks for what the flags
leave out; elsewhere that is an error. What nobody knows is said: unknown.

With --copy it pins the text that was read: the file's name, its SHA-256 and its
number of paragraphs, which are its lines that are not empty.`,
		Example: `  publish new source https://example.org/news/1
  publish new source https://example.org/news/1 --title "The break" --kind news-article \
    --publisher "The Gazette" --published 2025-11-04 --language en --copy break.txt`,
		Args: arguments(0, 1, "at most the address of the source"),
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			return nil, cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(_ *cobra.Command, args []string) error {
			d, err := flags.load()
			if err != nil {
				return err
			}
			if len(args) > 0 {
				source.Address = args[0]
			}
			if copyFile != "" {
				content, err := os.ReadFile(copyFile)
				if err != nil {
					return err
				}
				source.Copy = draft.CopyOf(filepath.Base(copyFile), content)
			}
			if err := complete(t, d, &source); err != nil {
				return err
			}
			if id, err = newID(d, id, nameOf(source)); err != nil {
				return err
			}
			name, content := "source/"+id+".yaml", source.File()
			if problems := judge(d, name, content); len(problems) > 0 {
				return flags.refuse(t, problems, fact.File{Name: name, Content: content})
			}
			return flags.begin(t, d, name, content)
		},
	}
	flags.addFolder(c)
	c.Flags().StringVar(&id, "id", "", "id, where the one made from the title will not do")
	c.Flags().StringVar(&source.Title, "title", "", "title as it stands on the source, or unknown")
	c.Flags().StringVar(&source.Label, "label", "", "short name for footnotes, for a source without a title")
	c.Flags().StringVar(&source.Kind, "kind", "", "kind, such as news-article, book or press-release")
	c.Flags().StringVar(&source.Publisher, "publisher", "", "publisher, or unknown")
	c.Flags().StringVar(&source.Published, "published", "", "date (EDTF, such as 2025-11-04 or 2025~), or unknown")
	c.Flags().StringVar(&source.Language, "language", "", "language (BCP 47, such as en), or unknown")
	c.Flags().StringVar(&source.Archived, "archived", "", "address of an archived snapshot")
	c.Flags().StringVar(&source.Retrieved, "retrieved", "", "date on which the address was read")
	c.Flags().StringVar(&copyFile, "copy", "", "file that holds the text that was read, to pin it")
	offer(c, "kind", "book", "encyclopedia-article", "news-article", "press-release")
	return c
}

// complete asks for what the source still lacks.
func complete(t terminal, d *fact.Dataset, s *draft.Source) error {
	questions := []struct {
		flag, question string
		answer         *string
		unknown        bool // no answer means unknown
	}{
		{"title", "Title, as it stands on the source", &s.Title, true},
		{"label", "Short name for footnotes", &s.Label, false},
		{"kind", "Kind, such as " + kinds(d), &s.Kind, false},
		{"publisher", "Publisher", &s.Publisher, true},
		{"published", "Published on (2025-11-04, 2025-11, 2025~ …)", &s.Published, true},
		{"language", "Language (en, es …)", &s.Language, true},
	}
	var in *bufio.Scanner
	if isTerminal(t.in) {
		in = bufio.NewScanner(t.in)
	}
	var missing []string
	for _, q := range questions {
		if *q.answer != "" || q.flag == "label" && s.Title != fact.Unknown {
			continue
		}
		if in == nil {
			missing = append(missing, "--"+q.flag)
			continue
		}
		answer, err := ask(t.err, in, q.question, q.unknown)
		if err != nil {
			return err
		}
		*q.answer = answer
	}
	if len(missing) > 0 {
		return usageError{fmt.Errorf("%s is missing; what cannot be found out is written unknown", strings.Join(missing, ", "))}
	}
	return nil
}

// ask asks until there is an answer.
func ask(w io.Writer, in *bufio.Scanner, question string, unknown bool) (string, error) {
	if unknown {
		question += " [unknown]"
	}
	for {
		fmt.Fprintf(w, "%s: ", question)
		if !in.Scan() {
			fmt.Fprintln(w)
			return "", errors.Join(errors.New("there was no answer; nothing was written"), in.Err())
		}
		switch answer := strings.TrimSpace(in.Text()); {
		case answer != "":
			return answer, nil
		case unknown:
			return fact.Unknown, nil
		}
	}
}

// kinds are those of the sources that there are, as examples.
func kinds(d *fact.Dataset) string {
	known := []string{"news-article"}
	for _, s := range d.Sources {
		if k := s.Kind.Text; k != "" && !slices.Contains(known, k) {
			known = append(known, k)
		}
	}
	slices.Sort(known)
	return strings.Join(known[:min(len(known), 5)], ", ")
}

// nameOf is what the id of a source is made from: its title or label, or else
// its address.
func nameOf(s draft.Source) string {
	switch {
	case s.Title != fact.Unknown:
		return s.Title
	case s.Label != "":
		return s.Label
	}
	u, err := url.Parse(s.Address)
	if err != nil {
		return s.Address
	}
	return strings.TrimPrefix(u.Hostname(), "www.") + u.Path
}

// judge returns what the check finds wrong with a new file of the dataset.
func judge(d *fact.Dataset, name string, content []byte) []problem.Problem {
	next, loaded := load.Files(with(d, fact.File{Name: name, Content: content}).Files)
	_, problems := check.Run(next, loaded)
	return slices.DeleteFunc(problems, func(p problem.Problem) bool {
		return p.File != name || p.Severity != problem.Error
	})
}
