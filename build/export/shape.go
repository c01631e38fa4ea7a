package export

import (
	"reflect"
	"strings"

	"example.org/publish/build/compile"
)

// Shape is an object of the JSON downloads, as a schema describes it.
type Shape struct {
	Name    string       // snake_case
	Format  string       // id of the format whose documents are this object; empty: it is a part of others
	Type    reflect.Type // the type of Go that is written
	Members []Member     // in the order in which they are written
}

// Member is one member of an object.
type Member struct {
	Name     string
	Meaning  string
	Required bool         // it is never left out
	Type     reflect.Type // of Go: strings, booleans, integers, [compile.Text], other shapes, and lists of or pointers to these
	Kind     Kind         // how to read a string; empty: as any text
	Allowed  []string     // all values that occur in it, when it is a closed list
}

// shapes are the objects of the JSON downloads. The table is the one whose
// columns say what the members of the same names hold, and of what kind they
// are; of the others, tags of the fields say it.
var shapes = []struct {
	name, format, table string
	object              any
}{
	{"dataset_document", jsonDataset.ID, "", document{}},
	{"entity_document", jsonEntities.ID, "", entityDocument{}},
	{"dataset", "", "dataset", datasetView{}},
	{"type", "", "types", typeView{}},
	{"property", "", "properties", propertyView{}},
	{"choice", "", "codes", choiceView{}},
	{"entity", "", "entities", entityView{}},
	{"mention", "", "statements", mentionView{}},
	{"statement", ndjsonStatements.ID, "statements", statementView{}},
	{"value", "", "", valueView{}},
	{"date", "", "", dateView{}},
	{"named", "", "", nameView{}},
	{"citation", "", "citations", citationView{}},
	{"source", "", "sources", sourceView{}},
	{"original", "", "", originalView{}},
	{"copy", "", "", copyView{}},
	{"conflict", "", "conflicts", conflictView{}},
	{"move", "", "moves", moveView{}},
}

// Shapes describes the objects of the JSON downloads with what the tables say
// of their columns.
func Shapes(tables []Table) []Shape {
	var all []Shape
	for _, s := range shapes {
		shape := Shape{Name: s.name, Format: s.format, Type: reflect.TypeOf(s.object)}
		table := Find(tables, s.table)
		for i := range shape.Type.NumField() {
			shape.Members = append(shape.Members, member(shape.Type.Field(i), table))
		}
		all = append(all, shape)
	}
	return all
}

// ShapeOf describes an object of a document that another package writes. Its
// fields have tags that say what they hold.
func ShapeOf(name, format string, object any) Shape {
	shape := Shape{Name: name, Format: format, Type: reflect.TypeOf(object)}
	for i := range shape.Type.NumField() {
		shape.Members = append(shape.Members, member(shape.Type.Field(i), nil))
	}
	return shape
}

// member is the field as a member. What no tag says of it, the column of its
// name says.
func member(field reflect.StructField, table *Table) Member {
	name, options, _ := strings.Cut(field.Tag.Get("json"), ",")
	m := Member{
		Name: name, Meaning: field.Tag.Get("meaning"), Required: options != "omitempty",
		Type: field.Type, Kind: Kind(field.Tag.Get("kind")),
	}
	if m.Meaning != "" || table == nil {
		return m
	}
	if field.Type == reflect.TypeFor[*dateView]() {
		name += "_edtf"
	}
	for _, c := range table.Columns {
		if c.Name == name {
			m.Meaning, m.Kind, m.Allowed = c.Meaning.String(), c.Kind, c.Allowed
		}
	}
	if field.Type == reflect.TypeFor[compile.Text]() {
		m.Meaning = strings.TrimSuffix(m.Meaning, inMain)
	}
	return m
}
