package format

import (
	"cmp"
	"slices"
	"strings"

	"example.org/publish/build/load"
)

// arrange gives a part of a file its form: the order of its keys, and the
// shorter of two ways to write the same. It changes the node.
func (n *node) arrange(f *form) *node {
	if n == nil {
		return nil
	}
	if f.alone != asIs {
		if n.kind != load.List {
			if f.alone == bare || n.kind == load.Map {
				return n.arrange(f.each)
			}
			n = &node{kind: load.List, entries: []*entry{{value: n}}}
		}
		if f.alone == bare && len(n.entries) == 1 && !n.isCommented() {
			return n.entries[0].value.arrange(f.each)
		}
	}
	n.form = f
	for _, e := range n.entries {
		e.value = e.value.arrange(f.of(e.key))
		if n.kind == load.List {
			e.hoist()
		}
		// Nothing stands in these brackets but comments, which go below the key.
		if v := e.value; v != nil && v.kind != load.Word && len(v.entries) == 0 {
			e.inner = append(e.inner, v.foot...)
			v.foot = nil
		}
	}
	slices.SortStableFunc(n.entries, func(a, b *entry) int { return cmp.Compare(f.rank(a.key), f.rank(b.key)) })
	if f.short != nil && n.kind == load.Map {
		return f.short(n)
	}
	return n
}

// hoist lifts the comments that would stand between the dash of an item and its
// first key above the dash.
func (e *entry) hoist() {
	if e.value == nil || e.value.kind != load.Map || len(e.value.entries) == 0 {
		return
	}
	if _, inline := e.value.inline(0); inline && e.value.form.lines == oneLine {
		return
	}
	if e.trail != "" {
		e.head = append(e.head, e.trail)
		e.trail = ""
	}
	first := e.value.entries[0]
	e.head = append(e.head, trimBlank(first.head)...)
	first.head = nil
}

// rank is the place of a key among the keys of a map.
func (f *form) rank(key string) int {
	if i := slices.Index(f.order, key); i >= 0 {
		return i
	}
	return len(f.order)
}

// citationAlone writes source-id#p13 where a citation in its long form says no
// more than that.
func citationAlone(n *node) *node {
	if len(n.entries) != 2 || n.isCommented() {
		return n
	}
	parts := map[string]string{}
	for _, e := range n.entries {
		if e.value != nil && e.value.kind == load.Word {
			parts[e.key] = e.value.word
		}
	}
	source, place := parts["source"], parts["at"]
	if source == "" || place == "" || strings.Contains(source, "#") {
		return n
	}
	return &node{word: source + "#" + place, form: text}
}

// labelAlone writes a code or role by its label where nothing more is said of it.
func labelAlone(n *node) *node {
	if len(n.entries) == 1 && n.entries[0].key == "label" && n.entries[0].value != nil && !n.isCommented() {
		return n.entries[0].value
	}
	return n
}
