package export

import (
	"bytes"
	"cmp"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
)

// cellsOf are all cells of a table as text, the header first.
func cellsOf(t Table) [][]string {
	header := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		header[i] = c.Name
	}
	cells := [][]string{header}
	for row := range t.Rows {
		texts := make([]string, len(row))
		for i, c := range row {
			texts[i] = c.String()
		}
		cells = append(cells, texts)
	}
	return cells
}

func TestCSVHoldsTheTables(t *testing.T) {
	c := sample(500)
	m, _ := written(t, c)
	for _, table := range Tables(c) {
		if diff := gocmp.Diff(cellsOf(table), readCSV(t, m, table.Name+".csv")); diff != "" {
			t.Errorf("%s, table (-) and CSV (+):\n%s", table.Name, diff)
		}
	}
	all := *Find(Tables(c), "statements")
	for _, e := range c.Entities {
		got := readCSV(t, m, e.Type.ID+"/"+e.ID+".csv")
		want := [][]string{}
		for i, row := range cellsOf(all) {
			if i == 0 || row[1] == e.ID {
				want = append(want, row)
			}
		}
		if diff := gocmp.Diff(want, got); diff != "" {
			t.Errorf("%s, table (-) and CSV (+):\n%s", e.ID, diff)
		}
	}
}

func readCSV(t *testing.T, m *memory, path string) [][]string {
	t.Helper()
	b := m.files[Folder+path]
	if b == nil {
		t.Fatalf("no file %s", path)
	}
	if bare := strings.ReplaceAll(b.String(), "\r\n", ""); strings.ContainsAny(bare, "\r\n") {
		t.Errorf("%s does not end each line with CRLF", path)
	}
	records, err := csv.NewReader(bytes.NewReader(b.Bytes())).ReadAll()
	if err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	for _, r := range records {
		for i := range r {
			r[i] = Plain(r[i])
		}
	}
	return records
}

func TestWorkbookHoldsTheTables(t *testing.T) {
	c := sample(500)
	m, _ := written(t, c)
	book, err := excelize.OpenReader(m.files[Folder+"dataset.xlsx"])
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	for _, table := range Tables(c) {
		if diff := gocmp.Diff(cellsOf(table), readSheet(t, book, table.Name, len(table.Columns))); diff != "" {
			t.Errorf("%s, table (-) and sheet (+):\n%s", table.Name, diff)
		}
		r := 1
		for row := range table.Rows {
			r++
			for i, cell := range row {
				at, _ := excelize.CoordinatesToCellName(i+1, r)
				kind, err := book.GetCellType(table.Name, at)
				if err != nil {
					t.Fatal(err)
				}
				formula, _ := book.GetCellFormula(table.Name, at)
				want := excelize.CellTypeInlineString
				if _, whole := cell.Whole(); whole || cell.Empty() {
					want = excelize.CellTypeUnset
				}
				if kind != want || formula != "" {
					t.Errorf("%s!%s (%q) has type %v and formula %q", table.Name, at, cell, kind, formula)
				}
			}
		}
	}
}

// readSheet reads a sheet's cells, each row filled up to the width.
func readSheet(t *testing.T, book *excelize.File, sheet string, width int) [][]string {
	t.Helper()
	rows, err := book.GetRows(sheet, excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	for i := range rows {
		for len(rows[i]) < width {
			rows[i] = append(rows[i], "")
		}
	}
	return rows
}

func TestJSONHoldsTheTables(t *testing.T) {
	c := sample(500)
	m, _ := written(t, c)
	var document map[string]any
	if err := json.Unmarshal(m.files[Folder+"dataset.json"].Bytes(), &document); err != nil {
		t.Fatal(err)
	}
	flattened := flattened(document)
	for _, table := range Tables(c) {
		name, rows := table.Name, flattened[table.Name]
		if name == "codebook" || name == "dyad_years" || strings.HasPrefix(name, "wide_") {
			continue // described and repeated from the others
		}
		var want []map[string]string
		for row := range table.Rows {
			cells := map[string]string{}
			for i, cell := range row {
				if !notInJSON[name+"."+table.Columns[i].Name] {
					cells[table.Columns[i].Name] = cell.String()
				}
			}
			want = append(want, cells)
		}
		if diff := gocmp.Diff(want, rows); diff != "" {
			t.Errorf("%s, table (-) and JSON (+):\n%s", name, diff)
		}
	}
}

// notInJSON are columns that repeat or count what the document holds elsewhere.
var notInJSON = map[string]bool{
	"statements.entity_name": true, "statements.cited": true, "statements.independent_sources": true, "statements.reading": true,
	"conflicts.value": true, "conflicts.value_en": true, "conflicts.value_es": true,
	"conflicts.claimant_id": true, "conflicts.claimant": true, "conflicts.rank": true,
	"sources.citations": true, "types.entities": true,
}

// flattened makes the rows of tables from dataset.json, by the documented names.
func flattened(document map[string]any) map[string][]map[string]string {
	rows := map[string][]map[string]string{}
	add := func(table string, row flat) { rows[table] = append(rows[table], row) }

	info := flat{}
	info.copy(document["dataset"], "publisher version licence language site repository branch revision date")
	info.texts(document["dataset"], "title description")
	info["languages"] = list(get(document["dataset"], "languages"), "")
	add("dataset", info)

	for _, e := range items(document["entities"]) {
		row := flat{}
		row.copy(e, "entity_id entity_type file")
		row.texts(e, "name withdrawn")
		for _, counted := range []string{"statements", "mentions", "claims_made"} {
			row[counted] = strconv.Itoa(len(items(get(e, counted))))
		}
		add("entities", row)
		for _, s := range items(get(e, "statements")) {
			add("statements", flatStatement(s))
			for i, cited := range items(get(s, "citations")) {
				row := flat{"statement_id": text(get(s, "statement_id")), "citation": strconv.Itoa(i + 1), "via": list(get(cited, "via"), "id")}
				row.copy(cited, "source_id locator paragraph_first paragraph_last quote")
				row.texts(cited, "note")
				add("citations", row)
			}
			for _, d := range items(get(s, "disputes")) {
				add("disputes", flat{"statement_id": text(get(s, "statement_id")), "disputed_id": text(d)})
			}
		}
	}
	for _, s := range items(document["sources"]) {
		row := flat{"relies_on": list(get(s, "relies_on"), "id")}
		row.copy(s, "source_id kind publisher language address archived translated_from statements statements_alone file")
		row.texts(s, "title label note")
		row.dates(s, "published retrieved")
		for _, k := range []string{"title", "publisher", "address", "published"} {
			row["original_"+k] = text(get(get(s, "original"), k))
		}
		for _, k := range []string{"name", "sha256", "paragraphs"} {
			row["copy_"+k] = text(get(get(s, "copy"), k))
		}
		add("sources", row)
	}
	for _, k := range items(document["conflicts"]) {
		for _, s := range items(get(k, "statements")) {
			row := flat{"statement_id": text(s)}
			row.copy(k, "conflict_id entity_id property certain settled")
			add("conflicts", row)
		}
	}
	for _, v := range items(document["moves"]) {
		for _, to := range items(get(v, "to")) {
			row := flat{"old_id": text(get(v, "old_id")), "entity_id": text(to)}
			row.texts(v, "reason")
			add("moves", row)
		}
	}
	for _, v := range items(document["types"]) {
		row := flat{}
		row.copy(v, "entity_type parties status")
		row.texts(v, "label plural description")
		add("types", row)
		for _, p := range items(get(v, "properties")) {
			row := flat{"entity_type": text(get(v, "entity_type")), "value_types": list(get(p, "value_types"), "")}
			row.copy(p, "property value_kind time one_at_a_time timeline lead follows")
			row.texts(p, "label inverse description")
			add("properties", row)
			for table, word := range map[string]string{"codes": "code", "roles": "role"} {
				for _, ch := range items(get(p, table)) {
					row := flat{"entity_type": text(get(v, "entity_type")), "property": text(get(p, "property")), word: text(get(ch, "id"))}
					row.texts(ch, "label description")
					add(table, row)
				}
			}
		}
	}
	return rows
}

func flatStatement(s any) flat {
	value := get(s, "value")
	row := flat{
		"claimant_id":              text(get(get(s, "claimant"), "id")),
		"claimant":                 main(get(get(s, "claimant"), "name")),
		"disputes":                 list(get(s, "disputes"), ""),
		"origins":                  list(get(s, "origins"), ""),
		"value_kind":               text(get(value, "kind")),
		"value_entity_id":          text(get(value, "entity_id")),
		"value_code":               text(get(value, "code")),
		"value_earliest":           text(get(get(value, "date"), "earliest")),
		"value_latest":             text(get(get(value, "date"), "latest")),
		"value_number_low":         text(get(value, "number_low")),
		"value_number_high":        text(get(value, "number_high")),
		"value_number_approximate": text(get(value, "number_approximate")),
	}
	row.copy(s, "statement_id entity_id entity_type property claimed role certainty rank key conflict_id stands file line")
	row.texts(s, "detail rank_reason note")
	row.dates(s, "on from until")
	shown := get(value, "text")
	if shown == nil {
		shown = get(value, "written")
	}
	row.text("value", shown)
	return row
}

// flat is a row by column.
type flat map[string]string

func (f flat) copy(from any, names string) {
	for _, name := range strings.Fields(names) {
		f[name] = text(get(from, name))
	}
}

func (f flat) texts(from any, names string) {
	for _, name := range strings.Fields(names) {
		f.text(name, get(from, name))
	}
}

func (f flat) text(name string, value any) {
	f[name] = main(value)
	for _, language := range []string{"en", "es"} {
		if plain, ok := value.(string); ok {
			f[name+"_"+language] = plain
		} else {
			f[name+"_"+language] = text(get(value, language))
		}
	}
}

func (f flat) dates(from any, names string) {
	for _, name := range strings.Fields(names) {
		for _, k := range []string{"edtf", "earliest", "latest"} {
			f[name+"_"+k] = text(get(get(from, name), k))
		}
	}
}

func get(v any, key string) any {
	m, _ := v.(map[string]any)
	return m[key]
}

func items(v any) []any {
	l, _ := v.([]any)
	return l
}

func text(v any) string {
	if v == nil {
		return ""
	}
	return fmt.Sprint(v)
}

// main is a text in the main language of the sample, or in the other one.
func main(v any) string {
	if plain, ok := v.(string); ok {
		return plain
	}
	return cmp.Or(text(get(v, "en")), text(get(v, "es")))
}

func list(v any, key string) string {
	var parts []string
	for _, item := range items(v) {
		if key != "" {
			item = get(item, key)
		}
		parts = append(parts, text(item))
	}
	return strings.Join(parts, separator)
}

func TestStatementsAreTheSameInAllJSON(t *testing.T) {
	c := sample(100)
	m, _ := written(t, c)
	var whole struct {
		Entities []struct {
			ID         string `json:"entity_id"`
			Type       string `json:"entity_type"`
			Statements []json.RawMessage
		}
	}
	if err := json.Unmarshal(m.files[Folder+"dataset.json"].Bytes(), &whole); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSuffix(m.files[Folder+"statements.ndjson"].String(), "\n"), "\n")
	for _, e := range whole.Entities {
		var single struct {
			Entity struct{ Statements []json.RawMessage }
		}
		if err := json.Unmarshal(m.files[Folder+e.Type+"/"+e.ID+".json"].Bytes(), &single); err != nil {
			t.Fatal(err)
		}
		if len(single.Entity.Statements) != len(e.Statements) {
			t.Fatalf("%s has %d statements, and %d in its own file", e.ID, len(e.Statements), len(single.Entity.Statements))
		}
		for i, s := range e.Statements {
			var compact bytes.Buffer
			if err := json.Compact(&compact, single.Entity.Statements[i]); err != nil {
				t.Fatal(err)
			}
			if string(s) != lines[0] || string(s) != compact.String() {
				t.Errorf("dataset.json: %s\nstatements.ndjson: %s\n%s: %s", s, lines[0], e.ID, &compact)
			}
			lines = lines[1:]
		}
	}
	if len(lines) > 0 {
		t.Errorf("%d statements are in statements.ndjson alone", len(lines))
	}
}
