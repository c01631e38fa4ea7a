package load

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/token"

	"example.org/publish/build/fact"
	"example.org/publish/build/nearest"
	"example.org/publish/build/problem"
)

// reader turns the nodes of one file into facts and collects what is wrong.
type reader struct {
	file     string
	problems []problem.Problem
}

// keys are the keys that a map may have.
type keys[T any] struct {
	what string // what such a map is in messages: "a statement"
	hint string // what else to say to somebody who wrote another key
	list []key[T]
}

// key is one key and what reads its value into a T.
type key[T any] struct {
	name string
	read func(*reader, *T, entry)
}

// entry is a key of a map with its value, which is nil when nothing is written
// after the colon.
type entry struct {
	key   fact.Scalar
	value ast.Node
}

// record reads a map with known keys into a T; a node that is nil has none.
func record[T any](r *reader, n ast.Node, known keys[T], into *T) {
	if n == nil {
		return
	}
	entries, ok := r.entries(n)
	if !ok {
		all := known.all()
		if isScalar(n) && strings.Contains(scalarOf(n).Text, ":") {
			all = "put a space behind each colon; " + all
		}
		r.wrongShape(n, known.what+" is a map of keys and values", all)
		return
	}
	for _, e := range entries {
		if i := known.index(e.key.Text); i >= 0 {
			known.list[i].read(r, into, e)
			continue
		}
		message := fmt.Sprintf("%s has no key %q", known.what, e.key.Text)
		near := nearest.Name(e.key.Text, known.names())
		if near == "" {
			r.problem(UnknownKey, e.key, message, known.all()+known.hint)
			continue
		}
		r.problem(UnknownKey, e.key, message, fmt.Sprintf("did you mean %q?", near))
		// Read as what was meant, so that it is not missed as well.
		if !slices.ContainsFunc(entries, func(o entry) bool { return o.key.Text == near }) {
			known.list[known.index(near)].read(r, into, e)
		}
	}
}

func (k keys[T]) index(name string) int {
	return slices.IndexFunc(k.list, func(one key[T]) bool { return one.name == name })
}

func (k keys[T]) names() []string {
	names := make([]string, len(k.list))
	for i, one := range k.list {
		names[i] = one.name
	}
	return names
}

func (k keys[T]) all() string { return "it may have: " + strings.Join(k.names(), ", ") }

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
			r.problem(WrongShape, k, fmt.Sprintf("%q has no colon and no value", k.Text),
				"in { } a comma ends a text: put a text with a comma in quotes")
			continue
		}
		if at, written := first[k.Text]; written {
			r.problem(DuplicateKey, k, fmt.Sprintf("%q is written twice", k.Text), fmt.Sprintf("the first is in line %d; a key may stand once in a map", at.Line))
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

// scalar reads a value that is one word or text.
func (r *reader) scalar(e entry) fact.Scalar {
	return r.word(e.value, fmt.Sprintf("%q is one value", e.key.Text), fmt.Sprintf("write: %s: …", e.key.Text))
}

// scalars reads a value that is one word or a list of them.
func (r *reader) scalars(e entry) []fact.Scalar {
	var words []fact.Scalar
	for _, n := range r.items(e.value) {
		w := r.word(n, fmt.Sprintf("%q is one word or a list of words", e.key.Text), fmt.Sprintf("write: %s: [one, another]", e.key.Text))
		if w.Given() {
			words = append(words, w)
		}
	}
	return words
}

func (r *reader) word(n ast.Node, expected, help string) fact.Scalar {
	if n == nil {
		return fact.Scalar{}
	}
	if !isScalar(n) {
		r.wrongShape(n, expected, help)
		return fact.Scalar{}
	}
	return scalarOf(n)
}

// translations reads a value that is a text, or a map from languages to texts.
func (r *reader) translations(e entry) fact.Text {
	if e.value == nil {
		return nil
	}
	if isScalar(e.value) {
		return fact.Text{{Scalar: scalarOf(e.value)}}
	}
	languages, ok := r.entries(e.value)
	if !ok {
		r.wrongShape(e.value, fmt.Sprintf("%q is a text, or a map from languages to texts", e.key.Text),
			fmt.Sprintf("write: %s: { en: …, es: … }", e.key.Text))
		return nil
	}
	var text fact.Text
	for _, l := range languages {
		if l.value == nil {
			r.problem(WrongShape, l.key, fmt.Sprintf("nothing is written for the language %q", l.key.Text), "write the text, or take the language away")
			continue
		}
		w := r.word(l.value, fmt.Sprintf("%q is one text", l.key.Text), fmt.Sprintf("write: %s: …", l.key.Text))
		if w.Given() {
			text = append(text, fact.Translation{Language: l.key, Scalar: w})
		}
	}
	return text
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
