package diff

import (
	"fmt"
	"strconv"
	"strings"

	"golang.org/x/mod/semver"
)

// Bump is a raise of a semantic version (semver.org).
type Bump int

// The raises. Major: a column, an id or a meaning changed or was lost, so that
// work that rests on an older version may break. Minor: new facts, or a new way
// to say some. Patch: corrections of what was there, withdrawals among them.
const (
	None Bump = iota
	Patch
	Minor
	Major
)

func (b Bump) String() string { return [...]string{"none", "patch", "minor", "major"}[b] }

// MarshalText writes the word for the raise.
func (b Bump) MarshalText() ([]byte, error) { return []byte(b.String()), nil }

// Bump is the raise of the version that the changes ask for. Below version
// 1.0.0, which promises that nothing breaks, a major one is due as a minor one.
func (c *Changes) Bump() Bump {
	due := None
	for _, one := range c.All {
		due = max(due, one.Bump)
	}
	if due == Major && strings.HasPrefix(c.Old.Version, "0.") {
		return Minor
	}
	return due
}

// Least is the lowest version that the changes allow.
func (c *Changes) Least() string { return Next(c.Old.Version, c.Bump()) }

// Raised is the raise from the older state's version to the newer one's; None
// when they are the same. The error says that the version is lower than it was,
// or raised by less than the changes ask for.
func (c *Changes) Raised() (Bump, error) {
	from, to, due := c.Old.Version, c.New.Version, c.Bump()
	if from == to {
		return None, nil
	}
	if semver.Compare("v"+to, "v"+from) < 0 {
		return None, fmt.Errorf("version %s is lower than %s, from which it was changed: the next one is %s or higher", to, from, c.Least())
	}
	raised := raise(from, to)
	if raised < due && semver.Compare("v"+to, "v"+c.Least()) < 0 {
		return raised, fmt.Errorf("version %s is a %s raise of %s, and a %s one is due: the next version is %s or higher", to, raised, from, due, c.Least())
	}
	return raised, nil
}

func raise(from, to string) Bump {
	a, b := numbers(from), numbers(to)
	switch {
	case a[0] != b[0]:
		return Major
	case a[1] != b[1]:
		return Minor
	}
	return Patch
}

// Next is the version that follows one by a raise.
func Next(version string, b Bump) string {
	n := numbers(version)
	switch b {
	case None:
		return version
	case Major:
		n = [3]int{n[0] + 1}
	case Minor:
		n = [3]int{n[0], n[1] + 1}
	case Patch:
		if semver.Prerelease("v"+version) == "" {
			n[2]++
		}
	}
	return fmt.Sprintf("%d.%d.%d", n[0], n[1], n[2])
}

// numbers are the three of a version; zero where there is none.
func numbers(version string) [3]int {
	core := strings.TrimPrefix(semver.Canonical("v"+version), "v")
	core, _, _ = strings.Cut(core, "-")
	var n [3]int
	for i, part := range strings.SplitN(core, ".", 3) {
		n[i], _ = strconv.Atoi(part)
	}
	return n
}
