package editor

import (
	"example.org/publish/build/fact"
	"example.org/publish/build/kebab"
)

const (
	kebabWord = `[a-z0-9]+(-[a-z0-9]+)*`
	place     = `p[1-9][0-9]*(-[1-9][0-9]*)?|` + kebabWord

	// EDTF, levels 0 and 1 and the one-of sets of level 2. It lets pass what
	// needs arithmetic: the 31st of June, an end before its beginning.
	year     = `-?([0-9]{4}|[0-9]{3}X|[0-9]{2}XX)|Y-?[0-9]{5,}`
	day      = `(0[1-9]|[12][0-9]|3[01]|XX)`
	month    = `(0[1-9]|1[0-2]|XX)(-` + day + `)?|2[1-4]`
	date     = `(` + year + `)(-(` + month + `))?[?~%]?`
	member   = `(` + date + `|(` + date + `)?\.\.(` + date + `)?)`
	end      = `(` + date + `|\.\.)?`
	edtf     = `^(` + date + `|\[` + member + `(,` + member + `)*\]|` + end + `/` + end + `)$`
	openEDTF = `^(` + date + `|\[` + member + `(,` + member + `)*\]|` + end + `/` + end + `|\.\.)$`
)

const (
	dateForms = "Write a date like \"2025-11-03\", \"2025-11\", \"2025\", \"2004~\", \"196X\", \"[2025-10-28..2025-11-07]\", in quotes."
	dateHelp  = "A date, as precise as the source and no more (EDTF, ISO 8601-2), in quotes: \"2025-11-03\", \"2025-11\", \"2025\"; \"2004~\" is about 2004, \"196X\" some time in the sixties, \"[2025-10-28..2025-11-07]\" one day within."
)

// common are the parts that all files share.
func (w writer) common() *schema {
	line := func() *schema {
		return &schema{Type: "string", MinLength: 1, Pattern: `^[^=+@\s-]`, PatternError: "A text is not empty, and does not begin with a space, =, +, - or @."}
	}
	translations := &schema{Type: "object", Additional: false, MinProperties: 1}
	for _, l := range w.languages {
		translations.Properties = append(translations.Properties, pair{l.Text, line()})
	}
	edtfDate := func(pattern, help string) *schema {
		return &schema{Type: "string", Pattern: pattern, PatternError: dateForms, Description: help}
	}
	reference := orList(&schema{Type: "string", Pattern: `^(` + kebabWord + `#)?` + kebabWord + `$`})
	claimant := anyOf(idOf("any"), constant(fact.Unnamed))
	citation := record([]string{"source", "at"},
		pair{"source", described(idOf("source"), "", "The id of the source.")},
		pair{"at", &schema{Type: "string", Pattern: "^(" + place + ")$", Description: "The place in it: p13 is paragraph 13, p6-8 paragraphs 6 to 8."}},
		pair{"quote", described(line(), "", "A few words, as they stand there; at most 25.")},
		pair{"via", described(orList(anyOf(idOf("any"), idOf("source"))), "", "Who told whom, nearest to the source first.")},
		pair{"note", described(ref("text"), "", "How the place was read.")},
	)
	eachCitation := anyOf(idOf("citation"), citation)
	return &schema{Definitions: keyed{
		{"id", &schema{Type: "string", Pattern: kebab.Pattern, MaxLength: kebab.Longest, PatternError: "An id is small letters, digits and single hyphens."}},
		{"line", line()},
		{"text", anyOf(line(), translations)},
		{"date", edtfDate(edtf, dateHelp)},
		{"number", anyOf(&schema{Type: "number"}, &schema{
			Type: "string", Pattern: `^-?[0-9]+(\.[0-9]+)?(\.\.-?[0-9]+(\.[0-9]+)?)?~?$`,
			PatternError: "Write digits: 1954, 10000~ for about 10,000, 3..5 for somewhere from 3 to 5.",
		})},
		{"address", &schema{Type: "string", Pattern: `^https?://[^\s]+$`, PatternError: "An address begins with https://."}},
		{"language", &schema{
			Type: "string", Pattern: `^[a-z]{2,3}(-[A-Za-z0-9]+)*$`, PatternError: "A language is a tag such as en, es or pt-BR (BCP 47).",
		}},
		{"flag", &schema{Type: "boolean"}},
		{"key", &schema{Type: "string", Pattern: kebab.Pattern, Description: "A name for the statement, for others to answer it by."}},
		{"on", edtfDate(edtf, "The time at which it happened, or was so. "+dateHelp)},
		{"from", edtfDate(edtf, "The time from which it was so; left out where the source does not say. "+dateHelp)},
		{"until", edtfDate(openEDTF, "The time until which it was so; \"..\" for what was still so when the source was written, left out where the source does not say. "+dateHelp)},
		{"by", described(claimant, "", "Who claims it; unnamed, when the source does not say who. What the source itself reports has none.")},
		{"certainty", &schema{Type: "string", Enum: []string{"probable", "possible"}, Description: "How far the source or the claimant commits itself, where it hedges."}},
		{"detail", described(ref("text"), "", "What refines the value; it is published with it.")},
		{"rank", &schema{Type: "string", Enum: []string{"preferred", "normal", "deprecated"}, Description: "The editors' judgement among rivals; it needs a reason."}},
		{"reason", described(ref("text"), "", "Why the editors judge so.")},
		{"disputes", described(reference, "", "The key of the statement that this one answers: a key of this file, or other-entity#key.")},
		{"note", described(ref("text"), "", "How the statement was read: a date worked out from \"Friday\", a mistranslation.")},
		{"cite", described(orList(eachCitation), "", "Where it is written: source-id#p13, a list of such, or the long form with source, at, quote, via and note.")},
	}}
}
