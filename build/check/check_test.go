package check_test

import (
	"bytes"
	"flag"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"example.org/publish/build/check"
	"example.org/publish/build/fact"
	"example.org/publish/build/load"
	"example.org/publish/build/problem"
)

var update = flag.Bool("update", false, "rewrite what the files in testdata want")

// laidOn returns the files of an archive, laid on those of the base.
func laidOn(base, over *txtar.Archive) fstest.MapFS {
	files := fstest.MapFS{}
	for _, a := range []*txtar.Archive{base, over} {
		for _, f := range a.Files {
			if f.Name == "want" {
				continue
			}
			files[f.Name] = &fstest.MapFile{Data: f.Data}
			if len(f.Data) == 0 {
				delete(files, f.Name)
			}
		}
	}
	return files
}

func archive(t *testing.T, name string) *txtar.Archive {
	t.Helper()
	a, err := txtar.ParseFile(filepath.Join("testdata", name+".txtar"))
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func judge(t *testing.T, files fstest.MapFS) (*fact.Dataset, *check.Passed, []problem.Problem) {
	t.Helper()
	d, loaded, err := load.Load(files)
	if err != nil {
		t.Fatal(err)
	}
	passed, problems := check.Run(d, loaded)
	return d, passed, problems
}

// also returns the rules that an archive lets speak besides its own: those of
// the line "also: …" in its comment.
func also(a *txtar.Archive) []string {
	for line := range strings.Lines(string(a.Comment)) {
		if rules, ok := strings.CutPrefix(line, "also: "); ok {
			return strings.Fields(rules)
		}
	}
	return nil
}

func TestEachRuleFindsWhatItsFileSays(t *testing.T) {
	base := archive(t, "base")
	for _, r := range check.Rules() {
		t.Run(r.ID, func(t *testing.T) {
			a := archive(t, r.ID)
			d, passed, problems := judge(t, laidOn(base, a))
			fired := false
			for _, p := range problems {
				fired = fired || p.Rule == r.ID
				if p.Rule != r.ID && !slices.Contains(also(a), p.Rule) {
					t.Errorf("one mistake, another rule: %s: %s [%s]", p.File, p.Message, p.Rule)
				}
				if p.Rule == r.ID && p.Severity != r.Severity {
					t.Errorf("its severity is %s, that of its problem %s", r.Severity, p.Severity)
				}
				if p.Help == "" && p.Rule != "malformed-date" { // the message of some dates says all
					t.Errorf("no help: %s", p.Message)
				}
			}
			if !fired {
				t.Errorf("it finds nothing")
			}
			if (passed == nil) != (r.Severity == problem.Error) {
				t.Errorf("passed: %v", passed != nil)
			}
			var got bytes.Buffer
			if err := problem.Text(&got, problems, d.Files, problem.Options{}); err != nil {
				t.Fatal(err)
			}
			i := slices.IndexFunc(a.Files, func(f txtar.File) bool { return f.Name == "want" })
			if i < 0 {
				a.Files = append(a.Files, txtar.File{Name: "want"})
				i = len(a.Files) - 1
			}
			if *update {
				a.Files[i].Data = got.Bytes()
				if err := os.WriteFile(filepath.Join("testdata", r.ID+".txtar"), txtar.Format(a), 0o666); err != nil {
					t.Fatal(err)
				}
			}
			if diff := cmp.Diff(string(a.Files[i].Data), got.String()); diff != "" {
				t.Error(diff)
			}
			if len(bytes.TrimSpace(a.Comment)) == 0 {
				t.Error("its file does not say why")
			}
		})
	}
}

func TestEachFileInTestdataIsOfARule(t *testing.T) {
	known := map[string]bool{"base": true, "everything": true}
	for _, r := range check.Rules() {
		known[r.ID] = true
	}
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		if !known[strings.TrimSuffix(filepath.Base(f), ".txtar")] {
			t.Errorf("%s is of no rule", f)
		}
	}
}

func TestEachRuleIsDocumented(t *testing.T) {
	for i, r := range check.Rules() {
		if r.Title == "" || r.Why == "" || r.Mend == "" || r.Before == "" || r.After == "" || r.Before == r.After {
			t.Errorf("%s lacks a part of its documentation", r.ID)
		}
		if r.Severity != problem.Error && r.Severity != problem.Warning {
			t.Errorf("%s is neither an error nor a warning", r.ID)
		}
		if i > 0 && check.Rules()[i-1].ID >= r.ID {
			t.Errorf("%s: ids are not in order, each once", r.ID)
		}
	}
}

func TestEachRuleOfTheReaderIsDocumented(t *testing.T) {
	known := map[string]bool{}
	for _, r := range check.Rules() {
		known[r.ID] = true
	}
	for _, id := range load.Rules {
		if !known[id] {
			t.Errorf("package load has the rule %q, and no literal documents it", id)
		}
	}
}

func TestTheBaseHasNoProblem(t *testing.T) {
	for _, name := range []string{"base", "everything"} {
		_, passed, problems := judge(t, laidOn(archive(t, name), &txtar.Archive{}))
		if passed == nil || len(problems) > 0 {
			t.Errorf("%s: %v", name, problems)
		}
	}
}

// A word that no rule reads would be published as it is, into pages, tables
// and addresses. So each word of a dataset that writes every key there is, one
// at a time, is replaced by one that no rule can let pass.
func TestNoWordPassesUnread(t *testing.T) {
	d, _, err := load.Load(laidOn(archive(t, "everything"), &txtar.Archive{}))
	if err != nil {
		t.Fatal(err)
	}
	for _, word := range scalars(reflect.ValueOf(d)) {
		was := word.Text
		word.Text = "=\u202eDROP"
		if passed, _ := check.Run(d, nil); passed != nil {
			t.Errorf("%q in line %d can be anything", was, word.Pos.Line)
		}
		word.Text = was
	}
}

func TestEverythingWritesEveryKey(t *testing.T) {
	d, _, err := load.Load(laidOn(archive(t, "everything"), &txtar.Archive{}))
	if err != nil {
		t.Fatal(err)
	}
	written := map[string]bool{}
	fields(reflect.ValueOf(d), written)
	for field, ok := range written {
		if !ok {
			t.Errorf("no file of everything.txtar writes %s", field)
		}
	}
}

// fields notes for each field of a fact whether it is ever set.
func fields(v reflect.Value, written map[string]bool) {
	switch v.Kind() {
	case reflect.Pointer:
		fields(v.Elem(), written)
	case reflect.Slice:
		for i := range v.Len() {
			fields(v.Index(i), written)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			name := v.Type().String() + "." + v.Type().Field(i).Name
			written[name] = written[name] || !v.Field(i).IsZero()
			fields(v.Field(i), written)
		}
	}
}

// scalars returns every scalar that was written, in order.
func scalars(v reflect.Value) []*fact.Scalar {
	var all []*fact.Scalar
	switch v.Kind() {
	case reflect.Pointer:
		return scalars(v.Elem())
	case reflect.Slice:
		for i := range v.Len() {
			all = append(all, scalars(v.Index(i))...)
		}
	case reflect.Struct:
		if s, ok := v.Addr().Interface().(*fact.Scalar); ok {
			if s.Given() {
				all = append(all, s)
			}
			return all
		}
		for i := range v.NumField() {
			all = append(all, scalars(v.Field(i))...)
		}
	}
	return all
}

// A fix is applied without a look at it, so it must end the problem that it is
// for, begin no other error and leave the rest of the file as it was.
func TestAFixMends(t *testing.T) {
	base := archive(t, "base")
	fixes := 0
	for _, r := range check.Rules() {
		files := laidOn(base, archive(t, r.ID))
		_, _, problems := judge(t, files)
		for _, p := range problems {
			if p.Fix == nil {
				continue
			}
			fixes++
			content := files[p.File].Data
			mended := maps.Clone(files)
			mended[p.File] = &fstest.MapFile{Data: slices.Concat(content[:p.Fix.From], []byte(p.Fix.Text), content[p.Fix.To:])}
			_, _, left := judge(t, mended)
			if len(left) >= len(problems) {
				t.Errorf("%s:%d: %s: the fix %q leaves %d problems of %d", p.File, p.Pos.Line, p.Message, p.Fix.Text, len(left), len(problems))
			}
		}
	}
	if fixes < 10 {
		t.Errorf("only %d fixes were tried", fixes)
	}
}

// The order of files and of rules must not matter, nor may one run see another.
func TestSameDatasetSameProblems(t *testing.T) {
	base := archive(t, "base")
	for _, r := range check.Rules() {
		files := laidOn(base, archive(t, r.ID))
		_, _, first := judge(t, files)
		if _, _, again := judge(t, files); !cmp.Equal(first, again) {
			t.Errorf("%s: %s", r.ID, cmp.Diff(first, again))
		}
	}
}
