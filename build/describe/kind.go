package describe

import (
	"slices"

	"example.org/publish/build/export"
)

// separator stands between the values of a cell that holds several.
const separator = "; "

// dayPattern is a day in any year.
const dayPattern = `-?[0-9]{4,}-[0-9]{2}-[0-9]{2}`

// kinds say for each kind of column what it is called in the vocabularies, and
// what its cells, or each value in them, look like. The patterns are of the kind
// that matches the whole text, without anchors.
var kinds = map[export.Kind]struct {
	pattern   string
	table     string // type of Table Schema
	format    string // format of Table Schema and JSON Schema
	csvw      any    // base type of CSVW
	croissant string // data type of Croissant
	several   bool   // a cell holds several
}{
	export.Text:     {table: "string", csvw: "string", croissant: "sc:Text"},
	export.Integer:  {table: "integer", csvw: "integer", croissant: "sc:Integer"},
	export.Decimal:  {table: "number", csvw: "decimal", croissant: "sc:Float"},
	export.Boolean:  {table: "boolean", csvw: object{{"base", "boolean"}, {"format", "true|false"}}, croissant: "sc:Boolean"},
	export.EDTF:     {table: "string", csvw: object{{"@id", "http://id.loc.gov/datatypes/edtf/EDTF"}, {"base", "string"}}, croissant: "sc:Text"},
	export.Day:      {table: "date", csvw: "date", croissant: "sc:Date"},
	export.ID:       {table: "string", pattern: `[a-z0-9]+([_-][a-z0-9]+)*`, csvw: "string", croissant: "sc:Text"},
	export.IDs:      {table: "string", csvw: "string", croissant: "sc:Text", several: true},
	export.Code:     {table: "string", csvw: "string", croissant: "sc:Text"},
	export.Language: {table: "string", pattern: `[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*`, csvw: "language", croissant: "sc:Text"},
	export.Address:  {table: "string", format: "uri", csvw: "anyURI", croissant: "sc:URL"},
	export.List:     {table: "string", csvw: "string", croissant: "sc:Text", several: true},
}

// references are the references that a program can hold the rows to. A key of
// several columns of which some are empty and others not is no key in SQL, and a
// broken one in the libraries for these descriptions: such a reference is left to
// the codebook.
func references(t *export.Table) []export.Reference {
	var firm []export.Reference
	for _, r := range t.References {
		if len(r.Columns) == 1 || !slices.ContainsFunc(t.Columns, func(c export.Column) bool {
			return slices.Contains(r.Columns, c.Name) && !c.Required
		}) {
			firm = append(firm, r)
		}
	}
	return firm
}
