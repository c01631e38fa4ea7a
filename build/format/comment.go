package format

import (
	"slices"
	"sort"
	"strings"

	"example.org/publish/build/fact"
	"example.org/publish/build/load"
)

// node is a part of a file with the comments that belong to it.
type node struct {
	kind    load.NodeKind
	word    string
	flow    bool     // in brackets as it was written
	end     fact.Pos // of the closing bracket
	entries []*entry
	foot    []string // lines below the last entry
	heading []string // of the file as a whole: lines at the top
	form    *form    // once it is arranged
}

// entry is a key with its value, or an item of a list. Lines of comments are
// written without indentation; an empty one is a blank line.
type entry struct {
	at    fact.Pos
	key   string
	value *node    // nil: nothing is written
	head  []string // lines above it
	trail string   // the comment behind its key, or behind its value when that is on the same line
	inner []string // lines below it, indented further, where it has no entries
}

// attach gives each comment to what it stands beside, above or, at the end of a
// map or list, below, as its indentation tells.
func attach(root *load.Node, comments []load.Comment, content []byte) *node {
	lines := strings.Split(string(content), "\n")
	isBlank := func(line uint32) bool {
		return line > 0 && strings.TrimSpace(strings.TrimPrefix(lines[line-1], "\ufeff")) == ""
	}
	top := nodeOf(root)
	for _, c := range comments {
		if !c.Alone {
			top.beside(c)
			continue
		}
		target := top.linesAt(c.At)
		if isBlank(c.At.Line - 1) {
			*target = append(*target, "")
		}
		*target = append(*target, c.Text)
	}
	top.each(func(e *entry) {
		line := lines[e.at.Line-1]
		beginsLine := strings.TrimSpace(line[:min(int(e.at.Column)-1, len(line))]) == ""
		if beginsLine && isBlank(e.at.Line-1) {
			e.head = append(e.head, "")
		}
	})
	top.takeHeading()
	return top
}

func nodeOf(n *load.Node) *node {
	if n == nil {
		return nil
	}
	result := &node{kind: n.Kind, word: n.Word.Text, flow: n.Flow, end: n.End}
	for _, e := range n.Entries {
		result.entries = append(result.entries, &entry{at: e.At, key: e.Key.Text, value: nodeOf(e.Value)})
	}
	return result
}

// each visits every entry below the node.
func (n *node) each(visit func(*entry)) {
	for _, e := range n.entries {
		visit(e)
		if e.value != nil {
			e.value.each(visit)
		}
	}
}

// around returns the last entry that begins before the place and the first one
// that begins after it.
func (n *node) around(at fact.Pos) (before, after *entry) {
	i := sort.Search(len(n.entries), func(i int) bool { return !isBefore(n.entries[i].at, at) })
	if i > 0 {
		before = n.entries[i-1]
	}
	if i < len(n.entries) {
		after = n.entries[i]
	}
	return before, after
}

// isOpen reports whether the place is among the entries of the node: within its
// brackets or, without any, behind the beginning of its first entry.
func (n *node) isOpen(at fact.Pos) bool {
	if n == nil || n.kind == load.Word {
		return false
	}
	if n.flow {
		return isBefore(at, n.end)
	}
	before, _ := n.around(at)
	return before != nil
}

// beside gives the comment to the entry that it stands behind.
func (n *node) beside(c load.Comment) {
	before, after := n.around(c.At)
	switch {
	case before != nil && before.value.isOpen(c.At):
		before.value.beside(c)
	case before != nil:
		if before.trail != "" {
			before.head = append(before.head, before.trail)
		}
		before.trail = c.Text
	case after != nil: // behind the opening bracket
		after.head = append(after.head, c.Text)
	default:
		n.foot = append(n.foot, c.Text)
	}
}

// linesAt returns the lines to which a comment at the place belongs that has a
// line of its own.
func (n *node) linesAt(at fact.Pos) *[]string {
	before, after := n.around(at)
	isIn := func(column uint32) bool { return at.Column >= column && (after == nil || at.Column > after.at.Column) }
	if before != nil {
		v := before.value
		isBlock := v != nil && !v.flow && len(v.entries) > 0
		switch {
		case v.isOpen(at) && v.flow:
			return v.linesAt(at)
		case isBlock:
			if _, more := v.around(at); more != nil || isIn(v.entries[0].at.Column) {
				return v.linesAt(at)
			}
		case !n.flow && isIn(before.at.Column+1):
			return &before.inner
		}
	}
	if after != nil {
		return &after.head
	}
	return &n.foot
}

// takeHeading takes from the first entry the comments that are about the file
// as a whole: those that a blank line divides from it, or else those for
// editors.
func (n *node) takeHeading() {
	if len(n.entries) == 0 {
		return
	}
	first := n.entries[0]
	end := 0
	for end < len(first.head) && isForEditor(first.head[end]) {
		end++
	}
	for i, line := range first.head {
		if line == "" {
			end = i + 1
		}
	}
	n.heading = trimBlank(first.head[:end])
	first.head = first.head[end:]
}

func isForEditor(comment string) bool {
	return strings.HasPrefix(strings.TrimLeft(comment, "# "), "yaml-language-server:")
}

// trimBlank takes blank lines away from the beginning.
func trimBlank(lines []string) []string {
	for len(lines) > 0 && lines[0] == "" {
		lines = lines[1:]
	}
	return lines
}

func isBefore(a, b fact.Pos) bool {
	return a.Line < b.Line || a.Line == b.Line && a.Column < b.Column
}

// isCommented reports whether a comment stands within the node.
func (n *node) isCommented() bool {
	if n == nil {
		return false
	}
	found := len(n.foot) > 0
	n.each(func(e *entry) {
		isComment := func(line string) bool { return line != "" }
		found = found || e.trail != "" || len(e.inner) > 0 || slices.ContainsFunc(e.head, isComment) || e.value != nil && len(e.value.foot) > 0
	})
	return found
}
