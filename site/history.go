package site

import (
	"example.org/publish/build/release"
	"example.org/publish/site/tell"
)

// History is what was released before, and what changed since.
type History struct {
	Versions []Version // the lowest first
	// Unreleased is what changed since the last version; empty when there is
	// none to have changed.
	Unreleased []tell.Told
	// Became gives for statements of the last version that have another id now
	// that id.
	Became   map[string]string
	Released bool // what is shown is the last version itself
	// Latest are the files of the newest state, below [release.Latest]; nil:
	// they are not kept there.
	Latest []release.Kept
}

// Version is a released version, and what it changed.
type Version struct {
	release.Version
	Told []tell.Told
}

// last is the last released version, or nil.
func (h *History) last() *Version {
	if len(h.Versions) == 0 {
		return nil
	}
	return &h.Versions[len(h.Versions)-1]
}
