package problem

import (
	"strings"
	"testing"
	"unicode"
)

// FuzzExcerpt holds that whatever line and place are shown, the excerpt fits,
// the mark stands below something or right behind it, and no character reaches
// the terminal that it would obey.
func FuzzExcerpt(f *testing.F) {
	f.Add("  cite: [zamora-leaves-pero#p13]", 10, 18)
	f.Add("\tname: 李伟 e\u0301\u202e", 8, 2)
	f.Add(strings.Repeat("x", 500), 400, 1000)
	f.Add("", 5, 0)
	f.Fuzz(func(t *testing.T, line string, column, characters int) {
		if characters > 1<<40 || column > 1<<40 {
			t.Skip("no file has so many characters")
		}
		const room = 60
		e := excerptOf(rowOf(line), column, characters, room)
		if n := rowOf(e.text).columns; n > room {
			t.Errorf("%d columns: %q", n, e.text)
		}
		if e.indent < 0 || e.marks < 1 || e.indent+e.marks > room+1 {
			t.Errorf("indent %d, marks %d", e.indent, e.marks)
		}
		for _, r := range e.text {
			if !unicode.IsGraphic(r) {
				t.Errorf("%U is shown in %q", r, e.text)
			}
		}
	})
}
