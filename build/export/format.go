package export

import "example.org/publish/build/compile"

// Format is a way to write the catalog: one file or a family of files.
type Format struct {
	ID          string // kebab-case
	Title       compile.Text
	Description compile.Text // what it is good for
	Media       string       // media type of its files
	write       func(*compile.Catalog, []Table, *output) error
}

// Formats are all formats, in the order of the download page. A new one is a
// file of this package and a line here. The slow ones stand early, so that
// they run beside the others.
var Formats = []Format{
	csvTables,
	xlsxWorkbook,
	sqliteDatabase,
	parquetTables,
	jsonDataset,
	ndjsonStatements,
	icalEvents,
	nquadsDataset,
	jsonEntities,
	csvEntities,
	jsonldEntities,
}

// english is a text that the program brings along. Whoever shows it may hold a
// translation.
func english(s string) compile.Text { return compile.Text{{Language: "en", Text: s}} }
