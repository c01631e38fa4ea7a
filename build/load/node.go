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
// part of it. Nothing gives no scalar.
func scalarOf(n ast.Node) fact.Scalar {
	if n == nil {
		return fact.Scalar{}
	}
	if block, ok := n.(*ast.LiteralNode); ok {
		return fact.Scalar{Text: strings.TrimRight(block.Value.Value, " \n"), Pos: start(n)}
	}
	return fact.Scalar{Text: n.GetToken().Value, Pos: start(n)}
}

// start is the place of a node's first character: of a quoted text the one
// after the quote, of a block (| or >) the first one below its header, of a map
// its first key or brace.
func start(n ast.Node) fact.Pos {
	switch n := n.(type) {
	case *ast.MappingNode:
		if !n.IsFlowStyle && len(n.Values) > 0 {
			return start(n.Values[0].Key)
		}
		return position(n.Start)
	case *ast.SequenceNode:
		return position(n.Start)
	case *ast.LiteralNode:
		if n.Value.Value == "" {
			return position(n.Start)
		}
		return position(n.Value.Token)
	}
	t := n.GetToken()
	at := position(t)
	if is(t, token.SingleQuoteType, token.DoubleQuoteType) {
		at.Column++
	}
	return at
}

// position is the place of a token.
func position(t *token.Token) fact.Pos {
	return fact.Pos{Line: uint32(t.Position.Line), Column: uint32(t.Position.Column)}
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

// typed is a scalar for an example in a help: short, and quoted where it was or
// must be.
func typed(n ast.Node) string {
	text := scalarOf(n).Text
	switch {
	case len(text) > 40 || strings.Contains(text, "\n"):
		return "…"
	case is(n.GetToken(), token.SingleQuoteType, token.DoubleQuoteType), token.IsNeedQuoted(text), strings.ContainsAny(text, ",[]{}"):
		return strconv.Quote(text)
	}
	return text
}
