package load

import (
	"fmt"
	"slices"
	"strings"

	"github.com/goccy/go-yaml/ast"

	"example.org/publish/build/nearest"
)

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
		message := known.what + " has no key " + e.name()
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
