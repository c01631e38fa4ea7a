package check

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"example.org/publish/build/problem"
)

var textRules = []Rule{
	{
		ID:       "control-character",
		Title:    "Every character can be seen",
		Severity: problem.Error,
		Why:      "Control characters break tables, and characters that nobody sees make two words differ that look the same. Some reverse the order of reading, so that a page shows something else than what is stored.",
		Mend:     "Take the character away. Copying the text by way of a plain text editor often does it.",
		Before:   "name: \"Ada\\u200b Lovelace\"",
		After:    "name: Ada Lovelace",
		find: func(f *finder) {
			for l := range f.prose() {
				if i := strings.IndexFunc(l.Text, unseen); i >= 0 {
					r, _ := utf8.DecodeRuneInString(l.Text[i:])
					message, help := fmt.Sprintf("there is a character in this text that nobody sees (%U)", r), "take it away"
					if r == utf8.RuneError {
						message, help = "a character of this text was lost (U+FFFD)", "type it again"
					}
					f.inside(l.file, l.Scalar, i, 1, message, help)
				}
			}
		},
	},
	{
		ID:       "not-nfc",
		Title:    "Letters with accents are one character",
		Severity: problem.Error,
		Why:      "An é can be stored as one character or as e and an accent. The two look the same and are found by different searches; Unicode's normal form C is the first.",
		Mend:     "Type the letters again on a keyboard. A text that was copied from a PDF often has the second form.",
		Before:   "name: \"Luigi Federico Menabre\\u0061\\u0300\"",
		After:    "name: \"Luigi Federico Menabreà\"",
		find: func(f *finder) {
			for l := range f.prose() {
				if norm.NFC.IsNormalString(l.Text) {
					continue
				}
				p := f.inside(l.file, l.Scalar, norm.NFC.QuickSpanString(l.Text), 1, "an accent is stored apart from its letter", "type the letter again (Unicode normal form C)")
				if from, to, verbatim := f.span(l.file, l.Scalar); verbatim {
					p.Fix = &problem.Fix{From: from, To: to, Text: norm.NFC.String(l.Text)}
				}
			}
		},
	},
	{
		ID:       "formula-text",
		Title:    "No text begins like a formula",
		Severity: problem.Error,
		Why:      "A spreadsheet runs a cell that begins with = + - or @ as a formula. A table that somebody downloads must not be able to do anything.",
		Mend:     "Begin with another character: a letter, a quotation mark, or an en dash (–) for a dash.",
		Before:   "name: \"@ada\"",
		After:    "name: \"ada (@ada)\"",
		find: func(f *finder) {
			for l := range f.prose() {
				r, _ := utf8.DecodeRuneInString(l.Text)
				if strings.ContainsRune("=+-@＝＋－＠", r) {
					f.inside(l.file, l.Scalar, 0, 1, fmt.Sprintf("a spreadsheet would run a text that begins with %c as a formula", r), "begin with another character")
				}
			}
		},
	},
	{
		ID:       "blank-text",
		Title:    "A text has something in it and no space around it",
		Severity: problem.Error,
		Why:      "An empty text looks like a fact and says nothing. A space at the beginning or the end makes two words differ that look the same.",
		Mend:     "Write the text, or take the key away; take the spaces away.",
		Before:   "name: \"Ada Lovelace \"",
		After:    "name: Ada Lovelace",
		find: func(f *finder) {
			for l := range f.prose() {
				trimmed := strings.TrimFunc(l.Text, unicode.IsSpace)
				switch {
				case trimmed == l.Text && l.Text != "":
				case trimmed == "":
					f.at(l.file, l.Scalar, "an empty text", "write something, or take the key away")
				default:
					f.at(l.file, l.Scalar, "there is a space at the beginning or the end of this text", "take it away").
						Fix = f.replace(l.file, l.Scalar, trimmed)
				}
			}
		},
	},
	{
		ID:       "line-break",
		Title:    "A text is one line",
		Severity: problem.Error,
		Why:      "A text becomes a cell of a table and a line of a page, which have no room for a second line.",
		Mend:     "Write one line. A long text may be folded over several lines of the file with >- before it.",
		Before:   "note: |\n  The first line.\n  The second.",
		After:    "note: >-\n  The first line.\n  The second.",
		find: func(f *finder) {
			for l := range f.prose() {
				// A line break at the end is a space there: blank-text.
				if text := strings.TrimFunc(l.Text, unicode.IsSpace); strings.ContainsAny(text, "\n\r\u2028\u2029\u0085") {
					f.at(l.file, l.Scalar, "a text of several lines", "write it in one line, or put >- before it instead of |")
				}
			}
		},
	},
	{
		ID:       "undeclared-language",
		Title:    "A text is in one of the dataset's languages",
		Severity: problem.Error,
		Why:      "Pages and tables are made in the languages that dataset.yaml declares. A text in another is seen by nobody.",
		Mend:     "Correct the language, or add it to languages in dataset.yaml.",
		Before:   "name: { en: Analytical Engine, ES: Máquina analítica }",
		After:    "name: { en: Analytical Engine, es: Máquina analítica }",
		find: func(f *finder) {
			if len(f.languages) == 0 {
				return
			}
			for t := range f.texts() {
				for _, tr := range t.Text {
					if tr.Language.Given() && !slices.Contains(f.languages, tr.Language.Text) {
						help := fmt.Sprintf("write %s, or add it to languages in dataset.yaml", choice(f.languages))
						if t.in == original {
							help = "write the title as it is, without languages"
						}
						f.at(t.file, tr.Language, fmt.Sprintf("%q is not a language of this dataset", tr.Language.Text),
							f.meant(tr.Language.Text, f.languages, help))
					}
				}
			}
		},
	},
	{
		ID:       "missing-translation",
		Title:    "A text is in every language of the dataset",
		Severity: problem.Warning,
		Why:      "Where a translation is missing, the pages of that language show the main one.",
		Mend:     "Write the text in each language, as in { en: …, es: … }. A name that is the same in every language is written without them.",
		Before:   "name: { en: Analytical Engine }",
		After:    "name: { en: Analytical Engine, es: Máquina analítica }",
		find: func(f *finder) {
			if len(f.languages) < 2 {
				return
			}
			for t := range f.texts() {
				missingTranslation(f, t)
			}
		},
	},
}

// unseen reports characters that control something or that nobody sees. The
// joiners U+200C and U+200D are letters' business in many scripts, and line
// breaks have a rule of their own.
func unseen(r rune) bool {
	switch r {
	case '\n', '\r', 0x85, 0x2028, 0x2029, 0x200c, 0x200d:
		return false
	}
	hidden := unicode.In(r, unicode.Cc, unicode.Cf, unicode.Co) && !unicode.Is(unicode.Prepended_Concatenation_Mark, r)
	return hidden || r == utf8.RuneError
}

func missingTranslation(f *finder, t text) {
	plain := !t.Text[0].Language.Given()
	if t.in == original || plain && t.in == asWritten {
		return
	}
	has := map[string]bool{f.main(): plain || t.label} // a label's has a rule of its own
	for _, tr := range t.Text {
		if tr.Language.Given() && !slices.Contains(f.languages, tr.Language.Text) {
			return // undeclared-language: it may be one that seems to be missing
		}
		has[tr.Language.Text] = true
	}
	var missing []string
	for _, l := range f.languages {
		if !has[l] {
			missing = append(missing, l)
		}
	}
	if len(missing) == 0 {
		return
	}
	place := t.Text[0].Scalar
	if !plain {
		place = t.Text[0].Language
	}
	f.at(t.file, place, fmt.Sprintf("%s is not in %s", t.what, list(missing)), "write it in each language: "+inEach(f.languages))
}

// inEach shows a map with all languages.
func inEach(languages []string) string {
	return "{ " + strings.Join(languages, ": …, ") + ": … }"
}
