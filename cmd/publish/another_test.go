package main

import (
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"example.org/publish/site/links"
)

// TestAnotherSubjectNeedsNoGo builds a dataset on a subject of its own: types,
// a relation and a language that publish does not know, a layout and a word
// that take the place of the site's, and a page, a style and a picture beside
// them.
func TestAnotherSubjectNeedsNoGo(t *testing.T) {
	project := t.TempDir()
	archive, err := txtar.ParseFile("testdata/voyages.txtar")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range archive.Files {
		write(t, filepath.Join(project, f.Name), string(f.Data))
	}
	write(t, filepath.Join(project, "site/i18n/eo.json"), marked(t))
	out := filepath.Join(project, "public")
	runs(t, exitFine, "build", "--dataset", filepath.Join(project, "dataset"), "--out", out)

	for page, wants := range map[string][]string{
		"index.html":                                 {"Voyages of paper boats", ">Squabbles</a>", `Edition 0.1.0`},
		"voyage/first-crossing/index.html":           {"The first crossing", ">Sailed<", "2 March 1900", "5 March 1900", "The enamel one"},
		"boat/unsinkable/index.html":                 {"The Unsinkable", ">Folds<", "Newsprint", "The first crossing"},
		"rivalry/soggy-and-unsinkable/index.html":    {"Stormy", "Calm"},
		"rivalry/index.html":                         {"Stormy"},
		"es/voyage/first-crossing/index.html":        {"La primera travesía", "2 de marzo de 1900"},
		"es/harbour/index.html":                      {"Aquí están los barcos que volvieron."},
		"harbour/index.html":                         {"<h1>The harbour</h1>", "Here lie the boats that came back."},
		"eo/voyage/first-crossing/index.html":        {`<html lang="eo">`, "La unua transiro", ">Ekveturis<", "«March»", "«Sources»"},
		"eo/rivalry/soggy-and-unsinkable/index.html": {"Ŝtorma"},
		"eo/harbour/index.html":                      {"«Here lie the boats»"},
		"assets/anchor.svg":                          {"<svg"},
	} {
		content := read(t, out, page)
		for _, want := range wants {
			if !strings.Contains(content, want) {
				t.Errorf("%s does not say %s", page, want)
			}
		}
	}
	sheets, err := filepath.Glob(filepath.Join(out, "assets", "page.*.css"))
	if err != nil || len(sheets) != 1 || !strings.Contains(read(t, out, "assets/"+filepath.Base(sheets[0])), ".edition { font-variant: small-caps;") {
		t.Errorf("the stylesheet %v has not the publisher's own style (%v)", sheets, err)
	}
	wrong, err := links.Check(os.DirFS(out), "https://example.org/boats/")
	if err != nil || len(wrong) > 0 {
		t.Errorf("links: %v %v", wrong, err)
	}
	table := read(t, out, "data/dyad_years.csv")
	if !strings.Contains(table, "stormy") || !strings.Contains(table, "unsinkable") {
		t.Errorf("the table of how the two rivals stood is\n%s", table)
	}
	foreign := regexp.MustCompile(`(?i)peru|cuba|mexic|diplom|embass|ambassador`)
	err = fs.WalkDir(os.DirFS(out), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		if found := foreign.FindString(read(t, out, name)); found != "" && !strings.HasSuffix(name, ".xlsx") {
			t.Errorf("%s says %q", name, found)
		}
		return nil
	})
	if err != nil {
		t.Error(err)
	}
}

// marked are the English words in quotation marks, as if they were translated.
func marked(t *testing.T) string {
	t.Helper()
	content, err := os.ReadFile("../../site/i18n/en.json")
	if err != nil {
		t.Fatal(err)
	}
	var patterns map[string]any
	if err := json.Unmarshal(content, &patterns); err != nil {
		t.Fatal(err)
	}
	for key, value := range patterns {
		if text, ok := value.(string); ok && !strings.HasPrefix(key, "number.") {
			patterns[key] = "«" + text + "»"
		}
	}
	for _, key := range []string{"title", "description", "words"} {
		patterns["harbour."+key] = "«Here lie the boats»"
	}
	translated, err := json.Marshal(patterns)
	if err != nil {
		t.Fatal(err)
	}
	return string(translated)
}

// TestThePublishersOwnFilesAreJudged shows what is said when one is wrong, and
// that nothing is published then.
func TestThePublishersOwnFilesAreJudged(t *testing.T) {
	for _, test := range []struct{ name, content, want string }{
		{"templates/layouts/about/all.html", `{{ define "main" }}{{ .Nothing }}{{ end }}`, "Nothing"},
		{"templates/layouts/about/all.html", `{{ define "main" }}{{ .T "no.such.word" }}{{ end }}`, "no.such.word"},
		{"templates/layouts/about/all.html", `{{ define "main" }}`, "unexpected EOF"},
		{"site/i18n/en.json", `{ "nav.about": "{nobody}" }`, "site/i18n/en.json: nav.about: nothing is given for {nobody}"},
	} {
		project := t.TempDir()
		if err := copyTree(filepath.Join(project, "dataset"), os.DirFS("testdata/small")); err != nil {
			t.Fatal(err)
		}
		write(t, filepath.Join(project, test.name), test.content)
		said := runs(t, exitMachine, "build", "--dataset", filepath.Join(project, "dataset"), "--out", filepath.Join(project, "public"))
		if !strings.Contains(said, test.want) {
			t.Errorf("%s: %s\ndoes not say %s", test.content, said, test.want)
		}
		if exists(filepath.Join(project, "public")) {
			t.Errorf("%s: something was published", test.content)
		}
	}
}

// runs runs a command in this process, and returns what it writes.
func runs(t *testing.T, code int, args ...string) string {
	t.Helper()
	said := &lockedBuffer{}
	environment := func(name string) string { return map[string]string{"SOURCE_DATE_EPOCH": "0"}[name] }
	if got := run(t.Context(), args, terminal{in: strings.NewReader(""), out: said, err: said, env: environment}); got != code {
		t.Fatalf("publish %s: exit code %d, not %d; it says:\n%s", strings.Join(args, " "), got, code, said)
	}
	return said.String()
}

func write(t *testing.T, name, content string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(content), 0o666); err != nil {
		t.Fatal(err)
	}
}

func read(t *testing.T, folder, name string) string {
	t.Helper()
	content, err := os.ReadFile(filepath.Join(folder, filepath.FromSlash(name)))
	if err != nil {
		t.Error(err)
	}
	return string(content)
}
