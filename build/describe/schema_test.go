package describe_test

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"example.org/publish/build/export"
)

func parsed(t *testing.T, content []byte) any {
	t.Helper()
	value, err := jsonschema.UnmarshalJSON(bytes.NewReader(content))
	if err != nil {
		t.Fatal(err)
	}
	return value
}

// schema is a definition of the dataset's own schema; empty: the whole.
func schema(t *testing.T, p *published, definition string) *jsonschema.Schema {
	t.Helper()
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	at := p.catalog.Site + "data/schema.json"
	if err := c.AddResource(at, parsed(t, p.files["schema.json"])); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile(at + definition)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestEveryDocumentObeysTheSchema(t *testing.T) {
	p := dataset(t)
	document, statement := schema(t, p, ""), schema(t, p, "#/$defs/statement")
	judged := 0
	for _, d := range p.downloads {
		switch d.Media {
		case "application/json":
			judged++
			if err := document.Validate(parsed(t, p.files[d.Path])); err != nil {
				t.Errorf("%s: %v", d.Path, err)
			}
		case "application/x-ndjson":
			for line := range bytes.Lines(p.files[d.Path]) {
				judged++
				if err := statement.Validate(parsed(t, line)); err != nil {
					t.Fatalf("%s: %v", d.Path, err)
				}
			}
		}
	}
	if judged < len(p.catalog.Entities)+len(p.catalog.Statements) {
		t.Errorf("only %d documents are judged", judged)
	}
}

func TestADocumentThatBreaksTheSchemaIsSeen(t *testing.T) {
	p := dataset(t)
	document := schema(t, p, "")
	for _, fault := range []struct{ from, to string }{
		{`"claimed":`, `"claims":`},
		{`"rank":"normal"`, `"rank":"splendid"`},
		{`"line":`, `"line":"1","row":`},
		{`"moves":`, `"movements":`},
		{`"entity_id":"`, `"entity_id":"Not an id `},
		{`"earliest":"`, `"earliest":"about `},
	} {
		marred := bytes.Replace(p.files["dataset.json"], []byte(fault.from), []byte(fault.to), 1)
		if bytes.Equal(marred, p.files["dataset.json"]) || document.Validate(parsed(t, marred)) == nil {
			t.Errorf("%s for %s passes", fault.to, fault.from)
		}
	}
}

func TestEveryMemberSaysWhatItHolds(t *testing.T) {
	for _, shape := range export.Shapes(export.Tables(dataset(t).catalog)) {
		for _, m := range shape.Members {
			if m.Meaning == "" {
				t.Errorf("nothing says what %s.%s holds", shape.Name, m.Name)
			}
		}
	}
}

// official is an official schema, which is not ours to copy: it is looked for in
// a folder "schemas" in whatever lies beside the repository.
func official(t *testing.T, name string) string {
	t.Helper()
	found, err := filepath.Glob(filepath.Join("..", "..", "..", "*", "schemas", name))
	if err != nil || len(found) == 0 {
		t.Skipf("the official schema %s is not here (a folder \"schemas\" beside the repository may hold it)", name)
	}
	return found[0]
}

// lookahead compiles a pattern. What regexp cannot, with (?=…), is taken to
// match anything; the judges, which run in JavaScript, hold the paths to it.
func lookahead(pattern string) (jsonschema.Regexp, error) {
	if strings.Contains(pattern, "(?=") {
		pattern = ""
	}
	return regexp.Compile(pattern)
}

func TestTheDataPackageObeysTheOfficialProfile(t *testing.T) {
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	c.UseRegexpEngine(lookahead)
	for _, name := range []string{"datapackage", "dataresource", "tableschema", "tabledialect"} {
		content, err := os.ReadFile(official(t, name+".json"))
		if err != nil {
			t.Fatal(err)
		}
		if err := c.AddResource("https://datapackage.org/profiles/2.0/"+name+".json", parsed(t, content)); err != nil {
			t.Fatal(err)
		}
	}
	profile := c.MustCompile("https://datapackage.org/profiles/2.0/datapackage.json")
	content := dataset(t).files["datapackage.json"]
	if err := profile.Validate(parsed(t, content)); err != nil {
		t.Error(err)
	}
	marred := bytes.Replace(content, []byte(`"resources":`), []byte(`"resource":`), 1)
	if profile.Validate(parsed(t, marred)) == nil {
		t.Error("a package without resources passes")
	}
}

func TestTheCitationFileObeysTheOfficialSchema(t *testing.T) {
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	profile, err := c.Compile(official(t, "cff.json"))
	if err != nil {
		t.Fatal(err)
	}
	content := dataset(t).files["CITATION.cff"]
	asJSON, err := yaml.YAMLToJSON(content)
	if err != nil {
		t.Fatal(err)
	}
	if err := profile.Validate(parsed(t, asJSON)); err != nil {
		t.Error(err)
	}
	marred, err := yaml.YAMLToJSON(bytes.Replace(content, []byte("authors:"), []byte("author:"), 1))
	if err != nil {
		t.Fatal(err)
	}
	if profile.Validate(parsed(t, marred)) == nil {
		t.Error("a citation without authors passes")
	}
}

func TestTheDataCiteRecordObeysTheOfficialSchema(t *testing.T) {
	xsd := official(t, "datacite-4.7/metadata.xsd")
	program, err := exec.LookPath("xmllint")
	if errors.Is(err, exec.ErrNotFound) || errors.Is(err, fs.ErrNotExist) {
		t.Skip("xmllint is not here (Debian's package libxml2-utils has it)")
	}
	judge := func(content []byte) (string, error) {
		file := filepath.Join(t.TempDir(), "datacite.xml")
		if err := os.WriteFile(file, content, 0o600); err != nil {
			t.Fatal(err)
		}
		said, err := exec.Command(program, "--nonet", "--noout", "--schema", xsd, file).CombinedOutput()
		return string(said), err
	}
	content := dataset(t).files["datacite.xml"]
	if said, err := judge(content); err != nil {
		t.Errorf("%v: %s", err, said)
	}
	marred := strings.Replace(string(content), "<publicationYear>2", "<publicationYear>about 2", 1)
	if said, err := judge([]byte(marred)); err == nil {
		t.Errorf("a year that is none passes: %s", said)
	}
}
