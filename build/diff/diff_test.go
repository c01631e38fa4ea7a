package diff_test

import (
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/rogpeppe/go-internal/txtar"

	"example.org/publish/build/check"
	"example.org/publish/build/compile"
	"example.org/publish/build/diff"
	"example.org/publish/build/export"
	"example.org/publish/build/load"
)

func catalog(t testing.TB, files fs.FS) *compile.Catalog {
	t.Helper()
	written, unread, err := load.Load(files)
	if err != nil {
		t.Fatal(err)
	}
	passed, problems := check.RunReleased(written, unread)
	if passed == nil {
		for _, p := range problems {
			t.Errorf("%s:%d: %s [%s]", p.File, p.Pos.Line, p.Message, p.Rule)
		}
		t.FailNow()
	}
	return compile.Compile(passed, compile.Commit{Date: time.Unix(1762300800, 0), Revision: "5384f7b"})
}

// edited are the files of testdata/voyages.txtar with edits: each is a file's
// name, what stands in it and what takes its place. Without the second, the
// file holds the third; without both, the file is taken away; -> gives it the
// name that is the third.
func edited(t testing.TB, edits ...string) fs.FS {
	t.Helper()
	archive, err := txtar.ParseFile("testdata/voyages.txtar")
	if err != nil {
		t.Fatal(err)
	}
	files := fstest.MapFS{}
	for _, f := range archive.Files {
		files[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	for ; len(edits) > 0; edits = edits[3:] {
		name, old, new := edits[0], edits[1], edits[2]
		switch {
		case old == "" && new == "":
			delete(files, name)
		case old == "->":
			files[new] = files[name]
			delete(files, name)
		case old == "":
			files[name] = &fstest.MapFile{Data: []byte(new)}
		case files[name] == nil || !bytes.Contains(files[name].Data, []byte(old)):
			t.Fatalf("%s does not hold %q", name, old)
		default:
			files[name] = &fstest.MapFile{Data: bytes.Replace(files[name].Data, []byte(old), []byte(new), 1)}
		}
	}
	return files
}

func state(t testing.TB, edits ...string) *diff.State {
	t.Helper()
	return diff.Of(catalog(t, edited(t, edits...)))
}

// lines are the changes in short: bump, verb and subject; for statements the
// property and the values.
func lines(c *diff.Changes) string {
	var b strings.Builder
	for _, one := range c.All {
		id := one.ID
		if one.Subject == diff.OfStatement {
			var forms []string
			for _, s := range []*diff.Statement{one.Before, one.After} {
				if s != nil {
					forms = append(forms, s.Value.Written)
				}
			}
			if len(forms) == 2 && forms[0] == forms[1] {
				forms = forms[:1]
			}
			id = one.Entity + "." + one.Property + " " + strings.Join(forms, " → ")
		}
		fmt.Fprintf(&b, "%s: %s %s %s", one.Bump, one.Subject, id, one.Verb)
		if len(one.To) > 0 {
			fmt.Fprintf(&b, " %s", strings.Join(one.To, " "))
		}
		for _, f := range one.Fields {
			fmt.Fprintf(&b, " [%s: %s → %s]", f.Name, f.Old, f.New)
		}
		if one.Reason != nil {
			fmt.Fprintf(&b, " (%s)", one.Reason)
		}
		b.WriteString("\n")
	}
	return b.String()
}

func TestTheSameFactsHaveNoChanges(t *testing.T) {
	for name, files := range map[string]fs.FS{"the example": edited(t), "the real dataset": os.DirFS("../../dataset")} {
		c := catalog(t, files)
		if got := diff.Compare(diff.Of(c), diff.Of(c)); len(got.All) > 0 || len(got.Became) > 0 || got.Bump() != diff.None {
			t.Errorf("%s: %s", name, lines(got))
		}
		again := catalog(t, files)
		if got := diff.Compare(diff.Of(c), diff.Of(again)); len(got.All) > 0 {
			t.Errorf("%s, compiled again: %s", name, lines(got))
		}
	}
}

// memory is the sink of an export.
type memory struct {
	mu    sync.Mutex
	files map[string]*bytes.Buffer
}

type stored struct{ *bytes.Buffer }

func (stored) Close() error { return nil }

func (m *memory) Create(name string) (io.WriteCloser, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	b := &bytes.Buffer{}
	m.files[name] = b
	return stored{b}, nil
}

// A site that was built holds all that is compared: read from its dataset.json,
// a state is the one that its catalog gives.
func TestABuiltSiteIsReadAsItsFacts(t *testing.T) {
	for name, files := range map[string]fs.FS{"the example": edited(t), "the real dataset": os.DirFS("../../dataset")} {
		c := catalog(t, files)
		out := &memory{files: map[string]*bytes.Buffer{}}
		if _, err := export.Write(t.Context(), c, out, ""); err != nil {
			t.Fatal(err)
		}
		got, err := diff.Read(out.files["data/dataset.json"])
		if err != nil {
			t.Fatal(err)
		}
		opts := cmp.Options{cmpopts.IgnoreUnexported(diff.State{}), cmpopts.EquateEmpty()}
		if diff := cmp.Diff(diff.Of(c), got, opts); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
	for _, bad := range []string{"", "[]", "{}", `{"dataset":{},"entities":[`, "<html>", `{"dataset": 7}`} {
		if _, err := diff.Read(strings.NewReader(bad)); err == nil {
			t.Errorf("%q is read as a dataset", bad)
		}
	}
}

func TestEachChangeIsToldForWhatItIs(t *testing.T) {
	const ann, bea, log, schema = "person/ann.yaml", "person/bea.yaml", "source/log.yaml", "schema/person.yaml"
	for what, test := range map[string]struct {
		edits []string
		want  string
	}{
		"a citation is added": {
			[]string{ann, "cite: log#p3", "cite: [log#p3, gazette#p1]"},
			"patch: statement ann.rank captain changed [citations: log#p3 → gazette#p1; log#p3]\n",
		},
		"a quote is mended": {
			[]string{ann, "quote: a witch", "quote: the witch"},
			"patch: statement ann.accused-of witchcraft changed [citations: log#p9 → log#p9]\n",
		},
		"a time is mended": {
			[]string{ann, `from: "1840"`, `from: "1841"`},
			"patch: statement ann.rank captain changed [from: 1840 → 1841]\n",
		},
		"a claimant is mended": {
			[]string{ann, "by: ben\n      cite: { source: log", "by: unnamed\n      cite: { source: log"},
			"patch: statement ann.accused-of witchcraft changed [claimant: ben → unnamed]\n",
		},
		"a claim becomes a plain report": {
			[]string{ann, "by: ben\n      cite: { source: log", "cite: { source: log"},
			"patch: statement ann.accused-of witchcraft changed [claimant: ben → ]\n",
		},
		"a text is put in other words": {
			[]string{ann, "a sailor of the Swallow", "a sailor on board the Swallow"},
			"patch: statement ann.description a sailor of the Swallow → a sailor on board the Swallow changed [value: a sailor of the Swallow → a sailor on board the Swallow]\n",
		},
		"a translation is mended": {
			[]string{ann, "marinera de la Golondrina", "marinera en la Golondrina"},
			"patch: statement ann.description a sailor of the Swallow changed [value: marinera de la Golondrina → marinera en la Golondrina]\n",
		},
		"a text says something else": {
			[]string{ann, "{ en: a sailor of the Swallow, es: marinera de la Golondrina }", "{ en: the mayor, es: alcaldesa }"},
			"minor: statement ann.description the mayor added\npatch: statement ann.description a sailor of the Swallow withdrawn\n",
		},
		"another says something like it": {
			[]string{ann, "value: nothing at all\n      by: ben", "value: nothing at sea\n      by: cid"},
			"minor: statement ann.accused-of nothing at sea added\npatch: statement ann.accused-of nothing at all withdrawn\n",
		},
		"of two likely forms the likelier one": {
			[]string{bea, "    - value: ann\n      cite: log#p4\n", "    - { value: ann, role: friend, cite: log#p4 }\n    - { value: ann, by: ben, cite: log#p5 }\n"},
			"patch: statement bea.knew ann changed [role:  → friend]\nminor: statement bea.knew ann added\n",
		},
		"a text says something else, and is the same statement for all that": {
			[]string{
				ann, "{ en: a sailor of the Swallow, es: marinera de la Golondrina }", "{ en: the mayor, es: alcaldesa }",
				"moved.yaml", "old-ann", "s8eb4c49a6ef7d203: { to: [s4983f19f45178b0c], reason: misread }\nold-ann",
			},
			"patch: statement ann.description a sailor of the Swallow → the mayor changed [value: a sailor of the Swallow → the mayor]\n",
		},
		"a statement is withdrawn with a reason": {
			[]string{ann, "    - value: ben\n      cite: log#p7\n", "", ann, "  knew:\n", "", "moved.yaml", "old-ann", "s49d22a5f83a1adf2: { reason: misread }\nold-ann"},
			"patch: statement ann.knew ben withdrawn (misread)\n",
		},
		"a date is mended": {
			[]string{ann, `value: "1839-05"`, `value: "1839-06"`},
			"patch: statement ann.sailed 1839-05 → 1839-06 changed [value: 1839-05 → 1839-06]\n",
		},
		"one of many values is exchanged": {
			[]string{ann, "value: ben\n", "value: cid\n"},
			"minor: statement ann.knew cid added\npatch: statement ann.knew ben withdrawn\n",
		},
		"rank, reason and note": {
			[]string{ann, "cite: log#p3", "cite: log#p3\n      rank: preferred\n      reason: the log is older\n      note: read twice"},
			"patch: statement ann.rank captain changed [rank: normal → preferred] [reason:  → the log is older] [note:  → read twice]\n",
		},
		"an entity is added": {
			[]string{"person/dan.yaml", "", "name: Dan\nfacts:\n  knew:\n    - value: ann\n      cite: log#p2\n"},
			"minor: entity dan added\nminor: statement dan.knew ann added\n",
		},
		"an entity is gone": {
			[]string{bea, "", ""},
			"major: entity bea removed\npatch: statement bea.description a cook withdrawn\npatch: statement bea.knew ann withdrawn\n",
		},
		"an entity is withdrawn": {
			[]string{bea, "", "name: Bea\nwithdrawn: { reason: not the same Bea }\n"},
			"patch: entity bea withdrawn (not the same Bea)\n" +
				"patch: statement bea.description a cook withdrawn (not the same Bea)\npatch: statement bea.knew ann withdrawn (not the same Bea)\n",
		},
		"an entity is renamed": {
			[]string{bea, "name: Bea", "name: Beatrix"},
			"patch: entity bea renamed [name: Bea → Beatrix]\n",
		},
		"an entity is moved, and what names it follows": {
			[]string{
				"person/ben.yaml", "", "", "person/benjamin.yaml", "", "name: Ben\nfacts:\n  description:\n    - value: a carpenter\n      cite: log#p1\n",
				ann, "value: ben\n", "value: benjamin\n", ann, "by: ben\n", "by: benjamin\n", ann, "by: ben\n", "by: benjamin\n",
				"bond/ann-ben.yaml", "value: ben,", "value: benjamin,", "source/gazette.yaml", "[log, ben]", "[log, benjamin]",
				"moved.yaml", "old-ann:", "ben: { to: [benjamin], reason: his full name }\nold-ann:",
			},
			"major: entity ben moved benjamin (his full name)\n",
		},
		"an entity is moved, and what it is accused of is put in other words": {
			[]string{
				ann, "->", "person/anne.yaml", "person/anne.yaml", "value: witchcraft", "value: flying",
				bea, "value: ann", "value: anne", "bond/ann-ben.yaml", "value: ann,", "value: anne,",
				"moved.yaml", "old-ann: { to: [ann]", "ann: { to: [anne], reason: as she wrote it }\nold-ann: { to: [anne]",
			},
			"major: entity ann moved anne (as she wrote it)\n" +
				"patch: statement anne.accused-of witchcraft → flying changed [value: witchcraft → flying]\n",
		},
		"two entities become one": {
			[]string{
				"person/cid.yaml", "", "", "moved.yaml", "old-ann:", "cid: { to: [ben], reason: one man }\nold-ann:", ann, "via: [cid]", "via: [ben]",
				"person/ben.yaml", "facts:\n", "facts:\n  rank:\n    - value: bosun\n      cite: log#p5\n",
			},
			"major: entity cid moved ben (one man)\n",
		},
		"an entity is divided": {
			[]string{
				bea, "", "", "person/bea-cook.yaml", "", "name: Bea\nfacts:\n  description:\n    - value: a cook\n      cite: log#p4\n",
				"person/bea-friend.yaml", "", "name: Bea\nfacts:\n  knew:\n    - value: ann\n      cite: log#p4\n",
				"moved.yaml", "old-ann:", "bea: { to: [bea-cook, bea-friend], reason: two women }\nold-ann:",
			},
			"major: entity bea divided bea-cook bea-friend (two women)\n",
		},
		"a source is added":   {[]string{"source/new.yaml", "", "title: New\nkind: log\npublisher: unknown\npublished: unknown\nlanguage: en\n"}, "minor: source new added\n"},
		"a source is mended":  {[]string{log, "kind: log", "kind: logbook"}, "patch: source log changed [kind: log → logbook]\n"},
		"a type is added":     {[]string{"schema/ship.yaml", "", "label: Ship\nplural: Ships\n"}, "minor: type ship added\n"},
		"a property is added": {[]string{schema, "  knew:\n", "  born: { label: Born, value: date }\n  knew:\n"}, "minor: property born added\n"},
		"a property is gone": {
			[]string{schema, "  never-said:\n    label: Never said\n    value: text\n", ""},
			"major: property never-said removed\n",
		},
		"a property's values are fewer": {[]string{schema, "value: [person, place]", "value: person"}, "major: property knew changed [targets: person; place → person]\n"},
		"a property's values are more":  {[]string{schema, "value: [person, place]", "value: any"}, "minor: property knew changed [targets: person; place → ]\n"},
		"a property is of a time":       {[]string{schema, "time: period", "time: point", ann, "      from: \"1840\"\n", ""}, "major: property rank changed [time: period → point]\npatch: statement ann.rank captain changed [from: 1840 → ]\n"},
		"a property is described":       {[]string{schema, "label: { en: Rank, es: Rango }", "label: { en: Rank, es: Grado }"}, "patch: property rank changed [label: Rango → Grado]\n"},
		"a code is added":               {[]string{schema, "codes: { alive:", "codes: { lost: { en: lost, es: perdido }, alive:"}, "minor: code lost added\n"},
		"a code is gone":                {[]string{schema, ", drowned: { en: drowned, es: ahogado }", ""}, "major: code drowned removed\n"},
		"a language is added":           {[]string{"dataset.yaml", "[en, es]", "[en, es, fr]"}, "minor: language fr added\n"},
		"an old id leads elsewhere": {
			[]string{"moved.yaml", "[ann]", "[bea]"}, "patch: move old-ann changed bea [to: ann → bea] (her married name)\n",
		},
		"an old id leads nowhere":        {[]string{"moved.yaml", "", ""}, "major: move old-ann removed\n"},
		"the licence":                    {[]string{"dataset.yaml", "CC-BY-4.0", "CC0-1.0"}, "major: dataset  changed [licence: CC-BY-4.0 → CC0-1.0]\n"},
		"the title":                      {[]string{"dataset.yaml", "title: Voyages", "title: Journeys"}, "patch: dataset  changed [title: Voyages → Journeys]\n"},
		"the version alone is no change": {[]string{"dataset.yaml", `version: "1.0.0"`, `version: "1.0.1"`}, ""},
	} {
		t.Run(what, func(t *testing.T) {
			got := lines(diff.Compare(state(t), state(t, test.edits...)))
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}
