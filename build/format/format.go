// Package format writes a file of a dataset in the one form that all files have:
// its keys in one order, quotes where they are needed, what belongs together on
// one line. What a file says, and its comments, stay as they are.
//
// The package does not judge facts, and it does not know YAML's grammar: package
// load reads the file, and reads again what was written.
package format

import (
	"bytes"
	"errors"
	"fmt"

	"example.org/publish/build/fact"
	"example.org/publish/build/load"
	"example.org/publish/build/problem"
)

// Width is how many columns a list takes at most before each of its items gets a
// line.
const Width = 120

// Style is what the form of a file depends on besides the file itself.
type Style struct {
	languages []string
	types     map[string]*fact.Type
}

// StyleOf takes from a dataset the order of its languages and of the properties
// of each type.
func StyleOf(d *fact.Dataset) Style {
	s := Style{types: map[string]*fact.Type{}}
	if d.Info.Language.Given() {
		s.languages = append(s.languages, d.Info.Language.Text)
	}
	for _, l := range d.Info.Languages {
		s.languages = append(s.languages, l.Text)
	}
	for _, t := range d.Types {
		s.types[t.ID.Text] = t
	}
	return s
}

// File returns a file of a dataset in its form, given the file's name below the
// dataset's folder and its bytes. A file that has another form and with which
// package load finds fault comes back as it is, with these problems. An error
// says that the form would have changed what the file says, which is a mistake
// of this package.
func (s Style) File(name string, content []byte) ([]byte, []problem.Problem, error) {
	root, comments, refused := load.Tree(content)
	if refused != nil {
		refused.File = name
		return content, []problem.Problem{*refused}, nil
	}
	var formed []byte
	if root != nil && root.Kind == load.Map {
		formed = print(attach(root, comments, content).arrange(s.formOf(name)))
	}
	if bytes.Equal(formed, content) || root != nil && root.Kind == load.Map && len(root.Entries) == 0 {
		return content, nil, nil // what says nothing has no form
	}
	before, problems := load.File(name, content)
	if len(problems) > 0 {
		return content, problems, nil
	}
	if err := same(name, before, comments, formed); err != nil {
		return content, nil, err
	}
	return formed, nil, nil
}

// same says where the formed file says something else than the facts and the
// comments that it was made from.
func same(name string, before *fact.Dataset, comments []load.Comment, formed []byte) error {
	const apology = "; this is a mistake of publish, and the file was left as it is"
	after, problems := load.File(name, formed)
	if len(problems) > 0 {
		return fmt.Errorf("%s: its form could not be read again: %s%s", name, problems[0].Message, apology)
	}
	if at, differ := difference(before, after); differ {
		return fmt.Errorf("%s:%d: its form would say something else%s", name, at.Line, apology)
	}
	_, kept, refused := load.Tree(formed)
	if refused != nil {
		return errors.New(refused.Message)
	}
	left := map[string]int{}
	for _, c := range kept {
		left[c.Text]++
	}
	for _, c := range comments {
		if left[c.Text]--; left[c.Text] < 0 {
			return fmt.Errorf("%s:%d: its form would lose a comment%s", name, c.At.Line, apology)
		}
	}
	return nil
}
