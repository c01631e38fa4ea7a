// Package words says in a reader's language what the site says by itself: the
// words around the facts, numbers, sizes and, above all, dates as uncertain as
// they are.
//
// A language is one JSON file of flat keys. A value is a pattern with {slots},
// or one pattern for each plural form (CLDR's names: zero, one, two, few, many,
// other), chosen by the slot {n}. The package knows neither facts nor HTML.
package words

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
)

// Folder is where a publisher's own words lie, a file a language.
const Folder = "site/i18n"

// Reference is the language whose file says which keys there are.
const Reference = "en"

// Words are the site's words in one language.
type Words struct {
	Language string // BCP 47
	tag      language.Tag
	patterns map[string]pattern
}

// pattern is a text by plural form. One that does not depend on a number has
// the form Other only.
type pattern map[plural.Form]string

var forms = map[string]plural.Form{
	"zero": plural.Zero, "one": plural.One, "two": plural.Two,
	"few": plural.Few, "many": plural.Many, "other": plural.Other,
}

// Load reads the words of a language from <language>.json. The file must have
// the keys of the [Reference] language's file, no more and no fewer.
//
// A publisher's own files, in the folder [Folder] of own, come on top: they
// change words, add a language as a whole, or add keys for templates of their
// own. What they say of a key of the reference has no slot that it has not. Own
// may be nil.
func Load(files, own fs.FS, lang string) (*Words, error) {
	tag, err := language.Parse(lang)
	if err != nil {
		return nil, fmt.Errorf("language %q: %w", lang, err)
	}
	reference, err := read(files, Reference+".json")
	if err != nil {
		return nil, err
	}
	name := lang + ".json"
	shipped, err := read(files, name)
	if err != nil {
		return nil, err
	}
	if unknown := without(shipped, reference); len(unknown) > 0 {
		return nil, fmt.Errorf("%s has what %s.json has not: %s", name, Reference, some(unknown))
	}
	changed, err := readOwn(own, lang, reference)
	if err != nil {
		return nil, err
	}
	if shipped == nil {
		name = path.Join(Folder, name)
	}
	if shipped == nil && changed == nil {
		return nil, fmt.Errorf("there are no words of the language %q: they belong in %s, beside the folder of the facts", lang, name)
	}
	patterns := map[string]pattern{}
	maps.Copy(patterns, shipped)
	maps.Copy(patterns, changed)
	if missing := without(reference, patterns); len(missing) > 0 {
		return nil, fmt.Errorf("%s lacks %s", name, some(missing))
	}
	return &Words{Language: lang, tag: tag, patterns: patterns}, nil
}

// readOwn reads a publisher's own words.
func readOwn(own fs.FS, lang string, reference map[string]pattern) (map[string]pattern, error) {
	if own == nil {
		return nil, nil
	}
	name := path.Join(Folder, lang+".json")
	patterns, err := read(own, name)
	if err != nil {
		return nil, err
	}
	for _, key := range slices.Sorted(maps.Keys(patterns)) {
		known := reference[key].slots()
		for _, slot := range patterns[key].slots() {
			if slices.Contains(known, slot) {
				continue
			}
			if len(known) == 0 {
				return nil, fmt.Errorf("%s: %s: nothing is given for {%s}", name, key, slot)
			}
			return nil, fmt.Errorf("%s: %s: nothing is given for {%s}; it can have {%s}", name, key, slot, strings.Join(known, "}, {"))
		}
	}
	return patterns, nil
}

// slots are the names in braces of a pattern, in order.
func (p pattern) slots() []string {
	var names []string
	for _, text := range p {
		for _, piece := range fill(text, nil) {
			if piece.Slot != "" {
				names = append(names, piece.Slot)
			}
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// some is a list of keys, cut off where it gets long.
func some(keys []string) string {
	const enough = 8
	if len(keys) > enough+1 {
		return fmt.Sprintf("%s and %d more", strings.Join(keys[:enough], ", "), len(keys)-enough)
	}
	return strings.Join(keys, ", ")
}

// without lists the keys of a that b has not.
func without(a, b map[string]pattern) []string {
	var keys []string
	for _, key := range slices.Sorted(maps.Keys(a)) {
		if _, ok := b[key]; !ok {
			keys = append(keys, key)
		}
	}
	return keys
}

// read reads a file of patterns; nil if there is no such file.
func read(files fs.FS, name string) (map[string]pattern, error) {
	content, err := fs.ReadFile(files, name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	var raw map[string]json.RawMessage
	if err := json.Unmarshal(content, &raw); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	patterns := make(map[string]pattern, len(raw))
	for key, value := range raw {
		p, err := readPattern(value)
		if err != nil {
			return nil, fmt.Errorf("%s: %s: %w", name, key, err)
		}
		patterns[key] = p
	}
	return patterns, nil
}

func readPattern(value json.RawMessage) (pattern, error) {
	var text string
	if json.Unmarshal(value, &text) == nil {
		return pattern{plural.Other: text}, nil
	}
	var named map[string]string
	if err := json.Unmarshal(value, &named); err != nil {
		return nil, err
	}
	p := pattern{}
	for name, text := range named {
		form, ok := forms[name]
		if !ok {
			return nil, fmt.Errorf("no plural form is called %q", name)
		}
		p[form] = text
	}
	if _, ok := p[plural.Other]; !ok {
		return nil, fmt.Errorf(`the plural form "other" is missing`)
	}
	return p, nil
}

// Valid reports whether a tag names a language (BCP 47).
func Valid(tag string) bool {
	_, err := language.Parse(tag)
	return err == nil
}

// Has reports whether there is such a key.
func (w *Words) Has(key string) bool {
	_, ok := w.patterns[key]
	return ok
}

// T returns the words for a key, with the slots filled: T("by", "who", "Ada")
// puts Ada for {who}. Whole numbers are grouped as the language groups them.
// A key that does not exist, like a slot without a value, is a contradiction
// in the program or the templates, and panics; a template turns that into an
// error of the build.
func (w *Words) T(key string, args ...any) string {
	var b strings.Builder
	for _, p := range w.Split(key, args...) {
		if p.Slot != "" {
			panic(fmt.Sprintf("words: %s: nothing is given for {%s}", key, p.Slot))
		}
		b.WriteString(p.Text)
	}
	return b.String()
}

// Piece is a part of a pattern: a text, or a slot that the caller fills.
type Piece struct{ Text, Slot string }

// Split is T for a caller that fills some slots itself, with a link say: the
// words between the slots, and the slots for which nothing was given, in order.
func (w *Words) Split(key string, args ...any) []Piece {
	p, ok := w.patterns[key]
	if !ok {
		panic(fmt.Sprintf("words: there is no key %q", key))
	}
	if len(args)%2 != 0 {
		panic(fmt.Sprintf("words: %s: a slot has a name and a value", key))
	}
	values := map[string]string{}
	form := plural.Other
	for i := 0; i < len(args); i += 2 {
		name := args[i].(string)
		if n, ok := args[i+1].(int); ok {
			values[name] = w.Count(n)
			if name == "n" {
				form = w.form(n)
			}
			continue
		}
		values[name] = fmt.Sprint(args[i+1])
	}
	text, ok := p[form]
	if !ok {
		text = p[plural.Other]
	}
	return fill(text, values)
}

func (w *Words) form(n int) plural.Form {
	return plural.Cardinal.MatchPlural(w.tag, n%10_000_000, 0, 0, 0, 0)
}

// fill puts the values in the slots. A brace without its counterpart stands
// for itself.
func fill(text string, values map[string]string) []Piece {
	var pieces []Piece
	add := func(s string) {
		if s == "" {
			return
		}
		if n := len(pieces); n > 0 && pieces[n-1].Slot == "" {
			pieces[n-1].Text += s
			return
		}
		pieces = append(pieces, Piece{Text: s})
	}
	for {
		before, rest, open := strings.Cut(text, "{")
		slot, after, closed := strings.Cut(rest, "}")
		if !open || !closed {
			add(text)
			return pieces
		}
		add(before)
		if value, ok := values[slot]; ok {
			add(value)
		} else {
			pieces = append(pieces, Piece{Slot: slot})
		}
		text = after
	}
}
