package load

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
)

func TestStrayFiles(t *testing.T) {
	for name, want := range map[string]string{
		"foo.txt":               "foo.txt is not part of a dataset [stray-file]\nhere belong dataset.yaml, moved.yaml, ledger.csv, README.md and the folders schema, source and one for each type",
		"ada.yaml":              "ada.yaml lies outside the folder of a type [stray-file]\nan entity lies in the folder of its type, such as person/ada.yaml; here belong dataset.yaml and moved.yaml",
		"person/ada.yml":        "ada.yml does not end in .yaml [stray-file]\nrename it to ada.yaml",
		"person/ada.YAML":       "ada.YAML does not end in .yaml [stray-file]\nrename it to ada.yaml",
		"person/ada.yaml~":      "ada.yaml~ is not part of a dataset [stray-file]\nhere belong files whose names are an id and .yaml",
		"person/notes":          "notes is not part of a dataset [stray-file]\nhere belong files whose names are an id and .yaml",
		"person/more/ada.yaml":  "a folder in a folder [stray-file]\nfiles lie right in the folder of their type: person/<id>.yaml",
		"person/ada.yaml/x":     "ada.yaml is a folder, not a file [stray-file]\nan entity is one file: rename the folder, or take it away",
		"dataset.yaml/x":        "dataset.yaml is a folder, not a file [stray-file]\nan entity is one file: rename the folder, or take it away",
		"person/a\x1b[2J.yaml":  "a name with characters that cannot be shown [stray-file]\na file's name is an id and .yaml: ada-lovelace.yaml",
		"person/a\nb.yaml":      "a name with characters that cannot be shown [stray-file]\na file's name is an id and .yaml: ada-lovelace.yaml",
		"person/a\u202eb.yaml":  "a name with characters that cannot be shown [stray-file]\na file's name is an id and .yaml: ada-lovelace.yaml",
		"README.md":             "",
		"person/README.md":      "",
		".gitkeep":              "",
		"person/.ada.yaml.swp":  "",
		".git/config":           "",
		"person/Ada Byron.yaml": "", // its id is not kebab-case, which package check says
	} {
		d, problems := loaded(t, map[string]string{name: "name: Ada\n"})
		got := strings.TrimSuffix(show(problems), "\n")
		if want == "" {
			if got != "" {
				t.Errorf("%q: %s", name, got)
			}
			continue
		}
		if _, got, _ = strings.Cut(got, ":0:0: "); strings.Replace(got, "\n    ", "\n", 1) != want {
			t.Errorf("%q:\n got: %s\nwant: %s", name, got, want)
		}
		if len(d.Files) > 0 {
			t.Errorf("%q is read all the same", name)
		}
	}
}

func TestDevicesAreNotOpened(t *testing.T) {
	for _, mode := range []fs.FileMode{fs.ModeDevice, fs.ModeDevice | fs.ModeCharDevice, fs.ModeSocket, fs.ModeNamedPipe, fs.ModeIrregular} {
		d, problems, err := Load(fstest.MapFS{"person/ada.yaml": {Mode: mode, Data: []byte("name: Ada\n")}})
		if err != nil || len(d.Files) != 0 || len(problems) != 1 || problems[0].Rule != StrayFile {
			t.Errorf("%v: %v %v", mode, problems, err)
		}
	}
}

func TestAMissingFolderIsAnError(t *testing.T) {
	if _, _, err := Load(os.DirFS(filepath.Join(t.TempDir(), "nowhere"))); err == nil {
		t.Error("a folder that is not there is read")
	}
}
