package export

import (
	"fmt"
	"slices"
	"strings"

	"example.org/publish/build/compile"
)

// createTable is the statement that makes the table, with the meaning of each
// column beside it: SQLite keeps the words.
//
// The table of statements has a number more, "row", which the full-text index
// goes by.
func createTable(t Table) string {
	var b strings.Builder
	fmt.Fprintf(&b, "CREATE TABLE %s ( -- %s\n", quoted(t.Name), t.Description)
	key := "PRIMARY KEY"
	if t.Name == "statements" {
		b.WriteString("  \"row\" INTEGER PRIMARY KEY, -- place of the statement in the order of the dataset\n")
		key = "UNIQUE"
	}
	for _, c := range t.Columns {
		fmt.Fprintf(&b, "  %s %s", quoted(c.Name), sqlType(c.Kind))
		if c.Required {
			b.WriteString(" NOT NULL")
		}
		if words := allowedSQL(c); words != "" {
			fmt.Fprintf(&b, " CHECK (%s IN (%s))", quoted(c.Name), words)
		}
		fmt.Fprintf(&b, ", -- %s\n", c.Meaning)
	}
	for _, r := range t.References {
		if !strings.HasPrefix(r.Table, "wide_") {
			fmt.Fprintf(&b, "  FOREIGN KEY (%s) REFERENCES %s (%s),\n", quoted(r.Columns...), quoted(r.Table), quoted(r.To...))
		}
	}
	fmt.Fprintf(&b, "  %s (%s)\n)", key, quoted(t.Key...))
	return b.String()
}

func sqlType(k Kind) string {
	switch k {
	case Integer, Boolean:
		return "INTEGER"
	case Decimal:
		return "NUMERIC"
	}
	return "TEXT"
}

// allowedSQL are the words that the column may hold, as SQL.
func allowedSQL(c Column) string {
	if c.Kind == Boolean {
		return "0, 1"
	}
	words := make([]string, len(c.Allowed))
	for i, w := range c.Allowed {
		words[i] = literal(w)
	}
	return strings.Join(words, ", ")
}

// createIndices are an index for each way into the table that is not the key's.
func createIndices(t Table) []string {
	ways := [][]string{}
	for _, r := range t.References {
		if !slices.Equal(r.Columns, t.Key[:min(len(r.Columns), len(t.Key))]) {
			ways = append(ways, r.Columns)
		}
	}
	if t.Name == "statements" {
		ways = append(ways, []string{"entity_id", "property"}, []string{"conflict_id"})
	}
	var script []string
	for _, columns := range ways {
		name := t.Name + "_by_" + strings.Join(columns, "_")
		script = append(script, fmt.Sprintf("CREATE INDEX %s ON %s (%s)", quoted(name), quoted(t.Name), quoted(columns...)))
	}
	return script
}

// createView makes the wide table of a type out of the long ones. The inner
// SELECT gives the order, because ORDER BY in group_concat needs SQLite 3.44,
// and an older one refuses the whole database for it.
func createView(c *compile.Catalog, t *compile.Type) string {
	columns := []string{"e.entity_id", "e.name"}
	for _, language := range c.Languages {
		columns = append(columns, "e."+quoted("name_"+snake(language)))
	}
	for _, w := range wideColumns(c, t) {
		what, filter := "group_concat(v, '; ')", ""
		value := map[string]string{"": "s.reading", "ids": "s.value_entity_id", "earliest": "s.value_earliest", "latest": "s.value_latest"}[w.part]
		switch w.part {
		case "earliest":
			what = "CASE WHEN count(*) = count(v) THEN min(v) END"
		case "latest":
			what = "CASE WHEN count(*) = count(v) THEN max(v) END"
		}
		if w.part != "" {
			filter = " AND NOT s.claimed"
		}
		columns = append(columns, fmt.Sprintf(
			"(SELECT %s FROM (SELECT %s AS v FROM statements s WHERE s.entity_id = e.entity_id AND s.property = %s AND s.stands%s ORDER BY s.\"row\")) AS %s",
			what, value, literal(w.property.ID), filter, quoted(w.name)))
	}
	return fmt.Sprintf("CREATE VIEW %s AS SELECT\n  %s\nFROM entities e WHERE e.entity_type = %s",
		quoted(WideName(t)), strings.Join(columns, ",\n  "), literal(t.ID))
}

// createSearch makes the full-text index of what the statements say, in all
// languages and without regard to accents.
func createSearch(c *compile.Catalog) []string {
	columns := []string{"entity_name", "claimant"}
	for _, name := range []string{"value", "detail", "note"} {
		for _, language := range c.Languages {
			columns = append(columns, name+"_"+snake(language))
		}
	}
	return []string{
		fmt.Sprintf("CREATE VIRTUAL TABLE search USING fts5(%s, content='statements', content_rowid='row', tokenize='unicode61 remove_diacritics 2')", quoted(columns...)),
		"INSERT INTO search(search) VALUES ('rebuild')",
		"INSERT INTO search(search) VALUES ('optimize')",
	}
}

func columnNames(t Table) string {
	names := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		names[i] = c.Name
	}
	return quoted(names...)
}

// quoted are names as SQL identifiers, with commas between them.
func quoted(names ...string) string {
	q := make([]string, len(names))
	for i, n := range names {
		q[i] = `"` + strings.ReplaceAll(n, `"`, `""`) + `"`
	}
	return strings.Join(q, ", ")
}

// literal is a text as SQL.
func literal(s string) string { return "'" + strings.ReplaceAll(s, "'", "''") + "'" }
