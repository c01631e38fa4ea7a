package export

import (
	"fmt"
	"io"
	"iter"
	"os"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"example.org/publish/build/compile"
)

// xlsxWorkbook is one workbook: a sheet that says what it is, the codebook,
// and a sheet a table. Each cell is a text or a whole number. Dates are texts,
// because spreadsheets have no days before 1900 and no uncertain ones.
var xlsxWorkbook = Format{
	ID:          "xlsx",
	Title:       english("Excel"),
	Description: english("One workbook with a sheet a table, for people."),
	Media:       "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
	write: func(c *compile.Catalog, tables []Table, out *output) error {
		return out.file(Download{Path: "dataset.xlsx"}, func(w io.Writer) error { return writeWorkbook(w, c, tables, out.scratch) })
	},
}

// maxRows is how many rows a sheet holds, its header included.
const maxRows = 1 << 20

func writeWorkbook(w io.Writer, c *compile.Catalog, tables []Table, scratch string) error {
	sheets := slices.Clone(tables)
	slices.SortStableFunc(sheets, func(a, b Table) int { // the codebook first
		return strings.Compare(order(a), order(b))
	})
	b := &workbook{file: excelize.NewFile(excelize.Options{TmpDir: scratch}), taken: map[string]bool{}, rows: maxRows}
	defer b.file.Close()
	bold, err := b.file.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}})
	if err != nil {
		return err
	}
	b.bold = bold
	if err := b.readme(c, sheets); err != nil {
		return fmt.Errorf("sheet %s: %w", readmeName, err)
	}
	for _, t := range sheets {
		if err := b.table(t); err != nil {
			return fmt.Errorf("table %s: %w", t.Name, err)
		}
	}
	if err := b.continuations(); err != nil {
		return fmt.Errorf("sheet %s: %w", longName, err)
	}
	return b.save(w, c, scratch)
}

func order(t Table) string {
	if t.Name == "codebook" {
		return "0"
	}
	return "1"
}

// workbook is a workbook that is being written, sheet after sheet.
type workbook struct {
	file  *excelize.File
	bold  int             // style of headers
	taken map[string]bool // names of sheets, in lower case
	rows  int             // how many a sheet may have
	long  []continuation
}

// table writes the table to as many sheets as its rows need.
func (b *workbook) table(t Table) error {
	next, stop := iter.Pull(t.Rows)
	defer stop()
	left := t.Count
	for part := 1; part == 1 || left > 0; part++ {
		n := min(left, b.rows-1)
		name := b.name(t.Name, part)
		if err := b.sheet(name, t.Columns, n, next); err != nil {
			return err
		}
		left -= n
	}
	return nil
}

// sheet writes a sheet with a header and the next n rows.
func (b *workbook) sheet(name string, columns []Column, n int, next func() ([]Cell, bool)) error {
	out, err := b.begin(name, columns, n)
	if err != nil {
		return err
	}
	cells := make([]any, len(columns))
	for i, c := range columns {
		cells[i] = excelize.Cell{StyleID: b.bold, Value: c.Name}
	}
	if err := out.SetRow("A1", cells); err != nil {
		return err
	}
	for r := 2; r < n+2; r++ {
		row, ok := next()
		if !ok {
			return fmt.Errorf("%d rows, where %d were counted", r-2, n)
		}
		for i, cell := range row {
			cells[i] = b.value(cell, name, i+1, r)
		}
		at, err := excelize.CoordinatesToCellName(1, r)
		if err != nil {
			return err
		}
		if err := out.SetRow(at, cells); err != nil {
			return err
		}
	}
	return out.Flush()
}

// begin makes a sheet with a frozen header, filters and the width of each
// column, for n rows below the header.
func (b *workbook) begin(name string, columns []Column, n int) (*excelize.StreamWriter, error) {
	if _, err := b.file.NewSheet(name); err != nil {
		return nil, err
	}
	corner, err := excelize.CoordinatesToCellName(len(columns), n+1)
	if err != nil {
		return nil, err
	}
	// Without it, readers that stream take the sheet to have one cell.
	if err := b.file.SetSheetDimension(name, "A1:"+corner); err != nil {
		return nil, err
	}
	if err := b.file.AutoFilter(name, "A1:"+corner, nil); err != nil {
		return nil, err
	}
	out, err := b.file.NewStreamWriter(name)
	if err != nil {
		return nil, err
	}
	if err := out.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}); err != nil {
		return nil, err
	}
	// The cost of setting widths grows with the square of the calls, and more
	// from first to last: neighbours of one width are set at once.
	for last := len(columns); last > 0; {
		first, wide := last, width(columns[last-1])
		for first > 1 && width(columns[first-2]) == wide {
			first--
		}
		if err := out.SetColWidth(first, last, wide); err != nil {
			return nil, err
		}
		last = first - 1
	}
	return out, nil
}

// value is the cell as excelize takes it: a text, a whole number or nothing.
func (b *workbook) value(c Cell, sheet string, column, row int) any {
	if n, ok := c.Whole(); ok {
		return n
	}
	if c.text == "" {
		return nil
	}
	if len(c.text) > maxText {
		return b.cut(c.text, sheet, column, row)
	}
	return c.text
}

// width is how wide a column is shown, in characters: room for the usual value
// of its kind, and for its name beside the filter's arrow.
func width(c Column) float64 {
	usual := map[Kind]int{
		Text: 36, List: 48, ID: 24, IDs: 30, Code: 14, EDTF: 14, Day: 12,
		Address: 36, Language: 10, Integer: 10, Decimal: 12, Boolean: 8,
	}[c.Kind]
	return float64(max(usual, len(c.Name)+4))
}

// name is the name of a sheet: the table's, cut to what a sheet's name can
// hold and made different from the others; later parts are "statements (2)".
func (b *workbook) name(table string, part int) string {
	const limit = 31
	for n := part; ; n++ {
		suffix := ""
		if n > 1 {
			suffix = fmt.Sprintf(" (%d)", n)
		}
		name := table[:min(len(table), limit-len(suffix))] + suffix
		if !b.taken[strings.ToLower(name)] {
			b.taken[strings.ToLower(name)] = true
			return name
		}
	}
}

// save writes the workbook. What excelize would take from the clock or from
// the order of a map is set.
func (b *workbook) save(w io.Writer, c *compile.Catalog, scratch string) error {
	made := modified(c)
	err := b.file.SetDocProps(&excelize.DocProperties{
		Title:          c.Title.String(),
		Creator:        c.Publisher,
		LastModifiedBy: c.Publisher,
		Version:        c.Version,
		Language:       c.Main(),
		Created:        made.Format("2006-01-02T15:04:05Z"),
		Modified:       made.Format("2006-01-02T15:04:05Z"),
	})
	if err != nil {
		return err
	}
	kept, err := os.CreateTemp(scratch, "publish-xlsx-")
	if err != nil {
		return err
	}
	defer os.Remove(kept.Name())
	defer kept.Close()
	z := &sortedZip{to: w, modified: made, kept: kept}
	b.file.SetZipWriter(func(io.Writer) excelize.ZipWriter { return z })
	return b.file.Write(io.Discard)
}
