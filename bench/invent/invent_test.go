package invent_test

import (
	"bytes"
	"testing"
	"testing/fstest"

	"example.org/publish/bench/invent"
	"example.org/publish/build/check"
	"example.org/publish/build/compile"
	"example.org/publish/build/edtf"
	"example.org/publish/build/format"
	"example.org/publish/build/load"
)

func filesOf(d *invent.Dataset) fstest.MapFS {
	files := fstest.MapFS{}
	for i := range d.Files() {
		name, content := d.File(i)
		files[name] = &fstest.MapFile{Data: content}
	}
	return files
}

func compiled(t *testing.T, seed uint64, entities int) *compile.Catalog {
	t.Helper()
	d, unread, err := load.Load(filesOf(invent.New(seed, entities)))
	if err != nil {
		t.Fatal(err)
	}
	passed, problems := check.Run(d, unread)
	for _, p := range problems {
		t.Errorf("%s:%d: %s [%s]", p.File, p.Pos.Line, p.Message, p.Rule)
	}
	if passed == nil {
		t.FailNow()
	}
	return compile.Compile(passed, compile.Commit{})
}

func TestADatasetPassesTheCheckWithoutWarnings(t *testing.T) {
	for _, entities := range []int{20, 200, 1000} {
		c := compiled(t, 1, entities)
		if len(c.Entities) != entities {
			t.Errorf("%d entities; want %d", len(c.Entities), entities)
		}
	}
}

func TestADatasetIsLikeThoseThatPeopleWrite(t *testing.T) {
	c := compiled(t, 2, 1000)
	if n := len(c.Statements); n < 9_000 || n > 12_000 {
		t.Errorf("%d statements of 1,000 entities; want about ten each", n)
	}
	seen := map[string]int{}
	see := func(d edtf.Date) {
		seen[d.Precision()]++
		if d.Approximate() {
			seen["~"]++
		}
		if d.Uncertain() {
			seen["?"]++
		}
	}
	for _, s := range c.Statements {
		for _, d := range []edtf.Date{s.On, s.From, s.Until, s.Value.Date} {
			see(d)
		}
		seen[s.Rank]++
		seen["disputes"] += len(s.Disputes)
		if s.Claimed() {
			seen["claimed"]++
		}
		for _, cited := range s.Citations {
			seen["via"] += len(cited.Via)
		}
	}
	seen["conflict"] = len(c.Conflicts)
	for _, want := range []string{
		"day", "month", "season", "year", "decade", "century", "interval", "set", "open", "~", "?",
		"preferred", "normal", "disputes", "claimed", "via", "conflict",
	} {
		if seen[want] == 0 {
			t.Errorf("no %s in 1,000 entities", want)
		}
	}
	if len(c.Types) != 8 {
		t.Errorf("%d types; want 8", len(c.Types))
	}
	for _, typ := range c.Types {
		if len(typ.Entities) == 0 {
			t.Errorf("no entity of the type %s", typ.ID)
		}
	}
}

func TestTheSameSeedGivesTheSameFilesInAnyOrder(t *testing.T) {
	one, other := invent.New(7, 200), invent.New(7, 200)
	names := map[string]bool{}
	for i := range one.Files() {
		back := one.Files() - 1 - i
		other.File(back)
		name, content := one.File(i)
		again, same := other.File(i)
		if name != again || !bytes.Equal(content, same) {
			t.Fatalf("file %d is %s and then %s", i, name, again)
		}
		if names[name] {
			t.Errorf("two files have the name %s", name)
		}
		names[name] = true
	}
	_, content := one.File(one.Files() / 2)
	if _, differs := invent.New(8, 200).File(one.Files() / 2); bytes.Equal(content, differs) {
		t.Error("another seed gives the same file")
	}
}

func TestFilesHaveTheOneForm(t *testing.T) {
	files := filesOf(invent.New(3, 200))
	d, _, err := load.Load(files)
	if err != nil {
		t.Fatal(err)
	}
	style := format.StyleOf(d)
	for name, file := range files {
		formed, problems, err := style.File(name, file.Data)
		if err != nil || len(problems) > 0 {
			t.Fatalf("%s: %v %v", name, err, problems)
		}
		if !bytes.Equal(formed, file.Data) {
			t.Errorf("%s is written\n%s\nand its form is\n%s", name, file.Data, formed)
		}
	}
}
