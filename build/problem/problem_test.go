package problem_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"example.org/publish/build/fact"
	"example.org/publish/build/problem"
)

var update = flag.Bool("update", false, "rewrite the golden files")

var files = []fact.File{
	{Name: "person/carlos-zamora.yaml", Content: []byte("name: Carlos Zamora\r\nfacts:\r\n  office:\r\n" +
		"    - { value: ambassador, cite: zamora-leaves-pero#p13 }\r\n")},
	{Name: "person/li-wei.yaml", Content: []byte("\ufeffname: 李伟\u202e\tx: [\n  \x1b[31mred\n")},
	{Name: "source/long.yaml", Content: []byte("title: " + strings.Repeat("long ", 60) + "= short\n" +
		strings.Repeat("a", 300) + "\n" + "é: e\u0301\n")},
}

var problems = []problem.Problem{
	{
		File: "person/carlos-zamora.yaml", Pos: fact.Pos{Line: 4, Column: 33}, Width: 22,
		Rule: "unknown-source", Severity: problem.Error,
		Message: `no source has the id "zamora-leaves-pero"`, Help: `did you mean "zamora-leaves-peru"?`,
		Fix: &problem.Fix{From: 77, To: 95, Text: "zamora-leaves-peru"},
	},
	{
		File: "person/li-wei.yaml", Pos: fact.Pos{Line: 1, Column: 7}, Width: 2,
		Rule: "missing-translation", Severity: problem.Warning,
		Message: "the name is not in Spanish",
		Help: "write it in each of the languages that dataset.yaml declares, as in { en: …, es: … }; " +
			"a name that is the same in every language is written without a map of languages",
	},
	{
		File: "person/li-wei.yaml", Pos: fact.Pos{Line: 1, Column: 11},
		Rule: "unknown-key", Severity: problem.Error, Message: "after a tab, which counts as four columns",
	},
	{
		File: "person/li-wei.yaml", Pos: fact.Pos{Line: 2, Column: 3}, Width: 4,
		Rule: "unreadable-yaml", Severity: problem.Error, Message: "an escape \x1b[31m never reaches the terminal",
	},
	{
		File: "person/no such:100%,é.yaml", Rule: "stray-file", Severity: problem.Error,
		Message: "this is no file of the dataset",
		Help:    "name it after its id",
	},
	{
		File: "source/long.yaml", Pos: fact.Pos{Line: 1, Column: 308}, Width: 7,
		Rule: "formula-text", Severity: problem.Error, Message: `a text begins with "="`,
		Help: "begin with another character, since a spreadsheet would run this text as a formula when somebody opens the table",
	},
	{
		File: "source/long.yaml", Pos: fact.Pos{Line: 2, Column: 150}, Width: 300,
		Rule: "formula-text", Severity: problem.Error, Message: "the mark ends with what is shown", Help: "so the help wraps",
	},
	{
		File: "source/long.yaml", Pos: fact.Pos{Line: 3, Column: 4}, Width: 2,
		Rule: "not-nfc", Severity: problem.Error, Message: "a combining accent takes no column", Help: "write é",
	},
	{
		File: "source/long.yaml", Pos: fact.Pos{Line: 3, Column: 6},
		Rule: "missing-value", Severity: problem.Error, Message: "the mark stands behind the line",
	},
	{
		File: "source/long.yaml", Pos: fact.Pos{Line: 30, Column: 6},
		Rule: "missing-value", Severity: problem.Error, Message: "there is no such line",
	},
}

var rules = []problem.Rule{
	{ID: "stray-file", Title: "Each file has its place", Help: "Why and how.", Severity: problem.Error},
	{ID: "unknown-source", Title: "Each citation leads to a source", Help: "Why and how.", Severity: problem.Error},
}

func TestShownAsGolden(t *testing.T) {
	for name, show := range map[string]func(*bytes.Buffer) error{
		"text": func(b *bytes.Buffer) error {
			return problem.Text(b, problems, files, problem.Options{Prefix: "dataset/"})
		},
		"text-limited": func(b *bytes.Buffer) error {
			return problem.Text(b, problems, files, problem.Options{Limit: 2})
		},
		"text-coloured": func(b *bytes.Buffer) error {
			return problem.Text(b, problems[:2], files, problem.Options{Color: true})
		},
		"json":        func(b *bytes.Buffer) error { return problem.JSON(b, problems, "dataset/") },
		"sarif":       func(b *bytes.Buffer) error { return problem.SARIF(b, problems, files, rules, "1.0.0", "dataset/") },
		"annotations": func(b *bytes.Buffer) error { return problem.Annotations(b, problems, "dataset/") },
	} {
		t.Run(name, func(t *testing.T) {
			var b bytes.Buffer
			if err := show(&b); err != nil {
				t.Fatal(err)
			}
			golden := filepath.Join("testdata", name+".golden")
			if *update {
				if err := os.WriteFile(golden, b.Bytes(), 0o666); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), b.String()); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestNoProblemsWriteNoText(t *testing.T) {
	var b bytes.Buffer
	if err := problem.Text(&b, nil, files, problem.Options{}); err != nil || b.Len() > 0 {
		t.Errorf("wrote %q, %v", b.String(), err)
	}
}

func TestErrorsAreShownBeforeWarningsWhenLimited(t *testing.T) {
	many := []problem.Problem{
		{File: "a", Rule: "x", Severity: problem.Warning, Message: "first"},
		{File: "b", Rule: "x", Severity: problem.Error, Message: "second"},
		{File: "c", Rule: "x", Severity: problem.Error, Message: "third"},
	}
	var b bytes.Buffer
	if err := problem.Text(&b, many, nil, problem.Options{Limit: 2}); err != nil {
		t.Fatal(err)
	}
	want := "b: second [x]\n\nc: third [x]\n\n2 problems and 1 warning in 3 files; the first 2 are shown\n"
	if diff := cmp.Diff(want, b.String()); diff != "" {
		t.Error(diff)
	}
}

func TestTheTenthAnnotationCountsTheRest(t *testing.T) {
	for _, tc := range []struct{ errors, lines int }{{9, 9}, {10, 10}, {11, 10}, {500, 10}} {
		many := make([]problem.Problem, tc.errors)
		for i := range many {
			many[i] = problem.Problem{File: "a", Rule: "x", Severity: problem.Error, Message: fmt.Sprint(i)}
		}
		var b bytes.Buffer
		if err := problem.Annotations(&b, many, ""); err != nil {
			t.Fatal(err)
		}
		if got := strings.Count(b.String(), "\n"); got != tc.lines {
			t.Errorf("%d errors give %d annotations, want %d", tc.errors, got, tc.lines)
		}
		if more := fmt.Sprintf("title=%d more::the log of this step lists all %d", tc.errors-9, tc.errors); strings.Contains(b.String(), more) != (tc.errors > 10) {
			t.Errorf("%d errors: %s", tc.errors, b.String())
		}
	}
}

// The requirements are those of the standard's sections 3.13, 3.14, 3.27,
// 3.30 and 3.55, and of GitHub's code scanning.
func TestSARIFHasWhatTheStandardRequires(t *testing.T) {
	var b bytes.Buffer
	if err := problem.SARIF(&b, problems, files, rules, "1.0.0", "dataset/"); err != nil {
		t.Fatal(err)
	}
	var log struct {
		Version string
		Runs    []struct {
			Tool struct {
				Driver struct {
					Name  string
					Rules []struct{ ID string }
				}
			}
			Results []struct {
				RuleID    string
				RuleIndex *int
				Level     string
				Message   struct{ Text string }
				Locations []struct {
					PhysicalLocation struct {
						ArtifactLocation struct{ URI string }
						Region           struct{ StartLine, StartColumn, EndColumn int }
					}
				}
			}
		}
	}
	if err := json.Unmarshal(b.Bytes(), &log); err != nil {
		t.Fatal(err)
	}
	if log.Version != "2.1.0" || len(log.Runs) != 1 || log.Runs[0].Tool.Driver.Name == "" {
		t.Fatalf("version, runs or tool are missing: %+v", log)
	}
	run := log.Runs[0]
	if len(run.Results) != len(problems) {
		t.Fatalf("%d results for %d problems", len(run.Results), len(problems))
	}
	for _, r := range run.Results {
		if r.Message.Text == "" || r.Level != "error" && r.Level != "warning" || len(r.Locations) != 1 {
			t.Errorf("incomplete result: %+v", r)
		}
		if r.RuleIndex != nil && run.Tool.Driver.Rules[*r.RuleIndex].ID != r.RuleID {
			t.Errorf("%s: its index leads to %s", r.RuleID, run.Tool.Driver.Rules[*r.RuleIndex].ID)
		}
		place := r.Locations[0].PhysicalLocation
		if place.Region.StartLine < 1 || place.Region.EndColumn > 0 && place.Region.EndColumn <= place.Region.StartColumn {
			t.Errorf("%s: impossible region %+v", r.RuleID, place.Region)
		}
		if strings.ContainsAny(place.ArtifactLocation.URI, " %:") != strings.Contains(place.ArtifactLocation.URI, "100%25") {
			t.Errorf("not a URI: %s", place.ArtifactLocation.URI)
		}
	}
}
