package load

import (
	"strconv"
	"strings"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/token"

	"example.org/publish/build/fact"
)

// given returns nil in place of a value that was not written.
func given(n ast.Node) ast.Node {
	if n == nil || n.GetToken() == nil || n.GetToken().Type == token.ImplicitNullType {
		return nil
	}
	return n
}

func isScalar(n ast.Node) bool {
	_, ok := n.(ast.ScalarNode)
	return ok
}

// shape is what a contributor would call the node.
func shape(n ast.Node) string {
	switch n.(type) {
	case *ast.MappingNode:
		return "a map"
	case *ast.SequenceNode:
		return "a list"
	}
	return "a single value"
}

// scalarOf is the scalar as it was typed: no number, date or truth value is
// made of it. Space and line ends behind the text of a block (| or >) are not
// part of it.
func (r *reader) scalarOf(n ast.Node) fact.Scalar {
	if l, ok := n.(*ast.LiteralNode); ok {
		return fact.Scalar{Text: strings.TrimRight(l.Value.Value, " \n"), Pos: r.source.start(n)}
	}
	return fact.Scalar{Text: n.GetToken().Value, Pos: r.source.start(n)}
}

func isList(n ast.Node) bool {
	_, ok := n.(*ast.SequenceNode)
	return ok
}

// keysOf are the keys of a map as they were typed; other nodes have none.
func keysOf(n ast.Node) []string {
	m, ok := n.(*ast.MappingNode)
	if !ok {
		return nil
	}
	keys := make([]string, len(m.Values))
	for i, v := range m.Values {
		keys[i] = v.Key.GetToken().Value
	}
	return keys
}

// typed is a scalar for an example in a help: short, quoted where it must be.
func (r *reader) typed(n ast.Node) string {
	text := r.scalarOf(n).Text
	if len(text) > 40 || strings.ContainsAny(text, "\n") {
		return "…"
	}
	if token.IsNeedQuoted(text) || strings.ContainsAny(text, ",[]{}") {
		return strconv.Quote(text)
	}
	return text
}
