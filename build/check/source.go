package check

import (
	"fmt"
	"regexp"
	"strings"

	"example.org/publish/build/fact"
	"example.org/publish/build/kebab"
	"example.org/publish/build/problem"
)

var sourceRules = []Rule{
	{
		ID:       "incomplete-source",
		Title:    "A source says what it is, or that nobody knows",
		Severity: problem.Error,
		Why:      "Title, publisher, date, language and kind are what a reader judges a source by. What nobody knows is said, not left out: so it is seen that somebody looked.",
		Mend:     "Add what is missing; write unknown where it cannot be found out. A source without a title needs a label, the short name in footnotes.",
		Before:   "title: Sketch of the Analytical Engine",
		After:    "title: Sketch of the Analytical Engine\nkind: article\npublisher: Taylor and Francis\npublished: \"1843\"\nlanguage: en",
		find: func(f *finder) {
			for _, s := range f.Sources {
				if !f.unread[s.File] {
					incompleteSource(f, s)
				}
			}
		},
	},
	{
		ID:       "incomplete-copy",
		Title:    "A pinned copy can be told from any other",
		Severity: problem.Error,
		Why:      "Paragraphs are counted in one exact text. Its file's name, its SHA-256 and its number of paragraphs pin it down.",
		Mend:     "Write copy: with name (the file's name without folders), sha256 (64 hexadecimal digits, from sha256sum) and paragraphs (how many lines are not empty).",
		Before:   "copy: { name: sketch.txt, paragraphs: fifty-two }",
		After:    "copy: { name: sketch.txt, sha256: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08, paragraphs: 52 }",
		find: func(f *finder) {
			for _, s := range f.Sources {
				if s.Copy.At.Line > 0 {
					incompleteCopy(f, s)
				}
			}
		},
	},
	{
		ID:       "idle-source",
		Title:    "A source is cited",
		Severity: problem.Warning,
		Why:      "A source that nothing cites supports nothing. Mostly the facts are still to be written, or their citations name another one.",
		Mend:     "Cite it, or take the file away if it was never published.",
		Before:   "# source/parish-register.yaml, and no statement cites it",
		After:    "cite: parish-register#p3",
		find: func(f *finder) {
			if f.someUnread() {
				return // what could not be read may cite it
			}
			used := map[string]bool{}
			for _, c := range f.citations() {
				used[c.Source.Text] = true
			}
			for m := range f.mentions() {
				used[m.word.Text] = true
			}
			for _, s := range f.Sources {
				if !used[s.ID.Text] && !used[kebab.Of(s.ID.Text)] {
					f.from(s.File, fact.Pos{}, fmt.Sprintf("nothing cites %q", s.ID.Text), "cite it, or take the file away")
				}
			}
		},
	},
}

func incompleteSource(f *finder, s *fact.Source) {
	var missing []string
	for _, m := range []struct {
		key   string
		given bool
	}{
		{"title", s.Title.Given()},
		{"kind", s.Kind.Given()},
		{"publisher", s.Publisher.Given()},
		{"published", s.Published.Given()},
		{"language", s.Language.Given()},
	} {
		if !m.given {
			missing = append(missing, m.key)
		}
	}
	if len(missing) > 0 {
		help := fmt.Sprintf("add %s; write unknown where it cannot be found out", list(missing))
		if len(missing) == 1 && missing[0] == "kind" {
			help = "add kind, such as news-article or book"
		}
		f.from(s.File, fact.Pos{}, fmt.Sprintf("the source lacks %s", list(missing)), help)
	}
	if len(s.Title) == 1 && s.Title[0].Scalar.Text == fact.Unknown && !s.Label.Given() {
		f.at(s.File, s.Title[0].Scalar, "the source has no title, and no label stands for it", "add label: with a short name for footnotes")
	}
}

var (
	sha256Form    = regexp.MustCompile(`^[0-9a-f]{64}$`)
	wholeNumber   = regexp.MustCompile(`^[1-9][0-9]{0,6}$`)
	anySHA256Form = regexp.MustCompile(`^[0-9a-fA-F]{64}$`)
)

func incompleteCopy(f *finder, s *fact.Source) {
	c := s.Copy
	var missing []string
	for _, m := range []struct {
		key  string
		word fact.Scalar
	}{{"name", c.Name}, {"sha256", c.SHA256}, {"paragraphs", c.Paragraphs}} {
		if !m.word.Given() {
			missing = append(missing, m.key)
		}
	}
	if len(missing) > 0 && !f.unread[s.File] {
		f.from(s.File, c.At, fmt.Sprintf("the copy lacks %s", list(missing)), "write copy: { name: …, sha256: …, paragraphs: … }")
	}
	if c.Name.Given() && (strings.ContainsAny(c.Name.Text, `/\`) || strings.Trim(c.Name.Text, ".") == "") {
		f.at(s.File, c.Name, fmt.Sprintf("%q is not the name of a file", c.Name.Text), "write the name without folders")
	}
	switch {
	case !c.SHA256.Given() || sha256Form.MatchString(c.SHA256.Text):
	case anySHA256Form.MatchString(c.SHA256.Text):
		lower := strings.ToLower(c.SHA256.Text)
		f.at(s.File, c.SHA256, "the SHA-256 has capital letters", "write it in small ones").Fix = f.replace(s.File, c.SHA256, lower)
	default:
		f.at(s.File, c.SHA256, fmt.Sprintf("a SHA-256 has 64 hexadecimal digits, and %q is something else", c.SHA256.Text), "copy what sha256sum prints")
	}
	if c.Paragraphs.Given() && !wholeNumber.MatchString(c.Paragraphs.Text) {
		f.at(s.File, c.Paragraphs, fmt.Sprintf("%q is no number of paragraphs", c.Paragraphs.Text), "write how many lines of the copy are not empty, in digits")
	}
}
