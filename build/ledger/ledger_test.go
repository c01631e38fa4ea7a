package ledger_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"example.org/publish/build/fact"
	"example.org/publish/build/ledger"
)

const sample = `kind,of,id,property,first,last,now
entity,person,ada,,1.0.0,,
entity,person,ben,,1.0.0,1.2.0,
source,,log,,1.0.0,,
statement,ada,s0000000000000001,born,1.0.0,1.0.0,s0000000000000002
statement,ada,s0000000000000002,born,1.1.0,,
`

func TestWhatIsWrittenIsRead(t *testing.T) {
	list, faults := ledger.Parse([]byte(sample))
	if len(faults) > 0 || len(list) != 5 {
		t.Fatalf("%v %v", list, faults)
	}
	want := fact.Issued{
		Line: 5, Kind: fact.StatementKind, Of: "ada", ID: "s0000000000000001", Property: "born", First: "1.0.0", Last: "1.0.0", Now: "s0000000000000002",
	}
	if diff := cmp.Diff(want, list[3]); diff != "" {
		t.Error(diff)
	}
	list[0], list[3] = list[3], list[0]
	var out bytes.Buffer
	if err := ledger.Write(&out, list); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(sample, out.String()); diff != "" {
		t.Error(diff)
	}
	again, faults := ledger.Parse([]byte(strings.ReplaceAll(sample, "\n", "\r\n"))) // as git may check it out
	if len(faults) > 0 || len(again) != 5 {
		t.Errorf("%v %v", again, faults)
	}
}

func TestTheLastVersionIsTheHighest(t *testing.T) {
	list, _ := ledger.Parse([]byte(sample))
	list[1].First = "1.10.0"
	if got := ledger.Last(list); got != "1.10.0" {
		t.Errorf("it is %q", got)
	}
	if got := ledger.Last(nil); got != "" {
		t.Errorf("of nothing it is %q", got)
	}
}

func TestEachLineAtFaultIsNamed(t *testing.T) {
	for what, test := range map[string]struct {
		old, new string
		line     uint32
	}{
		"nothing":               {sample, "", 1},
		"no head":               {"kind,of,id", "kind,id,of", 1},
		"a conflict's mark":     {"source,,log", "<<<<<<< HEAD\nsource,,log", 4},
		"an empty line":         {"source,,log", "\nsource,,log", 4},
		"an unknown kind":       {"source,,log", "outlet,,log", 4},
		"an id of another form": {"source,,log", "source,,The Log", 4},
		"a statement's id":      {"s0000000000000002,born,1.1.0", "s2,born,1.1.0", 6},
		"a source of something": {"source,,log", "source,person,log", 4},
		"an entity of nothing":  {"entity,person,ada", "entity,,ada", 2},
		"no property":           {"s0000000000000002,born,1.1.0", "s0000000000000002,,1.1.0", 6},
		"a property too much":   {"ada,,1.0.0", "ada,born,1.0.0", 2},
		"a version":             {"ada,,1.0.0", "ada,,1.0", 2},
		"a last version":        {"1.2.0", "then", 3},
		"now, and still there":  {"1.1.0,,", "1.1.0,,s0000000000000001", 6},
		"now, and an entity":    {"1.2.0,", "1.2.0,ada", 3},
		"twice":                 {"source,,log,,1.0.0,,\n", "source,,log,,1.0.0,,\nsource,,log,,1.1.0,,\n", 5},
		"out of order":          {"source,,log,,1.0.0,,\n", "source,,log,,1.0.0,,\nsource,,diary,,1.1.0,,\n", 5},
	} {
		if !strings.Contains(sample, test.old) {
			t.Fatalf("%s: the sample does not hold %q", what, test.old)
		}
		_, faults := ledger.Parse([]byte(strings.Replace(sample, test.old, test.new, 1)))
		if len(faults) != 1 || faults[0].Line != test.line || faults[0].Message == "" {
			t.Errorf("%s: %v; want one in line %d", what, faults, test.line)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte(sample))
	f.Add([]byte("\xff,,,,,,\n"))
	f.Fuzz(func(t *testing.T, content []byte) {
		list, faults := ledger.Parse(content)
		if len(faults) > 0 {
			return
		}
		// What has no fault is written as it was.
		var out bytes.Buffer
		if err := ledger.Write(&out, list); err != nil {
			t.Fatal(err)
		}
		want := strings.ReplaceAll(string(content), "\r\n", "\n")
		if got := out.String(); got != want && got != want+"\n" {
			t.Errorf("%q is written as %q", want, got)
		}
	})
}
