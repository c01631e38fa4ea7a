package export

import (
	"encoding/json"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/rogpeppe/go-internal/txtar"
	"github.com/xuri/excelize/v2"

	"example.org/publish/build/check"
	"example.org/publish/build/compile"
	"example.org/publish/build/fact"
	"example.org/publish/build/load"
)

// leafColumns says in which column each leaf of the YAML is published: a path
// through package fact, and a table and columns. A text ends in a star; each of
// its languages has a column.
var leafColumns = map[string]string{
	"Info.Title":       "dataset.title*",
	"Info.Description": "dataset.description*",
	"Info.Publisher":   "dataset.publisher",
	"Info.Version":     "dataset.version",
	"Info.Licence":     "dataset.licence",
	"Info.Language":    "dataset.language",
	"Info.Languages":   "dataset.languages",
	"Info.Site":        "dataset.site",
	"Info.Repository":  "dataset.repository",
	"Info.Branch":      "dataset.branch",

	"Types.ID":                            "types.entity_type",
	"Types.Label":                         "types.label*",
	"Types.Plural":                        "types.plural*",
	"Types.Description":                   "types.description*",
	"Types.Pair.Parties":                  "types.parties",
	"Types.Pair.Status":                   "types.status",
	"Types.Properties.ID":                 "properties.property",
	"Types.Properties.Label":              "properties.label*",
	"Types.Properties.Inverse":            "properties.inverse*",
	"Types.Properties.Description":        "properties.description*",
	"Types.Properties.Values":             "properties.value_kind value_types",
	"Types.Properties.Codes.ID":           "codes.code",
	"Types.Properties.Codes.Label":        "codes.label*",
	"Types.Properties.Codes.Description":  "codes.description*",
	"Types.Properties.Roles.ID":           "roles.role",
	"Types.Properties.Roles.Label":        "roles.label*",
	"Types.Properties.Roles.Description":  "roles.description*",
	"Types.Properties.Time":               "properties.time",
	"Types.Properties.OneAtATime":         "properties.one_at_a_time",
	"Types.Properties.Timeline":           "properties.timeline",
	"Types.Properties.Lead":               "properties.lead",
	"Types.Properties.Follows":            "properties.follows",
	"Entities.Type":                       "entities.entity_type",
	"Entities.ID":                         "entities.entity_id",
	"Entities.Name":                       "entities.name*",
	"Entities.Withdrawn.Reason":           "entities.withdrawn*",
	"Entities.Facts.Property":             "statements.property",
	"Entities.Facts.Statements.Value":     "statements.value* value_code value_entity_id",
	"Entities.Facts.Statements.On":        "statements.on_edtf",
	"Entities.Facts.Statements.From":      "statements.from_edtf",
	"Entities.Facts.Statements.Until":     "statements.until_edtf",
	"Entities.Facts.Statements.By":        "statements.claimant_id",
	"Entities.Facts.Statements.Role":      "statements.role",
	"Entities.Facts.Statements.Certainty": "statements.certainty",
	"Entities.Facts.Statements.Detail":    "statements.detail*",
	"Entities.Facts.Statements.Rank":      "statements.rank",
	"Entities.Facts.Statements.Reason":    "statements.rank_reason*",
	"Entities.Facts.Statements.Key":       "statements.key",
	"Entities.Facts.Statements.Disputes":  "disputes.disputed_id",
	"Entities.Facts.Statements.Note":      "statements.note*",

	"Entities.Facts.Statements.Cite.Source": "citations.source_id",
	"Entities.Facts.Statements.Cite.Place":  "citations.locator",
	"Entities.Facts.Statements.Cite.Quote":  "citations.quote",
	"Entities.Facts.Statements.Cite.Via":    "citations.via",
	"Entities.Facts.Statements.Cite.Note":   "citations.note*",

	"Sources.ID":                 "sources.source_id",
	"Sources.Title":              "sources.title*",
	"Sources.Label":              "sources.label*",
	"Sources.Kind":               "sources.kind",
	"Sources.Publisher":          "sources.publisher",
	"Sources.Published":          "sources.published_edtf",
	"Sources.Language":           "sources.language",
	"Sources.Address":            "sources.address",
	"Sources.Archived":           "sources.archived",
	"Sources.Retrieved":          "sources.retrieved_edtf",
	"Sources.TranslatedFrom":     "sources.translated_from",
	"Sources.Original.Title":     "sources.original_title",
	"Sources.Original.Publisher": "sources.original_publisher",
	"Sources.Original.Address":   "sources.original_address",
	"Sources.Original.Published": "sources.original_published",
	"Sources.ReliesOn":           "sources.relies_on",
	"Sources.Copy.Name":          "sources.copy_name",
	"Sources.Copy.SHA256":        "sources.copy_sha256",
	"Sources.Copy.Paragraphs":    "sources.copy_paragraphs",
	"Sources.Note":               "sources.note*",

	"Moves.Old":    "moves.old_id",
	"Moves.To":     "moves.entity_id",
	"Moves.Reason": "moves.reason*",
}

// compiled is the catalog of a dataset in a txtar file.
func compiled(t *testing.T, name string) (*fact.Dataset, *compile.Catalog) {
	t.Helper()
	archive, err := txtar.ParseFile(filepath.FromSlash(name))
	if err != nil {
		t.Fatal(err)
	}
	files := fstest.MapFS{}
	for _, f := range archive.Files {
		files[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	dataset, problems, err := load.Load(files)
	if err != nil {
		t.Fatal(err)
	}
	passed, problems := check.Run(dataset, problems)
	if passed == nil {
		for _, p := range problems {
			t.Errorf("%s:%d: %s", p.File, p.Pos.Line, p.Message)
		}
		t.FailNow()
	}
	return dataset, compile.Compile(passed, compile.Commit{Date: time.Unix(1e9, 0), Revision: "leaf-revision"})
}

func TestNoLeafIsLost(t *testing.T) {
	dataset, c := compiled(t, "testdata/leaves.txtar")
	m, _ := written(t, c)
	formats := map[string]published{"csv": publishedCSV(t, m), "xlsx": publishedXLSX(t, m), "json": publishedJSON(t, m)}
	keys := map[string]string{} // entity#key → statement
	for _, s := range c.Statements {
		keys[s.Entity.ID+"#"+s.Key] = s.ID
	}
	found := map[string]bool{}
	for _, leaf := range leaves(reflect.ValueOf(*dataset), "") {
		where, ok := leafColumns[leaf.path]
		if !ok {
			t.Errorf("no column is named for %s", leaf.path)
			continue
		}
		want := leaf.text
		switch {
		case want == fact.Unknown || want == fact.Unnamed:
			continue // said by an empty cell, see TestUnknownIsEmpty
		case leaf.path == "Types.Properties.Values" && want == "any":
			want = "entity"
		case leaf.path == "Entities.Facts.Statements.Disputes":
			if !strings.Contains(want, "#") {
				want = "leaf-ada#" + want
			}
			want = keys[want]
		}
		found[leaf.path] = true
		for format, p := range formats {
			if !p.hold(where, leaf.language, want) {
				t.Errorf("%s: %s %q is not in %s", format, leaf.path, want, where)
			}
		}
	}
	for path := range leafColumns {
		if !found[path] && path != "Types.Properties.Roles.Description" { // roles have labels only
			t.Errorf("%s is not tried: add it to testdata/leaves.txtar", path)
		}
	}
}

// leaf is one scalar of the YAML.
type leaf struct{ path, language, text string }

// leaves are all scalars below the value, with their paths through the fields.
func leaves(v reflect.Value, path string) []leaf {
	switch x := v.Interface().(type) {
	case fact.Scalar:
		if x.Text == "" {
			return nil
		}
		return []leaf{{path: path, text: x.Text}}
	case fact.Translation:
		return []leaf{{path, x.Language.Text, x.Scalar.Text}}
	case fact.File, fact.Pos, string:
		return nil
	}
	var found []leaf
	switch v.Kind() {
	case reflect.Pointer:
		return leaves(v.Elem(), path)
	case reflect.Slice:
		for i := range v.Len() {
			found = append(found, leaves(v.Index(i), path)...)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			name := v.Type().Field(i).Name
			found = append(found, leaves(v.Field(i), strings.TrimPrefix(path+"."+name, "."))...)
		}
	default:
		panic("a leaf of kind " + v.Kind().String() + " at " + path)
	}
	return found
}

// published is the cells of a format by table.column.
type published map[string][]string

func (p published) add(table string, cells [][]string) {
	for _, row := range cells[1:] {
		for i, cell := range row {
			if i < len(cells[0]) && cell != "" {
				column := table + "." + cells[0][i]
				p[column] = append(p[column], strings.Split(cell, separator)...)
			}
		}
	}
}

// hold reports whether one of the columns has the word.
func (p published) hold(where, language, want string) bool {
	table, columns, _ := strings.Cut(where, ".")
	for column := range strings.FieldsSeq(columns) {
		bare, translated := strings.CutSuffix(column, "*")
		if translated && language != "" {
			bare += "_" + language
		}
		if slices.Contains(p[table+"."+bare], want) {
			return true
		}
	}
	return false
}

func publishedCSV(t *testing.T, m *memory) published {
	p := published{}
	for path := range m.files {
		if name, ok := strings.CutSuffix(strings.TrimPrefix(path, Folder), ".csv"); ok && !strings.Contains(name, "/") {
			p.add(name, readCSV(t, m, name+".csv"))
		}
	}
	return p
}

func publishedXLSX(t *testing.T, m *memory) published {
	book, err := excelize.OpenReader(m.files[Folder+"dataset.xlsx"])
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	p := published{}
	for _, sheet := range book.GetSheetList()[1:] {
		p.add(sheet, readSheet(t, book, sheet, 0))
	}
	return p
}

func publishedJSON(t *testing.T, m *memory) published {
	var document map[string]any
	if err := json.Unmarshal(m.files[Folder+"dataset.json"].Bytes(), &document); err != nil {
		t.Fatal(err)
	}
	p := published{}
	for table, rows := range flattened(document) {
		for _, row := range rows {
			for column, cell := range row {
				p[table+"."+column] = append(p[table+"."+column], strings.Split(cell, separator)...)
			}
		}
	}
	return p
}

func TestUnknownIsEmpty(t *testing.T) {
	_, c := compiled(t, "testdata/leaves.txtar")
	tables := Tables(c)
	sources := cellsOf(*Find(tables, "sources"))
	at := func(header []string, column string) int { return slices.Index(header, column) }
	for _, row := range sources[1:] {
		if row[0] != "leaf-other-source" {
			continue
		}
		for _, column := range []string{"title", "title_en", "publisher", "published_edtf", "language"} {
			if got := row[at(sources[0], column)]; got != "" {
				t.Errorf("%s is %q", column, got)
			}
		}
	}
	statements := cellsOf(*Find(tables, "statements"))
	for _, row := range statements[1:] {
		if row[at(statements[0], "value_code")] == "leaf-code" {
			if row[at(statements[0], "claimed")] != "true" || row[at(statements[0], "claimant_id")] != "" {
				t.Errorf("an unnamed claimant is published as %q", row)
			}
		}
	}
}
