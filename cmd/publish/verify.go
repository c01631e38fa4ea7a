package main

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"slices"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"example.org/publish/build/check"
	"example.org/publish/build/problem"
	"example.org/publish/build/verify"
)

func newVerify(t terminal) *cobra.Command {
	var flags datasetFlags
	var folder string
	var online bool
	c := &cobra.Command{
		Use:   "verify",
		Short: "Hold the sources against their pinned copies",
		Long: `Verify lists the sources, each with its address and its archived snapshot.

With the folder of the copies, each under the name that its source pins, it
looks whether each is the text that was pinned and has as many paragraphs as
the source says, whether the places cited are in it, and whether each quotation
stands where it is cited. A copy that is not in the folder is passed over.

With --online it asks whether each address, and each snapshot, still answers: one
request at a time to a host, two seconds apart, in the name of the dataset's
site. The answers are kept in your cache folder for a week. Without it nothing is
read from the network.`,
		Example: `  publish verify
  publish verify --copies path/to/copies
  publish verify --online`,
		Args: noArguments,
		RunE: func(c *cobra.Command, _ []string) error {
			checked, err := flags.check(t)
			if err != nil {
				return err
			}
			if checked.Passed == nil {
				return flags.passed(t, checked)
			}
			sources, problems := verify.Sources(checked.Passed), []problem.Problem(nil)
			list := listAddresses
			switch {
			case online && c.Flags().Changed("copies"):
				return usageError{errors.New("verify looks at the copies or asks for the addresses: say one of --copies and --online")}
			case online:
				answers, err := flags.online(c.Context(), t, checked.Passed)
				if err != nil {
					return err
				}
				problems, list = unanswered(checked.Passed, answers), listAnswers(answers)
			case c.Flags().Changed("copies"):
				list = listCopies
				if sources, problems, err = heldAgainst(checked.Passed, folder); err != nil {
					return err
				}
			}
			checked.Problems = problems // what the check warns of is the check's to show
			if flags.json && len(problems) == 0 {
				return json.NewEncoder(t.out).Encode(map[string]any{"sources": sources})
			}
			if flags.format == "text" {
				if err := list(t.out, sources); err != nil {
					return err
				}
			}
			if err := flags.show(t, checked); err != nil {
				return err
			}
			if slices.ContainsFunc(problems, func(p problem.Problem) bool { return p.Severity == problem.Error }) {
				return errProblems
			}
			return nil
		},
	}
	flags.add(c)
	c.Flags().StringVar(&folder, "copies", "", "folder of the copies of the sources")
	c.Flags().BoolVar(&online, "online", false, "ask whether the addresses of the sources still answer")
	return c
}

// heldAgainst holds the sources against the copies in the folder. A folder that
// holds none of them is the wrong one.
func heldAgainst(p *check.Passed, folder string) ([]verify.Source, []problem.Problem, error) {
	info, err := os.Stat(folder)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil, fmt.Errorf("there is no folder %q: name the one that holds the copies with --copies", folder)
	case err != nil:
		return nil, nil, err
	case !info.IsDir():
		return nil, nil, fmt.Errorf("%s is a file: name the folder that holds the copies with --copies", folder)
	}
	sources, problems, err := verify.Copies(p, os.DirFS(folder))
	if err != nil {
		return nil, nil, err
	}
	absent := 0
	for _, s := range sources {
		switch s.State {
		case verify.Matches, verify.Differs:
			return sources, problems, nil
		case verify.Absent:
			absent++
		}
	}
	if absent > 0 {
		return nil, nil, fmt.Errorf("%s holds no copy of any source: name their folder with --copies", folder)
	}
	return sources, problems, nil
}

func listAddresses(w io.Writer, sources []verify.Source) error {
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	var addressed, archived int
	for _, s := range sources {
		if s.Address != "" {
			addressed++
		}
		if s.Archived != "" {
			archived++
		}
		fmt.Fprintf(table, "%s\t%s\t%s\n", s.ID, cmp.Or(s.Address, "no address"), cmp.Or(s.Archived, "not archived"))
	}
	fmt.Fprintf(table, "%s: %d with an address, %d archived\n", count(len(sources), "source", "sources"), addressed, archived)
	return table.Flush()
}

func listCopies(w io.Writer, sources []verify.Source) error {
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	number := map[verify.State]int{}
	for _, s := range sources {
		number[s.State]++
		found := "pins no copy"
		switch s.State {
		case verify.Absent:
			found = "not at hand: skipped"
		case verify.Matches, verify.Differs:
			found = fmt.Sprintf("%s: %s, %s, %s", s.State, count(s.Paragraphs, "paragraph", "paragraphs"),
				count(s.Citations, "citation", "citations"), count(s.Quotes, "quotation", "quotations"))
		}
		fmt.Fprintf(table, "%s\t%s\t%s\n", s.ID, s.Copy, found)
	}
	fmt.Fprintf(table, "%s: %d match, %d differ, %d skipped\n", count(len(sources), "source", "sources"),
		number[verify.Matches], number[verify.Differs], number[verify.Absent]+number[verify.Unpinned])
	return table.Flush()
}
