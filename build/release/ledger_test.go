package release_test

import (
	"bytes"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"example.org/publish/build/compile"
	"example.org/publish/build/diff"
	"example.org/publish/build/fact"
	"example.org/publish/build/ledger"
	"example.org/publish/build/release"
)

// facts compiles the example of package diff with edits, in threes: a file,
// what stands in it, and what takes its place. Without the second, the file
// holds the third.
func facts(t *testing.T, edits ...string) *compile.Catalog {
	t.Helper()
	a, err := txtar.ParseFile("../diff/testdata/voyages.txtar")
	if err != nil {
		t.Fatal(err)
	}
	files := fstest.MapFS{}
	for _, f := range a.Files {
		files[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	for ; len(edits) > 0; edits = edits[3:] {
		name, old, new := edits[0], edits[1], edits[2]
		switch {
		case old == "":
			files[name] = &fstest.MapFile{Data: []byte(new)}
		case !bytes.Contains(files[name].Data, []byte(old)):
			t.Fatalf("%s does not hold %q", name, old)
		default:
			files[name] = &fstest.MapFile{Data: bytes.ReplaceAll(files[name].Data, []byte(old), []byte(new))}
		}
	}
	read, err := release.Read(files, compile.Commit{})
	if err != nil {
		t.Fatal(err)
	}
	if read.Catalog == nil {
		t.Fatal(read.Problems)
	}
	return read.Catalog
}

func written(t *testing.T, list []fact.Issued) string {
	t.Helper()
	var b strings.Builder
	if err := ledger.Write(&b, list); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestALedgerGrowsWithEachVersion(t *testing.T) {
	first := facts(t)
	one, lost := release.Ledger(nil, diff.Compare(diff.Nothing(), diff.Of(first)), first)
	if len(lost) > 0 {
		t.Errorf("of the first version %d statements are lost", len(lost))
	}
	if list, faults := ledger.Parse([]byte(written(t, one))); len(faults) > 0 || len(list) != len(first.Entities)+len(first.Sources)+len(first.Statements) {
		t.Fatalf("%d lines: %v", len(list), faults)
	}

	// Of three statements one is mended, one is withdrawn with a reason and one
	// without; an entity is withdrawn, and a new one comes.
	knew := first.Entity("ann").Statements[3].ID
	second := facts(t,
		"dataset.yaml", "1.0.0", "1.1.0",
		"person/ann.yaml", `from: "1840"`, `from: "1841"`,
		"person/ann.yaml", "    - value: ben\n      cite: log#p7\n", "", "person/ann.yaml", "  knew:\n", "",
		"person/ann.yaml", "    - value: alive\n      until: \"1845\"\n      cite: log#p8\n", "", "person/ann.yaml", "  fate:\n", "",
		"person/bea.yaml", "", "name: Bea\nwithdrawn: { reason: not the same Bea }\n",
		"person/dan.yaml", "", "name: Dan\nfacts:\n  description:\n    - { value: a boy, cite: log#p1 }\n",
		"moved.yaml", "old-ann", knew+": { reason: misread }\nold-ann",
	)
	two, lost := release.Ledger(one, diff.Compare(diff.Of(first), diff.Of(second)), second)
	if len(lost) != 1 || lost[0].Property != "fate" {
		t.Errorf("lost: %v", lost)
	}
	if _, faults := ledger.Parse([]byte(written(t, two))); len(faults) > 0 {
		t.Error(faults)
	}
	rank := second.Entity("ann").Statements[2]
	want := []string{
		"+entity,person,dan,,1.1.0,,",
		"+statement,ann," + rank.ID + ",rank,1.1.0,,",
		"+statement,dan," + second.Entity("dan").Statements[0].ID + ",description,1.1.0,,",
		"-statement,ann," + first.Entity("ann").Statements[2].ID + ",rank,1.0.0,1.0.0," + rank.ID,
		"-statement,ann," + first.Entity("ann").Statements[6].ID + ",fate,1.0.0,1.0.0,",
		"-statement,ann," + knew + ",knew,1.0.0,1.0.0,",
		"-statement,bea," + first.Entity("bea").Statements[0].ID + ",description,1.0.0,1.0.0,",
		"-statement,bea," + first.Entity("bea").Statements[1].ID + ",knew,1.0.0,1.0.0,",
	}
	var got []string
	for line := range strings.Lines(written(t, two)) {
		switch line = strings.TrimSuffix(line, "\n"); {
		case strings.Contains(line, ",1.1.0,,"):
			got = append(got, "+"+line)
		case strings.Contains(line, ",1.0.0,1.0.0,"):
			got = append(got, "-"+line)
		}
	}
	sorted := cmp.Transformer("sorted", func(s []string) map[string]bool {
		set := map[string]bool{}
		for _, line := range s {
			set[line] = true
		}
		return set
	})
	if diff := cmp.Diff(want, got, sorted); diff != "" {
		t.Error(diff)
	}

	// What is gone stays in the ledger as it went; what comes back is there again.
	third := facts(t, "dataset.yaml", "1.0.0", "1.2.0", "person/dan.yaml", "", "name: Dan\nfacts:\n  description:\n    - { value: a boy, cite: log#p1 }\n")
	three, lost := release.Ledger(two, diff.Compare(diff.Of(second), diff.Of(third)), third)
	if len(lost) > 0 {
		t.Errorf("lost: %v", lost)
	}
	if text := written(t, three); !strings.Contains(text, knew+",knew,1.0.0,,\n") || !strings.Contains(text, rank.ID+",rank,1.1.0,1.1.0,"+first.Entity("ann").Statements[2].ID+"\n") {
		t.Error(text)
	}
}
