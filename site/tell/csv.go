package tell

import (
	"encoding/csv"
	"io"
	"strings"

	"example.org/publish/build/diff"
	"example.org/publish/build/export"
)

// CSV writes the changes that the tellers tell as a table (RFC 4180), a row
// each: ids and what was before and is now as it was written, and a sentence in
// the language of each teller. No spreadsheet runs a cell.
func CSV(to io.Writer, tellers []*Teller) error {
	w := csv.NewWriter(to)
	w.UseCRLF = true
	head := []string{
		"subject", "verb", "due", "id", "was_id", "entity_type", "entity_id", "property", "to_ids", "claimant_id", "citations", "fields", "old", "new",
	}
	for _, t := range tellers {
		head = append(head, "sentence_"+strings.ReplaceAll(strings.ToLower(t.Words.Language), "-", "_"))
	}
	rows := [][]string{head}
	for _, c := range tellers[0].Changes.All {
		rows = append(rows, row(c, tellers))
	}
	if err := w.WriteAll(rows); err != nil {
		return err
	}
	return w.Error()
}

func row(c *diff.Change, tellers []*Teller) []string {
	v := viewChange(c, tellers)
	claimant := ""
	if s := toldOf(c, v.Claimed == nil); s != nil && v.Claimed != nil {
		claimant = claimantOf(s)
	}
	var names, old, new []string
	for _, f := range v.Fields {
		names, old, new = append(names, f.Name), append(old, f.Old), append(new, f.New)
	}
	cells := []string{
		v.Subject, v.Verb, v.Due, v.ID, v.Was, v.Type, v.Entity, v.Property, strings.Join(v.To, diff.Separator), claimant,
		strings.Join(v.Citations, diff.Separator), strings.Join(names, diff.Separator), strings.Join(old, diff.Separator), strings.Join(new, diff.Separator),
	}
	for _, sentence := range v.Sentence {
		cells = append(cells, sentence.Text)
	}
	for i, cell := range cells {
		cells[i] = export.Inert(Plain(cell))
	}
	return cells
}
