package site

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"example.org/publish/build/compile"
)

// momentsIn are n moments in each of the years.
func momentsIn(n int, years ...int) []*compile.Moment {
	var list []*compile.Moment
	for _, y := range years {
		for range n {
			list = append(list, &compile.Moment{Statement: &compile.Statement{}, Years: []int{y}})
		}
	}
	return list
}

func paths(whole *period) string {
	var list []string
	for _, p := range whole.all() {
		list = append(list, strings.TrimSuffix(p.path(), "/"))
	}
	return strings.Join(list, " ")
}

func TestPeriodsAreAsLongAsTheyCanBe(t *testing.T) {
	long := mostListed + 1
	every := &selection{path: "", always: true}
	some := &selection{path: "x/"}
	for _, c := range []struct {
		name    string
		of      *selection
		moments []*compile.Moment
		want    string
	}{
		{"few, of all: years and no more", every, momentsIn(1, -3, 1954, 2025), " bc-4 1954 2025"},
		{"few, of some: nothing below", some, momentsIn(1, 1954, 2025), "x"},
		{"none", every, nil, ""},
		{"many in two centuries", some, momentsIn(long/2+1, 1954, 2025), "x x/1900-1999 x/2000-2099"},
		{"many in one century", some, momentsIn(long/2+1, 1954, 1961), "x x/1950s x/1960s"},
		{"many in one decade", some, momentsIn(long/2+1, 1961, 1962), "x x/1961 x/1962"},
		{"very many in a decade of a century", some, append(momentsIn(long, 1954, 1961), momentsIn(1, 2025)...), "x x/1900-1999 x/1950s x/1954 x/1954-undated x/1960s x/1961 x/1961-undated x/2000-2099"},
		{"before the common era", some, momentsIn(long, -3, 7), "x x/bc-101-bc-2 x/bc-4 x/bc-4-undated x/bc-1-99 x/7 x/7-undated"},
	} {
		got := paths(divided(c.of, c.moments))
		if strings.TrimSpace(got) != strings.TrimSpace(c.want) {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

// Statements lead to a page of the timeline, which must list them.
func TestEveryMomentHasItsPage(t *testing.T) {
	var moments []*compile.Moment
	for y := 1890; y < 2030; y++ {
		n := 1
		if y%7 == 0 {
			n = 2 * mostListed
		}
		moments = append(moments, momentsIn(n, y)...)
	}
	for i, m := range moments {
		m.Statement.ID = fmt.Sprint(i)
		if i%5 == 0 {
			m.Years = append(m.Years, m.Years[0]+1)
		}
	}
	whole := divided(&selection{path: "timeline/", always: true}, moments)
	pages := whole.firstPages()
	byPath := map[string]*period{}
	for _, p := range whole.all() {
		if byPath[p.path()] != nil {
			t.Errorf("two periods have the path %s", p.path())
		}
		byPath[p.path()] = p
	}
	for _, m := range moments {
		page := byPath[pages[m.Statement]]
		if page == nil || !page.listsAll() || !slices.Contains(page.moments, m) || len(page.below) > 0 {
			t.Fatalf("the moment %s of %d has the page %q", m.Statement.ID, m.Years[0], pages[m.Statement])
		}
	}
	for y := 1890; y < 2030; y++ {
		if got := byPath[fmt.Sprintf("timeline/%d/", y)]; got == nil || got.first != y {
			t.Errorf("the year %d has no page", y)
		}
	}
}

func TestNoPageOfATimelineIsEmptyOrTooLong(t *testing.T) {
	var moments []*compile.Moment
	for y := -2000; y < 2030; y += 3 {
		moments = append(moments, momentsIn(1+y%11+11, y)...)
	}
	whole := divided(&selection{path: "timeline/"}, moments)
	for _, p := range whole.all() {
		if len(p.moments) == 0 {
			t.Errorf("%s is empty", p.path())
		}
		if !p.listsAll() && len(p.below) == 0 {
			t.Errorf("%s lists nothing and leads nowhere", p.path())
		}
	}
	if pages := len(whole.all()); pages > len(moments)/10 {
		t.Errorf("%d pages for %d moments", pages, len(moments))
	}
}
