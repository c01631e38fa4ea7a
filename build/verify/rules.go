package verify

import (
	"example.org/publish/build/check"
	"example.org/publish/build/problem"
)

// The ids of the rules by which copies are judged, beside the check's rule
// citation-place, which they are judged by too.
const (
	ChangedCopy    = "changed-copy"
	MiscountedCopy = "miscounted-copy"
	MisplacedQuote = "misplaced-quote"
	LostAddress    = "lost-address" // of those who ask the network

	citationPlace = "citation-place"
)

// Rules returns the rules that only the copies, or the network, can show to be
// kept, by id.
func Rules() []check.Rule {
	return []check.Rule{
		{
			ID:       ChangedCopy,
			Title:    "A copy is the text that was pinned",
			Severity: problem.Error,
			Why:      "Places are counted in one exact text. In another, p13 may be another paragraph.",
			Mend:     "Bring back the text that was pinned. If the facts were read from the new one, correct the sha256 and look up each citation in it.",
			Before:   "copy: { name: sketch.txt, sha256: 9f86d081884c7d65…, paragraphs: 52 } # sha256sum prints another",
			After:    "copy: { name: sketch.txt, sha256: 60303ae22b998861…, paragraphs: 52 }",
		},
		{
			ID:       LostAddress,
			Title:    "The address of a source answers",
			Severity: problem.Error,
			Why:      "Who doubts a fact goes to its source. An address that leads nowhere ends the way.",
			Mend:     "Look for a snapshot of the page in a web archive and write its address as archived. The address itself stays: it is where the source was.",
			Before:   "address: https://example.org/gone",
			After:    "address: https://example.org/gone\narchived: https://web.archive.org/web/20251104000000/https://example.org/gone",
		},
		{
			ID:       MiscountedCopy,
			Title:    "A copy has as many paragraphs as its source says",
			Severity: problem.Error,
			Why:      "The check, which has no copies, trusts the number to tell a place that exists from one that does not.",
			Mend:     "Write the number of lines of the copy that hold more than white space.",
			Before:   "paragraphs: 25",
			After:    "paragraphs: 52",
		},
		{
			ID:       MisplacedQuote,
			Title:    "A quotation stands where it is cited",
			Severity: problem.Error,
			Why:      "Between quotation marks stand the source's own words. A reader who looks them up must find them.",
			Mend:     "Copy the words from the place cited, or correct the place. White space and the shape of quotation marks make no difference; letters do.",
			Before:   "{ source: menabrea-sketch, at: p31, quote: weaves algebraic patterns }",
			After:    "{ source: menabrea-sketch, at: p13, quote: weaves algebraical patterns }",
		},
	}
}
