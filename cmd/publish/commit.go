package main

import (
	"context"
	"errors"
	"fmt"
	"os/exec"
	"strconv"
	"strings"
	"time"

	"example.org/publish/build/compile"
)

// commitOf is the last commit of the facts, as git knows it; SOURCE_DATE_EPOCH
// (https://reproducible-builds.org/specs/source-date-epoch/) overrides its
// date. Outside a repository there is none, and a build has no date.
func commitOf(ctx context.Context, dataset string, t terminal) (compile.Commit, error) {
	commit := lastCommit(ctx, dataset)
	if epoch := t.env("SOURCE_DATE_EPOCH"); epoch != "" {
		seconds, err := strconv.ParseInt(epoch, 10, 64)
		if err != nil || seconds < 0 {
			return compile.Commit{}, usageError{fmt.Errorf("SOURCE_DATE_EPOCH is %q; it is a number of seconds since 1970", epoch)}
		}
		commit.Date = time.Unix(seconds, 0).UTC()
		return commit, nil
	}
	if shallow, _ := git(ctx, dataset, "rev-parse", "--is-shallow-repository"); shallow == "true" {
		return compile.Commit{}, errors.New("this is a shallow clone, which does not know when the facts last changed: run \"git fetch --unshallow\", or set SOURCE_DATE_EPOCH")
	}
	return commit, nil
}

func lastCommit(ctx context.Context, dataset string) compile.Commit {
	line, err := git(ctx, dataset, "log", "-1", "--format=%ct %H", "--", ".")
	if err != nil {
		return compile.Commit{}
	}
	written, revision, _ := strings.Cut(line, " ")
	seconds, err := strconv.ParseInt(written, 10, 64)
	if err != nil {
		return compile.Commit{}
	}
	return compile.Commit{Date: time.Unix(seconds, 0).UTC(), Revision: revision}
}

func git(ctx context.Context, folder string, args ...string) (string, error) {
	out, err := exec.CommandContext(ctx, "git", append([]string{"-C", folder}, args...)...).Output()
	return strings.TrimSpace(string(out)), err
}
