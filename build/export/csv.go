package export

import (
	"encoding/csv"
	"io"
	"regexp"
	"strings"
	"unicode/utf8"

	"example.org/publish/build/compile"
)

// csvTables is one CSV file a table: UTF-8 without a byte order mark, RFC 4180
// (commas, CRLF, quotes where needed), a header of column names.
var csvTables = Format{
	ID:          "csv",
	Title:       english("CSV"),
	Description: english("One file a table, for any program that reads tables."),
	Media:       "text/csv",
	write: func(_ *compile.Catalog, tables []Table, out *output) error {
		for _, t := range tables {
			d := Download{Path: t.Name + ".csv", Table: t.Name, Title: t.Title, Rows: t.Count}
			if err := out.file(d, func(w io.Writer) error { return writeCSV(w, t) }); err != nil {
				return err
			}
		}
		return nil
	},
}

func writeCSV(w io.Writer, t Table) error {
	out := csv.NewWriter(w)
	out.UseCRLF = true
	record := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		record[i] = c.Name
	}
	if err := out.Write(record); err != nil {
		return err
	}
	for row := range t.Rows {
		for i, cell := range row {
			record[i] = inert(cell)
		}
		if err := out.Write(record); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

// A spreadsheet runs a cell that begins with one of these characters. One set
// up for semicolons, as in most of Europe and Latin America, splits a line
// there too, quoted or not, and runs what follows a semicolon.
const starts = "=+-@\t\r\n＝＋－＠"

var (
	negative = regexp.MustCompile(`^-[0-9]+(\.[0-9]+)?$`)
	guarded  = regexp.MustCompile("(^|;)'('*[=+\\-@\t\r\n＝＋－＠])")
)

// inert is the cell as text that no spreadsheet runs: an apostrophe is put
// before what would start a formula. A negative number is a number and stays.
// The check refuses such texts; this holds without it. [Plain] undoes it.
func inert(c Cell) string {
	if c.whole {
		return c.String()
	}
	for rest := c.text; rest != ""; {
		if needsGuard(rest) && !negative.MatchString(c.text) {
			return guard(c.text)
		}
		semicolon := strings.IndexByte(rest, ';')
		if semicolon < 0 {
			break
		}
		rest = rest[semicolon+1:]
	}
	return c.text
}

// guard puts an apostrophe before each part of the text that needs one.
func guard(text string) string {
	parts := strings.Split(text, ";")
	for i, part := range parts {
		if needsGuard(part) {
			parts[i] = "'" + part
		}
	}
	return strings.Join(parts, ";")
}

// needsGuard reports whether the part begins like a formula, or like one that
// was guarded.
func needsGuard(part string) bool {
	if part == "" || 'A' <= part[0] && part[0] <= 'z' {
		return false
	}
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(part, "'"))
	return strings.ContainsRune(starts, first)
}

// Plain is the text of a CSV cell without the apostrophes that keep
// spreadsheets from running it.
func Plain(cell string) string { return guarded.ReplaceAllString(cell, "$1$2") }
