package verify

import (
	"iter"
	"strings"

	"golang.org/x/text/unicode/norm"

	"example.org/publish/build/fact"
)

// ParagraphsOf are the paragraphs of a copy: its lines that hold more than white
// space.
func ParagraphsOf(text string) []string {
	var paragraphs []string
	for line := range strings.Lines(text) {
		if line = strings.TrimSpace(line); line != "" {
			paragraphs = append(paragraphs, line)
		}
	}
	return paragraphs
}

// stands reports whether the quotation is in the paragraphs, read as one text.
func stands(quote string, paragraphs []string) bool {
	return strings.Contains(folded(strings.Join(paragraphs, " ")), folded(quote))
}

// find is the first paragraph in which the quotation stands, counted from 1; 0
// when there is none.
func find(quote string, paragraphs []string) int {
	for i := range paragraphs {
		if stands(quote, paragraphs[i:i+1]) {
			return i + 1
		}
	}
	return 0
}

// folded is a text without what changes when it is copied by hand: runs of
// white space are one space, quotation marks and apostrophes are the straight
// ones, and a letter with its accent is one character (Unicode form C).
func folded(text string) string {
	return straight.Replace(strings.Join(strings.Fields(norm.NFC.String(text)), " "))
}

var straight = strings.NewReplacer(
	"‘", "'", "’", "'", "‚", "'", "‛", "'", "‹", "'", "›", "'", "′", "'",
	"“", `"`, "”", `"`, "„", `"`, "‟", `"`, "«", `"`, "»", `"`, "″", `"`,
)

// citations yields the citations of a source, each with the file it is in, in
// the order of the dataset.
func citations(d *fact.Dataset, source string) iter.Seq2[string, *fact.Citation] {
	return func(yield func(string, *fact.Citation) bool) {
		for _, e := range d.Entities {
			for _, of := range e.Facts {
				for _, s := range of.Statements {
					for i := range s.Cite {
						if c := &s.Cite[i]; c.Source.Text == source && !yield(e.File, c) {
							return
						}
					}
				}
			}
		}
	}
}
