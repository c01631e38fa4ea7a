package describe

import (
	"regexp"
	"slices"
	"strings"

	"example.org/publish/build/export"
)

// csvOnTheWeb describes the CSV files for those who turn them into RDF
// (Metadata Vocabulary for Tabular Data, W3C 2015). Rows and columns bear the
// IRIs that they have in the RDF downloads.
func csvOnTheWeb(s *subject) object {
	return object{
		{"@context", []any{"http://www.w3.org/ns/csvw", object{{"@language", s.Main()}}}},
		{"@id", s.iri()},
		{"dc:title", s.Title.String()},
		{"dc:description", s.Description.String()},
		{"dc:publisher", s.Publisher},
		{"dc:license", reference(s.licence())},
		{"dc:modified", s.day()},
		{"schema:version", s.Version},
		{"dialect", object{
			{"encoding", "utf-8"}, {"delimiter", ","}, {"lineTerminators", []string{"\r\n"}},
			{"quoteChar", `"`}, {"doubleQuote", true}, {"header", true}, {"headerRowCount", 1}, {"trim", false},
		}},
		{"tables", each(s.csv(), func(f csvFile) object { return csvTable(s, f) })},
	}
}

// reference points to a thing by its IRI.
func reference(iri string) object {
	if iri == "" {
		return nil
	}
	return object{{"@id", iri}}
}

func csvTable(s *subject, f csvFile) object {
	return object{
		{"url", f.Path},
		{"dc:title", f.Table.Title.String()},
		{"dc:description", f.Description.String()},
		{"tableSchema", object{
			{"columns", each(f.Columns, func(c export.Column) object { return csvColumn(s, f.Table, c) })},
			{"primaryKey", f.Key},
			{"foreignKeys", each(references(f.Table), func(r export.Reference) object {
				return object{
					{"columnReference", r.Columns},
					{"reference", object{{"resource", r.Table + ".csv"}, {"columnReference", r.To}}},
				}
			})},
			{"aboutUrl", s.about(f.Table)},
		}},
	}
}

func csvColumn(s *subject, t *export.Table, c export.Column) object {
	kind := kinds[c.Kind]
	datatype := kind.csvw
	switch {
	case c.Kind == export.Boolean:
	case len(c.Allowed) > 0:
		datatype = object{{"base", "string"}, {"format", strings.Join(each(c.Allowed, regexp.QuoteMeta), "|")}}
	case kind.pattern != "" && kind.csvw == "string":
		datatype = object{{"base", "string"}, {"format", kind.pattern}}
	}
	column := object{
		{"name", c.Name},
		{"titles", c.Name},
		{"dc:description", c.Meaning.String()},
		{"datatype", datatype},
		{"propertyUrl", s.address("#" + t.Name + "." + c.Name)},
	}
	if c.Required || slices.Contains(t.Key, c.Name) {
		column = append(column, member{"required", true})
	}
	if kind.several {
		column = append(column, member{"separator", separator})
	}
	return column
}

// about is the template (RFC 6570) of the IRIs of what the table's rows are
// about; empty when these have none.
func (s *subject) about(t *export.Table) string {
	for _, kind := range s.Types {
		if export.WideName(kind) == t.Name {
			return s.Site + kind.ID + "/{entity_id}/"
		}
	}
	switch strings.Join(t.Key, " ") {
	case "entity_id":
		return s.Site + "{entity_type}/{entity_id}/"
	case "statement_id":
		return s.Site + "{entity_type}/{entity_id}/#{statement_id}"
	case "source_id":
		return s.Site + "source/{source_id}/"
	}
	return ""
}
