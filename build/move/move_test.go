package move_test

import (
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"example.org/publish/build/fact"
	"example.org/publish/build/load"
	"example.org/publish/build/move"
)

// everything is the dataset of the check's testdata that writes every key, with
// some files in the place of its own.
func everything(t *testing.T, over map[string]string) *fact.Dataset {
	t.Helper()
	a, err := txtar.ParseFile("../check/testdata/everything.txtar")
	if err != nil {
		t.Fatal(err)
	}
	files := fstest.MapFS{}
	for _, f := range a.Files {
		files[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	for name, content := range over {
		files[name] = &fstest.MapFile{Data: []byte(content)}
	}
	d, _, err := load.Load(files)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// No word of a dataset that writes every key is the old id any more, but those
// that are no references: the entry in moved.yaml.
func TestEveryReferenceFollows(t *testing.T) {
	for _, c := range []struct {
		old, id, entry string
		references     int
	}{
		{"ada-lovelace", "ada-king", "ada-lovelace: { to: [ada-king], reason: { en: a, es: b } }\n", 2},
		{"charles-babbage", "c-babbage", "charles-babbage: { to: [c-babbage], reason: { en: a, es: b } }\n", 4},
		{"lucasian-professor", "professor", "lucasian-professor: { to: [professor], reason: { en: a, es: b } }\n", 1},
		{"sketch", "menabrea", "", 13},
	} {
		d := everything(t, nil)
		m, problems, err := move.ID(d, c.old, c.id, c.entry)
		if err != nil || len(problems) > 0 {
			t.Fatal(c.old, problems, err)
		}
		if m.References != c.references {
			t.Errorf("%s: %d references, not %d", c.old, m.References, c.references)
		}
		files := map[string]string{}
		for _, f := range d.Files {
			files[f.Name] = string(f.Content)
		}
		for _, change := range m.Changes {
			if files[change.Name] != string(change.Before) {
				t.Errorf("%s: %s was another before", c.old, change.Name)
			}
			files[change.Name] = string(change.After)
		}
		for name, content := range files {
			// A file's name in copy: and an address may go on saying the old id.
			if regexp.MustCompile(`[ \["]` + c.old + `([#\]"]|, (role|cite|from|certainty))|: ` + c.old + `$`).MatchString(strings.Replace(content, c.entry, "", 1)) {
				t.Errorf("%s still says %s:\n%s", name, c.old, content)
			}
		}
		if _, problems := load.Files(m.Dataset.Files); len(problems) > 0 {
			t.Error(problems)
		}
	}
}

func TestLayoutAndCommentsStay(t *testing.T) {
	d := everything(t, map[string]string{
		"person/lady-fairy.yaml": "name: Lady Fairy\nfacts:\n  said:   # charles-babbage\n  -   by:  'charles-babbage'   # charles-babbage says\n" +
			"      value: charles-babbage\n      on: \"1843\"\n      disputes: [charles-babbage#a, \"charles-babbage#b\" , charles-babbage]\n      cite: sketch#p1",
	})
	m, _, err := move.ID(d, "charles-babbage", "cb", "")
	if err != nil {
		t.Fatal(err)
	}
	const want = "name: Lady Fairy\nfacts:\n  said:   # charles-babbage\n  -   by:  'cb'   # charles-babbage says\n" +
		"      value: charles-babbage\n      on: \"1843\"\n      disputes: [cb#a, \"cb#b\" , charles-babbage]\n      cite: sketch#p1"
	for _, c := range m.Changes {
		if c.Name == "person/lady-fairy.yaml" {
			if diff := cmp.Diff(want, string(c.After)); diff != "" {
				t.Error(diff)
			}
			return
		}
	}
	t.Error("it is not changed")
}

func TestWhatCannotFollowIsRefused(t *testing.T) {
	d := everything(t, map[string]string{
		"source/register.yaml": "title: R\nkind: register\npublisher: P\npublished: unknown\nlanguage: en\nrelies-on: [\"\\u0063harles-babbage\"]\n",
	})
	_, _, err := move.ID(d, "charles-babbage", "cb", "")
	if err == nil || !strings.HasPrefix(err.Error(), "source/register.yaml:6:14: ") {
		t.Error(err)
	}
}

// An error that the move brings is told; those that were there are no reason to
// refuse it.
func TestOnlyNewErrorsCount(t *testing.T) {
	d := everything(t, map[string]string{"person/mary.yaml": "name: Mary\n"})
	if _, problems, err := move.ID(d, "mary", "mary-somerville", ""); len(problems) > 0 || err != nil {
		t.Error(problems, err)
	}
	_, problems, err := move.ID(d, "mary", "mary-somerville", "mary: { to: [nobody], reason: { en: a, es: b } }\n")
	if len(problems) != 1 || problems[0].Rule != "moved-nowhere" || err != nil {
		t.Error(problems, err)
	}
}
