package fact

import (
	"regexp"
	"strconv"
)

var paragraphs = regexp.MustCompile(`^p([1-9][0-9]{0,6})(?:-([1-9][0-9]{0,6}))?$`)

// Paragraphs reads a place that is a paragraph (p13) or several (p6-8) and
// returns the first and the last, counted from 1. Other places, such as
// page-12, are not paragraphs: ok is false.
func Paragraphs(place string) (first, last int, ok bool) {
	m := paragraphs.FindStringSubmatch(place)
	if m == nil {
		return 0, 0, false
	}
	first, _ = strconv.Atoi(m[1])
	last = first
	if m[2] != "" {
		last, _ = strconv.Atoi(m[2])
	}
	return first, last, true
}
