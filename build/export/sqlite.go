package export

import (
	"database/sql"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	_ "modernc.org/sqlite" // the driver "sqlite"

	"example.org/publish/build/compile"
)

// sqliteDatabase is one SQLite file: the long tables with their keys and
// indices, the wide ones as views, and a full-text index of the statements,
// search. Booleans are 0 and 1; what is not said is NULL.
var sqliteDatabase = Format{
	ID:          "sqlite",
	Title:       english("SQLite"),
	Description: english("One database with keys, indices and full-text search, for queries."),
	Media:       "application/vnd.sqlite3",
	write: func(c *compile.Catalog, tables []Table, out *output) error {
		folder, err := os.MkdirTemp(out.scratch, "publish-sqlite-")
		if err != nil {
			return err
		}
		defer os.RemoveAll(folder)
		name := filepath.Join(folder, "dataset.sqlite")
		if err := writeSQLite(name, c, tables); err != nil {
			return fmt.Errorf("write dataset.sqlite: %w", err)
		}
		file, err := os.Open(name)
		if err != nil {
			return err
		}
		defer file.Close()
		return out.file(Download{Path: "dataset.sqlite"}, func(w io.Writer) error {
			_, err := io.Copy(w, file)
			return err
		})
	},
}

// writeSQLite makes the database in a new file. SQLite writes files only, and
// in no order that could be streamed.
func writeSQLite(name string, c *compile.Catalog, tables []Table) error {
	db, err := sql.Open("sqlite", name)
	if err != nil {
		return err
	}
	defer db.Close()
	db.SetMaxOpenConns(1) // the settings below belong to a connection
	long := slices.DeleteFunc(slices.Clone(tables), func(t Table) bool { return strings.HasPrefix(t.Name, "wide_") })
	script := []string{
		"PRAGMA journal_mode = OFF", "PRAGMA synchronous = OFF", "PRAGMA locking_mode = EXCLUSIVE",
		"PRAGMA temp_store = MEMORY", "PRAGMA cache_size = -65536", "BEGIN",
	}
	for _, t := range long {
		script = append(script, createTable(t))
	}
	if err := run(db, script...); err != nil {
		return err
	}
	for _, t := range long {
		if err := insert(db, t); err != nil {
			return fmt.Errorf("table %s: %w", t.Name, err)
		}
	}
	script = nil
	for _, t := range long {
		script = append(script, createIndices(t)...)
	}
	for _, t := range c.Types {
		script = append(script, createView(c, t))
	}
	script = append(script, createSearch(c)...)
	if err := run(db, append(script, "COMMIT", "PRAGMA optimize")...); err != nil {
		return err
	}
	return sound(db)
}

func run(db *sql.DB, script ...string) error {
	for _, s := range script {
		if _, err := db.Exec(s); err != nil {
			return fmt.Errorf("%s: %w", strings.SplitN(s, "\n", 2)[0], err)
		}
	}
	return nil
}

// sound lets SQLite look whether each reference leads to a row.
func sound(db *sql.DB) error {
	rows, err := db.Query("PRAGMA foreign_key_check")
	if err != nil {
		return err
	}
	defer rows.Close()
	if rows.Next() {
		var table, parent string
		var row, key any
		if err := rows.Scan(&table, &row, &parent, &key); err != nil {
			return err
		}
		return fmt.Errorf("row %v of %s refers to a row that %s does not have", row, table, parent)
	}
	return rows.Err()
}

// insert fills the table.
func insert(db *sql.DB, t Table) error {
	marks := strings.TrimSuffix(strings.Repeat("?,", len(t.Columns)), ",")
	into, err := db.Prepare("INSERT INTO " + quoted(t.Name) + " (" + columnNames(t) + ") VALUES (" + marks + ")")
	if err != nil {
		return err
	}
	defer into.Close()
	values := make([]any, len(t.Columns))
	for row := range t.Rows {
		for i, cell := range row {
			values[i] = sqlValue(cell, t.Columns[i].Kind)
		}
		if _, err := into.Exec(values...); err != nil {
			return err
		}
	}
	return nil
}

func sqlValue(c Cell, k Kind) any {
	if n, ok := c.Whole(); ok {
		return n
	}
	switch {
	case c.Empty():
		return nil
	case k == Boolean && c.text == "true":
		return int64(1)
	case k == Boolean:
		return int64(0)
	}
	return c.text
}
