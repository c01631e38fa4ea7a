package draft_test

import (
	"bytes"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"example.org/publish/build/check"
	"example.org/publish/build/draft"
	"example.org/publish/build/fact"
	"example.org/publish/build/format"
	"example.org/publish/build/load"
	"example.org/publish/build/problem"
)

// commented is a line that is one of a statement once its # is taken away.
var commented = regexp.MustCompile(`(?m)^  # ( *- |    |[a-z0-9-]+:$)`)

// Each type of the dataset is drafted; then the blanks are filled and the
// comments made statements.
func TestADraftPassesOnceItIsFilledIn(t *testing.T) {
	d := dataset(t)
	ofType := map[string]string{}
	for _, e := range d.Entities {
		ofType[e.Type.Text], ofType["any"] = e.ID.Text, e.ID.Text
	}
	var drafts, filled []fact.File
	for _, typ := range d.Types {
		name := typ.ID.Text + "/new-" + typ.ID.Text + ".yaml"
		content := draft.Entity(d.Info, typ, "A new one: not the old")
		formed, problems, err := format.StyleOf(d).File(name, content)
		if err != nil || len(problems) > 0 {
			t.Fatal(typ.ID.Text, problems, err)
		}
		if !bytes.Equal(formed, content) {
			t.Errorf("%s: the draft is not in its form:\n%s", typ.ID.Text, formed)
		}
		drafts = append(drafts, fact.File{Name: name, Content: content})
		source := d.Sources[0].ID.Text
		full := strings.NewReplacer(`""`, `"Something"`, "…", `"Something"`, "cite:\n", "cite: "+source+"#p1\n", "source-id#p1", source+"#p1").
			Replace(commented.ReplaceAllString(string(content), "  $1"))
		for _, p := range typ.Properties {
			if p.References() {
				full = strings.ReplaceAll(full, "value: "+exampleID(p)+"\n", "value: "+ofType[p.Values[0].Text]+"\n")
			}
		}
		filled = append(filled, fact.File{Name: name, Content: []byte(full)})
	}
	empty := problemsOf(d, drafts)
	for _, f := range drafts {
		if !slices.ContainsFunc(empty, func(p problem.Problem) bool { return p.File == f.Name }) {
			t.Errorf("%s passes before it is filled in", f.Name)
		}
	}
	var said strings.Builder
	if err := problem.Text(&said, problemsOf(d, filled), filled, problem.Options{}); err != nil {
		t.Fatal(err)
	}
	if said.Len() > 0 {
		t.Error(said.String())
	}
}

func exampleID(p *fact.Property) string {
	var types []string
	for _, v := range p.Values {
		types = append(types, v.Text)
	}
	if types[0] == "any" {
		return "entity-id"
	}
	return strings.Join(types, "-or-") + "-id"
}

func TestASourceIsWrittenWithWhatIsKnown(t *testing.T) {
	source := draft.Source{
		Title: `The "break": a story`, Kind: "news-article", Publisher: fact.Unknown, Published: "2025-11-04", Language: "en",
		Address: "https://example.org/?a=1&b=<2>", Copy: draft.CopyOf("a.txt", []byte("One\r\n\r\n \nTwo\nThree")),
	}
	d, problems := load.File("source/break.yaml", source.File())
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	s := d.Sources[0]
	for want, got := range map[string]string{
		source.Title: s.Title[0].Scalar.Text, source.Kind: s.Kind.Text, source.Publisher: s.Publisher.Text,
		source.Published: s.Published.Text, source.Language: s.Language.Text, source.Address: s.Address.Text,
		"a.txt": s.Copy.Name.Text, "3": s.Copy.Paragraphs.Text,
		"e9d113e6e8f658c6ced2c15e23625188": s.Copy.SHA256.Text[:32],
	} {
		if got != want {
			t.Errorf("%q, not %q", got, want)
		}
	}
	if s.Archived.Given() || s.Label.Given() {
		t.Error("what is not known is written")
	}
}

func TestATakenIDIsNotFree(t *testing.T) {
	d := &fact.Dataset{
		Entities: []*fact.Entity{{File: "person/a.yaml", ID: fact.Scalar{Text: "a"}}, {File: "person/a-2.yaml", ID: fact.Scalar{Text: "a-2"}}},
		Sources:  []*fact.Source{{File: "source/b.yaml", ID: fact.Scalar{Text: "b"}}},
		Moves:    []fact.Move{{Old: fact.Scalar{Text: "a-3"}}},
	}
	for id, want := range map[string]string{"a": "person/a.yaml", "b": "source/b.yaml", "a-3": "moved.yaml", "c": ""} {
		if got := draft.Taken(d, id); got != want {
			t.Errorf("%s is taken by %q, not %q", id, got, want)
		}
	}
	if got := draft.Free(d, "a"); got != "a-4" {
		t.Errorf("%s is free", got)
	}
}

func dataset(t *testing.T) *fact.Dataset {
	t.Helper()
	d, problems, err := load.Load(os.DirFS("../../dataset"))
	if err != nil || len(problems) > 0 {
		t.Fatal(problems, err)
	}
	return d
}

// problemsOf are what the check has to say of files that are added to a dataset.
func problemsOf(d *fact.Dataset, files []fact.File) []problem.Problem {
	next, loaded := load.Files(slices.Concat(d.Files, files))
	_, problems := check.Run(next, loaded)
	return slices.DeleteFunc(problems, func(p problem.Problem) bool {
		return !slices.ContainsFunc(files, func(f fact.File) bool { return f.Name == p.File })
	})
}
