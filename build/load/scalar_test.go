package load

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"example.org/publish/build/fact"
)

func TestScalarsAreKeptAsTyped(t *testing.T) {
	words := []string{
		"1.10", "012", "no", "Yes", "2025-11-03", "1_000", "0x1F", "0b11", "0o17", "+1", "1e3", ".5", ".inf", "-.INF", ".NaN",
		"true", "Null", "null", "~", "12:30", "2025-11-03T10:00:00Z", "1999999999999999999999", "a  b", "a#b", "a:b",
		"https://example.org/?a=b&c#d", "x-<<", "Ñandú", "東京", `"\u00e9\ud83d\ude00\x41"`, "'it''s'", `""`, "''",
	}
	typed := map[string]string{
		`"\u00e9\ud83d\ude00\x41"`: "é😀A", "'it''s'": "it's", `""`: "", "''": "",
	}
	for _, w := range words {
		d, problems := loaded(t, map[string]string{"source/a.yaml": "published: " + w + "   # a remark\n"})
		want, quoted := typed[w]
		if !quoted {
			want = w
		}
		if len(problems) > 0 {
			t.Errorf("%s: %s", w, show(problems))
			continue
		}
		if got := d.Sources[0].Published.Text; got != want {
			t.Errorf("%s is read as %q", w, got)
		}
	}
}

func TestTextsOfSeveralLines(t *testing.T) {
	for written, want := range map[string]string{
		"note: a\n  b   \n  c\n":                       "a b c",
		"note: 'a\n\n  b'\n":                           "a\nb",
		"note: \"a\n  b\"\n":                           "a b",
		"note: |\n  a\n   b\n\n  c\n\n":                "a\n b\n\nc",
		"note: |-\n  a\n":                              "a",
		"note: |+\n  a\n\n":                            "a",
		"note: >\n  a\n  b\n\n  c\n":                   "a b\nc",
		"note: |2\n   a\n  b\n":                        " a\nb",
		"note: >-\n  no line end\n  at the end":        "no line end at the end",
		"note: |\n  a: b\n  - c # d\n  \"e\nkind: f\n": "a: b\n- c # d\n\"e",
		"note: |  # a remark\n  a\n":                   "a",
		"note: |\nkind: f\n":                           "",
		"note: |\n# a remark\nkind: f\n":               "",
	} {
		d, problems := loaded(t, map[string]string{"source/a.yaml": written})
		if len(problems) > 0 {
			t.Errorf("%q: %s", written, show(problems))
			continue
		}
		if got := d.Sources[0].Note[0].Text; got != want {
			t.Errorf("%q is read as %q, not %q", written, got, want)
		}
	}
}

func TestWhatIsNotWrittenIsNotGiven(t *testing.T) {
	d, problems := loaded(t, map[string]string{"ship/a.yaml": "name:\nfacts:\n  flag:\n    - value:\n      on:\n      cite:\n    - cite: log\n  crew:\n"})
	if len(problems) > 0 {
		t.Fatal(show(problems))
	}
	empty, problems := loaded(t, map[string]string{
		"ship/a.yaml": "facts:\n", "schema/a.yaml": "properties:\npair:\n", "schema/b.yaml": "properties:\n  c:\n    codes:\n    roles:\n", "moved.yaml": "a:\n", "source/a.yaml": "copy:\noriginal:\nrelies-on:\n",
	})
	if len(problems) > 0 || len(empty.Types) != 2 || len(empty.Types[1].Properties) != 1 || len(empty.Moves) != 1 {
		t.Errorf("%+v\n%s", empty, show(problems))
	}
	e := d.Entities[0]
	s := e.Facts[0].Statements[0]
	if e.Name.Given() || s.Value.Given() || s.On.Given() || len(s.Cite) > 0 || len(e.Facts[1].Statements) > 0 {
		t.Errorf("something is given: %+v", e)
	}
	if want := (fact.Pos{Line: 4, Column: 7}); s.At != want {
		t.Errorf("the statement begins at %v, not %v", s.At, want)
	}
	if c := e.Facts[0].Statements[1].Cite[0]; c.Source.Text != "log" || c.Place.Given() {
		t.Errorf("a citation without place is read as %+v", c)
	}
}

func TestPlacesAreThoseOfTheFile(t *testing.T) {
	const text = `name: { es: "Ñandú" }   
facts:
  "flag":
    - 'value': >
        peru
      cite: [log#p3, "log#p6"]
    - { value: é, cite: { source: log, at: p1 } }
`
	want := map[string]fact.Pos{
		"es": {Line: 1, Column: 9}, "Ñandú": {Line: 1, Column: 14}, "flag": {Line: 3, Column: 4},
		"first statement": {Line: 4, Column: 8}, "peru": {Line: 5, Column: 9},
		"first citation": {Line: 6, Column: 14}, "p3": {Line: 6, Column: 18}, "second citation": {Line: 6, Column: 23}, "p6": {Line: 6, Column: 27},
		"second statement": {Line: 7, Column: 9}, "é": {Line: 7, Column: 16},
		"long citation": {Line: 7, Column: 25}, "log": {Line: 7, Column: 35}, "p1": {Line: 7, Column: 44},
	}
	for how, content := range map[string]string{
		"as it is": text, "CRLF": strings.ReplaceAll(text, "\n", "\r\n"), "byte order mark": "\ufeff" + text, "no last line end": strings.TrimSuffix(text, "\n"),
	} {
		d, problems := loaded(t, map[string]string{"ship/a.yaml": content})
		if len(problems) > 0 {
			t.Fatal(how, show(problems))
		}
		e := d.Entities[0]
		one, two := e.Facts[0].Statements[0], e.Facts[0].Statements[1]
		got := map[string]fact.Pos{
			"es": e.Name[0].Language.Pos, "Ñandú": e.Name[0].Scalar.Pos, "flag": e.Facts[0].Property.Pos,
			"first statement": one.At, "peru": one.Value[0].Pos,
			"first citation": one.Cite[0].At, "p3": one.Cite[0].Place.Pos, "second citation": one.Cite[1].Source.Pos, "p6": one.Cite[1].Place.Pos,
			"second statement": two.At, "é": two.Value[0].Scalar.Pos,
			"long citation": two.Cite[0].At, "log": two.Cite[0].Source.Pos, "p1": two.Cite[0].Place.Pos,
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: %s", how, diff)
		}
		if string(d.Files[0].Content) != content {
			t.Errorf("%s: the file's content is not kept as it was", how)
		}
	}
}
