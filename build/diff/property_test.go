package diff_test

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"example.org/publish/build/compile"
	"example.org/publish/build/diff"
)

// A field that is added to the catalog must be compared as well, unless it is
// computed from others.
func TestEachFieldOfTheCatalogIsComparedOrComputed(t *testing.T) {
	computed := map[string][]string{
		"Type":      {"Entities"},
		"Property":  {"Type"},
		"Entity":    {"File", "Groups", "Mentions", "Claims", "Moments"},
		"Statement": {"Span", "Unnamed", "DisputedBy", "Conflict", "Origins", "Line", "Former"},
		"Value":     {"Text", "Entity", "Code", "Date", "Number"},
		"Citation":  {"Statement", "First", "Last"},
		"Source":    {"File", "Citations", "Alone"},
		"Move":      {"Sources", "Statements"}, // To has the ids of all
		"Catalog":   {"Branch", "Issued", "Statements", "Conflicts", "Moments", "Date", "Revision", "Version"},
	}
	for _, pair := range []struct{ published, compared any }{
		{compile.Type{}, diff.Type{}}, {compile.Property{}, diff.Property{}}, {compile.Choice{}, diff.Choice{}},
		{compile.Entity{}, diff.Entity{}}, {compile.Statement{}, diff.Statement{}}, {compile.Value{}, diff.Value{}},
		{compile.Citation{}, diff.Citation{}}, {compile.Source{}, diff.Source{}}, {compile.Move{}, diff.Move{}},
		{compile.Catalog{}, struct {
			diff.State
			diff.Info
		}{}},
	} {
		published, compared := reflect.TypeOf(pair.published), reflect.TypeOf(pair.compared)
		for i := range published.NumField() {
			f := published.Field(i)
			if _, ok := compared.FieldByName(f.Name); !ok && f.IsExported() && !slices.Contains(computed[published.Name()], f.Name) {
				t.Errorf("%s.%s is not compared", published.Name(), f.Name)
			}
		}
	}
}

// Whatever is changed in a state, be it one letter, is told.
func TestNoChangeIsPassedOver(t *testing.T) {
	before, published := state(t), catalog(t, edited(t))
	tried := 0
	for i := 0; ; i++ {
		// The state shares its texts with the catalog: what is changed is put back.
		after := diff.Of(published)
		leaves := leavesOf(reflect.ValueOf(after).Elem(), "")
		if i == len(leaves) {
			break
		}
		tried++
		place, leaf := leaves[i].path, leaves[i]
		was := reflect.ValueOf(leaf.value.Interface())
		switch leaf.value.Kind() {
		case reflect.String:
			leaf.value.SetString(leaf.value.String() + "x")
		case reflect.Bool:
			leaf.value.SetBool(!leaf.value.Bool())
		case reflect.Int:
			leaf.value.SetInt(leaf.value.Int() + 1)
		}
		if got := diff.Compare(before, after.Index()); len(got.All) == 0 {
			t.Errorf("%s: a change is passed over", place)
		} else if got.Bump() == diff.None {
			t.Errorf("%s: a change asks for no raise", place)
		}
		leaf.value.Set(was)
	}
	if tried < 300 {
		t.Errorf("only %d places were tried", tried)
	}
}

type leaf struct {
	path  string
	value reflect.Value
}

// leavesOf are all words, truths and numbers that can be changed, but for those
// that say what version it is and those that repeat another one.
func leavesOf(v reflect.Value, path string) []leaf {
	switch v.Kind() {
	case reflect.Pointer:
		return leavesOf(v.Elem(), path)
	case reflect.Slice:
		var all []leaf
		for i := range v.Len() {
			all = append(all, leavesOf(v.Index(i), fmt.Sprintf("%s[%d]", path, i))...)
		}
		return all
	case reflect.Struct:
		if value, ok := v.Interface().(diff.Value); ok {
			switch value.Kind {
			case "text", "name":
				return leavesOf(v.FieldByName("Label"), path+".Label")
			}
			return leavesOf(v.FieldByName("Written"), path+".Written")
		}
		var all []leaf
		for i := range v.NumField() {
			name := path + "." + v.Type().Field(i).Name
			if !v.Type().Field(i).IsExported() || slices.Contains([]string{".Version", ".Revision", ".Date"}, name) {
				continue
			}
			if s, ok := v.Interface().(diff.Statement); ok && slices.Contains(repeated(s), v.Type().Field(i).Name) {
				continue
			}
			all = append(all, leavesOf(v.Field(i), name)...)
		}
		return all
	case reflect.String, reflect.Bool, reflect.Int:
		return []leaf{{path, v}}
	}
	return nil
}

// repeated are the fields of a statement that follow from its others.
func repeated(s diff.Statement) []string {
	if !s.Claimed {
		return []string{"ID", "Entity", "By"}
	}
	return []string{"ID", "Entity"}
}

// author makes random states and edits them.
type author struct{ *rand.Rand }

func (a author) pick(words ...string) string { return words[a.IntN(len(words))] }

func (a author) state() *diff.State {
	s := &diff.State{Version: "1.0.0", Languages: []string{"en"}}
	s.Types = []*diff.Type{{ID: "person", Properties: []*diff.Property{
		{ID: "rank", Kind: "text", OneAtATime: true}, {ID: "knew", Kind: "entity"}, {ID: "born", Kind: "date"},
	}}}
	for i := range 1 + a.IntN(3) {
		e := &diff.Entity{ID: fmt.Sprint("e", i), Type: "person", Name: compile.Text{{Text: "E"}}}
		for range a.IntN(5) {
			e.Statements = append(e.Statements, a.statement(e.ID))
		}
		s.Entities = append(s.Entities, e)
	}
	return s.Index()
}

func (a author) statement(entity string) *diff.Statement {
	s := &diff.Statement{ID: fmt.Sprintf("s%016x", a.Uint64()), Entity: entity, Property: a.pick("rank", "knew", "born"), Rank: "normal"}
	a.retell(s)
	return s
}

func (a author) retell(s *diff.Statement) {
	switch s.Property {
	case "rank":
		text := a.pick("captain of the ship", "captain of the boat", "mate", "cook of the ship")
		s.Value = diff.Value{Kind: "text", Written: text, Label: compile.Text{{Language: "en", Text: text}}}
	case "knew":
		s.Value = diff.Value{Kind: "entity", Written: a.pick("e0", "e1", "e2")}
	case "born":
		s.Value = diff.Value{Kind: "date", Written: a.pick("1840", "1841")}
	}
	s.From, s.By = a.pick("", "1845", "1846"), a.pick("", "", "e1", "e2")
	s.Claimed = s.By != ""
	s.Citations = []diff.Citation{{Source: a.pick("log", "gazette"), Place: a.pick("p1", "p2")}}
}

func (a author) edit(s *diff.State) {
	e := s.Entities[a.IntN(len(s.Entities))]
	n := len(e.Statements)
	switch kind := a.IntN(6); {
	case kind == 0 || n == 0:
		e.Statements = append(e.Statements, a.statement(e.ID))
	case kind == 1:
		i := a.IntN(n)
		e.Statements = slices.Delete(e.Statements, i, i+1)
	case kind == 2:
		a.retell(e.Statements[a.IntN(n)]) // as a statement with a key: the id stays
	case kind == 3:
		old := e.Statements[a.IntN(n)]
		a.retell(old)
		old.ID = fmt.Sprintf("s%016x", a.Uint64())
	case kind == 4:
		e.Name = compile.Text{{Text: a.pick("E", "F", "G")}}
	case kind == 5:
		e.Statements[a.IntN(n)].Note = compile.Text{{Language: "en", Text: a.pick("a", "b")}}
	}
}

func clone(s *diff.State) *diff.State {
	c := *s
	c.Entities = nil
	for _, e := range s.Entities {
		copied := *e
		copied.Statements = nil
		for _, st := range e.Statements {
			one := *st
			copied.Statements = append(copied.Statements, &one)
		}
		c.Entities = append(c.Entities, &copied)
	}
	return c.Index()
}

func TestRandomEditsAreToldAndNothingElse(t *testing.T) {
	for seed := range uint64(500) {
		a := author{rand.New(rand.NewPCG(seed, 1))}
		before := a.state()
		after := clone(before)
		for range a.IntN(6) {
			a.edit(after)
		}
		got := diff.Compare(before, after.Index())

		// Nothing is told exactly if nothing but the ids of statements differs.
		alike := cmp.Equal(before, after, cmpopts.IgnoreUnexported(diff.State{}), cmpopts.EquateEmpty(), cmpopts.IgnoreFields(diff.Statement{}, "ID"))
		if alike != (len(got.All) == 0) {
			t.Fatalf("seed %d: alike: %v\n%s", seed, alike, lines(got))
		}
		// Each statement is told at most once, and none comes from nowhere.
		seen := map[*diff.Statement]bool{}
		for _, one := range got.All {
			for _, s := range []*diff.Statement{one.Before, one.After} {
				if s != nil && seen[s] {
					t.Fatalf("seed %d: %s is told twice\n%s", seed, s.ID, lines(got))
				}
				seen[s] = true
			}
		}
		count := func(s *diff.State) (n int) {
			for _, e := range s.Entities {
				n += len(e.Statements)
			}
			return n
		}
		added, withdrawn := got.Count(diff.OfStatement, diff.Added), got.Count(diff.OfStatement, diff.Withdrawn)
		if count(before)-withdrawn+added != count(after) {
			t.Fatalf("seed %d: %d statements, %d withdrawn, %d added, and %d\n%s", seed, count(before), withdrawn, added, count(after), lines(got))
		}
		// An id that is gone is told of, or has become another one.
		for _, e := range before.Entities {
			for _, s := range e.Statements {
				told := slices.ContainsFunc(got.All, func(one *diff.Change) bool { return one.Verb == diff.Withdrawn && one.ID == s.ID })
				if after.Statement(s.ID) == nil && got.Became[s.ID] == "" && !told {
					t.Fatalf("seed %d: %s is lost without a word\n%s", seed, s.ID, lines(got))
				}
				if to := got.Became[s.ID]; to != "" && after.Statement(to) == nil {
					t.Fatalf("seed %d: %s became %s, which is not there", seed, s.ID, to)
				}
			}
		}
	}
}

func TestAVersionIsRaisedByWhatIsDue(t *testing.T) {
	for _, test := range []struct {
		from, to string
		due      diff.Bump
		least    string
		refused  bool
	}{
		{"1.2.3", "1.2.3", diff.Minor, "1.3.0", false}, // not raised yet
		{"1.2.3", "1.2.4", diff.Patch, "1.2.4", false},
		{"1.2.3", "1.2.4", diff.Minor, "1.3.0", true},
		{"1.2.3", "1.3.0", diff.Minor, "1.3.0", false},
		{"1.2.3", "1.9.0", diff.Major, "2.0.0", true},
		{"1.2.3", "2.0.0", diff.Patch, "1.2.4", false},
		{"1.2.3", "1.2.2", diff.None, "1.2.3", true},
		{"1.10.0", "1.9.0", diff.Patch, "1.10.1", true},
		{"0.1.0", "0.1.1", diff.Major, "0.2.0", true},
		{"0.1.0", "0.2.0", diff.Major, "0.2.0", false},
		{"0.9.0", "1.0.0", diff.Patch, "0.9.1", false},
		{"1.0.0-rc.1", "1.0.0", diff.Patch, "1.0.0", false},
		{"", "1.0.0", diff.Minor, "0.1.0", false},
	} {
		c := &diff.Changes{
			Old: &diff.State{Version: test.from}, New: &diff.State{Version: test.to},
			All: []*diff.Change{{Bump: diff.None}, {Bump: test.due}, {Bump: diff.None}},
		}
		_, err := c.Raised()
		if (err != nil) != test.refused {
			t.Errorf("%s to %s, with %s due: %v", test.from, test.to, test.due, err)
		}
		if got := c.Least(); got != test.least {
			t.Errorf("%s, with %s due: the next one is %s; want %s", test.from, test.due, got, test.least)
		}
	}
}
