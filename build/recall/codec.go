package recall

import (
	"encoding/binary"
	"strings"
	"unicode/utf8"

	"example.org/publish/build/fact"
)

// codec goes through a value once, in one order, and either writes down what it
// meets or fills it with what was written: so the two cannot differ. Words that
// stand in the file letter by letter are written as their place there, and come
// back as parts of the file's own text: they take no memory of their own.
type codec struct {
	text    string // of the file
	filling bool
	b       []byte
	damaged bool   // b is not what a codec wrote
	lines   []int  // where the lines of the text begin
	line    uint32 // of the last position
}

// record goes through what a file says. It is an entity or a source.
func (c *codec) record(from any) (known bool) {
	switch r := from.(type) {
	case *fact.Entity:
		c.entity(r)
	case *fact.Source:
		c.source(r)
	default:
		return false
	}
	return true
}

func (c *codec) number(n *uint64) {
	if !c.filling {
		c.b = binary.AppendUvarint(c.b, *n)
		return
	}
	value, size := binary.Uvarint(c.b)
	if size <= 0 {
		c.damage()
		return
	}
	*n, c.b = value, c.b[size:]
}

// damage ends the filling: what follows is zero.
func (c *codec) damage() { c.damaged, c.b = true, nil }

// pos is a place. Most lie in the line of the one before, or just below.
func (c *codec) pos(p *fact.Pos) {
	line, column := uint64(p.Line-c.line), uint64(p.Column)
	c.number(&line)
	c.number(&column)
	p.Line, p.Column = c.line+uint32(line), uint32(column)
	c.line = p.Line
}

// How a scalar is written.
const (
	absent   = iota // the zero Scalar
	verbatim        // position and length of its text in the file
	spelled         // position, length and text
)

func (c *codec) scalar(s *fact.Scalar) {
	form, offset := uint64(absent), 0
	if !c.filling && s.Given() {
		form = spelled
		if at, ok := c.offset(s.Pos); ok && strings.HasPrefix(c.text[at:], s.Text) {
			form, offset = verbatim, at
		}
	}
	c.number(&form)
	if form == absent {
		return
	}
	c.pos(&s.Pos)
	n := uint64(len(s.Text))
	c.number(&n)
	switch {
	case form == verbatim:
		at := uint64(offset)
		c.number(&at)
		if c.filling && (at > uint64(len(c.text)) || n > uint64(len(c.text))-at) {
			c.damage()
			return
		}
		s.Text = c.text[at : at+n]
	case !c.filling:
		c.b = append(c.b, s.Text...)
	case n > uint64(len(c.b)):
		c.damage()
	default:
		s.Text, c.b = string(c.b[:n]), c.b[n:]
	}
}

// offset is where in the file a place is. A place in a line that ends before it
// is nowhere.
func (c *codec) offset(p fact.Pos) (int, bool) {
	if c.lines == nil {
		c.lines = append(c.lines, 0)
		for at := strings.IndexByte(c.text, '\n'); at >= 0; {
			c.lines = append(c.lines, c.lines[len(c.lines)-1]+at+1)
			at = strings.IndexByte(c.text[c.lines[len(c.lines)-1]:], '\n')
		}
	}
	if p.Line == 0 || int(p.Line) > len(c.lines) || p.Column == 0 {
		return 0, false
	}
	at := c.lines[p.Line-1]
	for range p.Column - 1 {
		if at >= len(c.text) || c.text[at] == '\n' {
			return 0, false
		}
		_, size := utf8.DecodeRuneInString(c.text[at:])
		at += size
	}
	return at, true
}

// list goes through the items of a list.
func list[T any](c *codec, items *[]T, item func(*T)) {
	n := uint64(len(*items))
	c.number(&n)
	if c.filling {
		if n > uint64(len(c.b)) { // an item takes a byte at least
			c.damage()
			return
		}
		if n > 0 {
			*items = make([]T, n)
		}
	}
	for i := range *items {
		item(&(*items)[i])
	}
}

func (c *codec) scalars(words *[]fact.Scalar) { list(c, words, c.scalar) }

func (c *codec) translations(t *fact.Text) {
	list(c, (*[]fact.Translation)(t), func(tr *fact.Translation) {
		c.scalar(&tr.Language)
		c.scalar(&tr.Scalar)
	})
}
