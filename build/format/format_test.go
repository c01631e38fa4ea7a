package format

import (
	"bytes"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"example.org/publish/build/fact"
	"example.org/publish/build/load"
)

var update = flag.Bool("update", false, "rewrite what the files in testdata want")

// TestForms lays out the files of testdata. Each archive says why in its
// comment, and holds files in pairs: dataset/person/a.yaml and want/person/a.yaml.
// What the others of its dataset say is in testdata/base.txtar.
func TestForms(t *testing.T) {
	style := StyleOf(loaded(t, archive(t, "testdata/base.txtar").Files))
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		a := archive(t, file)
		if filepath.Base(file) == "base.txtar" {
			continue
		}
		t.Run(filepath.Base(file), func(t *testing.T) {
			var got []txtar.File
			for _, f := range a.Files {
				name, isGiven := strings.CutPrefix(f.Name, "given/")
				if !isGiven {
					continue
				}
				formed, problems, err := style.File(name, f.Data)
				if err != nil || len(problems) > 0 {
					t.Fatal(name, problems, err)
				}
				again, _, err := style.File(name, formed)
				if diff := cmp.Diff(string(formed), string(again)); diff != "" || err != nil {
					t.Error(name, "has another form the second time", diff, err)
				}
				got = append(got, f, txtar.File{Name: "want/" + name, Data: formed})
			}
			formed := txtar.Format(&txtar.Archive{Comment: a.Comment, Files: got})
			if *update {
				if err := os.WriteFile(file, formed, 0o666); err != nil {
					t.Fatal(err)
				}
			}
			if diff := cmp.Diff(string(txtar.Format(archive(t, file))), string(formed)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// A key that the reader knows and this package does not would be written behind
// the others, with the quotes of any word.
func TestEveryKeyHasAPlace(t *testing.T) {
	files := archive(t, "../check/testdata/everything.txtar").Files
	style := StyleOf(loaded(t, files))
	for _, f := range files {
		if filepath.Ext(f.Name) != ".yaml" {
			continue
		}
		root, _, refused := load.Tree(f.Data)
		if refused != nil {
			t.Fatal(refused)
		}
		nodeOf(root).known(style.formOf(f.Name), func(key string) { t.Errorf("%s: %q has no place", f.Name, key) })
	}
}

func (n *node) known(f *form, report func(key string)) {
	if n == nil {
		return
	}
	if f.alone != asIs && n.kind != load.List {
		f = f.each
	}
	for _, e := range n.entries {
		if n.kind == load.Map && f.parts != nil && !slices.Contains(f.order, e.key) {
			report(e.key)
		}
		e.value.known(f.of(e.key), report)
	}
}

// TestTheFormKeepsFactsAndComments puts comments, blank lines and other layouts
// anywhere into the files of the dataset. [Style.File] itself reads the form
// again and demands that nothing is lost.
func TestTheFormKeepsFactsAndComments(t *testing.T) {
	d, _, err := load.Load(os.DirFS("../../dataset"))
	if err != nil {
		t.Fatal(err)
	}
	style := StyleOf(d)
	random := rand.New(rand.NewPCG(1, 2))
	formed := 0
	for _, f := range d.Files {
		if filepath.Ext(f.Name) != ".yaml" {
			continue
		}
		content := disturb(random, f.Content)
		form, problems, err := style.File(f.Name, content)
		if err != nil {
			t.Errorf("%v\n%s", err, content)
			continue
		}
		if len(problems) > 0 {
			continue // what was put in is no YAML there
		}
		formed++
		again, _, err := style.File(f.Name, form)
		if diff := cmp.Diff(string(form), string(again)); diff != "" || err != nil {
			t.Errorf("%s has another form the second time: %s%v\ngiven:\n%s", f.Name, diff, err, content)
		}
	}
	if formed < len(d.Files)/2 {
		t.Errorf("only %d of %d files could be read after they were disturbed", formed, len(d.Files))
	}
}

// disturb lays a file out in another way that says the same.
func disturb(random *rand.Rand, content []byte) []byte {
	var b strings.Builder
	for line := range strings.Lines(string(content)) {
		line = strings.TrimSuffix(line, "\n")
		switch random.IntN(24) {
		case 0:
			b.WriteString("\n")
		case 1:
			fmt.Fprintf(&b, "%s# %d\n", strings.Repeat(" ", random.IntN(9)), random.IntN(100))
		case 2:
			line += fmt.Sprintf(" # %d", random.IntN(100))
		case 3:
			line = strings.Replace(line, "{ en:", "{ # c\n          en:", 1)
		case 4:
			line = strings.Replace(line, ", ", ", # d\n          ", 1)
		case 5:
			line = strings.Replace(line, "{ en: ", "{  en:   ", 1)
		case 6:
			line = strings.Replace(line, " }", "\n        # e\n        }", 1)
		}
		b.WriteString(line + "\n")
	}
	return []byte(b.String())
}

// A form that says something else, be it by a mistake of this package, is not
// written.
func TestAnotherMeaningIsRefused(t *testing.T) {
	const given = "name: Ada # hers\nfacts:\n  born:\n    - value: \"1815\"\n      cite: [a#p1, b#p2]\n"
	before, _ := load.File("person/ada.yaml", []byte(given))
	_, comments, _ := load.Tree([]byte(given))
	for _, formed := range []string{
		strings.Replace(given, "Ada", "Eva", 1),
		strings.Replace(given, "1815", "1816", 1),
		strings.Replace(given, "a#p1, b#p2", "b#p2, a#p1", 1),
		strings.Replace(given, ", b#p2", "", 1),
		strings.Replace(given, " # hers", "", 1),
		strings.Replace(given, "born", "died", 1),
		strings.Replace(given, "value:", "value", 1),
	} {
		if err := same("person/ada.yaml", before, comments, []byte(formed)); err == nil {
			t.Errorf("accepted:\n%s", formed)
		}
	}
	if err := same("person/ada.yaml", before, comments, []byte(given)); err != nil {
		t.Error(err)
	}
}

func TestAFileThatCannotBeReadIsLeft(t *testing.T) {
	for _, content := range []string{"", "name: [", "name:  a\nname: b\n", "facts: 'Ada'\n", "- a\n", "Ada\n", "~"} {
		formed, problems, err := Style{}.File("person/ada.yaml", []byte(content))
		if !bytes.Equal(formed, []byte(content)) || len(problems) == 0 || problems[0].File != "person/ada.yaml" || err != nil {
			t.Errorf("%q: %q, %v, %v", content, formed, problems, err)
		}
	}
}

func archive(t testing.TB, file string) *txtar.Archive {
	t.Helper()
	a, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func loaded(t testing.TB, files []txtar.File) *fact.Dataset {
	t.Helper()
	fsys := fstest.MapFS{}
	for _, f := range files {
		fsys[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	d, problems, err := load.Load(fsys)
	if err != nil || len(problems) > 0 {
		t.Fatal(problems, err)
	}
	return d
}

// What is laid out is at most a mebibyte, but as many comments as it can hold
// must not make the time grow with their square. The limit is a ratio within one
// run.
func TestManyCommentsCostLittle(t *testing.T) {
	cost := func(n int) time.Duration {
		content := []byte("relies-on:\n" + strings.Repeat("- a # b\n# c\n", n))
		least := time.Hour
		for range 3 { // others are at work on the machine too
			start := time.Now()
			if _, _, err := (Style{}).File("source/a.yaml", content); err != nil {
				t.Fatal(err)
			}
			least = min(least, time.Since(start))
		}
		return least
	}
	if few, many := cost(1500), cost(15_000); many > 40*few {
		t.Errorf("ten times as many comments take %v, not %v", many, few)
	}
}
