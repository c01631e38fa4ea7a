package load

import (
	"strings"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/token"

	"example.org/publish/build/fact"
)

// source is the text that was parsed, by lines; it knows where a node begins.
type source struct{ lines []string }

func newSource(text string) source { return source{strings.Split(text, "\n")} }

// start is the place of a node's first character: of a quoted text the one
// after the quote, of a block (| or >) the first one below its header, of a map
// its first key or brace.
func (s source) start(n ast.Node) fact.Pos {
	switch n := n.(type) {
	case *ast.MappingNode:
		if !n.IsFlowStyle && len(n.Values) > 0 {
			return s.start(n.Values[0].Key)
		}
		return position(n.Start)
	case *ast.SequenceNode:
		return position(n.Start)
	case *ast.LiteralNode:
		return s.block(position(n.Start))
	}
	t := n.GetToken()
	at := position(t)
	switch t.Type {
	case token.SingleQuoteType, token.DoubleQuoteType:
		at.Column++
	}
	return at
}

// block is the place of the first character below the header of a block.
func (s source) block(header fact.Pos) fact.Pos {
	for i := int(header.Line); i < len(s.lines); i++ {
		if text := strings.TrimLeft(s.lines[i], " "); text != "" {
			return fact.Pos{Line: uint32(i + 1), Column: uint32(len(s.lines[i]) - len(text) + 1)}
		}
	}
	return header
}
