package build

import (
	"context"
	"io/fs"

	"example.org/publish/build/compile"
	"example.org/publish/build/diff"
	"example.org/publish/build/history"
	"example.org/publish/build/release"
	"example.org/publish/site"
	"example.org/publish/site/tell"
)

// past tells what each released version changed, and what has changed since the
// last one. Each version is read from git, compared with the one before and
// let go, so that memory holds two of them and the sentences.
func past(ctx context.Context, repository *history.Repository, own fs.FS, now *compile.Catalog) (site.History, *diff.Changes, error) {
	var told site.History
	if repository == nil {
		return told, nil, nil
	}
	versions, err := repository.Versions(ctx)
	if err != nil || len(versions) == 0 {
		return told, nil, err
	}
	today := release.State(now)
	var before *diff.State
	for _, v := range versions {
		one := site.Version{Number: v.Number, Tag: v.Tag, Date: v.Date, Revision: v.Revision}
		facts, err := release.At(ctx, repository, v.Hash())
		switch {
		case ctx.Err() != nil:
			return told, nil, ctx.Err()
		case err != nil:
			// An old version's facts may have a form that is read no more; that
			// must not keep today's from being published.
			one.Unread = err.Error()
		default:
			c := facts.Catalog
			one.Counts = site.Counts{Entities: len(c.Entities), Statements: len(c.Statements), Sources: len(c.Sources), Conflicts: len(c.Conflicts)}
			after := release.State(c)
			if before != nil {
				changes := diff.Compare(before, after)
				one.Raise, _ = changes.Raised() // what is released cannot be refused any more
				if one.Changes, err = tellAll(own, changes, now.Languages, today); err != nil {
					return told, nil, err
				}
			}
			before = after
		}
		told.Versions = append(told.Versions, one)
	}
	if before == nil {
		return told, nil, nil
	}
	changes := diff.Compare(before, today)
	told.Unreleased, err = tellAll(own, changes, now.Languages, nil)
	return told, changes, err
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
