package export

import (
	"iter"
	"slices"

	"example.org/publish/build/compile"
)

func citationsTable(c *compile.Catalog) Table {
	return newTable(Table{
		Name:        "citations",
		Title:       english("Citations"),
		Description: english("Each source and place that a statement rests on."),
		Key:         []string{"statement_id", "citation"},
		References: []Reference{
			{[]string{"statement_id"}, "statements", []string{"statement_id"}},
			{[]string{"source_id"}, "sources", []string{"source_id"}},
		},
	}, citationFields(c), citations(c.Statements))
}

// citation is a citation with its number among those of its statement.
type citation struct {
	*compile.Citation
	number int
}

func citations(statements []*compile.Statement) iter.Seq[citation] {
	return func(yield func(citation) bool) {
		for _, s := range statements {
			for i, c := range s.Citations {
				if !yield(citation{c, i + 1}) {
					return
				}
			}
		}
	}
}

func citationFields(c *compile.Catalog) fields[citation] {
	return slices.Concat(
		column(ID, "statement_id", "the statement that rests on the source", func(c citation) string { return c.Statement.ID }).required(),
		count("citation", "number of the citation in its statement, from 1", func(c citation) int { return c.number }),
		column(ID, "source_id", "the source", func(c citation) string { return c.Source.ID }).required(),
		column(Text, "locator", "the place in the source: p13 is paragraph 13 of the pinned copy, p6-8 are three paragraphs", func(c citation) string { return c.Place }),
		place("paragraph_first", "first paragraph, when the place is one; a paragraph is a non-empty line, counted from 1", func(c citation) int { return c.First }),
		place("paragraph_last", "last paragraph, when the place is one", func(c citation) int { return c.Last }),
		column(Text, "quote", "a few words, verbatim, in the language of the source", func(c citation) string { return c.Quote }),
		column(IDs, "via", "who told whom behind the source, nearest first: ids of entities or sources", func(c citation) string { return joined(c.Via, compile.Origin.ID) }),
		texts(c.Languages, "note", "the editors' remark on the citation", func(c citation) compile.Text { return c.Note }),
	)
}
