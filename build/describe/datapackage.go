package describe

import (
	"slices"
	"time"

	"example.org/publish/build/compile"
	"example.org/publish/build/export"
)

// dataPackage describes the CSV files in full (Data Package 2.0, with Table
// Schema and Table Dialect).
func dataPackage(s *subject) object {
	return object{
		{"$schema", "https://datapackage.org/profiles/2.0/datapackage.json"},
		{"name", s.name()},
		{"id", s.iri()},
		{"title", s.Title.String()},
		{"description", s.Description.String()},
		{"homepage", s.home()},
		{"version", s.Version},
		{"created", s.stamp(time.RFC3339)},
		{"keywords", s.keywords()},
		{"licenses", []object{{{"name", s.Licence}, {"path", s.licence()}}}},
		{"contributors", []object{{{"title", s.Publisher}, {"roles", []string{"publisher"}}}}},
		{"sources", each(s.Sources, func(source *compile.Source) object {
			return object{{"title", named(source)}, {"path", source.Address}}
		})},
		{"resources", each(s.csv(), func(f csvFile) object { return resource(s, f) })},
	}
}

// named is the source's title, or its label when the title is unknown.
func named(s *compile.Source) string {
	if title := s.Title.String(); title != "" {
		return title
	}
	return s.Label.String()
}

func resource(s *subject, f csvFile) object {
	return object{
		{"$schema", "https://datapackage.org/profiles/2.0/dataresource.json"},
		{"name", f.Name},
		{"type", "table"},
		{"path", f.Path},
		{"title", f.Table.Title.String()},
		{"description", f.Description.String()},
		{"format", "csv"},
		{"mediatype", f.Media},
		{"encoding", "utf-8"},
		{"bytes", f.Bytes},
		{"hash", "sha256:" + f.SHA256},
		{"dialect", object{
			{"$schema", "https://datapackage.org/profiles/2.0/tabledialect.json"},
			{"delimiter", ","}, {"lineTerminator", "\r\n"}, {"quoteChar", `"`}, {"doubleQuote", true}, {"header", true},
		}},
		{"schema", tableSchema(s, f.Table)},
	}
}

func tableSchema(s *subject, t *export.Table) object {
	return object{
		{"$schema", "https://datapackage.org/profiles/2.0/tableschema.json"},
		{"fields", each(t.Columns, func(c export.Column) object { return tableField(s, t, c) })},
		{"primaryKey", t.Key},
		{"foreignKeys", each(references(t), func(r export.Reference) object {
			to := r.Table
			if to == t.Name {
				to = "" // left out: a reference within the table
			}
			return object{{"fields", r.Columns}, {"reference", object{{"resource", to}, {"fields", r.To}}}}
		})},
		{"missingValues", []string{""}},
	}
}

func tableField(s *subject, t *export.Table, c export.Column) object {
	kind := kinds[c.Kind]
	key := slices.Contains(t.Key, c.Name)
	constraints := object{}
	if c.Required || key {
		constraints = append(constraints, member{"required", true})
	}
	if key && len(t.Key) == 1 {
		constraints = append(constraints, member{"unique", true})
	}
	if c.Kind != export.Boolean {
		constraints = append(constraints, member{"enum", c.Allowed})
	}
	if c.Kind == export.Day && !s.common() {
		kind.table, kind.pattern = "string", dayPattern
	}
	constraints = append(constraints, member{"pattern", kind.pattern})
	field := object{
		{"name", c.Name},
		{"title", c.Name},
		{"description", c.Meaning.String()},
		{"type", kind.table},
		{"format", kind.format},
		{"example", c.Example},
	}
	if c.Kind == export.Boolean {
		field = append(field, member{"trueValues", []string{"true"}}, member{"falseValues", []string{"false"}})
	}
	return append(field, member{"constraints", slices.DeleteFunc(constraints, func(m member) bool { return nothing(m.value) })})
}
