package load

import (
	"errors"
	"fmt"
	"io/fs"
	"reflect"
	"runtime"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"

	"example.org/publish/build/fact"
	"example.org/publish/build/problem"
)

// whatCanBeSaid has every key that a dataset may have.
var whatCanBeSaid = map[string]string{
	"dataset.yaml": `title: { en: Sea trade, es: Comercio marítimo }
description: Who traded what
publisher: The curators
version: "1.10"
licence: CC-BY-4.0
language: en
languages: [en, es]
site: https://example.org/
repository: https://example.org/sea.git
branch: main
`,
	"moved.yaml": `old-ship:
  to: [new-ship, newer-ship]
  reason: { en: two ships }
older-ship: { to: new-ship }
`,
	"schema/ship.yaml": `label: { en: Ship, es: Barco }
plural: { en: Ships }
description: It floats
properties:
  flag:
    label: { en: Flag }
    inverse: { en: Ships }
    description: Where it is registered
    value: [state, port]
    codes:
      red: { en: red, es: rojo }
      blue: { label: { en: blue }, description: As the sky }
    roles:
      first: { en: first flag }
    time: period
    one-at-a-time: true
    timeline: no
    lead: false
    follows: true
pair: { parties: flag, status: state }
`,
	"ship/vega.yaml": `name: { es: La Vega }
facts:
  flag:
    - value: peru
      on: 2025-11-03
      from: "1.10"
      until: ".."
      by: unnamed
      role: first
      certainty: probable
      detail: { en: on paper }
      rank: preferred
      reason: it is newer
      key: flagged
      disputes: [sunk, vega#lost]
      note: |
        the text says Monday
      cite:
        - log#p3
        - source: log
          at: p6-8
          quote: struck her colours
          via: [mate, captain]
          note: torn page
    - { value: { en: none }, cite: log#p9, disputes: sunk }
withdrawn: { reason: never built }
`,
	"source/log.yaml": `title: unknown
label: { en: The log }
kind: logbook
publisher: unknown
published: "1825~"
language: en
address: https://example.org/log
archived: https://example.org/copy
retrieved: "2025-11-03"
translated-from: nl
original: { title: Het log, publisher: De Rederij, address: https://example.org/nl, published: "1824" }
relies-on: [mate, captain]
copy: { name: log.txt, sha256: 7305217d, paragraphs: 012 }
note: torn
`,
}

func TestEveryLeafIsRead(t *testing.T) {
	d, problems := load(t, whatCanBeSaid)
	if len(problems) > 0 {
		t.Fatal(show(problems))
	}
	eachLeaf(reflect.ValueOf(*d), "Dataset", func(path string, empty bool) {
		if empty {
			t.Errorf("%s is not read", path)
		}
	})
}

// eachLeaf visits the leaves of a dataset: of a list the first item, which in
// whatCanBeSaid says everything, and all citations.
func eachLeaf(v reflect.Value, path string, visit func(path string, empty bool)) {
	switch v.Kind() {
	case reflect.Pointer:
		eachLeaf(v.Elem(), path, visit)
	case reflect.Slice:
		switch {
		case v.Len() == 0:
			visit(path, true)
		case v.Type() == reflect.TypeFor[[]fact.Citation]():
			eachLeaf(v.Index(1), path, visit)
		case v.Type() == reflect.TypeFor[[]fact.Choice]():
			eachLeaf(v.Index(v.Len()-1), path, visit)
		case v.Type() == reflect.TypeFor[fact.Text]():
			visit(path, !v.Index(0).Interface().(fact.Translation).Given())
		default:
			eachLeaf(v.Index(0), path, visit)
		}
	case reflect.Struct:
		if v.Type() == reflect.TypeFor[fact.Scalar]() {
			visit(path, !v.Interface().(fact.Scalar).Given())
			return
		}
		for i := range v.NumField() {
			// The description of a role may stay away; a code has one.
			if path+"."+v.Type().Field(i).Name != "Dataset.Types.Properties.Roles.Description" {
				eachLeaf(v.Field(i), path+"."+v.Type().Field(i).Name, visit)
			}
		}
	default:
		visit(path, v.IsZero())
	}
}

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
		d, problems := load(t, map[string]string{"source/a.yaml": "published: " + w + "   # a remark\n"})
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
	} {
		d, problems := load(t, map[string]string{"source/a.yaml": written})
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
	d, problems := load(t, map[string]string{"ship/a.yaml": "name:\nfacts:\n  flag:\n    - value:\n      on:\n      cite:\n    - cite: log\n  crew:\n"})
	if len(problems) > 0 {
		t.Fatal(show(problems))
	}
	empty, problems := load(t, map[string]string{
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
		d, problems := load(t, map[string]string{"ship/a.yaml": content})
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

func TestFilesAreInOrderOfTheirNames(t *testing.T) {
	d, _ := load(t, map[string]string{
		"source/a.yaml": "kind: a\n", "source-of-water/a.yaml": "name: a\n", "ship/b.yaml": "name: b\n", "ship/a.yaml": "name: a\n", "dataset.yaml": "title: a\n",
	})
	var names []string
	for _, f := range d.Files {
		names = append(names, f.Name)
	}
	if want := []string{"dataset.yaml", "ship/a.yaml", "ship/b.yaml", "source-of-water/a.yaml", "source/a.yaml"}; !slices.Equal(names, want) {
		t.Errorf("the order is %v", names)
	}
	if d.Entities[0].ID.Text != "a" || d.Entities[2].Type.Text != "source-of-water" || d.Sources[0].ID.Text != "a" {
		t.Errorf("ids and types are not those of the names: %+v", d.Entities[2])
	}
}

func TestAnUnreadableFileLeavesItsID(t *testing.T) {
	d, problems := load(t, map[string]string{
		"ship/a.yaml": "name: [", "source/b.yaml": "\t", "schema/ship.yaml": "- - - }", "dataset.yaml": "",
	})
	if len(problems) != 4 {
		t.Errorf("%d problems, not one for each file:\n%s", len(problems), show(problems))
	}
	if len(d.Entities) != 1 || d.Entities[0].ID.Text != "a" || len(d.Sources) != 1 || len(d.Types) != 1 || d.Info.File == "" {
		t.Errorf("an id is lost: %+v", d)
	}
}

func TestLoadIsTheSameWithOneWorkerAndWithMany(t *testing.T) {
	fsys := fstest.MapFS{}
	for i := range 10_000 {
		text := fmt.Sprintf("name: Ship %d\nfacts:\n  flag:\n    - { value: peru, cite: log#p%d }\n", i, i)
		switch i % 50 {
		case 0:
			text = "name: [\n"
		case 1:
			text = strings.ReplaceAll(text, "cite", "cites")
		}
		fsys[fmt.Sprintf("ship/ship-%d.yaml", i)] = &fstest.MapFile{Data: []byte(text)}
	}
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	alone, aloneProblems, err := Load(fsys)
	if err != nil {
		t.Fatal(err)
	}
	runtime.GOMAXPROCS(8)
	many, manyProblems, err := Load(fsys)
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(alone, many) || !reflect.DeepEqual(aloneProblems, manyProblems) {
		t.Error("the result depends on the number of workers")
	}
	if len(alone.Entities) != 10_000 || len(aloneProblems) != 400 {
		t.Errorf("%d entities and %d problems", len(alone.Entities), len(aloneProblems))
	}
	if !slices.IsSortedFunc(manyProblems, func(a, b problem.Problem) int { return strings.Compare(a.File, b.File) }) {
		t.Error("the problems are not in the order of files")
	}
}

// meeting is a file system in which nobody can open a file alone.
type meeting struct {
	fs.FS
	arrived chan struct{}
}

func (m meeting) Open(name string) (fs.File, error) {
	if strings.HasSuffix(name, ".yaml") {
		select {
		case m.arrived <- struct{}{}:
		case <-m.arrived:
		case <-time.After(time.Minute):
			return nil, errors.New("nobody else reads a file at the same time")
		}
	}
	return m.FS.Open(name)
}

func TestFilesAreReadAtTheSameTime(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(2))
	fsys := meeting{fstest.MapFS{"ship/a.yaml": {Data: []byte("name: a\n")}, "ship/b.yaml": {Data: []byte("name: b\n")}}, make(chan struct{})}
	if _, _, err := Load(fsys); err != nil {
		t.Error(err)
	}
}

// broken is a file system with a file that cannot be read.
type broken struct{ fs.FS }

func (b broken) Open(name string) (fs.File, error) {
	if name == "ship/b.yaml" {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
	}
	return b.FS.Open(name)
}

func TestWhatTheMachineCannotDoIsAnError(t *testing.T) {
	ships := fstest.MapFS{"ship/a.yaml": {Data: []byte("name: [\n")}, "ship/b.yaml": {Data: []byte("name: b\n")}}
	if _, _, err := Load(broken{ships}); !errors.Is(err, fs.ErrPermission) || !strings.Contains(err.Error(), "ship/b.yaml") {
		t.Errorf("a file that cannot be opened: %v", err)
	}
	if _, _, err := Load(fstest.MapFS{"a": {Mode: fs.ModeDir | 0o7}}); err != nil {
		t.Errorf("an empty folder: %v", err)
	}
}

func load(t *testing.T, files map[string]string) (*fact.Dataset, []problem.Problem) {
	t.Helper()
	fsys := fstest.MapFS{}
	for name, text := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	d, problems, err := Load(fsys)
	if err != nil {
		t.Fatal(err)
	}
	return d, problems
}

// show writes problems one a line.
func show(problems []problem.Problem) string {
	var b strings.Builder
	for _, p := range problems {
		fmt.Fprintf(&b, "%s:%d:%d: %s [%s]\n", p.File, p.Pos.Line, p.Pos.Column, p.Message, p.Rule)
		if p.Help != "" {
			fmt.Fprintf(&b, "    %s\n", p.Help)
		}
	}
	return b.String()
}
