package load

import (
	"fmt"
	"strings"
	"testing"

	"example.org/publish/build/problem"
)

// mistakes are what contributors may write, and what they are told: place,
// message and rule, then the help.
var mistakes = []struct{ file, text, want string }{
	// What publish writes.
	{"ledger.csv", "kind,of,id,property,first,last,now\n<<<<<<< HEAD\nsource,,log,,1.0.0,,\n", "2:1: the line has not the cells that it should have: kind,of,id,property,first,last,now [ledger-form]\ntake the file as the last release left it; only publish writes it"},
	// The file as a whole.
	{"ship/a.yaml", "", "0:0: the file is empty [unreadable-yaml]"},
	{"ship/a.yaml", "# only a remark\n\n", "0:0: the file is empty [unreadable-yaml]"},
	{"ship/a.yaml", "---\n", "0:0: the file is empty [unreadable-yaml]"},
	{"ship/a.yaml", strings.Repeat("#", 1<<20+1), "0:0: the file is larger than 1 MiB [unreadable-yaml]"},
	{"ship/a.yaml", "\xff\xfen\x00a\x00", "0:0: the file is in UTF-16 [unreadable-yaml]"},
	{"ship/a.yaml", "name: Ana\nnote: Mu\xf1oz\n", "2:9: a byte that is not UTF-8 (0xF1) in line 2 [unreadable-yaml]\nsave the file as UTF-8"},
	{"ship/a.yaml", "name: a\rfacts: b\n", "1:8: a control character (U+000D) [unreadable-yaml]"},
	{"ship/a.yaml", "name: a\x00\n", "1:8: a control character (U+0000) [unreadable-yaml]"},
	{"ship/a.yaml", "name: é\u0085\n", "1:8: a control character (U+0085) [unreadable-yaml]"},
	{"ship/a.yaml", "name: a\ufeffb\n", "1:8: a control character (U+FEFF) [unreadable-yaml]"},
	{"ship/a.yaml", "name:\ta\n", "1:6: a tab [unreadable-yaml]\nwrite spaces instead"},
	{"ship/a.yaml", "name: a\n" + strings.Repeat("  \n", 11), "12:1: more than 10 blank lines in a row [unreadable-yaml]"},

	// YAML that cannot be read.
	{"ship/a.yaml", "name: Ana: the ship\n", "1:7: a value that reads as a key, for a colon and a space follow [unreadable-yaml]"},
	{"ship/a.yaml", "name: Ana\n  facts: b\n", "2:8: a colon in a text of several lines [unreadable-yaml]"},
	{"ship/a.yaml", "name: 'Ana\n", "1:7: a text that begins with ' and has no ' at its end [unreadable-yaml]"},
	{"ship/a.yaml", "name: \"Ana\n", "1:7: a text that begins with \" and has no \" at its end [unreadable-yaml]"},
	{"ship/a.yaml", "name: 'it's'\n", "1:11: more behind a value than belongs to it [unreadable-yaml]"},
	{"ship/a.yaml", "name: \"Ana\" Maria\n", "1:13: more behind a value than belongs to it [unreadable-yaml]"},
	{"ship/a.yaml", "name: \"C:\\data\"\n", "1:11: a backslash before a character that it does not go with [unreadable-yaml]"},
	{"ship/a.yaml", "name: \"\\xZZ\"\n", "1:8: an escape that stands for no character [unreadable-yaml]"},
	{"ship/a.yaml", "name: \"\\ud800x\\udc00\"\n", "1:8: an escape that stands for no character [unreadable-yaml]"},
	{"ship/a.yaml", "name: \"\\U00110000\"\n", "1:8: an escape that stands for no character [unreadable-yaml]"},
	{"ship/a.yaml", "name: \"a\\\n  b\"\n", "1:9: an escape that stands for no character [unreadable-yaml]"},
	{"ship/a.yaml", "name: 'a\n---\nb'\n", "2:1: --- or ... inside a quoted text [unreadable-yaml]"},
	{"ship/a.yaml", "name: 'a\n  '' b'\n", "2:3: a line that begins with '' in a text in quotes [unreadable-yaml]"},
	{"ship/a.yaml", "name: @ana\n", "1:7: a text that begins with @ or ` [unreadable-yaml]"},
	{"ship/a.yaml", "name: [a, b\nfacts: c\n", "2:1: a key in brackets that no comma divides from what is before it [unreadable-yaml]\nput a comma before it; or is a bracket above not closed?"},
	{"ship/a.yaml", "name: [a, b\n", "1:7: a [ that nothing closes [unreadable-yaml]"},
	{"ship/a.yaml", "name: { en: a\n", "1:7: a { that nothing closes [unreadable-yaml]"},
	{"ship/a.yaml", "name: { en: a ]\n", "1:13: a text without quotes that holds a bracket [unreadable-yaml]"},
	{"ship/a.yaml", "name: [a }\n", "1:8: a text without quotes that holds a bracket [unreadable-yaml]"},
	{"ship/a.yaml", "name: { en: [a} }\n", "1:17: a text that begins with } [unreadable-yaml]"},
	{"ship/a.yaml", "name: { en: ['a'} ]\n", "1:17: a } that no { opens [unreadable-yaml]"},
	{"ship/a.yaml", "name: ]\n", "1:7: a ] that no [ opens [unreadable-yaml]"},
	{"ship/a.yaml", "name: }\n", "1:7: a text that begins with } [unreadable-yaml]"},
	{"ship/a.yaml", "name: [a,, b]\n", "1:10: a comma with nothing before it [unreadable-yaml]"},
	{"ship/a.yaml", "name: { en: Ana es: Ana }\n", "1:13: a text without quotes that holds a colon and a space [unreadable-yaml]\nput it in quotes; or is a comma missing between two keys?"},
	{"ship/a.yaml", "name: { en: Ana [x] }\n", "1:17: something in { } that is neither a comma nor the end [unreadable-yaml]"},
	{"ship/a.yaml", "name: { en:Ana }\n", "1:11: no space behind the colon [unreadable-yaml]"},
	{"ship/a.yaml", "name: [\n  a: b\n  c: d]\n", "3:3: a key in brackets that no comma divides from what is before it [unreadable-yaml]"},
	{"ship/a.yaml", "name: [a: ]\n", "1:9: a key in [ ] with nothing behind it [unreadable-yaml]"},
	{"ship/a.yaml", "name: [- a]\n", "1:8: a dash in brackets [unreadable-yaml]"},
	{"ship/a.yaml", "name: [|\n  a]\n", "1:8: a | or > in brackets [unreadable-yaml]"},
	{"ship/a.yaml", "name: - a\n", "1:7: a list that begins on the line of its key [unreadable-yaml]"},
	{"ship/a.yaml", "name: a\n  - b\n", "1:7: a text without quotes that goes on with a dash [unreadable-yaml]"},
	{"ship/a.yaml", "name: a\n\n  b\n", "1:7: a text without quotes that a blank line divides [unreadable-yaml]"},
	{"ship/a.yaml", "name: a\n- b\n", "2:1: a line without key and colon, among keys [unreadable-yaml]"},
	{"ship/a.yaml", "name: a\n{ facts: b }\n", "2:1: a { among keys [unreadable-yaml]"},
	{"ship/a.yaml", "name: a\nfacts\n", "2:1: a line without key and colon, among keys [unreadable-yaml]"},
	{"ship/a.yaml", " name: a\nfacts: b\n", "2:1: something that belongs to nothing above it [unreadable-yaml]"},
	{"ship/a.yaml", "facts:\n  flag:\n    - value: a\n     on: b\n", "4:6: something that belongs to nothing above it [unreadable-yaml]"},
	{"ship/a.yaml", "name\nfacts: a\n", "2:6: a colon in a text of several lines [unreadable-yaml]\nis this line indented too far, or a colon missing in the line above?"},
	{"ship/a.yaml", ": a\n", "1:1: a colon with no key before it [unreadable-yaml]"},
	{"ship/a.yaml", "name:\nAna\n", "2:1: a value that is not indented further than its key [unreadable-yaml]"},
	{"ship/a.yaml", "facts:\n  flag:\n  -\n  cite: a\n", "3:3: a dash with nothing behind it [unreadable-yaml]"},
	{"ship/a.yaml", "name: | a\n  b\n", "1:7: something behind | or > that cannot stand there [unreadable-yaml]"},
	{"ship/a.yaml", "name: |\n\n  a\n", "3:3: a text below | or > that does not begin right there [unreadable-yaml]"},
	{"ship/a.yaml", "name: |\n    \n  a\n", "3:3: lines below | or > that are not indented alike [unreadable-yaml]"},
	{"ship/a.yaml", "|\nname: a\n", "2:1: | or > with no text below it [unreadable-yaml]"},
	{"ship/a.yaml", "name: !a{b}\n", "1:9: a text that begins with ! and holds a bracket [unreadable-yaml]"},
	{"ship/a.yaml", "name: ['a' 'b']\n", "1:12: something in [ ] that is neither a comma nor the end [unreadable-yaml]"},
	{"ship/a.yaml", "name: { {} }\n", "1:9: something in { } that is no key and value [unreadable-yaml]"},
	{"ship/a.yaml", "name: { 'a' 'b' }\n", "1:9: something in { } that is no key and value [unreadable-yaml]"},
	{"ship/a.yaml", "name: 'a'# b\n", "1:10: a # right behind a value [unreadable-yaml]"},
	{"ship/a.yaml", "--- name: a\n", "1:5: something on the line of --- [unreadable-yaml]"},

	// YAML that a dataset does without.
	{"ship/a.yaml", "name: &a Ana\n", "1:7: an anchor (&); a dataset has none [yaml-feature]"},
	{"ship/a.yaml", "name: *a\n", "1:7: an alias (*); a dataset has none [yaml-feature]"},
	{"ship/a.yaml", "name: !!str 12\n", "1:7: a tag (!); a dataset has none [yaml-feature]"},
	{"ship/a.yaml", "name: !x [a]\n", "1:7: a tag (!); a dataset has none [yaml-feature]"},
	{"ship/a.yaml", "name:\n  <<: { en: a }\n", "2:3: a merge key (<<); a dataset has none [yaml-feature]"},
	{"ship/a.yaml", "? name\n: a\n", "1:1: a key marked with ?; a dataset has none [yaml-feature]"},
	{"ship/a.yaml", "%YAML 1.2\n---\nname: a\n", "1:1: a directive (%); a dataset has none [yaml-feature]"},
	{"ship/a.yaml", "name: a\n---\nname: b\n", "2:1: a second document (---); a file is one document [yaml-feature]"},
	{"ship/a.yaml", "name: a\n...\n", "2:1: the end of a document (...); a file is one document [yaml-feature]"},

	// Keys.
	{"ship/a.yaml", "nmae: Ana\n", "1:1: an entity has no key \"nmae\" [unknown-key]\ndid you mean \"name\"?"},
	{"ship/a.yaml", "name: Ana\nflag: peru\n", "2:1: an entity has no key \"flag\" [unknown-key]\nit may have: name, facts, withdrawn; a property stands below facts"},
	{"ship/a.yaml", "facts:\n  flag:\n    - { value: a, cite: { source: b, att: c } }\n", "3:38: a citation has no key \"att\" [unknown-key]\ndid you mean \"at\"?"},
	{"source/a.yaml", "colour: red\n", "1:1: a source has no key \"colour\" [unknown-key]\nit may have: title, label, kind, publisher, published, language, address, archived, retrieved, translated-from, original, relies-on, copy, note"},
	{"dataset.yaml", "license: x\nlicence: y\n", "1:1: dataset.yaml has no key \"license\" [unknown-key]\ndid you mean \"licence\"?"},
	{"schema/a.yaml", "properties:\n  b: { one-at-a-tim: true }\n", "2:8: a property has no key \"one-at-a-tim\" [unknown-key]\ndid you mean \"one-at-a-time\"?"},
	{"ship/a.yaml", "name: Ana\nname: Eva\n\"name\": Ida\n", `2:1: "name" is written twice [duplicate-key]
the first is in line 1; a key may stand once in a map
3:2: "name" is written twice [duplicate-key]
the first is in line 1; a key may stand once in a map`},
	{"ship/a.yaml", "name: { en: Ana, en: Eva }\n", "1:18: \"en\" is written twice [duplicate-key]"},

	// Shapes.
	{"ship/a.yaml", "- name: Ana\n", "1:1: an entity is a map of keys and values, but this is a list [wrong-shape]\nit may have: name, facts, withdrawn"},
	{"ship/a.yaml", "name:Ana\n", "1:1: an entity is a map of keys and values, but this is a single value [wrong-shape]\nput a space behind each colon; it may have: name, facts, withdrawn"},
	{"ship/a.yaml", "name: [Ana]\n", "1:7: \"name\" is a text, or a map from languages to texts, but this is a list [wrong-shape]\nwrite: name: { en: …, es: … }"},
	{"ship/a.yaml", "name: { en: [Ana] }\n", "1:13: \"en\" is one value, but this is a list [wrong-shape]"},
	{"ship/a.yaml", "name: { en: Ana, es: }\n", "1:18: nothing is written for the language \"es\" [wrong-shape]"},
	{"ship/a.yaml", "name: { en: Ana, the ship }\n", "1:18: \"the ship\" has no colon and no value [wrong-shape]\nin { } a comma ends a text: put a text with a comma in quotes"},
	{"ship/a.yaml", "facts: [a]\n", "1:8: \"facts\" is a map from properties to lists of statements, but this is a list [wrong-shape]\nwrite: office: [{ value: …, cite: source-id#p1 }]"},
	{"ship/a.yaml", "facts:\n  flag: peru\n", "2:9: \"flag\" is a list of statements, but this is a single value [wrong-shape]\nwrite: - { value: peru, cite: source-id#p1 }"},
	{"ship/a.yaml", "facts:\n  flag: \"2025-11\"\n", "2:10: \"flag\" is a list of statements, but this is a single value [wrong-shape]\nwrite: - { value: \"2025-11\", cite: source-id#p1 }"},
	{"ship/a.yaml", "facts:\n  flag: [peru, chile]\n", `2:10: a statement is a map of keys and values, but this is a single value [wrong-shape]
write: - { value: peru, cite: source-id#p1 }
2:16: a statement is a map of keys and values, but this is a single value [wrong-shape]
write: - { value: chile, cite: source-id#p1 }`},
	{"ship/a.yaml", "facts:\n  flag:\n    value: peru\n    cites: a\n", `3:5: "flag" is a list of statements, but this is a map [wrong-shape]
put a dash before its first key: - value: …
4:5: a statement has no key "cites" [unknown-key]
did you mean "cite"?`},
	{"ship/a.yaml", "facts:\n  flag:\n    - - value: peru\n", "3:7: a statement is a map of keys and values, but this is a list [wrong-shape]\ntake one of the dashes away: - value: …"},
	{"ship/a.yaml", "facts:\n  flag:\n    -\n    - value: peru\n    -\n", `3:5: an item of a list with nothing in it [wrong-shape]
write something there, or take the line away
5:5: an item of a list with nothing in it [wrong-shape]
write something there, or take the line away`},
	{"ship/a.yaml", "facts:\n  flag:\n    - { value: a, on: [b], cite: [[c]] }\n", `3:23: "on" is one value, but this is a list [wrong-shape]
write: on: …
3:35: a citation is a source and a place in it, but this is a list [wrong-shape]
write: cite: [source-id#p1, source-id#p2]`},
	{"ship/a.yaml", "facts:\n  flag:\n    - { disputes: [{ a: b }], cite: c }\n", "3:20: \"disputes\" is one word or a list of words, but this is a map [wrong-shape]\nwrite: disputes: [one, another]"},
	{"schema/a.yaml", "properties: [a]\npair: a\n", `1:13: "properties" is a map from ids to properties, but this is a list [wrong-shape]
write: office: { label: { en: Office }, value: post }
2:7: a pair is a map of keys and values, but this is a single value [wrong-shape]
it may have: parties, status`},
	{"schema/a.yaml", "properties:\n  b:\n    codes: [c, d]\n", "3:12: \"codes\" is a map from words to their labels, but this is a list [wrong-shape]\nwrite: codes: { charged: { en: charged, es: acusado } }"},
	{"moved.yaml", "- a: b\n", "1:1: moved.yaml is a map from old ids to new ones, but this is a list [wrong-shape]\nwrite: old-id: { to: [new-id], reason: { en: … } }"},
	{"moved.yaml", "a: b\n", "1:4: a move is a map of keys and values, but this is a single value [wrong-shape]\nit may have: to, reason"},
}

func TestEachMistakeIsSaidOnceAndInWords(t *testing.T) {
	for _, m := range mistakes {
		_, problems := loaded(t, map[string]string{m.file: m.text})
		text := m.text
		if len(text) > 200 {
			text = text[:200] + "…"
		}
		// A want without a help leaves the help open.
		help := strings.Contains(m.want, "\n")
		if got := told(problems, help); got != m.want {
			t.Errorf("%s: %q\n got: %s\nwant: %s", m.file, text, got, m.want)
		}
		for _, p := range problems {
			if p.Help == "" || p.Severity != problem.Error || p.File != m.file {
				t.Errorf("%s: %q: not a whole problem: %+v", m.file, text, p)
			}
		}
	}
}

func told(problems []problem.Problem, help bool) string {
	lines := strings.Split(strings.TrimSuffix(show(problems), "\n"), "\n")
	var kept []string
	for _, l := range lines {
		if at := strings.TrimPrefix(l, "    "); at == l {
			_, l, _ = strings.Cut(l, ":")
			kept = append(kept, l)
		} else if help {
			kept = append(kept, at)
		}
	}
	return strings.Join(kept, "\n")
}

func TestEveryReportOfTheLibraryIsShown(t *testing.T) {
	met := map[string]bool{}
	for _, m := range mistakes {
		_, problems := loaded(t, map[string]string{m.file: m.text})
		for _, p := range problems {
			met[p.Message] = true
		}
	}
	for _, w := range words {
		if !met[w.message] {
			t.Errorf("no mistake shows %q: %q", w.report, w.message)
		}
	}
}

func TestEveryRuleIsNamed(t *testing.T) {
	met := map[string]bool{StrayFile: true} // see TestStrayFiles
	for _, m := range mistakes {
		_, problems := loaded(t, map[string]string{m.file: m.text})
		for _, p := range problems {
			met[p.Rule] = true
		}
	}
	for _, r := range Rules {
		if !met[r] {
			t.Errorf("no mistake shows the rule %s", r)
		}
		delete(met, r)
	}
	if len(met) > 0 {
		t.Errorf("rules that are not named: %v", met)
	}
}

func TestAllMistakesOfAllFilesAreReported(t *testing.T) {
	_, problems := loaded(t, map[string]string{
		"ship/b.yaml": "nmae: a\nfact: b\nfacts: [c]\n", "ship/a.yaml": "name: [\n", "source/c.yaml": "kind: [a]\ncopy: b\n", "notes.txt": "",
	})
	const want = `notes.txt:0:0 stray-file
ship/a.yaml:1:7 unreadable-yaml
ship/b.yaml:1:1 unknown-key
ship/b.yaml:2:1 unknown-key
ship/b.yaml:3:8 wrong-shape
source/c.yaml:1:7 wrong-shape
source/c.yaml:2:7 wrong-shape
`
	if got := places(problems); got != want {
		t.Errorf("got:\n%swant:\n%s", got, want)
	}
}

func places(problems []problem.Problem) string {
	var b strings.Builder
	for _, p := range problems {
		fmt.Fprintf(&b, "%s:%d:%d %s\n", p.File, p.Pos.Line, p.Pos.Column, p.Rule)
	}
	return b.String()
}
