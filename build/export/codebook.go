package export

import (
	"slices"
	"strings"
)

// codebookTable describes each column of the tables, and its own.
func codebookTable(tables []Table) Table {
	type entry struct {
		table  string
		column *Column
		key    bool
		refers string
	}
	columns := slices.Concat(
		column(ID, "table", "the table", func(e entry) string { return e.table }).required(),
		column(ID, "column", "the column; the columns are listed in their order", func(e entry) string { return e.column.Name }).required(),
		column(Text, "meaning", "what its cells say", func(e entry) string { return e.column.Meaning.String() }).required(),
		column(Code, "kind", "how to read its cells", func(e entry) string { return string(e.column.Kind) }).allowed(kindNames()...).required(),
		column(Text, "kind_meaning", "what that kind is", func(e entry) string { return kindMeaning(e.column.Kind) }).required(),
		column(Text, "example", "the first cell that is not empty; cut with … when long", func(e entry) string { return e.column.Example }),
		column(List, "allowed", "all values that can occur, when it is a closed list", func(e entry) string { return strings.Join(e.column.Allowed, separator) }),
		truth("required", "true: no cell is empty", func(e entry) bool { return e.column.Required }),
		truth("key", "true: the column is part of what tells each row from the others", func(e entry) bool { return e.key }),
		column(List, "refers_to", "table and columns that hold what the cells name", func(e entry) string { return e.refers }),
	)
	entries := func(yield func(entry) bool) {
		for _, t := range tables {
			for i := range t.Columns {
				name := t.Columns[i].Name
				if !yield(entry{t.Name, &t.Columns[i], slices.Contains(t.Key, name), refers(t, name)}) {
					return
				}
			}
		}
	}
	book := newTable(Table{
		Name:        "codebook",
		Title:       english("Codebook"),
		Description: english("What each column of each table means."),
		Key:         []string{"table", "column"},
	}, columns, entries)
	// From here on the entries include the codebook's own columns, with the
	// examples that the other tables gave them.
	tables = append(slices.Clip(tables), book)
	book.Count += len(book.Columns)
	return book
}

// refers names what a column's cells are the key of, or part of the key.
func refers(t Table, column string) string {
	var to []string
	for _, r := range t.References {
		if slices.Contains(r.Columns, column) {
			to = append(to, r.Table+"("+strings.Join(r.To, ", ")+")")
		}
	}
	return strings.Join(to, separator)
}

// kindMeanings explain the kinds, in the order in which they are documented.
var kindMeanings = []struct {
	kind    Kind
	meaning string
}{
	{Text, "words for people"},
	{Integer, "a whole number, at least 0"},
	{Decimal, "a number in decimal digits, as typed"},
	{Boolean, "true or false"},
	{EDTF, "a date as uncertain as its source (EDTF, ISO 8601-2)"},
	{Day, "a day of the Gregorian calendar, YYYY-MM-DD (ISO 8601)"},
	{ID, "an identifier of this dataset"},
	{IDs, "identifiers, with \"; \" between them"},
	{Code, "a word of a closed list"},
	{Language, "a language tag (BCP 47)"},
	{Address, "a web address"},
	{List, "values for people, with \"; \" between them"},
}

func kindMeaning(k Kind) string {
	for _, m := range kindMeanings {
		if m.kind == k {
			return m.meaning
		}
	}
	return ""
}

func kindNames() []string {
	var names []string
	for _, m := range kindMeanings {
		names = append(names, string(m.kind))
	}
	return names
}
