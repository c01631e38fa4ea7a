package describe

import (
	"strconv"

	"example.org/publish/build/export"
)

// croissant describes the files and the columns for machine learning
// (Croissant 1.1, of MLCommons).
func croissant(s *subject) object {
	return object{
		{"@context", croissantContext(s.Main())},
		{"@type", "sc:Dataset"},
		{"@id", s.iri()},
		{"conformsTo", "http://mlcommons.org/croissant/1.1"},
		{"name", s.Title.String()},
		{"alternateName", s.name()},
		{"description", s.Description.String()},
		{"url", s.home()},
		{"license", s.licence()},
		{"version", s.Version},
		{"datePublished", s.day()},
		{"dateModified", s.day()},
		{"creator", organisation(s.Publisher)},
		{"publisher", organisation(s.Publisher)},
		{"inLanguage", s.Languages},
		{"keywords", s.keywords()},
		{"citeAs", s.citation()},
		{"isAccessibleForFree", true},
		{"isLiveDataset", false},
		{"distribution", each(s.files, func(d export.Download) object {
			return object{
				{"@type", "cr:FileObject"},
				{"@id", d.Path},
				{"name", d.Path},
				{"description", d.Title.String()},
				{"contentUrl", s.address(d.Path)},
				{"contentSize", size(d.Bytes)},
				{"encodingFormat", d.Media},
				{"sha256", d.SHA256},
			}
		})},
		{"recordSet", each(s.csv(), func(f csvFile) object { return recordSet(s, f) })},
	}
}

func organisation(name string) object {
	return object{{"@type", "sc:Organization"}, {"name", name}}
}

// size is a number of bytes as schema.org wants it said.
func size(bytes int64) string { return strconv.FormatInt(bytes, 10) + " B" }

func recordSet(s *subject, f csvFile) object {
	firm := references(f.Table)
	return object{
		{"@type", "cr:RecordSet"},
		{"@id", f.Name},
		{"name", f.Name},
		{"description", f.Description.String()},
		{"key", each(f.Key, func(column string) object { return reference(f.Name + "/" + column) })},
		{"field", each(f.Columns, func(c export.Column) object {
			kind := kinds[c.Kind]
			if c.Kind == export.Day && !s.common() {
				kind.croissant = "sc:Text"
			}
			field := object{
				{"@type", "cr:Field"},
				{"@id", f.Name + "/" + c.Name},
				{"name", c.Name},
				{"description", c.Meaning.String()},
				{"dataType", kind.croissant},
				{"source", object{{"fileObject", reference(f.Path)}, {"extract", object{{"column", c.Name}}}}},
			}
			for _, r := range firm {
				if len(r.Columns) == 1 && r.Columns[0] == c.Name {
					field = append(field, member{"references", object{{"field", reference(r.Table + "/" + r.To[0])}}})
				}
			}
			return field
		})},
	}
}

// croissantContext is the context that the specification gives. Readers
// compare it with theirs, so it is spelt out in full.
func croissantContext(language string) object {
	of := func(name string) member { return member{name, "cr:" + name} }
	typed := func(name, kind string) member { return member{name, object{{"@id", "cr:" + name}, {"@type", kind}}} }
	return object{
		{"@language", language},
		{"@vocab", "https://schema.org/"},
		of("arrayShape"),
		of("citeAs"),
		of("column"),
		{"conformsTo", "dct:conformsTo"},
		of("containedIn"),
		{"cr", "http://mlcommons.org/croissant/"},
		{"rai", "http://mlcommons.org/croissant/RAI/"},
		typed("data", "@json"),
		typed("dataType", "@vocab"),
		{"dct", "http://purl.org/dc/terms/"},
		of("equivalentProperty"),
		typed("examples", "@json"),
		of("extract"),
		of("field"),
		of("fileProperty"),
		of("fileObject"),
		of("fileSet"),
		of("format"),
		of("includes"),
		of("isArray"),
		of("isLiveDataset"),
		of("jsonPath"),
		of("key"),
		of("md5"),
		of("parentField"),
		of("path"),
		{"prov", "http://www.w3.org/ns/prov#"},
		of("recordSet"),
		of("references"),
		of("regex"),
		of("repeated"),
		of("replace"),
		of("samplingRate"),
		{"sc", "https://schema.org/"},
		of("separator"),
		of("source"),
		of("subField"),
		of("transform"),
	}
}
