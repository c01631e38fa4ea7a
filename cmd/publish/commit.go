package main

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"time"

	"example.org/publish/build/compile"
	"example.org/publish/build/history"
)

// repositoryOf is the repository of the facts, or nil outside of one.
func repositoryOf(ctx context.Context, dataset string) (*history.Repository, error) {
	repository, err := history.Open(ctx, dataset)
	if errors.Is(err, history.ErrNone) {
		return nil, nil
	}
	return repository, err
}

// commitOf is the last commit of the facts, as git knows it; SOURCE_DATE_EPOCH
// (https://reproducible-builds.org/specs/source-date-epoch/) overrides its
// date. Outside a repository, which is then nil, there is none, and a build has
// no date.
func commitOf(ctx context.Context, repository *history.Repository, t terminal) (compile.Commit, error) {
	var commit compile.Commit
	shallow := false
	if repository != nil {
		var err error
		if commit, shallow, err = lastOf(ctx, repository); err != nil {
			return compile.Commit{}, err
		}
	}
	if epoch := t.env("SOURCE_DATE_EPOCH"); epoch != "" {
		seconds, err := strconv.ParseInt(epoch, 10, 64)
		if err != nil || seconds < 0 {
			return compile.Commit{}, usageError{fmt.Errorf("SOURCE_DATE_EPOCH is %q; it is a number of seconds since 1970", epoch)}
		}
		commit.Date = time.Unix(seconds, 0).UTC()
		return commit, nil
	}
	if shallow {
		return compile.Commit{}, errors.New("this is a shallow clone, which does not know when the facts last changed: run \"git fetch --unshallow\", or set SOURCE_DATE_EPOCH")
	}
	return commit, nil
}

func lastOf(ctx context.Context, repository *history.Repository) (compile.Commit, bool, error) {
	last, err := repository.Last(ctx, history.Head)
	if err != nil {
		return compile.Commit{}, false, err
	}
	shallow, err := repository.Shallow(ctx)
	return compile.Commit(last), shallow, err
}
