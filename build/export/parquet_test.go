package export

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strconv"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/parquet-go/parquet-go"

	"example.org/publish/build/edtf"
)

func TestParquetHoldsTheTables(t *testing.T) {
	c := sample(500)
	m, _ := written(t, c)
	for _, table := range Tables(c) {
		b := m.files[Folder+table.Name+".parquet"].Bytes()
		want := cellsOf(table)
		for _, row := range want[1:] {
			for i, column := range table.Columns {
				if f, err := strconv.ParseFloat(row[i], 64); err == nil && column.Kind == Decimal {
					row[i] = fmt.Sprint(f) // a number, and no longer its digits
				}
			}
		}
		if diff := cmp.Diff(want, readParquet(t, b, table.Columns)); diff != "" {
			t.Errorf("%s, table (-) and Parquet (+):\n%s", table.Name, diff)
		}
		file, err := parquet.OpenFile(bytes.NewReader(b), int64(len(b)))
		if err != nil {
			t.Fatal(err)
		}
		for _, column := range table.Columns {
			if meaning, _ := file.Lookup("meaning:" + column.Name); meaning != column.Meaning.String() {
				t.Errorf("%s.%s means %q, want %q", table.Name, column.Name, meaning, column.Meaning)
			}
		}
	}
}

func readParquet(t *testing.T, b []byte, columns []Column) [][]string {
	t.Helper()
	file, err := parquet.OpenFile(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		t.Fatal(err)
	}
	var header []string
	for _, f := range file.Schema().Fields() {
		header = append(header, f.Name())
	}
	cells := [][]string{header}
	reader := parquet.NewReader(bytes.NewReader(b))
	defer reader.Close()
	for {
		rows := make([]parquet.Row, 1)
		n, err := reader.ReadRows(rows)
		if n == 1 {
			row := make([]string, len(rows[0]))
			for i, v := range rows[0] {
				switch {
				case v.IsNull():
				case columns[i].Kind == Day:
					row[i] = edtf.Day(v.Int32()).String()
				case columns[i].Kind == Decimal:
					row[i] = fmt.Sprint(v.Double())
				default:
					row[i] = v.String()
				}
			}
			cells = append(cells, row)
		}
		if errors.Is(err, io.EOF) {
			return cells
		}
		if err != nil {
			t.Fatal(err)
		}
	}
}

func TestParseDayReadsWhatDaysWrite(t *testing.T) {
	for _, text := range []string{"2025-11-03", "-0044-03-15", "0000-01-01", "Y17000", "Y-17000", "1582-10-10"} {
		want := edtf.MustParse(text).Earliest()
		if got, err := parseDay(want.String()); err != nil || got != want {
			t.Errorf("%s is read as %s, %v", want, got, err)
		}
	}
	if _, err := parseDay("yesterday"); err == nil {
		t.Error("yesterday is read as a day")
	}
}
