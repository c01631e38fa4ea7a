package format

import (
	"path"
	"strings"
)

// form is how a part of a file is written. The zero form is that of a word, and
// of whatever has no form of its own: one line as long as it fits.
type form struct {
	order []string         // keys of a map in their order; others follow as they stand
	parts map[string]*form // of the values of some keys
	each  *form            // of all other values, and of the items of a list
	lines lines
	alone alone
	quote quote
	short func(*node) *node // the shorter way to write the same, or the node itself
}

// lines says whether a map or list stands on one line, in brackets.
type lines int

const (
	fitting lines = iota // where there is room; but of a list that holds maps each item has a line
	oneLine              // always, so that a change of it is a change of one line
	ownLine              // never: each entry has a line of its own
)

// alone says how a list is written that has one item.
type alone int

const (
	asIs   alone = iota
	bare         // as the item
	listed       // as a list, also when it was written as the item
)

// quote says which words are in quotes that YAML could do without.
type quote int

const (
	ifMisread quote = iota // those that other readers of YAML take for a number, a date or a truth value
	never                  // none: it is a number or a truth value
	always                 // dates, except the word unknown
)

var (
	text   = &form{}
	plain  = &form{quote: never}
	quoted = &form{quote: always}
	words  = &form{alone: listed, each: text} // via: [reuters]
	either = &form{alone: bare, each: text}   // disputes: colonel
)

// keysAs is the form of a map with the keys in their order, on lines as said.
func keysAs(lines lines, parts ...any) *form {
	f := &form{lines: lines, parts: map[string]*form{}}
	for i := 0; i < len(parts); i += 2 {
		key := parts[i].(string)
		f.order = append(f.order, key)
		f.parts[key] = parts[i+1].(*form)
	}
	return f
}

// formOf is the form of the file with the name.
func (s Style) formOf(name string) *form {
	translated := &form{order: s.languages, lines: oneLine}
	prose := &form{order: s.languages, lines: ownLine}
	dir, _ := path.Split(name)
	switch {
	case name == "dataset.yaml":
		return keysAs(ownLine, "title", &form{order: s.languages}, "description", &form{order: s.languages}, "publisher", text, "version", quoted,
			"licence", text, "language", text, "languages", words, "site", text, "repository", text, "branch", text)
	case name == "moved.yaml":
		return &form{lines: ownLine, each: keysAs(oneLine, "to", words, "reason", translated)}
	case dir == "schema/":
		choice := keysAs(oneLine, "label", translated, "description", translated)
		choice.short = labelAlone
		choice.order = append(choice.order, s.languages...)
		choices := &form{lines: ownLine, each: choice}
		property := keysAs(ownLine, "label", translated, "inverse", translated, "description", prose, "value", either,
			"time", text, "one-at-a-time", plain, "timeline", plain, "lead", plain, "follows", plain, "codes", choices, "roles", choices)
		return keysAs(ownLine, "label", translated, "plural", translated, "description", prose,
			"pair", keysAs(oneLine, "parties", text, "status", text), "properties", &form{lines: ownLine, each: property})
	case dir == "source/":
		return keysAs(ownLine, "title", translated, "label", translated, "kind", text, "publisher", text, "published", quoted,
			"language", text, "address", text, "archived", text, "retrieved", quoted, "translated-from", text,
			"original", keysAs(oneLine, "title", text, "publisher", text, "address", text, "published", quoted),
			"relies-on", words, "copy", keysAs(oneLine, "name", text, "sha256", text, "paragraphs", plain), "note", prose)
	}
	facts := &form{lines: ownLine, parts: map[string]*form{}, each: s.statements("", translated)}
	if t := s.types[strings.TrimSuffix(dir, "/")]; t != nil {
		for _, p := range t.Properties {
			facts.order = append(facts.order, p.ID.Text)
			facts.parts[p.ID.Text] = s.statements(p.Kind(), translated)
		}
	}
	return keysAs(ownLine, "name", translated, "facts", facts, "withdrawn", keysAs(oneLine, "reason", translated))
}

// statements is the form of the statements of a property of the kind.
func (s Style) statements(kind string, translated *form) *form {
	value := translated
	switch kind {
	case "date":
		value = quoted
	case "number":
		value = plain
	}
	citation := keysAs(oneLine, "source", text, "at", text, "quote", text, "via", words, "note", translated)
	citation.short = citationAlone
	return &form{lines: ownLine, each: keysAs(ownLine, "key", text, "value", value, "on", quoted, "from", quoted, "until", quoted,
		"by", text, "role", text, "certainty", text, "detail", translated, "rank", text, "reason", translated,
		"disputes", either, "note", translated, "cite", &form{alone: bare, each: citation})}
}

// of returns the form of the value of a key, or of an item.
func (f *form) of(key string) *form {
	if part, ok := f.parts[key]; ok {
		return part
	}
	if f.each != nil {
		return f.each
	}
	return plain
}
