package load

import (
	"path"
	"strings"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/token"

	"example.org/publish/build/fact"
	"example.org/publish/build/problem"
)

// File reads one file of a dataset, given its name below the dataset's folder
// and its bytes, and returns a dataset with nothing else in it. The problems
// are in the order of lines and columns. It keeps the bytes as they are; it
// reads at most 1 MiB of them.
func File(name string, content []byte) (*fact.Dataset, []problem.Problem) {
	d := &fact.Dataset{Files: []fact.File{{Name: name, Content: content}}}
	if kindOf(name) == ledgerFile {
		var problems []problem.Problem
		d.Ledger, problems = issued(content)
		return d, problems
	}
	r := &reader{file: name}
	root, silences := r.parse(content)
	d.Silences = silences

	dir, base := path.Split(name)
	id := fact.Scalar{Text: strings.TrimSuffix(base, ".yaml")}
	switch kindOf(name) {
	case infoFile:
		d.Info.File = name
		record(r, root, infoKeys, &d.Info)
	case movesFile:
		d.Moves = r.moves(root)
	case typeFile:
		t := &fact.Type{File: name, ID: id}
		d.Types = []*fact.Type{t}
		record(r, root, typeKeys, t)
	case sourceFile:
		s := &fact.Source{File: name, ID: id}
		d.Sources = []*fact.Source{s}
		record(r, root, sourceKeys, s)
	case entityFile:
		e := &fact.Entity{File: name, Type: fact.Scalar{Text: strings.TrimSuffix(dir, "/")}, ID: id}
		d.Entities = []*fact.Entity{e}
		record(r, root, entityKeys, e)
	default:
		message, help := stray(name, 0)
		r.problems = []problem.Problem{{File: presentable(name), Rule: StrayFile, Severity: problem.Error, Message: message, Help: help}}
	}
	return d, problem.Sort(r.problems)
}

// parse returns the root of the file's one document and what its comments ask
// for, or nil with one problem that says why there is none.
func (r *reader) parse(content []byte) (ast.Node, []fact.Silence) {
	text, refused := gate(content)
	if refused == nil {
		var root ast.Node
		var tokens token.Tokens
		if root, tokens, refused = parse(text); refused == nil {
			return root, silences(r.file, text, tokens)
		}
	}
	refused.File = r.file
	r.problems = append(r.problems, *refused)
	return nil, nil
}
