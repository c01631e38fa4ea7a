package site_test

import (
	"encoding/csv"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

var (
	asOf        = regexp.MustCompile(`<h3 id="as-of-y(\d+)(?:-(\d+))?">`)
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
	for _, page := range []string{"relation/index.html", "es/relation/index.html"} {
		got := map[string][]string{}
		content := files[page]
		headings := asOf.FindAllStringSubmatchIndex(content, -1)
		for i, at := range headings {
			end := len(content)
			if i+1 < len(headings) {
				end = headings[i+1][0]
			}
			first, _ := strconv.Atoi(content[at[2]:at[3]])
			last := first
			if at[4] >= 0 {
				last, _ = strconv.Atoi(content[at[4]:at[5]])
			}
			for y := first; y <= last; y++ {
				for _, link := range toStatement.FindAllStringSubmatch(content[at[0]:end], -1) {
					got[strconv.Itoa(y)] = append(got[strconv.Itoa(y)], link[2])
				}
			}
		}
		for _, y := range slices.Sorted(maps.Keys(want)) {
			// Each pair has two cells.
			if a, b := sorted(append(want[y], want[y]...)), sorted(got[y]); !slices.Equal(a, b) {
				t.Errorf("%s: %s rests on %v, want %v", page, y, b, a)
			}
		}
		if len(got) != len(want) {
			t.Errorf("%s tells of %d years, want %d", page, len(got), len(want))
		}
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
