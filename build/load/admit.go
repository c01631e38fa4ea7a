package load

import (
	"fmt"
	"slices"

	"github.com/goccy/go-yaml/token"

	"example.org/publish/build/problem"
)

// Limits of what is given to the parser. Facts stay far below them.
const (
	maxDepth = 100      // maps and lists in each other
	maxWork  = 96 << 20 // bytes that it moves about: a map of 5,000 keys, which it copies at each key
)

// admit refuses tokens with features that a dataset does without, those that
// the parser takes in another way than YAML, and those that would keep it busy.
func admit(tokens token.Tokens) *problem.Problem {
	n := nesting{open: make([]level, 1, 16), tokens: len(tokens)}
	for i, t := range tokens {
		if t.Type == token.CommentType {
			continue
		}
		isKey := i+1 < len(tokens) && tokens[i+1].Type == token.MappingValueType
		if refused := n.admit(t, isKey); refused != nil {
			return refused
		}
		n.earlier, n.before = n.before, t
	}
	if bracket := n.top().opened; bracket != nil {
		return refuse(position(bracket), fmt.Sprintf("a %s that nothing closes", bracket.Value),
			fmt.Sprintf("close it; a text that begins with %s goes in quotes", bracket.Value))
	}
	return nil
}

// nesting follows the maps and lists that are open at a token.
type nesting struct {
	open            []level      // the first stands for the whole file
	earlier, before *token.Token // the last two that are no comments, or nil
	tokens          int          // in the file
	work            int          // bytes that the parser has moved so far
}

// level is a map or list that is open.
type level struct {
	opened *token.Token // the bracket, or nil
	column int          // of its keys or dashes, without a bracket
	path   int          // bytes of the keys that lead to it
	entry  int          // bytes of the keys that lead to the value of its last key
	keys   int          // outside brackets
	colon  bool         // whether its last entry, since a comma, has a colon
}

func (n *nesting) top() *level { return &n.open[len(n.open)-1] }

func (n *nesting) admit(t *token.Token, isKey bool) *problem.Problem {
	at := position(t)
	if f, found := features[t.Type]; found {
		return feature(at, f.message, f.help)
	}
	if refused := n.misplaced(t, isKey); refused != nil {
		return refused
	}
	if n.isAbsent(t) {
		n.work += n.tokens // the parser puts a null there and moves all later tokens
	}
	switch t.Type {
	case token.DocumentHeaderType:
		if n.before != nil {
			return feature(at, "a second document (---); a file is one document", "divide the file into several")
		}
	case token.MappingStartType, token.SequenceStartType:
		n.push(level{opened: t})
	case token.MappingEndType, token.SequenceEndType:
		n.open = n.open[:len(n.open)-1]
	case token.CollectEntryType:
		n.top().colon = false
		n.enterItem()
	case token.SequenceEntryType:
		n.enter(t.Position.Column)
		n.enterItem()
	case token.MappingValueType:
		n.enterKey(n.before)
	}
	switch {
	case len(n.open)-1 > maxDepth:
		return refuse(at, fmt.Sprintf("maps and lists nested deeper than %d", maxDepth), "nothing in a dataset lies so deep")
	case n.work > maxWork:
		return refuse(at, "more keys and lists in each other than can be read", "divide the file into several")
	}
	return nil
}

func (n *nesting) push(l level) {
	l.path = n.top().entry
	l.entry = l.path
	n.open = append(n.open, l)
}

// enter goes to the map or list whose keys or dashes stand in the column.
func (n *nesting) enter(column int) {
	for n.top().column > column {
		n.open = n.open[:len(n.open)-1]
	}
	if top := n.top(); top.opened == nil && top.column < column {
		n.push(level{column: column})
	}
}

// enterItem counts an item of a list: the parser writes its path down.
func (n *nesting) enterItem() {
	const index = len("[1000]")
	top := n.top()
	top.entry = top.path + index
	n.work += top.entry
}

// enterKey counts a key: the parser writes its path down and, outside brackets,
// copies the pointers to the keys of its map.
func (n *nesting) enterKey(key *token.Token) {
	const pointer = 8
	if n.top().opened == nil {
		n.enter(key.Position.Column)
		n.top().keys++
	}
	top := n.top()
	top.colon = true
	top.entry = top.path + len(key.Value) + len(".")
	n.work += top.entry + top.keys*pointer
}

// isAbsent reports whether the token comes where a value should be.
func (n *nesting) isAbsent(t *token.Token) bool {
	if n.before == nil {
		return false
	}
	closes := is(t, token.CollectEntryType, token.MappingEndType, token.SequenceEndType)
	switch n.before.Type {
	case token.MappingValueType:
		return closes || n.below(t) && t.Position.Column <= n.earlier.Position.Column && t.Type != token.SequenceEntryType
	case token.SequenceEntryType:
		return n.below(t) && t.Position.Column <= n.before.Position.Column
	}
	return closes && is(n.top().opened, token.MappingStartType) && !n.top().colon && n.before.Type != token.MappingStartType
}

// below reports whether the token begins a line.
func (n *nesting) below(t *token.Token) bool {
	return t.Position.Line > n.before.Position.Line
}

func is(t *token.Token, types ...token.Type) bool {
	return t != nil && slices.Contains(types, t.Type)
}
