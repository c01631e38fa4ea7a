package export

import (
	"slices"

	"example.org/publish/build/compile"
	"example.org/publish/build/edtf"
)

func sourcesTable(c *compile.Catalog) Table {
	return newTable(Table{
		Name:        "sources",
		Title:       english("Sources"),
		Description: english("Each document that is cited."),
		Key:         []string{"source_id"},
	}, sourceFields(c), slices.Values(c.Sources))
}

func sourceFields(c *compile.Catalog) fields[*compile.Source] {
	type source = *compile.Source
	resting := restingOn(c)
	return slices.Concat(
		column(ID, "source_id", "id of the source", func(s source) string { return s.ID }).required(),
		texts(c.Languages, "title", "title; empty: unknown", func(s source) compile.Text { return s.Title }),
		texts(c.Languages, "label", "short name, as in footnotes", func(s source) compile.Text { return s.Label }).requiredFirst(),
		column(Code, "kind", "kind of document", func(s source) string { return s.Kind }),
		column(Text, "publisher", "who published it; empty: unknown", func(s source) string { return s.Publisher }),
		dates("published", "when it was published; empty: unknown", func(s source) edtf.Date { return s.Published }),
		column(Language, "language", "language of the text; empty: unknown", func(s source) string { return s.Language }),
		column(Address, "address", "where it was found", func(s source) string { return s.Address }),
		column(Address, "archived", "a copy in a web archive", func(s source) string { return s.Archived }),
		dates("retrieved", "when it was fetched", func(s source) edtf.Date { return s.Retrieved }),
		column(Language, "translated_from", "language that it was translated from", func(s source) string { return s.TranslatedFrom }),
		column(Text, "original_title", "title of the publication that it translates or reprints", func(s source) string { return s.Original.Title }),
		column(Text, "original_publisher", "publisher of that publication", func(s source) string { return s.Original.Publisher }),
		column(Address, "original_address", "address of that publication", func(s source) string { return s.Original.Address }),
		column(EDTF, "original_published", "when that publication appeared", func(s source) string { return s.Original.Published }),
		column(IDs, "relies_on", "what the source itself rests on: ids of entities or sources", func(s source) string { return joined(s.ReliesOn, compile.Origin.ID) }),
		column(Text, "copy_name", "file name of the pinned copy, to which the locators refer", func(s source) string { return s.CopyName }),
		column(Text, "copy_sha256", "SHA-256 of the pinned copy, in hexadecimal", func(s source) string { return s.CopySHA256 }),
		place("copy_paragraphs", "how many paragraphs the pinned copy has", func(s source) int { return s.CopyParagraphs }),
		texts(c.Languages, "note", "the editors' remark on the source", func(s source) compile.Text { return s.Note }),
		count("citations", "how often it is cited", func(s source) int { return len(s.Citations) }),
		count("statements", "how many statements rest on it", func(s source) int { return resting[s] }),
		count("statements_alone", "how many statements would fall with it: no other source is cited for them", func(s source) int { return s.Alone }),
		column(Text, "file", "file of the dataset that holds the source", func(s source) string { return s.File }).required(),
	)
}

// restingOn counts the statements that cite each source, each once.
func restingOn(c *compile.Catalog) map[*compile.Source]int {
	counts := make(map[*compile.Source]int, len(c.Sources))
	for _, s := range c.Statements {
		for i, cited := range s.Citations {
			again := slices.ContainsFunc(s.Citations[:i], func(before *compile.Citation) bool { return before.Source == cited.Source })
			if !again {
				counts[cited.Source]++
			}
		}
	}
	return counts
}
