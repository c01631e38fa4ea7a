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
	return read(name, content, nothing{})
}

func read(name string, content []byte, memory Memory) (*fact.Dataset, []problem.Problem) {
	d := &fact.Dataset{Files: []fact.File{{Name: name, Content: content}}}
	if kindOf(name) == ledgerFile {
		var problems []problem.Problem
		d.Ledger, problems = issued(content)
		return d, problems
	}
	dir, base := path.Split(name)
	id := fact.Scalar{Text: strings.TrimSuffix(base, ".yaml")}
	var remembered any
	switch kindOf(name) {
	case sourceFile:
		d.Sources = []*fact.Source{{File: name, ID: id}}
		remembered = d.Sources[0]
	case entityFile:
		d.Entities = []*fact.Entity{{File: name, Type: fact.Scalar{Text: strings.TrimSuffix(dir, "/")}, ID: id}}
		remembered = d.Entities[0]
	}
	if remembered != nil && memory.Recall(name, content, remembered) {
		return d, nil
	}
	r := &reader{file: name}
	root, silences := r.parse(content)
	d.Silences = silences
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
		record(r, root, sourceKeys, d.Sources[0])
	case entityFile:
		record(r, root, entityKeys, d.Entities[0])
	default:
		message, help := stray(name, 0)
		r.problems = []problem.Problem{{File: presentable(name), Rule: StrayFile, Severity: problem.Error, Message: message, Help: help}}
	}
	if remembered != nil && len(r.problems) == 0 && len(silences) == 0 {
		memory.Keep(name, content, remembered)
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
