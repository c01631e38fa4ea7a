package export

import (
	"fmt"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"
)

// maxText is how many UTF-16 code units a cell of a sheet holds. excelize cuts
// a longer text without a word.
const maxText = 32_767

// longName is the sheet that holds what did not fit into its cells.
const longName = "long texts"

// continuation is a further part of a text that did not fit into its cell.
type continuation struct {
	sheet, cell string
	part        int // 2 for the first part that is not in the cell itself
	text        string
}

// cut returns as much of the text as its cell holds, with a word on where the
// rest is, and puts the rest aside.
func (b *workbook) cut(text, sheet string, column, row int) string {
	units := utf16.Encode([]rune(text))
	if len(units) <= maxText {
		return text
	}
	note := fmt.Sprintf(" […] (continues in the sheet %q)", longName)
	first, rest := split(units, maxText-len(note))
	cell, err := excelize.CoordinatesToCellName(column, row)
	if err != nil {
		panic("export: a cell that no sheet has: " + err.Error())
	}
	for part := 2; len(rest) > 0; part++ {
		var piece string
		piece, rest = split(rest, maxText)
		b.long = append(b.long, continuation{sheet, cell, part, piece})
	}
	return first + note
}

// split takes at most n code units off the front, and no half of a pair.
func split(units []uint16, n int) (string, []uint16) {
	n = min(n, len(units))
	if n < len(units) && utf16.IsSurrogate(rune(units[n])) && units[n] >= 0xDC00 {
		n--
	}
	return string(utf16.Decode(units[:n])), units[n:]
}

// continuations writes the sheet of what did not fit, if there is anything.
func (b *workbook) continuations() error {
	if len(b.long) == 0 {
		return nil
	}
	columns := []Column{{Name: "sheet", Kind: ID}, {Name: "cell", Kind: ID}, {Name: "part", Kind: Integer}, {Name: "text", Kind: Text}}
	i := 0
	return b.sheet(b.name(longName, 1), columns, len(b.long), func() ([]Cell, bool) {
		l := b.long[i]
		i++
		return []Cell{word(l.sheet), word(l.cell), whole(int64(l.part)), word(l.text)}, true
	})
}
