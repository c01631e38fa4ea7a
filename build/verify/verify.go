// Package verify holds the pinned copies of sources against what a dataset
// says of them: that a copy is the text that was pinned, that each place cited
// is in it, and that each quotation stands at the place it cites.
//
// Copies lie outside the dataset, since their wording is not the dataset's to
// publish; one that is not at hand is passed over. The package reads no YAML
// and asks no network.
package verify

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"example.org/publish/build/check"
	"example.org/publish/build/fact"
	"example.org/publish/build/problem"
)

// State is how a source's pinned copy was found.
type State string

// The states of a copy.
const (
	Matches  State = "matches"  // the copy is the text that was pinned, and holds all that is cited of it
	Differs  State = "differs"  // it is not, or does not: there are problems
	Absent   State = "absent"   // it is not at hand
	Unpinned State = "unpinned" // the source pins no copy
)

// Source is one source and how its copy was found.
type Source struct {
	ID         string `json:"source"`
	State      State  `json:"state"`
	Copy       string `json:"copy,omitempty"`       // the file's name
	Paragraphs int    `json:"paragraphs,omitempty"` // in the copy; only of one that is at hand
	Citations  int    `json:"citations"`            // how many citations name the source
	Quotes     int    `json:"quotes"`               // how many of them quote it
	Address    string `json:"address,omitempty"`
	Archived   string `json:"archived,omitempty"` // address of an archived snapshot
}

// Sources lists the sources of a dataset in the order of their ids, with what
// is cited of them. No copy is looked at: each is Absent or Unpinned.
func Sources(p *check.Passed) []Source {
	d := p.Dataset()
	sources := make([]Source, len(d.Sources))
	for i, s := range d.Sources {
		sources[i] = Source{
			ID: s.ID.Text, State: Absent, Copy: s.Copy.Name.Text,
			Address: s.Address.Text, Archived: s.Archived.Text,
		}
		if !s.Copy.Name.Given() {
			sources[i].State = Unpinned
		}
		for _, c := range citations(d, s.ID.Text) {
			sources[i].Citations++
			if c.Quote.Given() {
				sources[i].Quotes++
			}
		}
	}
	slices.SortFunc(sources, func(a, b Source) int { return strings.Compare(a.ID, b.ID) })
	return sources
}

// Copies compares the pinned copies that lie in the folder, each under the
// name that its source gives it, with the dataset. It returns all sources in
// the order of their ids, and what is wrong in the order of files, lines and
// columns. The error is a copy that is there and cannot be read.
func Copies(p *check.Passed, folder fs.FS) ([]Source, []problem.Problem, error) {
	d := p.Dataset()
	sources := Sources(p)
	var problems []problem.Problem
	for _, s := range d.Sources {
		i := slices.IndexFunc(sources, func(one Source) bool { return one.ID == s.ID.Text })
		if sources[i].State == Unpinned {
			continue
		}
		content, err := fs.ReadFile(folder, s.Copy.Name.Text)
		switch {
		case errors.Is(err, fs.ErrNotExist):
			continue
		case err != nil:
			return nil, nil, fmt.Errorf("read the copy of %s: %w", s.ID.Text, err)
		}
		paragraphs := ParagraphsOf(string(content))
		sources[i].Paragraphs = len(paragraphs)
		sources[i].State = Matches
		if wrong := judge(d, s, content, paragraphs); len(wrong) > 0 {
			sources[i].State = Differs
			problems = append(problems, wrong...)
		}
	}
	return sources, problem.Sort(problems), nil
}

// judge is what is wrong with one copy. Of another text than the pinned one
// nothing more is said: its places are not those that were cited.
func judge(d *fact.Dataset, s *fact.Source, content []byte, paragraphs []string) []problem.Problem {
	sum := sha256.Sum256(content)
	if got := hex.EncodeToString(sum[:]); got != s.Copy.SHA256.Text {
		return []problem.Problem{at(s.File, s.Copy.SHA256, ChangedCopy,
			fmt.Sprintf("%s is not the text that was pinned", s.Copy.Name.Text),
			"its SHA-256 is "+got+"; if the facts were read from it, pin it anew and look up each citation")}
	}
	var problems []problem.Problem
	if want := strconv.Itoa(len(paragraphs)); want != s.Copy.Paragraphs.Text {
		problems = append(problems, at(s.File, s.Copy.Paragraphs, MiscountedCopy,
			fmt.Sprintf("%s does not have %s", s.Copy.Name.Text, count(s.Copy.Paragraphs.Text, "paragraph")), "write "+want))
	}
	for file, c := range citations(d, s.ID.Text) {
		if wrong, found := misplaced(file, c, paragraphs); found {
			problems = append(problems, wrong)
		}
	}
	return problems
}

// misplaced is what is wrong with one citation of a copy.
func misplaced(file string, c *fact.Citation, paragraphs []string) (problem.Problem, bool) {
	first, last, ok := fact.Paragraphs(c.Place.Text)
	switch {
	case !ok:
		return problem.Problem{}, false
	case last > len(paragraphs):
		return at(file, c.Place, citationPlace,
			fmt.Sprintf("%s is past the end of %q", c.Place.Text, c.Source.Text),
			"its copy has "+count(strconv.Itoa(len(paragraphs)), "paragraph")), true
	case !c.Quote.Given() || stands(c.Quote.Text, paragraphs[first-1:last]):
		return problem.Problem{}, false
	}
	help := "copy the words from it, or take the quotation away"
	if where := find(c.Quote.Text, paragraphs); where > 0 {
		help = fmt.Sprintf("the words stand in p%d", where)
	}
	return at(file, c.Quote, MisplacedQuote,
		fmt.Sprintf("%q does not stand in %s of %q", c.Quote.Text, c.Place.Text, c.Source.Text), help), true
}

func at(file string, word fact.Scalar, rule, message, help string) problem.Problem {
	return problem.Problem{
		File: file, Pos: word.Pos, Width: utf8.RuneCountInString(word.Text),
		Rule: rule, Severity: problem.Error, Message: message, Help: help,
	}
}

func count(n, noun string) string {
	if n == "1" {
		return n + " " + noun
	}
	return n + " " + noun + "s"
}
