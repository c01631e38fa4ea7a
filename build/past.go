package build

import (
	"bytes"
	"context"
	"io/fs"
	"slices"
	"strings"

	"example.org/publish/build/compile"
	"example.org/publish/build/diff"
	"example.org/publish/build/fact"
	"example.org/publish/build/history"
	"example.org/publish/build/release"
	"example.org/publish/site"
	"example.org/publish/site/tell"
)

// versions are what a build knows of the released versions.
type versions struct {
	told site.History
	// changes are those since the version before what is built; nil: there is
	// none.
	changes *diff.Changes
	// released reports that what is built is the last version itself.
	released bool
}

// past tells what each released version changed, and what has changed since the
// last one. Each version is read from git, compared with the one before and
// let go, so that memory holds two of them and the sentences.
func past(ctx context.Context, in Input, now *compile.Catalog) (*versions, error) {
	known := &versions{}
	if in.Repository == nil {
		return known, nil
	}
	all, err := in.Repository.Versions(ctx)
	if err != nil || len(all) == 0 {
		return known, err
	}
	today := release.State(now)
	var last, before *diff.State
	for _, v := range all {
		one := site.Version{Version: release.Version{Number: v.Number, Tag: v.Tag, Date: v.Date, Revision: v.Revision}}
		facts, err := release.At(ctx, in.Repository, v.Hash())
		switch {
		case ctx.Err() != nil:
			return nil, ctx.Err()
		case err != nil:
			// An old version's facts may have a form that is read no more; that
			// must not keep today's from being published.
			one.Unread = err.Error()
		default:
			c := facts.Catalog
			one.Entities, one.Statements, one.Sources, one.Conflicts = len(c.Entities), len(c.Statements), len(c.Sources), len(c.Conflicts)
			last, before = release.State(c), last
			if before != nil {
				changes := diff.Compare(before, last)
				one.Raise, _ = changes.Raised() // what is released cannot be refused any more
				one.Changes = len(changes.All)
				if one.Told, err = tellAll(in.Own, changes, now.Languages, today); err != nil {
					return nil, err
				}
			}
			known.released, err = is(ctx, in, v, facts, now)
			if err != nil {
				return nil, err
			}
		}
		known.told.Versions = append(known.told.Versions, one)
	}
	switch {
	case known.released && before != nil:
		known.changes = diff.Compare(before, today)
	case !known.released && last != nil:
		known.changes = diff.Compare(last, today)
		known.told.Became = known.changes.Became
		known.told.Unreleased, err = tellAll(in.Own, known.changes, now.Languages, nil)
	}
	return known, err
}

// is reports whether what is built is a version itself: its commit, and the
// same files.
func is(ctx context.Context, in Input, v history.Version, facts release.Facts, now *compile.Catalog) (bool, error) {
	head, err := in.Repository.Resolve(ctx, history.Head)
	if err != nil || head != v.Hash() || v.Number != now.Version {
		return false, err
	}
	byName := func(a, b fact.File) int { return strings.Compare(a.Name, b.Name) }
	return slices.EqualFunc(
		slices.SortedFunc(slices.Values(facts.Files), byName), slices.SortedFunc(slices.Values(in.Checked.Dataset.Files), byName),
		func(a, b fact.File) bool { return a.Name == b.Name && bytes.Equal(a.Content, b.Content) },
	), nil
}

func tellAll(own fs.FS, changes *diff.Changes, languages []string, today *diff.State) ([]tell.Told, error) {
	tellers, err := tell.Tellers(own, changes, languages...)
	if err != nil {
		return nil, err
	}
	for _, t := range tellers {
		t.Published, t.Now = true, today
	}
	return tell.All(tellers), nil
}
