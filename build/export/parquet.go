package export

import (
	"fmt"
	"io"
	"math"
	"reflect"
	"strconv"

	"github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/compress/zstd"

	"example.org/publish/build/compile"
	"example.org/publish/build/edtf"
)

// parquetTables is one Parquet file a table: days are dates, numbers are
// numbers, true and false are booleans, all else is text, and what is not said
// is null. The meaning of each column is in the file's metadata, under
// "meaning:" and the column's name.
var parquetTables = Format{
	ID:          "parquet",
	Title:       english("Parquet"),
	Description: english("One typed file a table, for DuckDB, Spark, BigQuery, pandas and R."),
	Media:       "application/vnd.apache.parquet",
	write: func(c *compile.Catalog, tables []Table, out *output) error {
		for _, t := range tables {
			d := Download{Path: t.Name + ".parquet", Table: t.Name, Title: t.Title, Rows: t.Count}
			if err := out.file(d, func(w io.Writer) error { return writeParquet(w, c, t) }); err != nil {
				return err
			}
		}
		return nil
	},
}

func writeParquet(w io.Writer, c *compile.Catalog, t Table) error {
	options := []parquet.WriterOption{
		parquet.NewSchema(t.Name, columnsNode{columns: t.Columns}),
		parquet.Compression(&zstd.Codec{Level: zstd.SpeedDefault}),
		parquet.CreatedBy("publish", "1", ""),
		parquet.MaxRowsPerRowGroup(1 << 16), // bounds the memory
		parquet.KeyValueMetadata("title", c.Title.String()),
		parquet.KeyValueMetadata("version", c.Version),
		parquet.KeyValueMetadata("licence", c.Licence),
		parquet.KeyValueMetadata("description", t.Description.String()),
	}
	for _, column := range t.Columns {
		options = append(options, parquet.KeyValueMetadata("meaning:"+column.Name, column.Meaning.String()))
	}
	out := parquet.NewWriter(w, options...)
	row := make(parquet.Row, len(t.Columns))
	for cells := range t.Rows {
		for i, cell := range cells {
			value, err := parquetValue(cell, t.Columns[i].Kind)
			if err != nil {
				return fmt.Errorf("column %s: %w", t.Columns[i].Name, err)
			}
			defined := 1
			if t.Columns[i].Required || value.IsNull() {
				defined = 0
			}
			row[i] = value.Level(0, defined, i)
		}
		if _, err := out.WriteRows([]parquet.Row{row}); err != nil {
			return err
		}
	}
	return out.Close()
}

func parquetValue(c Cell, k Kind) (parquet.Value, error) {
	if c.Empty() {
		return parquet.NullValue(), nil
	}
	switch k {
	case Integer:
		return parquet.Int64Value(c.number), nil
	case Decimal:
		f, err := strconv.ParseFloat(c.String(), 64)
		return parquet.DoubleValue(f), err
	case Boolean:
		return parquet.BooleanValue(c.text == "true"), nil
	case Day:
		d, err := parseDay(c.text)
		if d < math.MinInt32 || d > math.MaxInt32 { // years that no Parquet date reaches
			return parquet.NullValue(), err
		}
		return parquet.Int32Value(int32(d)), err
	}
	return parquet.ByteArrayValue([]byte(c.text)), nil
}

// parseDay reads what edtf.Day.String writes.
func parseDay(s string) (edtf.Day, error) {
	digits, sign := s, 1
	if s != "" && (s[0] == '-' || s[0] == '+') {
		digits = s[1:]
		if s[0] == '-' {
			sign = -1
		}
	}
	var y, m, d int
	if _, err := fmt.Sscanf(digits, "%d-%d-%d", &y, &m, &d); err != nil {
		return 0, fmt.Errorf("%q is no day: %w", s, err)
	}
	return edtf.DayOf(sign*y, m, d), nil
}

// columnsNode is the root of a table's schema. parquet.Group is a map and puts
// its columns in the order of the alphabet; this keeps the table's.
type columnsNode struct {
	parquet.Group
	columns []Column
}

// Fields are the columns in the table's order.
func (n columnsNode) Fields() []parquet.Field {
	fields := make([]parquet.Field, len(n.columns))
	for i, c := range n.columns {
		fields[i] = columnNode{Node: parquetType(c), name: c.Name}
	}
	return fields
}

// GoType is of no use here: rows are written as values, not as Go structs.
func (n columnsNode) GoType() reflect.Type { return reflect.TypeFor[struct{}]() }

func parquetType(c Column) parquet.Node {
	var node parquet.Node
	switch c.Kind {
	case Integer:
		node = parquet.Int(64)
	case Decimal:
		node = parquet.Leaf(parquet.DoubleType)
	case Boolean:
		node = parquet.Leaf(parquet.BooleanType)
	case Day:
		node = parquet.Date()
	default:
		node = parquet.Encoded(parquet.String(), &parquet.RLEDictionary)
	}
	if c.Required {
		return node
	}
	return parquet.Optional(node)
}

// columnNode is a column with its name.
type columnNode struct {
	parquet.Node
	name string
}

// Name is the column's name.
func (n columnNode) Name() string { return n.name }

// Value is of no use here: rows are written as values, not as Go structs.
func (n columnNode) Value(reflect.Value) reflect.Value { return reflect.Value{} }
