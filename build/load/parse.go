package load

import (
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/scanner"
	"github.com/goccy/go-yaml/token"

	"example.org/publish/build/problem"
)

// parse reads YAML that passed the gate: one document without anchors, aliases,
// tags or directives, of bounded depth. The tokens are those that it was read
// from, comments among them. The root is nil when there is a refusal.
func parse(text string) (root ast.Node, tokens token.Tokens, refused *problem.Problem) {
	// The library has panicked on broken YAML before (a tag on a list); one such
	// file must not keep the others from being read.
	defer func() {
		if p := recover(); p != nil {
			root, tokens, refused = nil, nil, refuseFile(brokeDown, "write it more plainly: short texts in quotes, and lists and maps with one item a line")
		}
	}()
	tokens, refused = tokenize(text)
	if refused != nil {
		return nil, nil, refused
	}
	if refused := align(text, tokens); refused != nil {
		return nil, nil, refused
	}
	if refused := admit(tokens); refused != nil {
		return nil, nil, refused
	}
	file, err := parser.Parse(tokens, 0, parser.AllowDuplicateMapKey())
	if err != nil {
		return nil, nil, inWords(err)
	}
	if len(file.Docs) != 1 || file.Docs[0].Body == nil {
		return nil, nil, refuseFile("the file is empty", "write what it is about, or take it away")
	}
	return file.Docs[0].Body, tokens, nil
}

// tokenize stops at the first thing that is no YAML; the library's own lexer
// would go on, at a cost that grows with each mistake.
func tokenize(text string) (token.Tokens, *problem.Problem) {
	var s scanner.Scanner
	s.Init(text)
	var tokens token.Tokens
	for {
		more, err := s.Scan()
		tokens.Add(more...)
		if err != nil {
			break // io.EOF, or a mistake that stands in the last token
		}
	}
	if bad := tokens.InvalidToken(); bad != nil {
		return nil, inWords(syntaxError{bad})
	}
	return tokens, nil
}
