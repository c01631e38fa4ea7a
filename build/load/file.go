package load

import (
	"path"
	"strings"

	"github.com/goccy/go-yaml/ast"

	"example.org/publish/build/fact"
	"example.org/publish/build/problem"
)

// File reads one file of a dataset, given its name below the dataset's folder
// and its bytes, and returns a dataset with nothing else in it. The problems
// are in the order of lines and columns. It keeps the bytes as they are; it
// reads at most 1 MiB of them.
func File(name string, content []byte) (*fact.Dataset, []problem.Problem) {
	d := &fact.Dataset{Files: []fact.File{{Name: name, Content: content}}}
	r := &reader{file: name}
	root := r.parse(content)

	dir, base := path.Split(name)
	id := named(strings.TrimSuffix(base, ".yaml"))
	switch kindOf(name) {
	case infoFile:
		d.Info.File = name
		record(r, root, "dataset.yaml", infoKeys, &d.Info)
	case movesFile:
		d.Moves = r.moves(root)
	case typeFile:
		t := &fact.Type{File: name, ID: id}
		d.Types = []*fact.Type{t}
		record(r, root, "a type", typeKeys, t)
	case sourceFile:
		s := &fact.Source{File: name, ID: id}
		d.Sources = []*fact.Source{s}
		record(r, root, "a source", sourceKeys, s)
	case entityFile:
		e := &fact.Entity{File: name, Type: named(strings.TrimSuffix(dir, "/")), ID: id}
		d.Entities = []*fact.Entity{e}
		record(r, root, "an entity", entityKeys, e)
	default:
		message, help := stray(name, 0)
		r.problems = []problem.Problem{{File: presentable(name), Rule: StrayFile, Severity: problem.Error, Message: message, Help: help}}
	}
	return d, problem.Sort(r.problems)
}

// parse returns the root of the file's one document, or nil with one problem
// that says why there is none.
func (r *reader) parse(content []byte) ast.Node {
	text, refused := gate(content)
	if refused == nil {
		r.source = newSource(text)
		var root ast.Node
		if root, refused = parse(text); refused == nil {
			return root
		}
	}
	r.problems = append(r.problems, problem.Problem{
		File: r.file, Pos: refused.at, Width: refused.width, Rule: refused.rule, Severity: problem.Error,
		Message: refused.message, Help: refused.help,
	})
	return nil
}

// refusal says why a file is not read any further.
type refusal struct {
	rule          string
	at            fact.Pos
	width         int
	message, help string
}
