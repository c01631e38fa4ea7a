package describe

import (
	"reflect"

	"example.org/publish/build/compile"
	"example.org/publish/build/export"
)

const schemaPath = "schema.json"

// jsonSchema describes the JSON documents (JSON Schema 2020-12), from the
// types of Go that are written and the columns of the tables. A document obeys
// it when it is dataset.json, the document of an entity, or one of the others that
// have a shape.
func jsonSchema(s *subject) object {
	shapes := append(export.Shapes(s.tables), s.shapes...)
	names := map[reflect.Type]string{}
	for _, shape := range shapes {
		names[shape.Type] = shape.Name
	}
	definitions := object{{"text", textSchema(s.Languages)}}
	var roots []object
	for _, shape := range shapes {
		definitions = append(definitions, member{shape.Name, shapeSchema(shape, names)})
		if shape.Format != "" && s.describes(shape.Format) && !s.lines(shape.Format) {
			roots = append(roots, definition(shape.Name))
		}
	}
	return object{
		{"$schema", "https://json-schema.org/draft/2020-12/schema"},
		{"$id", s.address(schemaPath)},
		{"title", s.Title.String()},
		{"description", "The JSON documents of the dataset, version " + s.Version + "."},
		{"oneOf", roots},
		{"$defs", definitions},
	}
}

// describes reports whether there are files of the format.
func (s *subject) describes(format string) bool {
	for _, files := range [][]export.Download{s.files, s.documents} {
		for _, d := range files {
			if d.Format == format {
				return true
			}
		}
	}
	return false
}

// lines reports whether the files of the format are lists of documents, a line
// each, and no JSON documents themselves.
func (s *subject) lines(format string) bool {
	for _, d := range s.files {
		if d.Format == format && d.Media == "application/x-ndjson" {
			return true
		}
	}
	return false
}

func definition(name string) object { return object{{"$ref", "#/$defs/" + name}} }

// textSchema is a text: a map of languages, or a string that is the same in
// each.
func textSchema(languages []string) object {
	var properties object
	for _, language := range languages {
		properties = append(properties, member{language, object{{"type", "string"}}})
	}
	return object{
		{"description", "a text: a map from language (BCP 47) to text, or a string when it is the same in every language"},
		{"oneOf", []object{
			{{"type", "string"}},
			{{"type", "object"}, {"properties", properties}, {"additionalProperties", false}, {"minProperties", 1}},
		}},
	}
}

func shapeSchema(shape export.Shape, names map[reflect.Type]string) object {
	var properties object
	var required []string
	for _, m := range shape.Members {
		properties = append(properties, member{m.Name, memberSchema(m, names)})
		if m.Required {
			required = append(required, m.Name)
		}
	}
	return object{
		{"type", "object"},
		{"properties", properties},
		{"required", required},
		{"additionalProperties", false},
	}
}

func memberSchema(m export.Member, names map[reflect.Type]string) object {
	return append(object{{"description", m.Meaning}}, valueSchema(m.Type, m, names)...)
}

// valueSchema is the schema of a value of the type: of the member or, in a list
// or behind a pointer, a part of it.
func valueSchema(t reflect.Type, m export.Member, names map[reflect.Type]string) object {
	if t == reflect.TypeFor[compile.Text]() {
		return definition("text")
	}
	switch t.Kind() {
	case reflect.Pointer:
		return valueSchema(t.Elem(), m, names)
	case reflect.Struct:
		return definition(names[t])
	case reflect.Slice:
		if m.Kind == export.IDs {
			m.Kind = export.ID
		}
		return object{{"type", "array"}, {"items", valueSchema(t.Elem(), m, names)}}
	case reflect.Bool:
		return object{{"type", "boolean"}}
	case reflect.Int:
		return object{{"type", "integer"}}
	}
	kind := kinds[m.Kind]
	if m.Kind == export.Day {
		kind.pattern = dayPattern
	}
	if kind.pattern != "" {
		kind.pattern = "^" + kind.pattern + "$" // here a pattern may match a part
	}
	return object{{"type", "string"}, {"enum", m.Allowed}, {"pattern", kind.pattern}, {"format", kind.format}}
}
