package tell_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"flag"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"example.org/publish/build/check"
	"example.org/publish/build/compile"
	"example.org/publish/build/diff"
	"example.org/publish/build/load"
	"example.org/publish/site/i18n"
	"example.org/publish/site/tell"
	"example.org/publish/site/words"
)

var update = flag.Bool("update", false, "rewrite what testdata wants")

const (
	older = "../../build/diff/testdata/voyages.txtar"
	newer = "testdata/voyages.txtar"
)

func archive(t *testing.T, name string) *txtar.Archive {
	t.Helper()
	a, err := txtar.ParseFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// state is what the archives hold, each laid on the one before.
func state(t *testing.T, archives ...*txtar.Archive) *diff.State {
	t.Helper()
	files := fstest.MapFS{}
	for _, a := range archives {
		for _, f := range a.Files {
			if strings.HasPrefix(f.Name, "want/") {
				continue
			}
			files[f.Name] = &fstest.MapFile{Data: f.Data}
			if len(f.Data) == 0 {
				delete(files, f.Name)
			}
		}
	}
	written, unread, err := load.Load(files)
	if err != nil {
		t.Fatal(err)
	}
	passed, problems := check.RunReleased(written, unread)
	if passed == nil {
		t.Fatal(problems)
	}
	return diff.Of(compile.Compile(passed, compile.Commit{Revision: "5384f7b"}))
}

func teller(t *testing.T, c *diff.Changes, language string) *tell.Teller {
	t.Helper()
	w, err := words.Load(i18n.Files, nil, language)
	if err != nil {
		t.Fatal(err)
	}
	return &tell.Teller{Words: w, Changes: c}
}

func changes(t *testing.T) *diff.Changes {
	base := archive(t, older)
	return diff.Compare(state(t, base), state(t, base, archive(t, newer)))
}

func TestChangesAreTold(t *testing.T) {
	c := changes(t)
	en, es := teller(t, c, "en"), teller(t, c, "es")
	secret := teller(t, c, "en")
	secret.Published = true
	ends := tell.Ends{Old: "1.0.0", New: "the files here"}
	got := map[string]*bytes.Buffer{}
	for name, write := range map[string]func(*bytes.Buffer) error{
		"en.txt":        func(b *bytes.Buffer) error { return en.Text(b, ends) },
		"es.txt":        func(b *bytes.Buffer) error { return es.Text(b, tell.Ends{Old: "1.0.0", New: "los archivos de aquí"}) },
		"published.txt": func(b *bytes.Buffer) error { return secret.Text(b, ends) },
		"en.md":         func(b *bytes.Buffer) error { return en.Markdown(b, ends) },
		"json":          func(b *bytes.Buffer) error { return tell.JSON(b, []*tell.Teller{en, es}) },
		"csv":           func(b *bytes.Buffer) error { return tell.CSV(b, []*tell.Teller{en, es}) },
	} {
		got[name] = &bytes.Buffer{}
		if err := write(got[name]); err != nil {
			t.Fatal(err)
		}
	}
	if !json.Valid(got["json"].Bytes()) {
		t.Error("the JSON is none")
	}
	rows, err := csv.NewReader(bytes.NewReader(got["csv"].Bytes())).ReadAll()
	if err != nil || len(rows) != len(c.All)+1 {
		t.Errorf("the table has %d rows, %v; want %d and a head", len(rows), err, len(c.All))
	}
	a := archive(t, newer)
	want := map[string]string{}
	for _, f := range a.Files {
		if name, ok := strings.CutPrefix(f.Name, "want/"); ok {
			want[name] = string(f.Data)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(got)) {
		text := strings.ReplaceAll(got[name].String(), "\r\n", "\n")
		if diff := cmp.Diff(want[name], text); diff != "" && !*update {
			t.Errorf("%s: %s", name, diff)
		}
		want[name] = text
	}
	if *update {
		a.Files = slices.DeleteFunc(a.Files, func(f txtar.File) bool { return strings.HasPrefix(f.Name, "want/") })
		for _, name := range slices.Sorted(maps.Keys(want)) {
			a.Files = append(a.Files, txtar.File{Name: "want/" + name, Data: []byte(want[name])})
		}
		if err := os.WriteFile(newer, txtar.Format(a), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

// Wherever what somebody is accused of is told, so is who says it.
func TestNoClaimIsToldWithoutItsClaimant(t *testing.T) {
	base := archive(t, older)
	told := map[string]int{}
	for _, states := range [][2]*diff.State{
		{diff.Nothing(), state(t, base)}, {state(t, base), diff.Nothing()}, {state(t, base), state(t, base, archive(t, newer))},
	} {
		for _, published := range []bool{false, true} {
			en := teller(t, diff.Compare(states[0], states[1]), "en")
			en.Published = published
			for _, one := range en.Changes.All {
				sentence := en.Sentence(one).String()
				for claim, claimants := range map[string][]string{"witchcraft": {"Ben"}, "piracy": {"Ben"}, "nothing at all": {"Ben", "somebody"}} {
					if !strings.Contains(sentence, claim) {
						continue
					}
					told[claim]++
					if !slices.ContainsFunc(claimants, func(who string) bool { return strings.Contains(sentence, "according to "+who) }) {
						t.Errorf("%q stands without its claimant: %s", claim, sentence)
					}
				}
			}
		}
	}
	for _, claim := range []string{"witchcraft", "piracy", "nothing at all"} {
		if told[claim] < 2 {
			t.Errorf("%q was told %d times", claim, told[claim])
		}
	}
}

// What was withdrawn or replaced must not go on being said by the site.
func TestAPublishedChangeDoesNotRepeatWhatIsGone(t *testing.T) {
	c := changes(t)
	en, es := teller(t, c, "en"), teller(t, c, "es")
	en.Published, es.Published = true, true
	ends := tell.Ends{Old: "1.0.0", New: "1.1.0"}
	var out bytes.Buffer
	for _, err := range []error{
		en.Text(&out, ends), es.Text(&out, ends), en.Markdown(&out, ends), tell.JSON(&out, []*tell.Teller{en, es}), tell.CSV(&out, []*tell.Teller{en, es}),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	for _, gone := range []string{"witchcraft", "a cook", "Bea ", "alive", "of the Swallow", "May 1839", "log#p4"} {
		if strings.Contains(out.String(), gone) {
			t.Errorf("%q is still said", gone)
		}
	}
	full := teller(t, c, "en")
	var all bytes.Buffer
	if err := full.Text(&all, ends); err != nil {
		t.Fatal(err)
	}
	for _, gone := range []string{"witchcraft", "a cook", "alive", "of the Swallow", "May 1839"} {
		if !strings.Contains(all.String(), gone) {
			t.Errorf("a reviewer does not learn that %q is gone", gone)
		}
	}
}

func TestFactsOfThePastAreOnlyText(t *testing.T) {
	base := archive(t, older)
	hostile := txtar.Parse([]byte("-- person/dan.yaml --\n" +
		`name: "<script>alert(1)</script> [x](javascript:1) @everyone #1 \u202e \e[31m"` + "\nfacts:\n  description:\n    - value: \"=1+1;=2 `x` ![i](u)\"\n      cite: log#p1\n"))
	c := diff.Compare(state(t, base), state(t, base, hostile))
	en := teller(t, c, "en")
	var text, markdown, table bytes.Buffer
	for _, err := range []error{
		en.Text(&text, tell.Ends{}), en.Markdown(&markdown, tell.Ends{}), tell.CSV(&table, []*tell.Teller{en}),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	if len(c.All) != 2 {
		t.Fatalf("%d changes", len(c.All))
	}
	for _, bad := range []string{"\x1b", "\u202e"} {
		if strings.Contains(text.String()+markdown.String()+table.String(), bad) {
			t.Errorf("%q reaches a terminal", bad)
		}
	}
	for _, bad := range []string{"<script", "[x](", "@everyone", " #1", "`x`", "![i]"} {
		if strings.Contains(markdown.String(), bad) {
			t.Errorf("%q is Markdown", bad)
		}
	}
	rows, err := csv.NewReader(&table).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, cell := range slices.Concat(rows...) {
		for part := range strings.SplitSeq(cell, ";") {
			if part != "" && strings.ContainsAny(part[:1], "=+-@") {
				t.Errorf("a spreadsheet runs %q", cell)
			}
		}
	}
}
