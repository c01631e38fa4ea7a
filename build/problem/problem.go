// Package problem says what a contributor has to look at: a place, a rule, a
// message and a way out. A problem is a value, not an error: errors are what
// the machine could not do.
//
// The package knows how to show problems; it does not know how they are found.
package problem

import (
	"cmp"
	"slices"

	"example.org/publish/build/fact"
)

// Severity says whether a problem stops the build.
type Severity string

// An Error stops the build; a Warning does not.
const (
	Error   Severity = "error"
	Warning Severity = "warning"
)

// Problem is one thing that is wrong in one place.
type Problem struct {
	File     string   // path below the dataset's folder, with slashes
	Pos      fact.Pos // the zero Pos: the file as a whole
	Width    int      // how many characters the mark covers; 0 counts as 1
	Rule     string   // id of the rule, such as "unknown-source"
	Severity Severity
	Message  string // what is wrong, in the contributor's words; lower case, no full stop
	Help     string // what would be right; may be empty
	Fix      *Fix   // the only mending there is, or nil
}

// Fix replaces the characters [From, To) of the file, both counted in bytes
// from its start, by Text.
type Fix struct {
	From, To int
	Text     string
}

// Sort puts problems in the order of file, line, column, rule and message, and
// drops the second of two that are equal.
func Sort(ps []Problem) []Problem {
	slices.SortStableFunc(ps, func(a, b Problem) int {
		return cmp.Or(
			cmp.Compare(a.File, b.File),
			cmp.Compare(a.Pos.Line, b.Pos.Line),
			cmp.Compare(a.Pos.Column, b.Pos.Column),
			cmp.Compare(a.Rule, b.Rule),
			cmp.Compare(a.Message, b.Message),
		)
	})
	return slices.CompactFunc(ps, func(a, b Problem) bool {
		return a.File == b.File && a.Pos == b.Pos && a.Rule == b.Rule && a.Message == b.Message
	})
}
