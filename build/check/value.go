package check

import (
	"fmt"
	"iter"
	"net/url"
	"strings"

	"golang.org/x/text/language"

	"example.org/publish/build/fact"
	"example.org/publish/build/number"
	"example.org/publish/build/problem"
)

var valueRules = []Rule{
	{
		ID:       "missing-value",
		Title:    "A statement has a value",
		Severity: problem.Error,
		Why:      "A statement says that a property has a value. That nobody knows it is said by leaving the statement out.",
		Mend:     "Add value:, or take the statement away.",
		Before:   "- { cite: parish-register#p3 }",
		After:    "- { value: \"1815-12-10\", cite: parish-register#p3 }",
		find: func(f *finder) {
			for _, s := range f.said {
				if !s.Value.Given() && !f.unread[s.entity.File] {
					f.from(s.entity.File, s.At, fmt.Sprintf("this statement of %q has no value", s.of.Text), "add value:, or take the statement away")
				}
			}
		},
	},
	{
		ID:       "wrong-kind",
		Title:    "A value is of its property's kind",
		Severity: problem.Error,
		Why:      "The schema declares the kind, and pages and tables count on it: a number is summed up, a name is not.",
		Mend:     "Write numbers as digits: 1954, 3.5, 10000~ for about, 3..5 for somewhere from 3 to 5. Only texts and names have languages. Words that belong to the value go into detail:.",
		Before:   "number-of-notes:\n  - { value: seven, cite: menabrea-sketch#p2 }",
		After:    "number-of-notes:\n  - { value: 7, cite: menabrea-sketch#p2 }",
		find: func(f *finder) {
			for _, s := range f.said {
				wrongKind(f, s)
			}
		},
	},
	{
		ID:       "unknown-code",
		Title:    "A code is one of its property's codes",
		Severity: problem.Error,
		Why:      "Codes have labels in each language, and people count by them: two spellings would be two things.",
		Mend:     "Write one of the codes that the schema lists for the property, or add the code there.",
		Before:   "field:\n  - { value: maths, cite: menabrea-sketch#p2 }",
		After:    "field:\n  - { value: mathematics, cite: menabrea-sketch#p2 }",
		find: func(f *finder) {
			for _, s := range f.said {
				v, ok := word(s.Statement)
				if ok && f.kind(s.property) == "code" && len(s.property.Codes) > 0 && !f.unread[s.typ.File] && !hasChoice(s.property.Codes, v.Text) {
					f.at(s.entity.File, v, fmt.Sprintf("%q is no code of %q", v.Text, s.of.Text), f.oneOf(v.Text, s.property.Codes))
				}
			}
		},
	},
	{
		ID:       "malformed-language",
		Title:    "A language is a BCP 47 tag",
		Severity: problem.Error,
		Why:      "Browsers, screen readers and catalogues know languages by these tags (BCP 47).",
		Mend:     "Write en for English, es for Spanish, fr for French, pt-BR for the Portuguese of Brazil.",
		Before:   "language: english",
		After:    "language: en",
		find: func(f *finder) {
			for l := range f.languageWords() {
				tag, err := language.Parse(l.Text)
				switch {
				case err != nil:
					f.at(l.file, l.Scalar, fmt.Sprintf("%q is no language tag", l.Text), "write a tag such as en, es or pt-BR")
				case tag.String() != l.Text:
					f.at(l.file, l.Scalar, fmt.Sprintf("%q is not how this language is written", l.Text), "write "+tag.String()).
						Fix = f.replace(l.file, l.Scalar, tag.String())
				}
			}
		},
	},
	{
		ID:       "malformed-address",
		Title:    "An address is on the web",
		Severity: problem.Error,
		Why:      "An address becomes a link. Anything but http and https could run in the reader's browser or lead nowhere.",
		Mend:     "Copy the address from the browser, with https:// at its beginning.",
		Before:   "address: www.fourmilab.ch/babbage/sketch.html",
		After:    "address: https://www.fourmilab.ch/babbage/sketch.html",
		find: func(f *finder) {
			for a := range f.addresses() {
				if fault := addressFault(a.Text); fault != "" {
					help := "write https://example.org/page"
					if addressFault("https://"+a.Text) == "" && strings.Contains(a.Text, "/") {
						help = "write https://" + a.Text
					}
					f.at(a.file, a.Scalar, fmt.Sprintf("%q is no address on the web: %s", a.Text, fault), help)
				}
			}
		},
	},
}

func wrongKind(f *finder, s said) {
	kind := f.kind(s.property)
	if kind == "" || kind == "text" || kind == "name" || !s.Value.Given() {
		return
	}
	if first := s.Value[0].Language; first.Given() {
		f.at(s.entity.File, first, fmt.Sprintf("%q takes one %s, the same in every language", s.of.Text, kind), "write the value without languages")
		return
	}
	v := s.Value[0].Scalar
	if kind == "number" {
		if _, err := number.Parse(v.Text); err != nil {
			message, help := err.Error(), ""
			if i := strings.LastIndex(message, ": write "); i >= 0 {
				message, help = message[:i], message[i+len(": "):]
			}
			f.at(s.entity.File, v, message, help)
		}
	}
}

// languageWords yields every language that is the value of something.
func (x *index) languageWords() iter.Seq[leaf] {
	return x.wordsOf("language", x.Info.Languages, func(s *fact.Source) []fact.Scalar {
		return []fact.Scalar{s.Language, s.TranslatedFrom}
	})
}

// addresses yields every address.
func (x *index) addresses() iter.Seq[leaf] {
	return x.wordsOf("address", []fact.Scalar{x.Info.Site, x.Info.Repository}, func(s *fact.Source) []fact.Scalar {
		return []fact.Scalar{s.Address, s.Archived, s.Original.Address}
	})
}

// wordsOf yields those words of dataset.yaml and of each source that are given
// and not unknown, and all values of a kind.
func (x *index) wordsOf(kind string, info []fact.Scalar, source func(*fact.Source) []fact.Scalar) iter.Seq[leaf] {
	return func(yield func(leaf) bool) {
		for _, w := range info {
			if w.Given() && !yield(leaf{x.Info.File, w}) {
				return
			}
		}
		for _, s := range x.Sources {
			for _, w := range source(s) {
				if w.Given() && w.Text != fact.Unknown && !yield(leaf{s.File, w}) {
					return
				}
			}
		}
		for _, s := range x.said {
			if v, ok := word(s.Statement); ok && x.kind(s.property) == kind && !yield(leaf{s.entity.File, v}) {
				return
			}
		}
	}
}

// addressFault says why a word is no address on the web, or "".
func addressFault(s string) string {
	u, err := url.Parse(s)
	switch {
	case strings.ContainsFunc(s, func(r rune) bool { return r <= ' ' || unseen(r) || strings.ContainsRune("\"<>\\^`{|}", r) }):
		return "it has a space or another character that cannot stand in an address"
	case err != nil:
		return "it cannot be read"
	case u.Scheme == "":
		return "it does not begin with https://"
	case u.Scheme != "http" && u.Scheme != "https":
		return fmt.Sprintf("it begins with %s: and not with https://", u.Scheme)
	case u.Hostname() == "":
		return "it names no host"
	case u.User != nil:
		return "it has a user's name in it"
	}
	return ""
}
