package export

import (
	"iter"
	"strings"
	"unicode/utf8"

	"example.org/publish/build/compile"
)

// Table is rows of cells under named columns.
type Table struct {
	Name        string // snake_case; also the name of its file and of its sheet
	Title       compile.Text
	Description compile.Text
	Columns     []Column
	Key         []string // columns that together tell each row from the others
	References  []Reference
	Count       int // rows
	// Rows gives the rows in their stable order, a cell a column. The slice is
	// used again for the next row.
	Rows iter.Seq[[]Cell]
}

// Reference says that the columns, where they are filled, hold the key of a
// row in another table, or in the same one.
type Reference struct {
	Columns []string
	Table   string
	To      []string // columns there
}

// Column is one column of a table, as the codebook describes it.
type Column struct {
	Name     string // snake_case
	Kind     Kind
	Meaning  compile.Text
	Allowed  []string // all values that occur in it, when it is a closed list
	Required bool     // no cell is empty
	Example  string   // from the first row that has one; cut with … when long
}

// Kind says how to read the cells of a column.
type Kind string

// The kinds of column. In every format a cell is a text or a whole number; the
// kinds say what the text is.
const (
	Text     Kind = "text"     // words for people, in one language
	Integer  Kind = "integer"  // a whole number, at least 0
	Decimal  Kind = "decimal"  // a number in decimal digits, as its author typed it
	Boolean  Kind = "boolean"  // true or false
	EDTF     Kind = "edtf"     // a date as uncertain as its source (ISO 8601-2)
	Day      Kind = "day"      // a day of the Gregorian calendar: YYYY-MM-DD (ISO 8601)
	ID       Kind = "id"       // an identifier of this dataset
	IDs      Kind = "ids"      // identifiers, with "; " between them
	Code     Kind = "code"     // a word of a closed list
	Language Kind = "language" // a language tag (BCP 47)
	Address  Kind = "address"  // a web address
	List     Kind = "list"     // values for people, with "; " between them
)

// separator stands between the values of a cell that holds several.
const separator = "; "

// Find returns the table with the name, or nil.
func Find(tables []Table, name string) *Table {
	for i := range tables {
		if tables[i].Name == name {
			return &tables[i]
		}
	}
	return nil
}

// field is a column with the function that fills it from a row's value.
type field[R any] struct {
	Column
	cell func(R) Cell
}

// fields are columns in order. The functions that make columns return fields,
// because a date or a text takes several.
type fields[R any] []field[R]

// newTable completes t with the columns and the rows, and finds the examples.
func newTable[R any](t Table, columns fields[R], values iter.Seq[R]) Table {
	t.Columns = make([]Column, len(columns))
	var bare []int // columns without an example
	for i, f := range columns {
		t.Columns[i] = f.Column
		bare = append(bare, i)
	}
	for v := range values {
		t.Count++
		still := bare[:0]
		for _, i := range bare {
			if cell := columns[i].cell(v); cell.Empty() {
				still = append(still, i)
			} else {
				t.Columns[i].Example = excerpt(cell.String())
			}
		}
		bare = still
	}
	t.Rows = rows(columns, values)
	return t
}

// rows fills a row for each value.
func rows[R any](columns fields[R], values iter.Seq[R]) iter.Seq[[]Cell] {
	return func(yield func([]Cell) bool) {
		row := make([]Cell, len(columns))
		for v := range values {
			for i := range columns {
				row[i] = columns[i].cell(v)
			}
			if !yield(row) {
				return
			}
		}
	}
}

// excerpt cuts a long example.
func excerpt(s string) string {
	const limit = 80
	if utf8.RuneCountInString(s) <= limit {
		return s
	}
	return strings.TrimSpace(string([]rune(s)[:limit-1])) + "…"
}
