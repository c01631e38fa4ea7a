package export

import (
	"database/sql"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"example.org/publish/build/compile"
)

// database opens the SQLite file that was written.
func database(t *testing.T, c *compile.Catalog) *sql.DB {
	t.Helper()
	m, _ := written(t, c)
	name := filepath.Join(t.TempDir(), "dataset.sqlite")
	if err := os.WriteFile(name, m.files[Folder+"dataset.sqlite"].Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	db, err := sql.Open("sqlite", name)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	return db
}

// query runs a query and gives its cells as text.
func query(t *testing.T, db *sql.DB, query string, args ...any) [][]string {
	t.Helper()
	rows, err := db.Query(query, args...)
	if err != nil {
		t.Fatalf("%s: %v", query, err)
	}
	defer rows.Close()
	header, err := rows.Columns()
	if err != nil {
		t.Fatal(err)
	}
	cells := [][]string{header}
	for rows.Next() {
		values := make([]any, len(header))
		for i := range values {
			values[i] = new(any)
		}
		if err := rows.Scan(values...); err != nil {
			t.Fatal(err)
		}
		row := make([]string, len(values))
		for i, v := range values {
			if v := *v.(*any); v != nil {
				row[i] = fmt.Sprint(v)
			}
		}
		cells = append(cells, row)
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	return cells
}

func TestDatabaseHoldsTheTables(t *testing.T) {
	c := sample(500)
	db := database(t, c)
	for _, table := range Tables(c) {
		got := query(t, db, "SELECT "+columnNames(table)+" FROM "+quoted(table.Name))
		want := cellsOf(table)
		for _, row := range want[1:] {
			for i, column := range table.Columns {
				switch column.Kind {
				case Boolean:
					row[i] = strings.NewReplacer("true", "1", "false", "0").Replace(row[i])
				case Decimal: // a number, and no longer its digits
					if f, err := strconv.ParseFloat(row[i], 64); err == nil {
						row[i] = fmt.Sprint(f)
					}
				}
			}
		}
		for _, row := range got[1:] {
			for i, column := range table.Columns {
				if f, err := strconv.ParseFloat(row[i], 64); err == nil && column.Kind == Decimal {
					row[i] = fmt.Sprint(f)
				}
			}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s, table (-) and database (+):\n%s", table.Name, diff)
		}
	}
}

func TestDatabaseIsSearched(t *testing.T) {
	db := database(t, sample(100))
	got := query(t, db, `SELECT statement_id FROM search JOIN statements ON statements."row" = search.rowid WHERE search MATCH 'nandu'`)
	if len(got) < 2 {
		t.Error("a search without accents finds nothing")
	}
	if plan := query(t, db, "EXPLAIN QUERY PLAN SELECT * FROM statements WHERE entity_id = ? AND property = ?", "a", "b"); !strings.Contains(plan[1][3], "USING INDEX") {
		t.Errorf("no index is used: %s", plan)
	}
}
