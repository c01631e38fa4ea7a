package site_test

import (
	"cmp"
	"encoding/csv"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

var (
	asOf        = regexp.MustCompile(`timeline/as-of/relation/(\d+)(?:-(\d+))?/index.html$`)
	toStatement = regexp.MustCompile(`href="([^"#]*)#(s[0-9a-f]{16})"`)
)

// The table for researchers and the one for readers are made apart.
func TestMatrixIsTheTableOfDyadYears(t *testing.T) {
	files := rendered(t)
	rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(files["data/dyad_years.csv"], "\ufeff"))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	year, statements := slices.Index(rows[0], "year"), slices.Index(rows[0], "statements")
	want := map[string][]string{}
	for _, row := range rows[1:] {
		want[row[year]] = append(want[row[year]], strings.Split(row[statements], "; ")...)
	}
	for _, prefix := range []string{"", "es/"} {
		got := map[string][]string{}
		for name, content := range files {
			at := asOf.FindStringSubmatch(name)
			if at == nil || !strings.HasPrefix(name, prefix+"timeline/") {
				continue
			}
			first, _ := strconv.Atoi(at[1])
			last, _ := strconv.Atoi(cmp.Or(at[2], at[1]))
			for y := first; y <= last; y++ {
				if len(got[strconv.Itoa(y)]) > 0 {
					t.Errorf("two pages have the year %d", y)
				}
				for _, link := range toStatement.FindAllStringSubmatch(content, -1) {
					got[strconv.Itoa(y)] = append(got[strconv.Itoa(y)], link[2])
				}
			}
		}
		for _, y := range slices.Sorted(maps.Keys(want)) {
			// Each pair has two cells.
			if a, b := sorted(append(want[y], want[y]...)), sorted(got[y]); !slices.Equal(a, b) {
				t.Errorf("%s%s rests on %v, want %v", prefix, y, b, a)
			}
		}
		if len(got) != len(want) {
			t.Errorf("%d years are told of, want %d", len(got), len(want))
		}
	}
}

// A script leads to any year by the same links.
func TestYearsOfTheMatrixAreLinks(t *testing.T) {
	files := rendered(t)
	page := files["relation/index.html"]
	links := regexp.MustCompile(`<a href="\.\./(timeline/as-of/relation/[^"]+)" data-first="(\d+)" data-last="(\d+)"`).FindAllStringSubmatch(page, -1)
	if len(links) < 2 {
		t.Fatalf("%d years can be chosen", len(links))
	}
	for i, link := range links {
		if _, ok := files[link[1]]; !ok {
			t.Errorf("there is no %s", link[1])
		}
		if i > 0 && link[3] >= links[i-1][2] {
			t.Errorf("%s is not before %s", link[1], links[i-1][1])
		}
	}
	if !strings.Contains(page, `data-last="`+links[0][3]+`" aria-current="true"`) {
		t.Error("the list does not show the newest year")
	}
}

func sorted(list []string) []string { return slices.Sorted(slices.Values(list)) }

// What cannot both hold stands in two rows, and a claim under a heading of its
// own.
func TestCourseOfARelationHasItsRows(t *testing.T) {
	page := rendered(t)["relation/zamora-and-peru/index.html"]
	_, drawn, _ := strings.Cut(page, `<svg class="lanes"`)
	drawn, list, _ := strings.Cut(drawn, `<ol class="lines">`)
	list, _, _ = strings.Cut(list, "</ol>")
	for _, want := range []string{
		">As reported</text>", ">As somebody claims</text>", `<a class="claimed" href="#`, `aria-label="friends, according to Enrique`,
		">Events in which both took part</text>", `<a class="event" href="../../event/independence/index.html#s`,
		">Who held a post between the two</text>", `<a class="post" href="../../person/carlos-zamora/index.html#s`,
	} {
		if !strings.Contains(drawn, want) {
			t.Errorf("the drawing lacks %s", want)
		}
	}
	if strings.Contains(drawn, "Peru breaks relations with Mexico") {
		t.Error("an event is drawn in which one of the two took part by a claim")
	}
	for _, link := range regexp.MustCompile(`<a class="\w+" href="([^"]+)"`).FindAllStringSubmatch(drawn, -1) {
		if !strings.Contains(list, `href="`+link[1]+`"`) {
			t.Errorf("%s is drawn and not listed", link[1])
		}
	}
}
