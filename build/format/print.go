package format

import (
	"slices"
	"strings"
	"unicode/utf8"

	"example.org/publish/build/load"
)

// print writes a file that is arranged.
func print(top *node) []byte {
	p := &printer{}
	p.comments(top.heading, 0)
	p.block(top, 0, "")
	return []byte(p.b.String())
}

type printer struct{ b strings.Builder }

func (p *printer) line(indent int, words ...string) {
	if words[0] != "" {
		p.b.WriteString(strings.Repeat(" ", indent))
	}
	for i, w := range words {
		if i > 0 && w != "" {
			p.b.WriteByte(' ')
		}
		p.b.WriteString(w)
	}
	p.b.WriteByte('\n')
}

func (p *printer) comments(lines []string, indent int) {
	for _, l := range lines {
		p.line(indent, l)
	}
}

// block writes the entries of a map or list, each beginning a line. What stands
// before the first one is a dash when they are those of an item.
func (p *printer) block(n *node, indent int, dash string) {
	for i, e := range n.entries {
		head, at := e.head, indent
		if i == 0 {
			head = trimBlank(head)
		}
		p.comments(head, indent)
		label := "-"
		if n.kind == load.Map {
			label = never.written(e.key, true) + ":"
		}
		if i == 0 && dash != "" {
			label, at = dash+" "+label, indent-len(dash)-1
		}
		inline, ok := e.value.inline(at + utf8.RuneCountInString(label) + 1)
		switch {
		case ok:
			p.line(at, label, inline, e.trail)
		case n.kind == load.List:
			p.block(e.value, indent+2, "-")
		default:
			p.line(at, label, e.trail)
			p.block(e.value, indent+2, "")
		}
		p.comments(e.inner, indent+2)
	}
	p.comments(n.foot, indent)
}

// inline is the node on one line, if that is its form; column is where it would
// begin, counted from 0.
func (n *node) inline(column int) (line string, ok bool) {
	if n == nil {
		return "", true
	}
	if n.kind == load.Word {
		return n.form.quote.written(n.word, false), true
	}
	if len(n.entries) > 0 && n.form.lines == ownLine || !n.fitsBrackets() {
		return "", false
	}
	line = n.bracketed()
	if n.form.lines == fitting {
		return line, !n.holdsMaps() && column+utf8.RuneCountInString(line) <= Width
	}
	return line, true
}

func (n *node) holdsMaps() bool {
	return slices.ContainsFunc(n.entries, func(e *entry) bool { return e.value.kind == load.Map })
}

// fitsBrackets reports whether nothing within the node needs a line of its own:
// a comment, or a key with nothing behind it.
func (n *node) fitsBrackets() bool {
	if n.isCommented() {
		return false
	}
	fits := true
	n.each(func(e *entry) { fits = fits && e.value != nil })
	return fits
}

func (n *node) bracketed() string {
	if n.kind == load.Word {
		return n.form.quote.written(n.word, true)
	}
	parts := make([]string, len(n.entries))
	for i, e := range n.entries {
		parts[i] = e.value.bracketed()
		if n.kind == load.Map {
			parts[i] = never.written(e.key, true) + ": " + parts[i]
		}
	}
	switch inside := strings.Join(parts, ", "); {
	case n.kind == load.List:
		return "[" + inside + "]"
	case inside == "":
		return "{}"
	default:
		return "{ " + inside + " }"
	}
}
