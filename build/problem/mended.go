package problem

import (
	"bufio"
	"fmt"
	"io"
)

// Mended writes which problems were mended, in how many files, and what stands
// in each place now. No problems write nothing.
func Mended(w io.Writer, problems []Problem, prefix string) error {
	if len(problems) == 0 {
		return nil
	}
	b := bufio.NewWriter(w)
	files := map[string]bool{}
	for _, p := range problems {
		files[p.File] = true
		now := "now " + p.Fix.Text
		if p.Fix.Text == "" {
			now = "taken away"
		}
		fmt.Fprintf(b, "%s:%d:%d: %s: %s [%s]\n",
			visible(prefix+p.File), p.Pos.Line, max(p.Pos.Column, 1), visible(p.Message), visible(now), p.Rule)
	}
	fmt.Fprintf(b, "%s mended in %s\n\n", number(len(problems), "problem"), number(len(files), "file"))
	return b.Flush()
}
