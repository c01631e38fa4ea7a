package editor_test

import (
	"bytes"
	"math/rand/v2"
	"os"
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"
	"github.com/santhosh-tekuri/jsonschema/v6"
	"go.yaml.in/yaml/v3"

	"example.org/publish/build/editor"
	"example.org/publish/build/edtf"
	"example.org/publish/build/fact"
	"example.org/publish/build/load"
)

// TestEveryFileHasItsSchema holds the files of three datasets against the
// schemas that are made for them.
func TestEveryFileHasItsSchema(t *testing.T) {
	real, _, err := load.Load(os.DirFS("../../dataset"))
	if err != nil {
		t.Fatal(err)
	}
	for name, d := range map[string]*fact.Dataset{"real": real, "base": laidOn(t, "base"), "everything": laidOn(t, "everything")} {
		t.Run(name, func(t *testing.T) {
			schemas := compile(t, d)
			for _, f := range d.Files {
				if err := schemas.judge(t, f); err != nil {
					t.Error(err)
				}
			}
		})
	}
}

// The schema of the files lets a fault pass that it cannot see; these it sees.
func TestFaultsOfTheCheckAreRefused(t *testing.T) {
	for _, rule := range []string{
		"citation-form", "formula-text", "id-form", "incomplete-copy", "incomplete-source", "malformed-address", "malformed-date",
		"malformed-language", "missing-citation", "missing-label", "missing-reason", "missing-value", "undeclared-language",
		"unknown-code", "unknown-entity", "unknown-key", "unknown-kind", "unknown-property", "unknown-role", "unknown-source",
		"unknown-word", "wrong-entity-type", "wrong-kind", "wrong-shape",
	} {
		t.Run(rule, func(t *testing.T) {
			d := laidOn(t, "base", rule)
			schemas := compile(t, laidOn(t, "base"))
			for _, f := range d.Files {
				if schemas.judge(t, f) != nil {
					return
				}
			}
			t.Error("no file is refused")
		})
	}
}

// One slip in a file that is right is refused.
func TestEachSlipIsRefused(t *testing.T) {
	d := laidOn(t, "everything")
	schemas := compile(t, d)
	for _, slip := range []struct{ file, right, wrong string }{
		{"person/ada-lovelace.yaml", "value: fr,", "value: fr, colour: red,"},
		{"person/ada-lovelace.yaml", "value: fr,", ""},
		{"person/ada-lovelace.yaml", "value: fr,", "value: French,"},
		{"person/ada-lovelace.yaml", "value: fr, cite: sketch#p2", "value: fr"},
		{"person/ada-lovelace.yaml", "value: fr, cite: sketch#p2", "value: fr, from: \"1843\", cite: sketch#p2"},
		{"person/ada-lovelace.yaml", "  born:", "  bron:"},
		{"person/ada-lovelace.yaml", "name: ", "nam: "},
		{"person/ada-lovelace.yaml", "facts:", "fact:"},
		{"person/ada-lovelace.yaml", "\"1815-12-10\"", "\"1815-13-10\""},
		{"person/ada-lovelace.yaml", "\"1815-12-10\"", "1815"},
		{"person/ada-lovelace.yaml", "rank: preferred", "rank: best"},
		{"person/ada-lovelace.yaml", "reason: { en: written at the time, es: escrito entonces }", ""},
		{"person/ada-lovelace.yaml", "certainty: probable", "certainty: sure"},
		{"person/ada-lovelace.yaml", "via: [charles-babbage]", "via: [charles-babage]"},
		{"person/ada-lovelace.yaml", "by: charles-babbage", "by: nobody"},
		{"person/ada-lovelace.yaml", "at: page-3", "at: Page 3"},
		{"person/ada-lovelace.yaml", "sketch#p3, register", "scetch#p3, register"},
		{"person/ada-lovelace.yaml", "sketch#p3, register", "sketch, register"},
		{"person/ada-lovelace.yaml", "disputes: patterns", "disputes: [Patterns]"},
		{"person/ada-lovelace.yaml", "{ en: a mathematician", "{ ne: a mathematician"},
		{"person/ada-lovelace.yaml", "{ en: a mathematician", "{ en: =a mathematician"},
		{"person/ada-lovelace.yaml", "7~", "seven"},
		{"person/ada-lovelace.yaml", "https://", "ftp://"},
		{"person/charles-babbage.yaml", "value: engineering", "value: engines"},
		{"person/charles-babbage.yaml", "value: lucasian-professor", "value: ada-lovelace"},
		{"acquaintance/lovelace-and-babbage.yaml", "role: elder", "role: younger"},
		{"source/sketch.yaml", "kind: article", ""},
		{"source/sketch.yaml", "title: Sketch of the Analytical Engine\nlabel: { en: Menabrea's sketch, es: Esbozo de Menabrea }", "title: unknown"},
		{"source/sketch.yaml", "paragraphs: 52", "paragraphs: many"},
		{"source/sketch.yaml", "sha256: e3", "sha256: E3"},
		{"schema/post.yaml", "plural:", "plurals:"},
		{"schema/person.yaml", "value: date", "value: day"},
		{"schema/person.yaml", "timeline: true", "timeline: yes"},
		{"schema/person.yaml", "lead: false", "leads: false"},
		{"dataset.yaml", "\"1.0.0\"", "1.0"},
		{"dataset.yaml", "branch: main", "trunk: main"},
		{"moved.yaml", "to: [ada-lovelace]", "to: [ada-king]"},
	} {
		i := slices.IndexFunc(d.Files, func(f fact.File) bool { return f.Name == slip.file })
		wrong := strings.Replace(string(d.Files[i].Content), slip.right, slip.wrong, 1)
		if wrong == string(d.Files[i].Content) {
			t.Errorf("%s does not say %q", slip.file, slip.right)
		}
		if schemas.judge(t, fact.File{Name: slip.file, Content: []byte(wrong)}) == nil {
			t.Errorf("%s: %q passes for %q", slip.file, slip.wrong, slip.right)
		}
	}
}

// What the check takes for a date, an editor must not mark as wrong.
func TestThePatternOfADateTakesEveryDate(t *testing.T) {
	schemas := compile(t, laidOn(t, "base"))
	pieces := []string{"1985", "04", "12", "-", "-", "-", "X", "XX", "2", "~", "?", "%", "..", "..", "/", "[", "]", ",", "Y", "22", "001"}
	random := rand.New(rand.NewPCG(1, 2))
	dates := 0
	for range 50_000 {
		var b strings.Builder
		for range random.IntN(8) + 1 {
			b.WriteString(pieces[random.IntN(len(pieces))])
		}
		text := b.String()
		d, err := edtf.Parse(text)
		if err != nil || d.IsOpen() {
			continue
		}
		dates++
		if err := schemas.date.Validate(text); err != nil {
			t.Errorf("%q is a date: %v", text, err)
		}
	}
	if dates < 200 {
		t.Errorf("only %d dates were tried", dates)
	}
	for _, text := range []string{"", "3 November 2025", "2025-13", "2025-11-32", "11/2025", "2025-1", "..", "[2025", "[2025 ..]"} {
		if schemas.date.Validate(text) == nil {
			t.Errorf("%q passes for a date", text)
		}
	}
}

// The ids alone change with every entity; the other schemas are as they were.
func TestANewEntityChangesOnlyTheIDs(t *testing.T) {
	base := editor.Files(laidOn(t, "base"))
	d := laidOn(t, "base")
	d.Entities = append(d.Entities, &fact.Entity{Type: fact.Scalar{Text: "person"}, ID: fact.Scalar{Text: "mary-somerville"}})
	for i, f := range editor.Files(d) {
		if same := bytes.Equal(f.Content, base[i].Content); same != (path.Base(f.Name) != editor.IDs) {
			t.Errorf("%s: the same: %v", f.Name, same)
		}
	}
}

func TestAFileNamesItsSchema(t *testing.T) {
	for name, want := range map[string]string{
		"person/ada-lovelace.yaml": "../.schema/person.json",
		"source/sketch.yaml":       "../.schema/source.json",
		"schema/person.yaml":       "../.schema/schema.json",
		"dataset.yaml":             ".schema/_dataset.json",
		"moved.yaml":               ".schema/_moved.json",
	} {
		if got := editor.For(name); got != want {
			t.Errorf("%s: %s, not %s", name, got, want)
		}
	}
}

type compiled struct {
	files map[string]*jsonschema.Schema
	date  *jsonschema.Schema
}

func compile(t *testing.T, d *fact.Dataset) compiled {
	t.Helper()
	const root = "https://example.org/"
	compiler := jsonschema.NewCompiler()
	files := editor.Files(d)
	for _, f := range files {
		document, err := jsonschema.UnmarshalJSON(bytes.NewReader(f.Content))
		if err != nil {
			t.Fatal(f.Name, err)
		}
		if err := compiler.AddResource(root+f.Name, document); err != nil {
			t.Fatal(f.Name, err)
		}
	}
	c := compiled{files: map[string]*jsonschema.Schema{}}
	for _, f := range files {
		schema, err := compiler.Compile(root + f.Name)
		if err != nil {
			t.Fatal(err)
		}
		c.files[f.Name] = schema
	}
	var err error
	if c.date, err = compiler.Compile(root + editor.Folder + "/" + editor.Common + "#/definitions/date"); err != nil {
		t.Fatal(err)
	}
	return c
}

// judge holds a file against its schema, as another reader of YAML reads it.
func (c compiled) judge(t *testing.T, f fact.File) error {
	t.Helper()
	if path.Ext(f.Name) != ".yaml" {
		return nil // the ledger is a table
	}
	name := path.Join(path.Dir(f.Name), editor.For(f.Name))
	schema := c.files[name]
	if schema == nil {
		t.Fatalf("%s has no schema %s", f.Name, name)
	}
	var document any
	if err := yaml.Unmarshal(f.Content, &document); err != nil {
		return err
	}
	return schema.Validate(document)
}

// laidOn is a dataset of the check's testdata, and what one of its rules lays on
// it.
func laidOn(t *testing.T, archives ...string) *fact.Dataset {
	t.Helper()
	files := fstest.MapFS{}
	for _, name := range archives {
		a, err := txtar.ParseFile("../check/testdata/" + name + ".txtar")
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range a.Files {
			files[f.Name] = &fstest.MapFile{Data: f.Data}
			if f.Name == "want" || len(f.Data) == 0 {
				delete(files, f.Name)
			}
		}
	}
	d, _, err := load.Load(files)
	if err != nil {
		t.Fatal(err)
	}
	return d
}
