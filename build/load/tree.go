package load

import (
	"strings"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/token"

	"example.org/publish/build/fact"
	"example.org/publish/build/problem"
)

// Node is a map, a list or a word of a file, as it is laid out.
type Node struct {
	Kind    NodeKind
	Word    fact.Scalar // of a word: what [File] reads
	Flow    bool        // a map in { } or a list in [ ]
	End     fact.Pos    // of one in brackets: the closing one
	Entries []Entry     // of a map or a list
}

// NodeKind says whether a [Node] is a map, a list or a word.
type NodeKind int

// The kinds of a [Node].
const (
	Word NodeKind = iota
	Map
	List
)

// Entry is a key of a map with its value, or an item of a list.
type Entry struct {
	At    fact.Pos    // of the key or the dash; in [ ], of the item
	Key   fact.Scalar // of a map
	Value *Node       // nil when nothing is written
}

// Comment is a comment, from its # to the end of the line.
type Comment struct {
	At    fact.Pos
	Text  string
	Alone bool // nothing else is on its line
}

// Tree reads the bytes of a file for somebody who lays it out anew: its maps,
// lists and words in the order in which they stand, and its comments. What
// [File] cannot read is refused with the same problem, which names no file.
func Tree(content []byte) (root *Node, comments []Comment, refused *problem.Problem) {
	text, refused := gate(content)
	if refused != nil {
		return nil, nil, refused
	}
	top, tokens, refused := parse(text)
	if refused != nil {
		return nil, nil, refused
	}
	return treeOf(top), commentsOf(text, tokens), nil
}

func treeOf(n ast.Node) *Node {
	switch n := given(n).(type) {
	case nil:
		return nil
	case *ast.MappingNode:
		m := &Node{Kind: Map, Flow: n.IsFlowStyle}
		if m.Flow {
			m.End = position(n.End)
		}
		for _, v := range n.Values {
			m.Entries = append(m.Entries, Entry{At: position(v.Key.GetToken()), Key: scalarOf(v.Key), Value: treeOf(v.Value)})
		}
		return m
	case *ast.SequenceNode:
		l := &Node{Kind: List, Flow: n.IsFlowStyle}
		if l.Flow {
			l.End = position(n.End)
		}
		for i, v := range n.Values {
			e := Entry{Value: treeOf(v)}
			if l.Flow {
				e.At = start(v)
			} else {
				e.At = position(n.Entries[i].Start)
			}
			l.Entries = append(l.Entries, e)
		}
		return l
	default:
		return &Node{Word: scalarOf(n)}
	}
}

// commentsOf returns the comments of a text in their order.
func commentsOf(text string, tokens token.Tokens) []Comment {
	var comments []Comment
	var lines []string
	for _, t := range tokens {
		if t.Type != token.CommentType {
			continue
		}
		if lines == nil {
			lines = strings.Split(text, "\n")
		}
		at := position(t)
		line := []rune(lines[at.Line-1])
		before, comment := line[:at.Column-1], line[at.Column-1:]
		comments = append(comments, Comment{
			At: at, Text: strings.TrimRight(string(comment), " "), Alone: strings.TrimLeft(string(before), " ") == "",
		})
	}
	return comments
}
