package mend_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"example.org/publish/build/check"
	"example.org/publish/build/load"
	"example.org/publish/build/mend"
)

// lovelace is a dataset of one entity and one source.
func lovelace(entity string) fstest.MapFS {
	files := fstest.MapFS{}
	for name, content := range map[string]string{
		"dataset.yaml": "title: T\ndescription: D\npublisher: P\nversion: \"1.0.0\"\nlicence: CC0-1.0\n" +
			"language: en\nlanguages: [en]\nsite: https://example.org/\n",
		"schema/person.yaml": "label: { en: Person }\nplural: { en: People }\nproperties:\n" +
			"  born: { label: { en: Born }, value: date }\n",
		"person/ada-lovelace.yaml": entity,
		"source/notes.yaml": "title: Notes\nkind: book\npublisher: unknown\npublished: unknown\nlanguage: en\n" +
			"copy: { name: a.txt, sha256: " + strings.Repeat("0", 64) + ", paragraphs: 9 }\n",
	} {
		files[name] = &fstest.MapFile{Data: []byte(content)}
	}
	return files
}

func mended(t *testing.T, files fstest.MapFS) mend.Mended {
	t.Helper()
	d, loaded, err := load.Load(files)
	if err != nil {
		t.Fatal(err)
	}
	passed, problems := check.Run(d, loaded)
	return mend.Dataset(d, passed, problems)
}

func TestWhatHasOneMendingIsMended(t *testing.T) {
	m := mended(t, lovelace("name: \" Ada\"\nfacts:\n  born:\n    - { value: 10 December 1815, cite: notes#2 }\n"))
	if m.Passed == nil || len(m.Left) > 0 || len(m.Problems) != 3 || len(m.Changes) != 1 {
		t.Fatalf("%+v", m)
	}
	const want = "name: \"Ada\"\nfacts:\n  born:\n    - { value: \"1815-12-10\", cite: notes#p2 }\n"
	if got := string(m.Changes[0].After); got != want {
		t.Error(got)
	}
}

// A mending may bring another problem to light: only a date that can be read can
// be of the wrong form.
func TestWhatAMendingBringsToLightIsMendedToo(t *testing.T) {
	m := mended(t, lovelace("name: Ada\nfacts:\n  born:\n    - { value: \"1815\", cite: [notes#2, notes#p 2-1] }\n"))
	for _, p := range m.Left {
		t.Error(p.Message)
	}
	if len(m.Changes) != 1 || !strings.Contains(string(m.Changes[0].After), "[notes#p2, notes#p1-2]") {
		t.Errorf("%+v", m.Changes)
	}
}

func TestWhatHasNoMendingIsLeft(t *testing.T) {
	files := lovelace("name: Ada\nfacts:\n  born:\n    - { value: 10/11/1815, cite: notes#p2 }\n")
	files["person/ada.txt"] = &fstest.MapFile{Data: []byte("x")}
	m := mended(t, files)
	if m.Passed != nil || len(m.Left) != 2 || len(m.Problems) > 0 || len(m.Changes) > 0 {
		t.Errorf("%+v", m)
	}
}

func TestAStrayFileStaysAProblem(t *testing.T) {
	files := lovelace("name: Ada\nfacts:\n  born:\n    - { value: 10 December 1815, cite: notes#p2 }\n")
	files["person/ada.txt"] = &fstest.MapFile{Data: []byte("x")}
	m := mended(t, files)
	if m.Passed != nil || len(m.Left) != 1 || m.Left[0].Rule != load.StrayFile || len(m.Problems) != 1 {
		t.Errorf("%+v", m)
	}
}
