package check

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"example.org/publish/build/fact"
	"example.org/publish/build/kebab"
	"example.org/publish/build/problem"
)

var citationRules = []Rule{
	{
		ID:       "missing-citation",
		Title:    "Every statement cites a source",
		Severity: problem.Error,
		Why:      "A reader must be able to look up each fact. What no source says does not belong in the dataset, however well known it is.",
		Mend:     "Add cite: with the id of a source and the place in it. If the source has no file yet, add one to the folder source.",
		Before:   "born:\n  - value: \"1815-12-10\"",
		After:    "born:\n  - value: \"1815-12-10\"\n    cite: parish-register#p3",
		find: func(f *finder) {
			for _, s := range f.said {
				if len(s.Cite) == 0 && !f.unread[s.entity.File] {
					f.from(s.entity.File, s.At, fmt.Sprintf("this statement of %q cites no source", s.of.Text),
						"add: cite: source-id#p1, with the id of the source and the paragraph")
				}
			}
		},
	},
	{
		ID:       "unknown-source",
		Title:    "A citation leads to a source",
		Severity: problem.Error,
		Why:      "A citation is worth nothing when nobody can tell what it cites.",
		Mend:     "Correct the id: it is the name of the source's file without .yaml. If the source is new, add its file to the folder source.",
		Before:   "cite: menabrea-scetch#p13",
		After:    "cite: menabrea-sketch#p13",
		find: func(f *finder) {
			for s, c := range f.citations() {
				id := c.Source.Text
				if id == "" || f.sources[id] != nil {
					continue
				}
				f.at(s.entity.File, c.Source, fmt.Sprintf("no source has the id %q", id), knownSource(f, id))
			}
		},
	},
	{
		ID:       "citation-form",
		Title:    "A citation names a source and a place in it",
		Severity: problem.Error,
		Why:      "\"Somewhere in the book\" sends the reader searching. In a source with a pinned copy a place is a paragraph, counted from 1; in another it is a word such as page-12.",
		Mend:     "Write the place after #: p13 for paragraph 13, p6-8 for paragraphs 6 to 8. In the long form it is the key at.",
		Before:   "cite: menabrea-sketch",
		After:    "cite: menabrea-sketch#p13",
		find: func(f *finder) {
			for s, c := range f.citations() {
				citationForm(f, s.entity.File, c)
			}
		},
	},
	{
		ID:       "citation-place",
		Title:    "A citation stays within its source",
		Severity: problem.Error,
		Why:      "A paragraph past the end of the pinned copy is a slip, and nobody could find what it cites.",
		Mend:     "Look the place up in the copy. A paragraph is a line that is not empty, counted from 1.",
		Before:   "cite: menabrea-sketch#p53 # the copy has 52 paragraphs",
		After:    "cite: menabrea-sketch#p35",
		find: func(f *finder) {
			for s, c := range f.citations() {
				first, last, ok := fact.Paragraphs(c.Place.Text)
				if !ok {
					continue
				}
				if first > last {
					turned := fmt.Sprintf("p%d-%d", last, first)
					f.at(s.entity.File, c.Place, fmt.Sprintf("%s runs backwards", c.Place.Text), "write "+turned).
						Fix = f.replace(s.entity.File, c.Place, turned)
					continue
				}
				if end := f.paragraphs(c.Source.Text); end > 0 && last > end {
					f.at(s.entity.File, c.Place,
						fmt.Sprintf("%s is past the end of %q", c.Place.Text, c.Source.Text),
						fmt.Sprintf("its copy has %s", count(end, "paragraph")))
				}
			}
		},
	},
	{
		ID:       "duplicate-citation",
		Title:    "A statement cites a place once",
		Severity: problem.Error,
		Why:      "Two footnotes to one place look like two pieces of evidence.",
		Mend:     "Take one of them away, or correct the place.",
		Before:   "cite: [menabrea-sketch#p13, menabrea-sketch#p13]",
		After:    "cite: [menabrea-sketch#p13, menabrea-sketch#p31]",
		find: func(f *finder) {
			for _, s := range f.said {
				for i, c := range s.Cite {
					same := func(d fact.Citation) bool { return d.Source.Text == c.Source.Text && d.Place.Text == c.Place.Text }
					if c.Source.Given() && c.Place.Given() && slices.ContainsFunc(s.Cite[:i], same) {
						f.at(s.entity.File, c.Source, fmt.Sprintf("%s#%s is cited twice for one statement", c.Source.Text, c.Place.Text),
							"take one of them away, or correct its place")
					}
				}
			}
		},
	},
	{
		ID:       "quote-too-long",
		Title:    "A quotation is a few words",
		Severity: problem.Error,
		Why:      "Facts are free and wordings are not: the dataset says in its own words what a source says, and quotes only a term that is disputed or cannot be rendered otherwise.",
		Mend:     "Quote at most 25 words: the ones that matter.",
		Before:   "quote: the whole of a long sentence from the source …",
		After:    "quote: weaves algebraical patterns",
		find: func(f *finder) {
			const most = 25
			for s, c := range f.citations() {
				if n := len(strings.Fields(c.Quote.Text)); n > most {
					f.at(s.entity.File, c.Quote, fmt.Sprintf("the quotation has %d words", n), fmt.Sprintf("quote at most %d: those that matter", most))
				}
			}
		},
	},
}

// knownSource is the help for a word that is the id of no source.
func knownSource(f *finder, id string) string {
	if e := f.entities[id]; e != nil {
		return fmt.Sprintf("%q is in the folder %s, and only a source can be cited; who said it is written as by: %s", id, e.Type.Text, id)
	}
	if m := f.moves[id]; len(m.To) > 0 {
		return "it has moved: write " + choice(textsOf(m.To))
	}
	if i := strings.IndexAny(id, " :,/"); i > 0 && f.sources[id[:i]] != nil {
		return fmt.Sprintf("write %s#p1: between the source and the place stands #", id[:i])
	}
	if strings.Contains(id, "://") {
		return "cite a source by the name of its file, which has its address"
	}
	return f.meant(id, f.sourceIDs, fmt.Sprintf("write the id of a source, or add its file: source/%s.yaml", kebab.Of(id)))
}

func citationForm(f *finder, file string, c *fact.Citation) {
	id, place := c.Source.Text, c.Place
	source := f.sources[id]
	_, _, isParagraph := fact.Paragraphs(place.Text)
	switch {
	case id == "":
		if !f.unread[file] || c.Source.Given() {
			f.from(file, c.At, "this citation names no source", "write source-id#p13, or the keys source: and at:")
		}
	case source == nil, isParagraph: // the first is unknown-source
	case place.Text == "":
		if !f.unread[file] || place.Given() {
			f.at(file, c.Source, fmt.Sprintf("this citation of %q names no place in it", id),
				fmt.Sprintf("write %s#p1, say; a place is %s", id, f.places(id)))
		}
	case f.paragraphs(id) > 0:
		p := f.at(file, place, fmt.Sprintf("%q is no paragraph of %q", place.Text, id), "write "+f.places(id))
		if m := likeParagraphs.FindStringSubmatch(place.Text); m != nil {
			meant := "p" + m[1]
			if m[2] != "" {
				meant += "-" + m[2]
			}
			p.Help = "write " + meant
			p.Fix = f.replace(file, place, meant)
		}
	case !kebab.Is(place.Text):
		f.at(file, place, fmt.Sprintf("%q is no place", place.Text), "write "+f.places(id))
	}
}

// places says what places a source has.
func (x *index) places(source string) string {
	switch end := x.paragraphs(source); end {
	case 0:
		return "one word: p13, page-12, chapter-2"
	case 1:
		return "p1, its only paragraph"
	default:
		return fmt.Sprintf("a paragraph, from p1 to p%d, or several, such as p1-%d", end, min(end, 3))
	}
}

// likeParagraphs are the other ways in which people write p13 and p6-8.
var likeParagraphs = regexp.MustCompile(`^(?i:p|pp|par|para|paragraphs?|§|¶)?[. ]*([1-9][0-9]{0,6})(?: *[-–—] *p?([1-9][0-9]{0,6}))?$`)

// paragraphs is how many paragraphs the pinned copy of a source has; 0 when
// that is not known.
func (x *index) paragraphs(source string) int {
	s := x.sources[source]
	if s == nil {
		return 0
	}
	n, err := strconv.Atoi(s.Copy.Paragraphs.Text)
	if err != nil {
		return 0
	}
	return max(n, 0)
}

func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return strconv.Itoa(n) + " " + noun + "s"
}
