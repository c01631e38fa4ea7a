package build_test

import (
	"fmt"
	"strings"
)

type named struct{ name, content string }

// hostileShapes are files that are not what an entity looks like.
var hostileShapes = []named{
	{"nothing", ""},
	{"a space", " "},
	{"only a comment", "# a\n"},
	{"only a byte order mark", "\ufeff"},
	{"a byte order mark before", "\ufeffname: Mallory\n"},
	{"a byte order mark within", "name: \ufeffMallory\n"},
	{"NUL", "name: Mal\x00lory\n"},
	{"invalid UTF-8", "name: Mal\xfflory\n"},
	{"an overlong encoding", "name: \xc0\xaf\n"},
	{"a surrogate", "name: \xed\xa0\x80\n"},
	{"UTF-16", "\xff\xfen\x00a\x00m\x00e\x00"},
	{"mixed newlines", "name: Mallory\r\nfacts:\r  knew:\n    - { value: charles-babbage, cite: sketch#p1 }\r\n"},
	{"the newlines of other worlds", "name: Mallory\u0085facts: {}\u2028a: b\u2029"},
	{"tabs", "name:\tMallory\nfacts:\n\tknew:\n"},
	{"vertical tabs", "name: Mal\vlory\f\n"},
	{"a bell", "name: \aMallory\n"},
	{"a text", "Mallory\n"},
	{"a number", "1\n"},
	{"a list", "- name: Mallory\n"},
	{"null", "~\n"},
	{"two documents", "name: Mallory\n---\nname: Eve\n"},
	{"a directive", "%YAML 1.2\n---\nname: Mallory\n"},
	{"an anchor", "name: &a Mallory\n"},
	{"an alias", "name: &a Mallory\nfacts: *a\n"},
	{"an alias to itself", "name: Mallory\nfacts: &a\n  knew: *a\n"},
	{"a tag", "name: !!binary TWFsbG9yeQ==\n"},
	{"a tag of a program", "name: !!python/object/apply:os.system [\"true\"]\n"},
	{"a merge", "<<: { name: Mallory }\n"},
	{"a complex key", "? { a: b }\n: c\n"},
	{"a key twice", "name: Mallory\nname: Eve\n"},
	{"a key that is not text", "1: a\ntrue: b\n~: c\n"},
	{"an empty key", "\"\": a\n"},
	{"a key of a megabyte", strings.Repeat("k", 1_000_000) + ": a\n"},
	{"a million bytes on a line", "name: " + strings.Repeat("M", 1_000_000) + "\n"},
	{"a hundred megabytes", "name: " + strings.Repeat("M", 100<<20) + "\n"},
	{"brackets, 100,000 deep", "name: " + strings.Repeat("[", 100_000)},
	{"maps, 100,000 deep", strings.Repeat("{a: ", 100_000)},
	{"a bomb of aliases", "a: &a [b, b, b]\nc: &c [*a, *a, *a]\nd: &d [*c, *c, *c]\ne: [*d, *d, *d]\n"},
	{"a million statements", "name: Mallory\nfacts:\n  knew:\n" + strings.Repeat("    - { value: charles-babbage, cite: sketch#p1 }\n", 1_000_000)},
	{"many statements", "name: Mallory\nfacts:\n  also-known-as:\n" + counted(4000, "    - { value: Mallory %d, cite: sketch#p1 }\n")},
	{"the same statement many times", "name: Mallory\nfacts:\n  knew:\n" + strings.Repeat("    - { value: charles-babbage, cite: sketch#p1 }\n", 4000)},
	{"many properties that are not there", "name: Mallory\nfacts:\n" + counted(2000, "  no-%d:\n    - { value: a, cite: sketch#p1 }\n")},
	{"many citations", "name: Mallory\nfacts:\n  knew:\n    - value: charles-babbage\n      cite: [" + strings.Repeat("sketch#p1, ", 20_000) + "sketch#p2]\n"},
	{"a statement that is a text", "name: Mallory\nfacts:\n  knew: charles-babbage\n"},
	{"facts that are a list", "name: Mallory\nfacts: [knew]\n"},
	{"facts in facts", "name: Mallory\nfacts:\n  facts:\n    facts:\n      facts: {}\n"},
	{"a name that is a map of maps", "name: { en: { en: Mallory } }\n"},
	{"a name in no language", "name: { }\n"},
	{"a name in a language that is none", "name: { \"../../en\": Mallory }\n"},
	{"a mapping in a quote that does not end", "name: \"Mallory\nfacts: {}\n"},
	{"a comment that asks for silence about everything", "# publish: allow * because I say so\nname: Mallory\nno: such\n"},
	{"ten thousand silences", strings.Repeat("# publish: allow unknown-key because a\n", 10_000) + "name: Mallory\n"},
}

// hostileTexts are texts that would like to be something else.
var hostileTexts = []named{
	{"markup", "<script>alert(1)</script><img src=x onerror=alert(1)>"},
	{"the end of a script", "</script><script>alert(1)</script>"},
	{"the end of a comment", "--><script>alert(1)</script><!--"},
	{"an attribute", "\" onmouseover=\"alert(1)"},
	{"a template", "{{ .Site.Params }}{{ now }}{{ printf \"%s\" . | safeHTML }}"},
	{"a shortcode", "{{< readfile \"/etc/passwd\" >}}{{% include %}}"},
	{"Markdown", "# a\n\n[a](javascript:alert(1)) ![a](data:text/html,b) `c`\n\n---"},
	{"front matter", "---\ntitle: a\n---\n+++\n"},
	{"a formula", "=HYPERLINK(\"https://example.org\",\"a\")"},
	{"a formula after a space", " =1+1"},
	{"a formula after a tab", "\t@SUM(1)"},
	{"a command", "=cmd|' /C calc'!A0"},
	{"a minus", "-1+1"},
	{"the end of a calendar", "a\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:b"},
	{"the end of a BibTeX entry", "a}, author = {b}}\n@misc{c, title = {\\input{/etc/passwd}}"},
	{"the end of an RIS entry", "a\nER  - \nTY  - GEN"},
	{"the end of an N-Quad", "a\" .\n<https://example.org/> <https://example.org/> \"b"},
	{"the end of CDATA", "]]><a/>"},
	{"an XML entity", "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>&b;"},
	{"SQL", "a'); DROP TABLE statements; --"},
	{"a style", "</style><style>*{display:none}</style>"},
	{"text that runs to the left", "\u202eyrollaM\u202c"},
	{"an isolate that does not end", "Mal\u2067lory"},
	{"no width", "Mal\u200blo\u200dry\u2060"},
	{"letters of another alphabet", "M\u0430ll\u043ery"},
	{"a heap of marks", "M" + strings.Repeat("\u0300", 10_000)},
	{"tags that nobody sees", "Mallory\U000E0041\U000E0042"},
	{"private use", "Mallory\ue000\U0010ffff"},
	{"no character", "Mallory\ufffe"},
	{"a long word", strings.Repeat("Mallory", 10_000)},
	{"more than a cell holds", strings.Repeat("Mallory ", 5000)},
	{"spaces", strings.Repeat(" ", 1000)},
	{"lines", strings.Repeat("a\n", 1000)},
	{"placeholders", "{who} %s %!d(MISSING) $1 ${a} \\1"},
	{"emoji", "👩‍👩‍👧‍👦🏳️‍🌈"},
	{"escapes of a terminal", "\x1b]0;a\x07\x1b[2J"},
}

// hostileDates are dates that are none, or at the ends of what is one.
var hostileDates = []string{
	"9999999999-01-01", "Y1700000000", "Y-17E7", "Y17E999999999", "2025-13", "2025-02-30", "2025-00", "2025-01-00", "0000", "-0001", "-9999",
	"9999-12-31", "2025/2024", "../..", "..", "/", "[]", "[..]", "[2025..]", "[..2025]", "{2025..2026}", "[2020,[2021]]", "[2020,2021",
	"2025-", "2025--11", "2025-11-03T25:00:00", "2025-11-03T00:00:00+99:00", "2025-23", "XXXX", "XX25", "2025-XX-31", "1XXX~?%", "?", "~", "%",
	"2025~~~~", "２０２５", "٢٠٢٥", "2025\u00a0", "\u200e2025", "2025 ", "now", "today", "yesterday", "$(date)", "2025-11-03#p1", "1e3",
	strings.Repeat("9", 100_000), strings.Repeat("[", 10_000), "[" + strings.Repeat("2025,", 20_000) + "2025]", strings.Repeat("2025/", 10_000),
}

var hostileNumbers = []string{
	"1e999999999", "0x10", "NaN", "Infinity", "-0", "1/0", "1_000", "1,000", "0012", "1..", "..1", "3..1", "1..2..3", "~", "~~1", "١٢٣", "½", "1e-400",
	strings.Repeat("9", 100_000), "0." + strings.Repeat("0", 100_000) + "1", strings.Repeat("-", 10_000), "",
}

var hostileAddresses = []string{
	"javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\tscript:alert(1)", "data:text/html,<script>alert(1)</script>", "vbscript:a", "file:///etc/passwd",
	"//example.org", "/etc/passwd", "../..", "https://", "https://[::1", "https://example.org:99999999/", "https://user:secret@example.org/",
	"https://exa mple.org/", "https://example.org/%zz", "https://ex\u0430mple.org/", "https://example.org/\u202egnp.exe", "https://example.org/\" onclick=\"a",
	"https://example.org/" + strings.Repeat("a/../", 20_000), "mailto:a@example.org?bcc=b@example.org", "ftp://example.org/", "", " ",
}

var hostileIDs = []string{
	"..", "../../../etc/passwd", "..%2f..%2fetc%2fpasswd", ".hidden", "con", "nul", "com1", "a:b", "a\\b", "a b", "A", "Charles-Babbage", "charles-babbage.",
	"-", "--", "-rf", "a--b", "index", "index.html", "_index", "404", "data", "cite", "m\u0430llory", "mallor\u00ff", "\u202eyrollam", "mallory\u200b",
	strings.Repeat("a", 255), strings.Repeat("a", 4096), strings.Repeat("a-", 2000) + "a", "<script>", "'\"", "$HOME", "`id`", "*", "~", "{{a}}",
}

// hostileWholes are datasets that hurt only as a whole.
func hostileWholes() map[string]hostile {
	person := func(name, facts string) string { return "name: " + name + "\nfacts:\n" + facts }
	ring := func(n int, entry func(i, next int) string) string {
		var b strings.Builder
		for i := range n {
			b.WriteString(entry(i, (i+1)%n))
		}
		return b.String()
	}
	people := func(n int, facts func(i, next int) string) hostile {
		files := hostile{}
		for i := range n {
			files[fmt.Sprintf("person/p%d.yaml", i)] = person(fmt.Sprint("P", i), facts(i, (i+1)%n))
		}
		return files
	}
	claims := func(n int) string {
		return "  said:\n" + ring(n, func(i, next int) string {
			return fmt.Sprintf("    - { key: c%d, value: { en: it is so %d }, by: charles-babbage, disputes: c%d, cite: sketch#p1 }\n", i, i, next)
		})
	}
	twice := ring(2500, func(i, next int) string {
		return fmt.Sprintf("    - { value: royal-astronomer, from: \"1835\", until: \"18%02d\", cite: sketch#p%d }\n    - { value: lucasian-professor, from: \"1836\", cite: sketch#p2 }\n", 36+i%60, 1+i%50)
	})
	return map[string]hostile{
		"10,000 claims that dispute one another in a ring": {"person/mallory.yaml": person("Mallory", claims(10_000))},
		"2,000 claims that dispute one another in a ring":  {"person/mallory.yaml": person("Mallory", claims(2000))},
		"3,000 values of which one can hold":               {"person/mallory.yaml": person("Mallory", "  born:\n"+ring(3000, func(i, _ int) string { return fmt.Sprintf("    - { value: \"%04d\", cite: sketch#p1 }\n", i) }))},
		"5,000 offices at one time":                        {"person/mallory.yaml": person("Mallory", "  office:\n"+twice)},
		"a ring of 1,000 people who knew one another": people(1000, func(_, next int) string {
			return fmt.Sprintf("  knew:\n    - { value: p%d, cite: sketch#p1 }\n", next)
		}),
		"one whom 2,000 knew":                          people(2000, func(int, int) string { return "  knew:\n    - { value: charles-babbage, cite: sketch#p1 }\n" }),
		"one who knew themself":                        {"person/mallory.yaml": person("Mallory", "  knew:\n    - { value: mallory, cite: sketch#p1 }\n")},
		"a claim by the one who is claimed":            {"person/mallory.yaml": person("Mallory", "  said:\n    - { key: a, value: { en: b }, by: mallory, disputes: a, cite: sketch#p1 }\n")},
		"ids that moved in a ring":                     {"moved.yaml": "a: { to: [b], reason: r }\nb: { to: [c], reason: r }\nc: { to: [a], reason: r }\n"},
		"an id that moved to itself":                   {"moved.yaml": "a: { to: [a], reason: r }\n"},
		"an id that moved to a thousand":               {"moved.yaml": "a: { to: [" + strings.Repeat("charles-babbage, ", 1000) + "charles-babbage], reason: r }\n"},
		"an id that moved and stands":                  {"moved.yaml": "charles-babbage: { to: [george-airy], reason: r }\n"},
		"an id that moved out of the site":             {"moved.yaml": "../../a: { to: [charles-babbage], reason: r }\nhttps://example.org/: { to: [charles-babbage], reason: r }\n"},
		"a chain of 1,000 moves":                       {"moved.yaml": ring(1000, func(i, _ int) string { return fmt.Sprintf("a%d: { to: [a%d], reason: r }\n", i, i+1) })},
		"sources that rely on one another":             {"source/a.yaml": source("relies-on: [b]"), "source/b.yaml": source("relies-on: [a]")},
		"a source that relies on itself":               {"source/a.yaml": source("relies-on: [a]")},
		"a source that relies on another twice":        {"source/a.yaml": source("relies-on: [sketch, sketch]")},
		"a citation by way of one and the same, twice": {"person/mallory.yaml": person("Mallory", "  knew:\n    - { value: george-airy, cite: { source: sketch, at: p1, via: [charles-babbage, charles-babbage] } }\n")},
		"a citation twice":                             {"person/mallory.yaml": person("Mallory", "  knew:\n    - { value: george-airy, cite: [sketch#p1, sketch#p1] }\n")},
		"a claim that disputes another twice":          {"person/mallory.yaml": person("Mallory", "  said:\n    - { key: a, value: { en: b }, by: george-airy, cite: sketch#p1 }\n    - { value: { en: c }, by: charles-babbage, disputes: [a, a], cite: sketch#p1 }\n")},
		"a statement twice, cited otherwise":           {"person/mallory.yaml": person("Mallory", "  knew:\n    - { value: george-airy, cite: sketch#p1 }\n    - { value: george-airy, cite: sketch#p2 }\n")},
		"a citation by way of itself":                  {"person/mallory.yaml": person("Mallory", "  knew:\n    - { value: george-airy, cite: { source: sketch, at: p1, via: [sketch, sketch, sketch] } }\n")},
		"two files that differ in case":                {"person/mallory.yaml": "name: A\n", "person/Mallory.yaml": "name: B\n"},
		"one id in two types":                          {"person/mallory.yaml": "name: A\n", "machine/mallory.yaml": "name: B\n"},
		"one id as entity and source":                  {"person/mallory.yaml": "name: A\n", "source/mallory.yaml": source("")},
		"a folder without a schema":                    {"planet/mars.yaml": "name: Mars\n"},
		"a type that is called like a page":            {"schema/timeline.yaml": schema("Timeline"), "schema/data.yaml": schema("Data"), "schema/source.yaml": schema("Source"), "timeline/a.yaml": "name: A\n"},
		"a type with a hostile label":                  {"schema/planet.yaml": schema("\"<script>alert(1)</script>\""), "planet/mars.yaml": "name: Mars\n"},
		"a type whose property holds itself":           {"schema/planet.yaml": schema("Planet") + "properties:\n  part: { label: { en: Part }, value: planet }\n", "planet/mars.yaml": person("Mars", "  part:\n    - { value: mars, cite: sketch#p1 }\n")},
		"a type of 2,000 properties":                   {"schema/planet.yaml": schema("Planet") + "properties:\n" + counted(2000, "  p%d: { label: { en: P }, value: text }\n")},
		"a property of 2,000 codes":                    {"schema/planet.yaml": schema("Planet") + "properties:\n  p:\n    label: { en: P }\n    value: code\n    codes:\n" + counted(2000, "      c%d: { en: C }\n")},
		"a property of a kind that is none":            {"schema/planet.yaml": schema("Planet") + "properties:\n  p: { label: { en: P }, value: ../../etc }\n"},
		"a title page without anything":                {"dataset.yaml": "{}\n"},
		"a title page with an address that is code":    {"dataset.yaml": title("site: \"javascript:alert(1)\"\n")},
		"a title page with a hostile version":          {"dataset.yaml": title("version: \"1.0.0/../../..\"\n")},
		"a title page in 500 languages":                {"dataset.yaml": title("languages: [" + strings.Repeat("en, ", 500) + "en]\n")},
		"a title page in a language that is a folder":  {"dataset.yaml": title("languages: [en, ../..]\n")},
		"a ledger that is none":                        {"ledger.csv": "kind,of\n\"a"},
		"a ledger of a million lines":                  {"ledger.csv": strings.Repeat("entity,person,charles-babbage,,1.0.0,,\n", 1_000_000)},
		"a file that is no YAML":                       {"person/mallory.txt": "a", "person/mallory.yml": "name: A\n", "README": "a", "person/.#mallory.yaml": "a"},
		"a folder in a folder":                         {"person/a/b/c/mallory.yaml": "name: A\n"},
	}
}

func source(more string) string {
	return "title: A\nkind: article\npublisher: unknown\npublished: unknown\nlanguage: en\n" + more + "\n"
}

func schema(label string) string {
	return "label: { en: " + label + " }\nplural: { en: " + label + " }\n"
}

// title is a title page in which a line is another.
func title(line string) string {
	lines := []string{"title: A\n", "description: A\n", "publisher: A\n", "version: \"1.0.0\"\n", "licence: CC-BY-4.0\n", "language: en\n", "languages: [en]\n", "site: https://example.org/a/\n"}
	key, _, _ := strings.Cut(line, ":")
	var b strings.Builder
	for _, l := range lines {
		if !strings.HasPrefix(l, key+":") {
			b.WriteString(l)
		}
	}
	return b.String() + line
}

// counted repeats a text and puts the number in.
func counted(n int, format string) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strings.ReplaceAll(format, "%d", fmt.Sprint(i)))
	}
	return b.String()
}
