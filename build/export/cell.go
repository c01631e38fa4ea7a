package export

import "strconv"

// Cell is one value of a table: a text, a whole number, or nothing. The empty
// text is nothing.
type Cell struct {
	text   string
	number int64
	whole  bool
}

// word is a cell that holds a text.
func word(s string) Cell { return Cell{text: s} }

// whole is a cell that holds a whole number.
func whole(n int64) Cell { return Cell{number: n, whole: true} }

// Empty reports whether the cell holds nothing.
func (c Cell) Empty() bool { return !c.whole && c.text == "" }

// Whole returns the whole number that the cell holds, if it holds one.
func (c Cell) Whole() (int64, bool) { return c.number, c.whole }

// String is the cell as text: a whole number in decimal digits, nothing as the
// empty text.
func (c Cell) String() string {
	if c.whole {
		return strconv.FormatInt(c.number, 10)
	}
	return c.text
}

// decimal is a whole number when the digits are the usual way to write one
// that every spreadsheet holds exactly (15 digits), else the digits as text.
func decimal(digits string) Cell {
	if len(digits) > 15 {
		return word(digits)
	}
	n, err := strconv.ParseInt(digits, 10, 64)
	if err != nil || strconv.FormatInt(n, 10) != digits {
		return word(digits)
	}
	return whole(n)
}
