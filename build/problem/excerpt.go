package problem

import (
	"strings"
	"unicode"

	"golang.org/x/text/width"
)

// excerpt is the part of a line that is shown, and the columns of the mark
// below it.
type excerpt struct {
	text          string
	indent, marks int
}

// cell is one character of a line as the terminal shows it.
type cell struct {
	text    string
	columns int
}

// row is a line as the terminal shows it.
type row struct {
	cells   []cell
	columns int
}

// excerptOf shows the line with a mark below the characters from column (from
// 1) on. A line that is wider than room is cut to a window around the mark.
func excerptOf(line row, column, characters, room int) excerpt {
	cells := line.cells
	at := max(column-1, 0)
	// A mark may stand just behind the line, where something is missing.
	at = min(at, len(cells))
	end := min(at+max(characters, 1), len(cells))

	first, last := window(line, at, room)
	var e excerpt
	var b strings.Builder
	if first > 0 {
		b.WriteString("…")
		e.indent++
	}
	for i, c := range cells[first:last] {
		b.WriteString(c.text)
		switch i += first; {
		case i < at:
			e.indent += c.columns
		case i < end:
			e.marks += c.columns
		}
	}
	if last < len(cells) {
		b.WriteString("…")
	}
	e.marks = max(e.marks, 1)
	e.text = strings.TrimRight(b.String(), " ")
	return e
}

// window chooses the cells [first, last) that fit into room and hold the cell
// at the mark, with more of the line after it than before.
func window(line row, at, room int) (first, last int) {
	cells := line.cells
	if line.columns <= room {
		return 0, len(cells)
	}
	room -= 2 // for the signs that something was cut
	first = at
	for before := 0; first > 0 && before+cells[first-1].columns <= room/3; first-- {
		before += cells[first-1].columns
	}
	for last = first; last < len(cells) && cells[last].columns <= room; last++ {
		room -= cells[last].columns
	}
	for ; first > 0 && cells[first-1].columns <= room; first-- {
		room -= cells[first-1].columns
	}
	return first, last
}

func rowOf(line string) row {
	cells := make([]cell, 0, len(line))
	column := 0
	for _, r := range line {
		c := cell{shown(r), columnsOf(r)}
		if r == '\t' {
			c.columns = 4 - column%4
			c.text = strings.Repeat(" ", c.columns)
		}
		column += c.columns
		cells = append(cells, c)
	}
	return row{cells, column}
}

// columnsOf is how many columns of a terminal a character takes (UAX #11; an
// ambiguous one takes one).
func columnsOf(r rune) int {
	if unicode.In(r, unicode.Mn, unicode.Me) {
		return 0
	}
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth:
		return 2
	}
	return 1
}

// visible is the text with every character that a terminal would obey, or not
// show, replaced by one that can be seen.
func visible(s string) string {
	var b strings.Builder
	for _, r := range s {
		b.WriteString(shown(r))
	}
	return b.String()
}

func shown(r rune) string {
	switch {
	case r < 0x20:
		return string(rune(0x2400) + r) // the picture of the control character
	case r == 0x7f:
		return "\u2421"
	case !unicode.IsGraphic(r):
		return "\ufffd"
	}
	return string(r)
}

// besideOrBelow places the help: what stands beside the mark that ends at the
// column, and what follows below it, indented.
func besideOrBelow(help string, column, room int) (beside string, below []string, indent int) {
	const narrow = 40 // fewer columns beside the mark read badly
	left := room - column
	if len([]rune(help)) > left && left < narrow {
		const step = 2
		return "", wrap(help, room-step), step
	}
	lines := wrap(help, left)
	if len(lines) == 0 {
		return "", nil, 0
	}
	return lines[0], lines[1:], column
}

// wrap breaks a text between words into lines of at most room characters; a
// longer word gets a line of its own.
func wrap(s string, room int) []string {
	var lines []string
	line, length := "", 0
	for word := range strings.FieldsSeq(s) {
		n := len([]rune(word))
		switch {
		case line == "":
			line, length = word, n
		case length+1+n <= room:
			line, length = line+" "+word, length+1+n
		default:
			lines = append(lines, line)
			line, length = word, n
		}
	}
	if line != "" {
		lines = append(lines, line)
	}
	return lines
}
