package export

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"example.org/publish/build/compile"
)

// filled is a table of n rows with the texts.
func filled(name string, texts ...string) Table {
	return newTable(Table{Name: name, Title: english(name)}, column(Text, "text", "", func(s string) string { return s }), slices.Values(texts))
}

// workbookOf writes tables with few rows a sheet, and reads them back.
func workbookOf(t *testing.T, rows int, tables ...Table) *excelize.File {
	t.Helper()
	b := &workbook{file: excelize.NewFile(), taken: map[string]bool{}, rows: rows}
	c := sample(10)
	if err := b.readme(c, tables); err != nil {
		t.Fatal(err)
	}
	for _, table := range tables {
		if err := b.table(table); err != nil {
			t.Fatal(err)
		}
	}
	if err := b.continuations(); err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := b.save(&out, c, t.TempDir()); err != nil {
		t.Fatal(err)
	}
	book, err := excelize.OpenReader(&out)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { book.Close() })
	return book
}

func TestTableContinuesOnTheNextSheet(t *testing.T) {
	book := workbookOf(t, 4, filled("things", "a", "b", "c", "d", "e", "f", "g"))
	if diff := cmp.Diff([]string{"README", "things", "things (2)", "things (3)"}, book.GetSheetList()); diff != "" {
		t.Error(diff)
	}
	var got []string
	for _, sheet := range book.GetSheetList()[1:] {
		for _, row := range readSheet(t, book, sheet, 1) {
			got = append(got, row[0])
		}
	}
	if want := "text a b c text d e f text g"; strings.Join(got, " ") != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestSheetNamesAreShortAndDifferent(t *testing.T) {
	long := strings.Repeat("wide_diplomatic_relation", 2)
	book := workbookOf(t, 3, filled(long+"_a", "1", "2", "3"), filled(long+"_b", "4"), filled("readme", "5"))
	for _, sheet := range book.GetSheetList() {
		if len(sheet) > 31 {
			t.Errorf("%q has %d characters", sheet, len(sheet))
		}
	}
	var got []string
	for _, sheet := range book.GetSheetList()[1:] {
		for _, row := range readSheet(t, book, sheet, 1)[1:] {
			got = append(got, row[0])
		}
	}
	if strings.Join(got, "") != "12345" {
		t.Errorf("got %s", got)
	}
}

func TestLongTextIsSplitWithAWord(t *testing.T) {
	text := strings.Repeat("🙂é", 40_000) // 120,000 code units, 240,000 bytes
	book := workbookOf(t, maxRows, filled("things", "short", text, strings.Repeat("x", maxText)))
	rows := readSheet(t, book, "things", 1)
	if rows[3][0] != strings.Repeat("x", maxText) {
		t.Error("a text that just fits is cut")
	}
	first, note, ok := strings.Cut(rows[2][0], " […] ")
	if !ok || note != `(continues in the sheet "long texts")` {
		t.Fatalf("the cell ends with %q", note)
	}
	joined := first
	for i, row := range readSheet(t, book, "long texts", 4)[1:] {
		if row[0] != "things" || row[1] != "A3" || row[2] != fmt.Sprint(i+2) {
			t.Errorf("row %d is for %s", i, row[:3])
		}
		joined += row[3]
	}
	if joined != text {
		t.Error("the parts do not make the text")
	}
}

func TestWorkbookIsReadyToRead(t *testing.T) {
	m, _ := written(t, sample(100))
	content := m.files[Folder+"dataset.xlsx"].Bytes()
	book, err := excelize.OpenReader(bytes.NewReader(content))
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	if got := book.GetSheetList()[:2]; !slices.Equal(got, []string{"README", "codebook"}) {
		t.Errorf("the first sheets are %s", got)
	}
	for _, sheet := range book.GetSheetList()[1:] {
		panes, err := book.GetPanes(sheet)
		if err != nil || !panes.Freeze || panes.YSplit != 1 {
			t.Errorf("%s: the header is not frozen: %+v, %v", sheet, panes, err)
		}
		id, err := book.GetCellStyle(sheet, "A1")
		if err != nil {
			t.Fatal(err)
		}
		if style, err := book.GetStyle(id); err != nil || style.Font == nil || !style.Font.Bold {
			t.Errorf("%s: the header is not bold", sheet)
		}
		if dimension, err := book.GetSheetDimension(sheet); err != nil || !strings.HasPrefix(dimension, "A1:") {
			t.Errorf("%s has the dimension %q, %v", sheet, dimension, err)
		}
		if width, err := book.GetColWidth(sheet, "A"); err != nil || width < 10 {
			t.Errorf("%s: column A is %v wide, %v", sheet, width, err)
		}
	}
	archive, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		t.Fatal(err)
	}
	filters := 0
	for _, f := range archive.File {
		if !f.Modified.Equal(time.Date(2025, 11, 21, 12, 0, 0, 0, time.UTC)) {
			t.Errorf("%s is of %s", f.Name, f.Modified)
		}
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		if strings.HasPrefix(f.Name, "xl/worksheets/") && bytes.Contains(text, []byte("<autoFilter ")) {
			filters++
		}
	}
	if filters != len(book.GetSheetList())-1 {
		t.Errorf("%d sheets of %d have filters", filters, len(book.GetSheetList())-1)
	}
}

func TestOldOrMissingDateStillMakesAnArchive(t *testing.T) {
	for _, date := range []time.Time{{}, time.Date(1970, 1, 1, 0, 0, 0, 0, time.UTC)} {
		if got := modified(&compile.Catalog{Date: date}); got.Year() != 1980 {
			t.Errorf("%s gives %s", date, got)
		}
	}
}

// BenchmarkXLSX writes the table of statements as a sheet, and the same cells
// with excelize's stream writer alone: compare the two.
func BenchmarkXLSX(b *testing.B) {
	c := sample(*scale)
	table := *Find(Tables(c), "statements")
	rows := [][]any{}
	for row := range table.Rows {
		cells := make([]any, len(row))
		for i, cell := range row {
			if n, ok := cell.Whole(); ok {
				cells[i] = n
			} else if !cell.Empty() {
				cells[i] = cell.String()
			}
		}
		rows = append(rows, cells)
	}
	b.Run("table", func(b *testing.B) {
		for b.Loop() {
			w := &workbook{file: excelize.NewFile(), taken: map[string]bool{}, rows: maxRows}
			if err := w.table(table); err != nil {
				b.Fatal(err)
			}
			if err := w.save(io.Discard, c, b.TempDir()); err != nil {
				b.Fatal(err)
			}
			w.file.Close()
		}
	})
	b.Run("stream-writer", func(b *testing.B) {
		for b.Loop() {
			file := excelize.NewFile()
			out, err := file.NewStreamWriter("Sheet1")
			if err != nil {
				b.Fatal(err)
			}
			for i, row := range rows {
				at, _ := excelize.CoordinatesToCellName(1, i+1)
				if err := out.SetRow(at, row); err != nil {
					b.Fatal(err)
				}
			}
			if err := out.Flush(); err != nil {
				b.Fatal(err)
			}
			if err := file.Write(io.Discard); err != nil {
				b.Fatal(err)
			}
			file.Close()
		}
	})
}
