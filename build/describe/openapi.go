package describe

import (
	"regexp"
	"strings"

	"example.org/publish/build/compile"
	"example.org/publish/build/export"
)

// openAPI describes the downloads as what a program can ask for (OpenAPI 3.1).
// Nothing answers but files: there is one operation a file, and one a family of
// files of single entities.
func openAPI(s *subject) object {
	schemas := map[string]string{} // format → definition in the JSON Schema
	for _, shape := range append(export.Shapes(s.tables), s.shapes...) {
		if shape.Format != "" && !s.lines(shape.Format) {
			schemas[shape.Format] = shape.Name
		}
	}
	var paths object
	for _, d := range s.files {
		paths = append(paths, member{"/" + s.folder + d.Path, object{{"get", operation(d.Path, d.Title.String()+" ("+d.Path+")", d, schemas, nil)}}})
	}
	return object{
		{"openapi", "3.1.0"},
		{"info", object{
			{"title", s.Title.String()},
			{"description", plainMarkdown(s.Description.String())},
			{"version", s.Version},
			{"license", object{{"name", s.Licence}, {"identifier", s.Licence}}},
		}},
		{"servers", []object{{{"url", strings.TrimSuffix(s.Site, "/")}}}},
		{"security", []object{{}}}, // nothing is asked of anybody
		{"paths", append(paths, families(s, schemas)...)},
	}
}

// plainMarkdown is CommonMark that reads as the text does: what OpenAPI calls a
// description is Markdown, and a fact's text is not.
func plainMarkdown(text string) string { return marks.Replace(text) }

var marks = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "#", `\#`, "~", `\~`)

// families are the files of single entities, a path a format.
func families(s *subject, schemas map[string]string) object {
	parameters := []object{
		parameter("type", "type of the entity", object{{"type", "string"}, {"enum", each(s.Types, func(t *compile.Type) string { return t.ID })}}),
		parameter("id", "id of the entity", object{{"type", "string"}, {"pattern", "^" + kinds[export.ID].pattern + "$"}}),
	}
	var paths object
	seen := map[string]bool{}
	for _, d := range s.documents {
		if seen[d.Format] {
			continue
		}
		seen[d.Format] = true
		e := s.Entity(d.Entity)
		if e == nil {
			continue
		}
		ending := strings.TrimPrefix(d.Path, e.Type.ID+"/"+e.ID)
		name := "/" + s.folder + "{type}/{id}" + ending
		paths = append(paths, member{name, object{{"get", operation("entity"+ending, "One entity as "+strings.TrimPrefix(ending, "."), d, schemas, parameters)}}})
	}
	return paths
}

func parameter(name, description string, schema object) object {
	return object{{"name", name}, {"in", "path"}, {"required", true}, {"description", description}, {"schema", schema}}
}

func operation(id, summary string, d export.Download, schemas map[string]string, parameters []object) object {
	content := object{{"schema", object{{"type", "string"}}}}
	switch name, described := schemas[d.Format]; {
	case described:
		content = object{{"schema", object{{"$ref", schemaPath + "#/$defs/" + name}}}}
	case strings.HasSuffix(d.Media, "+json"):
		content = object{{"schema", object{{"type", "object"}}}}
	}
	return object{
		{"operationId", "get-" + strings.Trim(unspeakable.ReplaceAllString(id, "-"), "-")},
		{"summary", summary},
		{"parameters", parameters},
		{"responses", object{
			{"200", object{{"description", "The file."}, {"content", map[string]object{d.Media: content}}}},
			{"404", object{{"description", "There is no such file."}}},
		}},
	}
}

var unspeakable = regexp.MustCompile(`[^A-Za-z0-9]+`)
