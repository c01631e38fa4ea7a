package load

import (
	"fmt"
	"strconv"
	"unicode/utf8"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/token"

	"example.org/publish/build/fact"
	"example.org/publish/build/problem"
)

// reader turns the nodes of one file into facts and collects what is wrong.
type reader struct {
	file     string
	problems []problem.Problem
}

// entry is a key of a map with its value, which is nil when nothing is written
// after the colon.
type entry struct {
	key   fact.Scalar
	value ast.Node
}

// name is the key as messages name it.
func (e entry) name() string { return named(e.key.Text) }

// named is a word in quotes, cut where nobody would read on.
func named(word string) string {
	const most = 60
	if letters := []rune(word); len(letters) > most {
		word = string(letters[:most]) + "…"
	}
	return strconv.Quote(word)
}

// entries returns the keys of a map in their order, each key once; ok is false
// when the node is no map.
func (r *reader) entries(n ast.Node) (entries []entry, ok bool) {
	m, ok := n.(*ast.MappingNode)
	if !ok {
		return nil, false
	}
	first := make(map[string]fact.Pos, len(m.Values))
	entries = make([]entry, 0, len(m.Values))
	for _, v := range m.Values {
		k := scalarOf(v.Key)
		if v.Start.Type != token.MappingValueType {
			r.problem(WrongShape, k, named(k.Text)+" has no colon and no value",
				"in { } a comma ends a text: put a text with a comma in quotes")
			continue
		}
		if at, written := first[k.Text]; written {
			r.problem(DuplicateKey, k, named(k.Text)+" is written twice", fmt.Sprintf("the first is in line %d; a key may stand once in a map", at.Line))
			continue
		}
		first[k.Text] = k.Pos
		entries = append(entries, entry{k, given(v.Value)})
	}
	return entries, true
}

// items returns the items of a list, or the node itself as the only one; a node
// that is nil has none.
func (r *reader) items(n ast.Node) []ast.Node {
	if n == nil {
		return nil
	}
	s, ok := n.(*ast.SequenceNode)
	if !ok {
		return []ast.Node{n}
	}
	items := make([]ast.Node, 0, len(s.Values))
	for i, v := range s.Values {
		if given(v) != nil {
			items = append(items, v)
			continue
		}
		at := start(s)
		if !s.IsFlowStyle && i < len(s.Entries) {
			at = position(s.Entries[i].Start)
		}
		r.add(WrongShape, at, 1, "an item of a list with nothing in it", "write something there, or take the line away")
	}
	return items
}

// wrongShape says that something else is expected than the node.
func (r *reader) wrongShape(n ast.Node, expected, help string) {
	r.add(WrongShape, start(n), 1, fmt.Sprintf("%s, but this is %s", expected, shape(n)), help)
}

// problem adds a problem whose mark covers the word.
func (r *reader) problem(rule string, word fact.Scalar, message, help string) {
	r.add(rule, word.Pos, utf8.RuneCountInString(word.Text), message, help)
}

func (r *reader) add(rule string, at fact.Pos, width int, message, help string) {
	r.problems = append(r.problems, problem.Problem{
		File: r.file, Pos: at, Width: width, Rule: rule, Severity: problem.Error, Message: message, Help: help,
	})
}
