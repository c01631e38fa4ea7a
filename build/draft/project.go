package draft

import (
	"bytes"
	"embed"
	"path"
	"strings"
	"text/template"

	"example.org/publish/build/fact"
)

// Project is what somebody says who begins a dataset of their own.
type Project struct {
	Title, Publisher    string
	Licence             string   // SPDX id
	Site, Repository    string   // addresses; the repository's may be empty
	Languages           []string // BCP 47, the main one first
	Type, Label, Plural string   // the first type: its id and its labels
	Program             string   // what "go run" takes to run publish: a package and a version
}

//go:embed project
var project embed.FS

// projectFiles are the files of a new project, and what they are made from.
var projectFiles = []struct{ name, from string }{
	{"dataset/dataset.yaml", "dataset.yaml"},
	{"dataset/schema/TYPE.yaml", "schema.yaml"},
	{"dataset/TYPE/example-TYPE.yaml", "entity.yaml"},
	{"dataset/source/example-source.yaml", "source.yaml"},
	{".github/workflows/check.yml", "check.yml"},
	{".github/workflows/publish.yml", "publish.yml"},
	{".vscode/settings.json", "settings.json"},
	{".gitignore", "gitignore"},
	{"README.md", "README.md"},
}

// Files are the files of the project: a dataset with one type and two cited
// facts, which are there to be replaced, the workflows that check and publish
// it, and what editors need.
func (p Project) Files() ([]fact.File, error) {
	files := make([]fact.File, 0, len(projectFiles))
	for _, f := range projectFiles {
		// The workflows have braces of their own.
		t, err := template.New(f.from).Delims("[[", "]]").ParseFS(project, path.Join("project", f.from))
		if err != nil {
			return nil, err
		}
		var content bytes.Buffer
		if err := t.Execute(&content, p); err != nil {
			return nil, err
		}
		files = append(files, fact.File{Name: strings.ReplaceAll(f.name, "TYPE", p.Type), Content: content.Bytes()})
	}
	return files, nil
}

// Quoted is a text as a YAML scalar.
func (p Project) Quoted(text string) string { return Quoted(text) }

// List is the languages as a YAML list.
func (p Project) List() string { return "[" + strings.Join(p.Languages, ", ") + "]" }

// Text is one of the texts of the example in the languages of the project, as
// YAML; in English where there is no other.
func (p Project) Text(key string) string {
	return p.inEach(func(language string) string {
		if text, ok := exampleTexts[key][language]; ok {
			return text
		}
		return exampleTexts[key]["en"]
	})
}

// Everywhere is a text, as YAML, that is the same in each language until
// somebody translates it.
func (p Project) Everywhere(text string) string {
	return p.inEach(func(string) string { return text })
}

func (p Project) inEach(say func(language string) string) string {
	if len(p.Languages) == 1 {
		return Quoted(say(p.Languages[0]))
	}
	var parts []string
	for _, l := range p.Languages {
		parts = append(parts, l+": "+Quoted(say(l)))
	}
	return "{ " + strings.Join(parts, ", ") + " }"
}

// exampleTexts are the texts of a new project, by key and language.
var exampleTexts = map[string]map[string]string{
	"description":                   {"en": "What these facts are about, in a sentence.", "es": "De qué tratan estos datos, en una frase."},
	"property.description":          {"en": "Description", "es": "Descripción"},
	"property.description.help":     {"en": "What it is, in a phrase.", "es": "Qué es, en pocas palabras."},
	"property.first-mentioned":      {"en": "First mentioned", "es": "Primera mención"},
	"property.first-mentioned.help": {"en": "The day on which a source first mentions it.", "es": "El día en que una fuente lo menciona por primera vez."},
	"entity.name":                   {"en": "An example", "es": "Un ejemplo"},
	"entity.description":            {"en": "an entry that is there to be replaced", "es": "una entrada que está para ser reemplazada"},
	"source.title":                  {"en": "An example of a source", "es": "Un ejemplo de fuente"},
	"source.note":                   {"en": "There is no such text. It is there to be replaced by one that you have read.", "es": "No existe tal texto. Está para ser reemplazado por uno que se haya leído."},
}
