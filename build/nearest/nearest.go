// Package nearest finds the word that somebody probably meant.
package nearest

import "strings"

// Name returns the known word that the written one is most likely a slip of
// the hand for, or "" when none is near. Words are compared without regard to
// case by their Damerau-Levenshtein distance (a letter added, left out or
// replaced, or two neighbours swapped, counts one); up to a third of the
// longer word's letters may differ. Of two that are as near, the first wins.
func Name(word string, known []string) string {
	w := []rune(strings.ToLower(word))
	best, least := "", len(w)+1
	for _, k := range known {
		r := []rune(strings.ToLower(k))
		limit := min(max(len(w), len(r))/3, least-1)
		if d := distance(w, r, limit); d <= limit {
			best, least = k, d
		}
		if least == 0 {
			break
		}
	}
	return best
}

// distance is the optimal string alignment distance of two words, or anything
// above limit when it is above limit.
func distance(a, b []rune, limit int) int {
	if max(len(a)-len(b), len(b)-len(a)) > limit {
		return limit + 1
	}
	before := make([]int, len(b)+1)
	above := make([]int, len(b)+1)
	row := make([]int, len(b)+1)
	for j := range above {
		above[j] = j
	}
	for i := range a {
		row[0] = i + 1
		least := row[0]
		for j := range b {
			replaced := above[j]
			if a[i] != b[j] {
				replaced++
			}
			d := min(replaced, above[j+1]+1, row[j]+1)
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				d = min(d, before[j-1]+1)
			}
			row[j+1] = d
			least = min(least, d)
		}
		if least > limit {
			return limit + 1
		}
		before, above, row = above, row, before
	}
	return above[len(b)]
}
