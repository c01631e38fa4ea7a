package site

import (
	"time"

	"example.org/publish/build/diff"
	"example.org/publish/site/tell"
)

// History is what was released before, and what changed since.
type History struct {
	Versions []Version // the lowest first
	// Unreleased is what changed since the last version; empty when there is
	// none to have changed.
	Unreleased []tell.Told
}

// Version is a released version.
type Version struct {
	Number   string // 1.2.0
	Tag      string // v1.2.0
	Date     time.Time
	Revision string    // hash of the last commit of its facts
	Raise    diff.Bump // from the version before; None for the first
	Changes  []tell.Told
	Counts   Counts
	// Unread says why its facts can no longer be read; empty: they can.
	Unread string
}

// Counts are how much there was in a version.
type Counts struct{ Entities, Statements, Sources, Conflicts int }

// last is the last released version, or nil.
func (h *History) last() *Version {
	if len(h.Versions) == 0 {
		return nil
	}
	return &h.Versions[len(h.Versions)-1]
}
