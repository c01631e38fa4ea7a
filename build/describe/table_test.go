package describe_test

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"example.org/publish/build/export"
)

// holds says if a file has another size or hash than it is said to have. A
// negative size is not looked at.
func holds(t *testing.T, p *published, who, name string, bytes int64, hash string) {
	t.Helper()
	content, written := p.files[name]
	sum := sha256.Sum256(content)
	if !written || bytes >= 0 && bytes != int64(len(content)) || hash != hex.EncodeToString(sum[:]) {
		t.Errorf("%s says of %s what is not so", who, name)
	}
}

type pack struct {
	Resources []resource
}

type resource struct {
	Name, Path, Hash string
	Bytes            int64
	Schema           struct {
		Fields      []field
		PrimaryKey  []string
		ForeignKeys []struct {
			Fields    []string
			Reference struct {
				Resource string
				Fields   []string
			}
		}
	}
}

type field struct {
	Name, Type, Description string
	Constraints             struct {
		Required, Unique bool
		Enum             []string
		Pattern          string
	}
}

func TestEveryTableIsAResourceAndEveryColumnAField(t *testing.T) {
	p := dataset(t)
	described := map[string][]string{}
	for _, r := range read[pack](t, p, "datapackage.json").Resources {
		for _, f := range r.Schema.Fields {
			described[r.Name] = append(described[r.Name], f.Name)
			if f.Description == "" {
				t.Errorf("%s.%s has no description", r.Name, f.Name)
			}
		}
		holds(t, p, "the package", r.Path, r.Bytes, strings.TrimPrefix(r.Hash, "sha256:"))
	}
	onTheWeb := map[string][]string{}
	for _, table := range read[struct {
		Tables []struct {
			URL         string
			TableSchema struct{ Columns []struct{ Name string } }
		}
	}](t, p, "csv-metadata.json").Tables {
		for _, c := range table.TableSchema.Columns {
			name := strings.TrimSuffix(table.URL, ".csv")
			onTheWeb[name] = append(onTheWeb[name], c.Name)
		}
	}
	baked := read[struct {
		Distribution []struct{ Name, SHA256 string }
		RecordSet    []struct {
			Name  string
			Field []struct{ Name string }
		}
	}](t, p, "croissant.json")
	recorded := map[string][]string{}
	for _, set := range baked.RecordSet {
		for _, f := range set.Field {
			recorded[set.Name] = append(recorded[set.Name], f.Name)
		}
	}
	for _, f := range baked.Distribution {
		holds(t, p, "Croissant", f.Name, -1, f.SHA256)
	}

	for _, table := range export.Tables(p.catalog) {
		header := rows(t, p, table.Name+".csv")[0]
		for vocabulary, all := range map[string]map[string][]string{"Data Package": described, "CSVW": onTheWeb, "Croissant": recorded} {
			if !slices.Equal(all[table.Name], header) {
				t.Errorf("%s: %s has %v, the file %v", vocabulary, table.Name, all[table.Name], header)
			}
		}
	}
}

func TestEveryRowObeysItsSchema(t *testing.T) {
	p := dataset(t)
	resources := read[pack](t, p, "datapackage.json").Resources
	records := map[string][][]string{}
	for _, r := range resources {
		records[r.Name] = rows(t, p, r.Path)
	}
	for _, c := range complaints(resources, records) {
		t.Error(c)
	}
}

// The test above is only worth something if it sees what is wrong.
func TestARowThatBreaksItsSchemaIsSeen(t *testing.T) {
	p := dataset(t)
	resources := read[pack](t, p, "datapackage.json").Resources
	for _, fault := range []struct{ table, column, value, want string }{
		{"statements", "statement_id", "", "required"},
		{"statements", "statement_id", "Not an id", "pattern"},
		{"statements", "rank", "splendid", "enum"},
		{"statements", "claimed", "maybe", "boolean"},
		{"statements", "entity_id", "nobody-at-all", "foreign key"},
		{"entities", "entity_type", "nothing-of-the-kind", "foreign key"},
		{"citations", "citation", "one", "integer"},
		{"sources", "published_earliest", "4 November 2025", "date"},
	} {
		records := map[string][][]string{}
		for _, r := range resources {
			records[r.Name] = rows(t, p, r.Path)
		}
		table := records[fault.table]
		table[1][slices.Index(table[0], fault.column)] = fault.value
		if !slices.ContainsFunc(complaints(resources, records), func(c string) bool { return strings.Contains(c, fault.want) }) {
			t.Errorf("%q in %s.%s passes for %s", fault.value, fault.table, fault.column, fault.want)
		}
		if fault.column == "statement_id" && fault.value == "" {
			table[1] = table[2]
			if !slices.ContainsFunc(complaints(resources, records), func(c string) bool { return strings.Contains(c, "twice") }) {
				t.Error("the same row twice is not seen")
			}
		}
	}
}

var types = map[string]*regexp.Regexp{
	"string":  regexp.MustCompile(``),
	"integer": regexp.MustCompile(`^-?[0-9]+$`),
	"number":  regexp.MustCompile(`^-?[0-9]+(\.[0-9]+)?$`),
	"boolean": regexp.MustCompile(`^(true|false)$`),
	"date":    regexp.MustCompile(`^[0-9]{4}-[0-9]{2}-[0-9]{2}$`),
}

// complaints are what is wrong with the records by their schemas.
func complaints(resources []resource, records map[string][][]string) []string {
	var all []string
	say := func(format string, args ...any) { all = append(all, fmt.Sprintf(format, args...)) }
	for _, r := range resources {
		header, body := records[r.Name][0], records[r.Name][1:]
		keys := map[string]bool{}
		for n, row := range body {
			for i, f := range r.Schema.Fields {
				cell := row[i]
				switch {
				case cell == "" && f.Constraints.Required:
					say("%s row %d: %s is required", r.Name, n, f.Name)
				case cell == "":
				case types[f.Type] == nil || !types[f.Type].MatchString(cell):
					say("%s row %d: %s: %q is no %s", r.Name, n, f.Name, cell, f.Type)
				case f.Constraints.Enum != nil && !slices.Contains(f.Constraints.Enum, cell):
					say("%s row %d: %s: %q is not in the enum", r.Name, n, f.Name, cell)
				case f.Constraints.Pattern != "" && !whole(f.Constraints.Pattern).MatchString(cell):
					say("%s row %d: %s: %q has not the pattern", r.Name, n, f.Name, cell)
				}
			}
			key := tuple(header, row, r.Schema.PrimaryKey)
			if keys[key] {
				say("%s row %d: the key %q stands twice", r.Name, n, key)
			}
			keys[key] = true
		}
		for _, f := range r.Schema.ForeignKeys {
			to := f.Reference.Resource
			if to == "" {
				to = r.Name
			}
			there := map[string]bool{}
			for _, row := range records[to][1:] {
				there[tuple(records[to][0], row, f.Reference.Fields)] = true
			}
			for n, row := range body {
				key := tuple(header, row, f.Fields)
				if strings.Trim(key, "\x00") != "" && !there[key] {
					say("%s row %d: the foreign key %q is not in %s", r.Name, n, key, to)
				}
			}
		}
	}
	return all
}

var wholes = map[string]*regexp.Regexp{}

func whole(pattern string) *regexp.Regexp {
	if wholes[pattern] == nil {
		wholes[pattern] = regexp.MustCompile("^(" + pattern + ")$")
	}
	return wholes[pattern]
}

// tuple is the row's cells in the columns.
func tuple(header, row, columns []string) string {
	var cells []string
	for _, c := range columns {
		cells = append(cells, row[slices.Index(header, c)])
	}
	return strings.Join(cells, "\x00")
}
