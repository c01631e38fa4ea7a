package export

import (
	"strconv"

	"github.com/xuri/excelize/v2"

	"example.org/publish/build/compile"
)

// readmeName is the first sheet: what the workbook is.
const readmeName = "README"

// readme writes the first sheet, two columns of words.
func (b *workbook) readme(c *compile.Catalog, tables []Table) error {
	// excelize begins with one sheet; deleting it later would read all others
	// again.
	if err := b.file.SetSheetName("Sheet1", readmeName); err != nil {
		return err
	}
	b.taken["readme"] = true
	lines := readmeLines(c, tables)
	if err := b.file.SetSheetDimension(readmeName, "A1:B"+strconv.Itoa(len(lines))); err != nil {
		return err
	}
	wrapped, err := b.file.NewStyle(&excelize.Style{Alignment: &excelize.Alignment{Vertical: "top", WrapText: true}})
	if err != nil {
		return err
	}
	out, err := b.file.NewStreamWriter(readmeName)
	if err != nil {
		return err
	}
	if err := out.SetColWidth(2, 2, 100); err != nil {
		return err
	}
	if err := out.SetColWidth(1, 1, 28); err != nil {
		return err
	}
	for i, line := range lines {
		cells := []any{excelize.Cell{StyleID: b.bold, Value: line[0]}, excelize.Cell{StyleID: wrapped, Value: line[1]}}
		if err := out.SetRow("A"+strconv.Itoa(i+1), cells); err != nil {
			return err
		}
	}
	return out.Flush()
}

// readmeLines are the words of the first sheet: a heading and a text each.
func readmeLines(c *compile.Catalog, tables []Table) [][2]string {
	lines := [][2]string{}
	say := func(heading, text string) {
		if text != "" {
			lines = append(lines, [2]string{heading, text})
		}
	}
	for _, t := range c.Title {
		say("Title ("+t.Language+")", t.Text)
	}
	for _, t := range c.Description {
		say("Description ("+t.Language+")", t.Text)
	}
	say("Publisher", c.Publisher)
	say("Version", c.Version)
	say("Licence", c.Licence)
	say("Site", c.Site)
	say("Repository", c.Repository)
	say("Revision", c.Revision)
	say("Date", stamp(c))
	say("Dates", "Dates are texts. _edtf is the date as uncertain as its source (EDTF, ISO 8601-2); _earliest and _latest are the first and the last day it can mean.")
	say("Claims", "Where claimed is true, the statement is somebody's claim and not the source's own report.")
	say("Empty cells", "Not said, or does not apply; the codebook says which.")
	say("Codebook", "The sheet codebook says what each column of each sheet means.")
	for _, t := range tables {
		say("Sheet "+t.Name, t.Title.String()+" ("+strconv.Itoa(t.Count)+" rows). "+t.Description.String())
	}
	return lines
}
