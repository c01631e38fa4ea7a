// Package ledger reads and writes ledger.csv: the ids that released versions
// have published, so that none can be lost unnoticed.
//
// It is written when a version is released and never by hand. A line is an id,
// and the lines are sorted, so that two branches merge line by line and a
// change to it reads as what came and what went. It is a table and not YAML
// because it has a line for each statement: a YAML library needs gigabytes for
// a map of so many keys. No cell needs quotes.
package ledger

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"golang.org/x/mod/semver"

	"example.org/publish/build/fact"
	"example.org/publish/build/kebab"
)

// Name is the name of the file, below the dataset's folder.
const Name = "ledger.csv"

// columns are its columns; the package fact says what they mean.
const columns = "kind,of,id,property,first,last,now"

// Fault is a line that is not as Write writes it.
type Fault struct {
	Line    uint32
	Message string // lower case, no full stop
}

// most is how many faults are told: who finds so many takes the last release's
// file.
const most = 20

// Parse reads the file. Lines at fault are left out, and of the faults the
// first ones are returned.
func Parse(content []byte) ([]fact.Issued, []Fault) {
	var list []fact.Issued
	var faults []Fault
	line := uint32(0)
	for text := range strings.Lines(string(content)) {
		line++
		text = strings.TrimSuffix(strings.TrimSuffix(text, "\n"), "\r")
		fault := func(message string) {
			if len(faults) < most {
				faults = append(faults, Fault{line, message})
			}
		}
		if line == 1 {
			if text != columns {
				fault("its first line does not name its columns: " + columns)
			}
			continue
		}
		one, message := parseLine(text)
		one.Line = line
		switch {
		case message != "":
			fault(message)
			continue
		case len(list) > 0 && order(list[len(list)-1], one) == 0:
			fault(fmt.Sprintf("the id %q is there twice", brief(one.ID)))
			continue
		case len(list) > 0 && order(list[len(list)-1], one) > 0:
			fault("the line is not in its order")
		}
		list = append(list, one)
	}
	if line == 0 {
		faults = []Fault{{1, "the file is empty"}}
	}
	return list, faults
}

// Last is the highest version that the ledger names; empty when it names none.
func Last(list []fact.Issued) string {
	last := ""
	for _, i := range list {
		for _, v := range []string{i.First, i.Last} {
			if last == "" || v != "" && semver.Compare("v"+v, "v"+last) > 0 {
				last = v
			}
		}
	}
	return last
}

// isVersion reports whether a text is three numbers, as in 1.0.0.
func isVersion(text string) bool {
	v := "v" + text
	return semver.Canonical(v) == v && semver.Prerelease(v) == ""
}

func parseLine(text string) (fact.Issued, string) {
	cells := strings.Split(text, ",")
	if len(cells) != strings.Count(columns, ",")+1 {
		return fact.Issued{}, "the line has not the cells that it should have: " + columns
	}
	one := fact.Issued{Kind: cells[0], Of: cells[1], ID: cells[2], Property: cells[3], First: cells[4], Last: cells[5], Now: cells[6]}
	isStatement := one.Kind == fact.StatementKind
	switch {
	case !slices.Contains([]string{fact.EntityKind, fact.SourceKind, fact.StatementKind}, one.Kind):
		return one, fmt.Sprintf("%q is no kind of id: entity, source or statement", brief(one.Kind))
	case isStatement && !fact.IsStatementID(one.ID), !isStatement && !kebab.Is(one.ID):
		return one, fmt.Sprintf("%q is no id of its kind", brief(one.ID))
	case (one.Kind == fact.SourceKind) != (one.Of == ""), one.Of != "" && !kebab.Is(one.Of):
		return one, "the cell of names the type of an entity, the entity of a statement, and nothing for a source"
	case isStatement != kebab.Is(one.Property), !isStatement && one.Property != "":
		return one, "the cell property names the property of a statement, and nothing else has one"
	case !isVersion(one.First), one.Last != "" && !isVersion(one.Last):
		return one, "a version is three numbers, as in 1.0.0"
	case one.Now != "" && (one.Last == "" || !isStatement || !fact.IsStatementID(one.Now)):
		return one, "the cell now names what a statement has become that is gone"
	}
	return one, ""
}

// brief cuts a word off that is far too long to be one.
func brief(word string) string {
	if len(word) > 80 {
		return strings.ToValidUTF8(word[:80], "") + "…"
	}
	return word
}

// Write writes the file; the list need not be in order.
func Write(to io.Writer, list []fact.Issued) error {
	w := bufio.NewWriter(to)
	w.WriteString(columns + "\n")
	for _, i := range slices.SortedFunc(slices.Values(list), order) {
		w.WriteString(strings.Join([]string{i.Kind, i.Of, i.ID, i.Property, i.First, i.Last, i.Now}, ",") + "\n")
	}
	return w.Flush()
}

// order puts the statements of an entity together.
func order(a, b fact.Issued) int {
	return cmp.Or(strings.Compare(a.Kind, b.Kind), strings.Compare(a.Of, b.Of), strings.Compare(a.ID, b.ID))
}
