package check

import (
	"iter"

	"example.org/publish/build/fact"
)

// text is a text that may be written in several languages.
type text struct {
	file string
	what string // for messages: "the label", "the note"
	in   tongue
	fact.Text
	label bool // missing-label judges whether it is in the main language
}

// tongue says in which languages a text is wanted.
type tongue int

const (
	everywhere tongue = iota // in every language of the dataset
	asWritten                // in every one if it is a map; plain, it serves in all of them
	original                 // in its own: nobody has to translate it
)

// texts yields every text of the dataset that may be a map of languages.
func (x *index) texts() iter.Seq[text] {
	return func(yield func(text) bool) {
		file := ""
		more := true
		add := func(t text) {
			if t.file = file; more && t.Given() {
				more = yield(t)
			}
		}
		give := func(what string, in tongue, t fact.Text) { add(text{what: what, in: in, Text: t}) }
		label := func(what string, in tongue, t fact.Text) { add(text{what: what, in: in, Text: t, label: true}) }
		file = x.Info.File
		give("the title", everywhere, x.Info.Title)
		give("the description", everywhere, x.Info.Description)
		for _, t := range x.Types {
			file = t.File
			label("the label", everywhere, t.Label)
			label("the plural", everywhere, t.Plural)
			give("the description", everywhere, t.Description)
			for _, p := range t.Properties {
				label("the label", everywhere, p.Label)
				give("the inverse", everywhere, p.Inverse)
				give("the description", everywhere, p.Description)
				for _, choices := range [][]fact.Choice{p.Codes, p.Roles} {
					for _, c := range choices {
						label("the label", everywhere, c.Label)
						give("the description", everywhere, c.Description)
					}
				}
			}
		}
		for _, e := range x.Entities {
			file = e.File
			label("the name", asWritten, e.Name)
			give("the reason", everywhere, e.Withdrawn.Reason)
		}
		for _, s := range x.said {
			file = s.entity.File
			switch x.kind(s.property) {
			case "text":
				give("the text", everywhere, s.Value)
			case "name":
				give("the name", asWritten, s.Value)
			}
			give("the detail", everywhere, s.Detail)
			give("the reason", everywhere, s.Reason)
			give("the note", asWritten, s.Note)
			for _, c := range s.Cite {
				give("the note", asWritten, c.Note)
			}
		}
		for _, s := range x.Sources {
			file = s.File
			give("the title", original, s.Title)
			give("the label", asWritten, s.Label)
			give("the note", asWritten, s.Note)
		}
		file = "moved.yaml"
		for _, m := range x.Moves {
			give("the reason", everywhere, m.Reason)
		}
	}
}

// leaf is one scalar with the file that it stands in.
type leaf struct {
	file string
	fact.Scalar
}

// prose yields every scalar that people read. All other words have a form of
// their own (an id, a date, an address), to which some rule holds them.
func (x *index) prose() iter.Seq[leaf] {
	return func(yield func(leaf) bool) {
		more := true
		give := func(file string, words ...fact.Scalar) {
			for _, w := range words {
				if more && w.Given() {
					more = yield(leaf{file, w})
				}
			}
		}
		for t := range x.texts() {
			for _, tr := range t.Text {
				give(t.file, tr.Scalar)
			}
		}
		give(x.Info.File, x.Info.Publisher)
		for _, s := range x.Silences {
			give(s.File, s.Asked)
		}
		for s, c := range x.citations() {
			give(s.entity.File, c.Quote)
		}
		for _, s := range x.Sources {
			give(s.File, s.Publisher, s.Original.Title, s.Original.Publisher, s.Copy.Name)
		}
	}
}
