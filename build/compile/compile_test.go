package compile_test

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"example.org/publish/build/check"
	"example.org/publish/build/compile"
	"example.org/publish/build/load"
)

// base is a small dataset whose person files the tests write anew.
const base = `
-- dataset.yaml --
title: Voyages
description: Who sailed where, and who says so.
publisher: The curators
version: "1.0.0"
licence: CC-BY-4.0
language: en
languages: [en]
site: https://example.org/voyages/
-- schema/person.yaml --
label: { en: Person }
plural: { en: People }
properties:
  description:
    label: { en: Description }
    value: text
    lead: true
  sailed:
    label: { en: Sailed }
    value: date
    one-at-a-time: true
    timeline: true
  rank:
    label: { en: Rank }
    value: text
    time: period
    one-at-a-time: true
    timeline: true
  knew:
    label: { en: Knew }
    inverse: { en: Known by }
    value: person
    follows: true
    time: period
    timeline: true
-- source/log.yaml --
title: The log
kind: log
publisher: unknown
published: "1850"
language: en
copy: { name: log.txt, sha256: "0000000000000000000000000000000000000000000000000000000000000001", paragraphs: 90 }
-- source/gazette.yaml --
title: The gazette
kind: newspaper
publisher: unknown
published: "1851"
language: en
relies-on: [log]
copy: { name: gazette.txt, sha256: "0000000000000000000000000000000000000000000000000000000000000002", paragraphs: 90 }
-- person/ben.yaml --
name: Ben
facts:
  description:
    - value: a sailor
      cite: log#p1
`

// catalog compiles the base dataset with the facts of one more person, Ann.
func catalog(t *testing.T, facts string) *compile.Catalog {
	t.Helper()
	archive := txtar.Parse([]byte(base + "-- person/ann.yaml --\nname: Ann\nfacts:\n" + facts))
	files := fstest.MapFS{}
	for _, f := range archive.Files {
		files[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	written, unread, err := load.Load(files)
	if err != nil {
		t.Fatal(err)
	}
	passed, problems := check.Run(written, unread)
	if passed == nil {
		for _, p := range problems {
			t.Errorf("%s:%d: %s [%s]", p.File, p.Pos.Line, p.Message, p.Rule)
		}
		t.FailNow()
	}
	return compile.Compile(passed, compile.Commit{})
}

func TestAStatementKeepsItsIDWhenItsFootnotesAreMended(t *testing.T) {
	plain := `
  rank:
    - value: captain
      from: "1840"
      cite: log#p1
`
	want := catalog(t, plain).Entity("ann").Statements[0].ID
	if len(want) != 17 || want[0] != 's' {
		t.Errorf("the id is %q; want s and 16 digits", want)
	}
	for why, test := range map[string]struct {
		facts string
		same  bool
	}{
		"another citation":    {strings.Replace(plain, "log#p1", "[log#p2, gazette#p3]", 1), true},
		"a note":              {plain + "      note: read twice\n", true},
		"a rank":              {plain + "      rank: preferred\n      reason: the log is older\n", true},
		"certainty":           {plain + "      certainty: possible\n", true},
		"a language":          {strings.Replace(plain, "captain", "{ en: captain }", 1), true},
		"a value":             {strings.Replace(plain, "captain", "mate", 1), false},
		"a time":              {strings.Replace(plain, "1840", "1841", 1), false},
		"another end":         {plain + "      until: \"1845\"\n", false},
		"a claimant":          {plain + "      by: ben\n", false},
		"an unnamed claimant": {plain + "      by: unnamed\n", false},
		"a detail":            {plain + "      detail: of the Swallow\n", false},
		"a key":               {plain + "      key: captaincy\n", false},
	} {
		if got := catalog(t, test.facts).Entity("ann").Statements[0].ID; (got == want) != test.same {
			t.Errorf("with %s the id is %s, and was %s", why, got, want)
		}
	}
	keyed := plain + "      key: captaincy\n"
	reworded := strings.NewReplacer("captain\n", "master\n", "1840", "1839").Replace(keyed)
	if a, b := catalog(t, keyed).Entity("ann").Statements[0].ID, catalog(t, reworded).Entity("ann").Statements[0].ID; a != b {
		t.Errorf("a statement with a key had the id %s, and %s when it was reworded", a, b)
	}
}

func TestSourcesThatPassOnOneReportCountAsOne(t *testing.T) {
	c := catalog(t, `
  description:
    - value: a sailor
      cite: [log#p1, { source: gazette, at: p2, via: [log] }]
  knew:
    - value: ben
      cite: [log#p1, gazette#p2]
`)
	statements := c.Entity("ann").Statements
	if diff := cmp.Diff([]string{"log"}, statements[0].Origins); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"gazette", "log"}, statements[1].Origins); diff != "" {
		t.Error(diff)
	}
	if got := c.Source("log").Alone; got != 1 {
		t.Errorf("%d statements rest on the log alone; want Ben's one", got)
	}
	if got := len(c.Source("log").Citations); got != 3 {
		t.Errorf("the log has %d citations; want 3", got)
	}
}

func TestReferencesResolveBothWays(t *testing.T) {
	c := catalog(t, `
  knew:
    - value: ben
      from: "1840"
      cite: log#p1
  rank:
    - value: captain
      by: ben
      cite: log#p2
`)
	ann, ben := c.Entity("ann"), c.Entity("ben")
	if len(ben.Mentions) != 1 || ben.Mentions[0].Entity != ann {
		t.Errorf("Ben is mentioned by %v; want Ann's statement", ben.Mentions)
	}
	if len(ben.Claims) != 1 || !ben.Claims[0].Claimed() {
		t.Errorf("Ben claims %v; want Ann's rank", ben.Claims)
	}
	if len(ben.Moments) != 1 || ben.Moments[0] != ann.Moments[0] {
		t.Error("Ben's timeline lacks the acquaintance that Ann's has")
	}
}

// outline writes the arrangement of a property: rivals in brackets, answers in
// parentheses behind what they answer.
func outline(g *compile.Group) string {
	var thread func(*compile.Thread) string
	thread = func(th *compile.Thread) string {
		s := th.Value.Written
		for _, a := range th.Answers {
			s += " (" + thread(a) + ")"
		}
		return s
	}
	var blocks []string
	for _, b := range g.Blocks {
		var threads []string
		for _, th := range b.Threads {
			threads = append(threads, thread(th))
		}
		text := strings.Join(threads, " | ")
		if b.Conflict != nil {
			text = "[" + text + "]"
		}
		blocks = append(blocks, text)
	}
	return strings.Join(blocks, "; ")
}

func TestRivalsStandTogetherAndAnswersBelow(t *testing.T) {
	for _, test := range []struct{ why, facts, want string }{
		{"rivals by rank", `
  rank:
    - { value: mate, by: ben, cite: log#p1 }
    - { value: cook, rank: deprecated, reason: a misprint, cite: log#p2 }
    - { value: captain, rank: preferred, reason: the muster roll, cite: log#p3 }
`, "[captain | mate | cook]"},
		{"a claim and its answer are no rivals", `
  rank:
    - { key: first, value: captain, by: ben, cite: log#p1 }
    - { value: never captain, by: unnamed, disputes: first, cite: log#p2 }
`, "captain (never captain)"},
		{"an answer to an answer", `
  rank:
    - { key: first, value: captain, by: ben, cite: log#p1 }
    - { key: second, value: never captain, by: unnamed, disputes: first, cite: log#p2 }
    - { value: captain after all, by: ben, disputes: second, cite: log#p2 }
`, "[captain (never captain (captain after all))]"},
		{"two that answer one another stand side by side", `
  rank:
    - { key: first, value: captain, by: ben, disputes: second, cite: log#p1 }
    - { key: second, value: never captain, by: unnamed, disputes: first, cite: log#p2 }
`, "captain; never captain"},
		{"succession", `
  rank:
    - { value: captain, from: "1845", until: "1850", cite: log#p1 }
    - { value: mate, from: "1840", until: "1845", cite: log#p1 }
`, "mate; captain"},
		{"what had begun by a day stands at that day", `
  rank:
    - { value: captain, from: "[..1846]", until: "1850", cite: log#p1 }
    - { value: mate, from: "1840", until: "1845", cite: log#p1 }
`, "[mate | captain]"},
	} {
		e := catalog(t, test.facts).Entity("ann")
		if got := outline(e.Groups[0]); got != test.want {
			t.Errorf("%s: arranged as %q; want %q", test.why, got, test.want)
		}
		shown := 0
		for _, g := range e.Groups {
			shown += countThreads(g)
		}
		if shown != len(e.Statements) {
			t.Errorf("%s: %d of %d statements are arranged", test.why, shown, len(e.Statements))
		}
	}
}

func countThreads(g *compile.Group) int {
	var count func([]*compile.Thread) int
	count = func(threads []*compile.Thread) int {
		n := len(threads)
		for _, th := range threads {
			n += count(th.Answers)
		}
		return n
	}
	n := 0
	for _, b := range g.Blocks {
		n += count(b.Threads)
	}
	return n
}

func TestConflictsAreSettledByRankAlone(t *testing.T) {
	for _, test := range []struct {
		facts   string
		settled bool
	}{
		{"{ value: mate, by: ben, cite: log#p1 }\n    - { value: cook, by: unnamed, cite: log#p2 }", false},
		{"{ value: mate, by: ben, cite: log#p1 }\n    - { value: cook, rank: preferred, reason: the roll, cite: log#p2 }", true},
		{"{ value: mate, by: ben, cite: log#p1 }\n    - { value: cook, rank: deprecated, reason: a misprint, cite: log#p2 }", true},
	} {
		c := catalog(t, "\n  rank:\n    - "+test.facts+"\n")
		if len(c.Conflicts) != 1 || c.Conflicts[0].Settled != test.settled {
			t.Errorf("%s:\nconflicts %v; want one, settled: %t", test.facts, c.Conflicts, test.settled)
		}
	}
}

func TestTheTimelineListsTheYearsThatADateCanFallIn(t *testing.T) {
	for written, want := range map[string][]int{
		"sailed:\n    - { value: \"1845-03\", cite: log#p1 }":                         {1845},
		"sailed:\n    - { value: \"[1845..1847]\", cite: log#p1 }":                    {1845, 1846, 1847},
		"sailed:\n    - { value: \"[..1845]\", cite: log#p1 }":                        {1845},
		"rank:\n    - { value: mate, from: \"1840\", until: \"1850\", cite: log#p1 }": {1840, 1850},
		"rank:\n    - { value: mate, from: \"1840\", until: \"..\", cite: log#p1 }":   {1840},
		"knew:\n    - { value: ben, on: \"184X\", cite: log#p1 }":                     {1840, 1841, 1842, 1843, 1844, 1845, 1846, 1847, 1848, 1849},
	} {
		c := catalog(t, "\n  "+written+"\n")
		if len(c.Moments) != 1 {
			t.Errorf("%s: %d moments; want one", written, len(c.Moments))
			continue
		}
		if diff := cmp.Diff(want, c.Moments[0].Years); diff != "" {
			t.Errorf("%s: years (-want +got):\n%s", written, diff)
		}
	}
	if got := len(catalog(t, "\n  rank:\n    - { value: mate, cite: log#p1 }\n").Moments); got != 0 {
		t.Errorf("an undated statement has %d moments; want none", got)
	}
}

func TestEventsOfOneDateStandInTheOrderThatIsSaid(t *testing.T) {
	c := catalog(t, `
  sailed:
    - { value: "1845", cite: log#p1 }
  knew:
    - { value: zoe, cite: log#p1 }
-- person/zoe.yaml --
name: Zoe
facts:
  sailed:
    - { value: "1845~", cite: log#p9 }
`)
	var order []string
	for _, m := range c.Moments {
		order = append(order, m.Statement.Entity.ID)
	}
	if diff := cmp.Diff([]string{"zoe", "ann"}, order); diff != "" {
		t.Error(diff)
	}
}

func TestTheRealDatasetCompiles(t *testing.T) {
	written, unread, err := load.Load(os.DirFS("../../dataset"))
	if err != nil {
		t.Fatal(err)
	}
	passed, problems := check.Run(written, unread)
	if passed == nil {
		t.Fatalf("the facts have %d problems", len(problems))
	}
	c := compile.Compile(passed, compile.Commit{})
	ids := map[string]bool{}
	for _, s := range c.Statements {
		if ids[s.ID] {
			t.Errorf("two statements have the id %s; one is at %s:%d", s.ID, s.Entity.File, s.Line)
		}
		ids[s.ID] = true
		if len(s.Citations) == 0 || len(s.Origins) == 0 {
			t.Errorf("%s:%d has no source", s.Entity.File, s.Line)
		}
	}
}
