package export

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"
)

// A cell that begins with one of these is run by some spreadsheet, and so is
// what follows a semicolon where semicolons separate cells.
func runs(cell string) bool {
	for part := range strings.SplitSeq(cell, ";") {
		if part != "" && strings.ContainsRune("=+-@\t\r\n＝＋－＠", []rune(part)[0]) {
			return true
		}
	}
	return false
}

func TestNoCellRuns(t *testing.T) {
	for _, text := range []string{
		"=1+1", "+1", "-1+1", "@SUM(1)", "\t=1", "\r=1", "\n=1", "＝1", "－1-1", "'=1", "''=1", "a;=1", "a;-1",
		"=cmd|' /C calc'!A0", "-2+3+cmd|' /C calc'!A0", "-0044-03-15", "--1", "-1e5", "'", "''", "a;'=1", ";=", "-",
	} {
		got := inert(word(text))
		if runs(got) {
			t.Errorf("%q is written as %q", text, got)
		}
		if back := Plain(got); back != text {
			t.Errorf("%q is written as %q and read as %q", text, got, back)
		}
	}
}

func TestNumbersStayNumbers(t *testing.T) {
	for _, c := range []Cell{whole(-5), word("-5"), word("-5.25"), word("3.5"), whole(0), word("a - b = c"), word("x-y")} {
		if got := inert(c); got != c.String() {
			t.Errorf("%q is written as %q", c, got)
		}
	}
}

func FuzzInertCellIsReadAsWritten(f *testing.F) {
	for _, text := range awkward {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		got := inert(word(text))
		if runs(got) && !negative.MatchString(text) {
			t.Errorf("%q is written as %q", text, got)
		}
		if back := Plain(got); back != text {
			t.Errorf("%q is written as %q and read as %q", text, got, back)
		}
	})
}

// BenchmarkCSV writes the table of statements, and the same bytes with
// encoding/csv alone: compare the two.
func BenchmarkCSV(b *testing.B) {
	c := sample(*scale)
	table := *Find(Tables(c), "statements")
	var written bytes.Buffer
	if err := writeCSV(&written, table); err != nil {
		b.Fatal(err)
	}
	records, err := csv.NewReader(bytes.NewReader(written.Bytes())).ReadAll()
	if err != nil {
		b.Fatal(err)
	}
	b.Run("table", func(b *testing.B) {
		b.SetBytes(int64(written.Len()))
		for b.Loop() {
			if err := writeCSV(io.Discard, table); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("encoding-csv", func(b *testing.B) {
		b.SetBytes(int64(written.Len()))
		for b.Loop() {
			w := csv.NewWriter(io.Discard)
			w.UseCRLF = true
			if err := w.WriteAll(records); err != nil {
				b.Fatal(err)
			}
		}
	})
}

func TestDecimalIsWholeOnlyWhenExact(t *testing.T) {
	var got []string
	for _, digits := range []string{"1954", "-5", "0", "007", "3.50", "-0", "123456789012345", "1234567890123456", ""} {
		_, whole := decimal(digits).Whole()
		got = append(got, fmt.Sprintf("%s:%t:%s", digits, whole, decimal(digits)))
	}
	want := []string{
		"1954:true:1954", "-5:true:-5", "0:true:0", "007:false:007", "3.50:false:3.50", "-0:false:-0",
		"123456789012345:true:123456789012345", "1234567890123456:false:1234567890123456", ":false:",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}
