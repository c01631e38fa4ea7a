// Package history reads what git knows of a dataset: when its facts last
// changed, which of its versions were released, and its files as they were at
// any revision. It is the only door to git.
//
// git is run as a program, never through a shell; nothing is checked out and
// nothing is written. Names of revisions and of files may be hostile: a
// revision is resolved to its hash before it is used, and a file's name is never
// opened on the disk. The package knows nothing of what the files hold.
package history

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"time"
)

// ErrNone is that a folder is in no repository, or that there is no git to read
// it with.
var ErrNone = errors.New("not in a git repository")

// Repository is the history of one folder of a work tree.
type Repository struct {
	folder string
	prefix string // of the folder's files in the repository: "" or "dataset/"
}

// Commit is a state of the folder.
type Commit struct {
	Date     time.Time // in UTC; the zero time when there is none
	Revision string    // its hash; empty when there is none
}

// Open finds the repository that holds the folder. The error is ErrNone when
// there is none; another one is git's own refusal, as of a folder that belongs
// to another user.
func Open(ctx context.Context, folder string) (*Repository, error) {
	r := &Repository{folder: folder}
	prefix, err := r.git(ctx, "rev-parse", "--show-prefix")
	var refused *refusal
	switch {
	case errors.Is(err, exec.ErrNotFound), errors.As(err, &refused) && strings.Contains(refused.words, "not a git repository"):
		return nil, ErrNone
	case err != nil:
		return nil, err
	}
	r.prefix = strings.TrimSuffix(prefix, "\n")
	return r, nil
}

// Last is the last commit that changed the folder, up to a revision. Before the
// folder's first commit it is the zero Commit.
func (r *Repository) Last(ctx context.Context, revision string) (Commit, error) {
	tip, err := r.Resolve(ctx, revision)
	if err != nil {
		if revision == Head {
			return Commit{}, nil // a repository without commits
		}
		return Commit{}, err
	}
	line, err := r.git(ctx, "rev-list", "--max-count=1", "--timestamp", tip, "--", ".")
	if err != nil || line == "" {
		return Commit{}, err
	}
	written, hash, _ := strings.Cut(strings.TrimSuffix(line, "\n"), " ")
	seconds, err := strconv.ParseInt(written, 10, 64)
	if err != nil {
		return Commit{}, fmt.Errorf("git rev-list: %q is no time", written)
	}
	return Commit{Date: time.Unix(seconds, 0).UTC(), Revision: hash}, nil
}

// Head is the revision that is checked out.
const Head = "HEAD"

// Resolve is the hash of the commit that a revision names: a branch, a tag, a
// hash or its beginning, HEAD~3.
func (r *Repository) Resolve(ctx context.Context, revision string) (string, error) {
	if strings.HasPrefix(revision, "-") || strings.ContainsRune(revision, 0) {
		return "", fmt.Errorf("%q is no revision", revision)
	}
	hash, err := r.git(ctx, "rev-parse", "--verify", "--quiet", revision+"^{commit}")
	if err != nil {
		return "", fmt.Errorf("%q is no revision that git knows here", revision)
	}
	return strings.TrimSuffix(hash, "\n"), nil
}

// Fork is the commit at which what is checked out left a branch, as git
// merge-base finds it. The branch is looked for here and then at the remote
// repository origin.
func (r *Repository) Fork(ctx context.Context, branch string) (string, error) {
	for _, name := range []string{"refs/heads/" + branch, "refs/remotes/origin/" + branch} {
		tip, err := r.Resolve(ctx, name)
		if err != nil {
			continue
		}
		hash, err := r.git(ctx, "merge-base", Head, tip)
		if err != nil {
			return "", fmt.Errorf("what is checked out and the branch %q have no commit in common", branch)
		}
		return strings.TrimSuffix(hash, "\n"), nil
	}
	return "", fmt.Errorf("there is no branch %q", branch)
}

// Shallow reports whether the clone lacks the older commits.
func (r *Repository) Shallow(ctx context.Context) (bool, error) {
	answer, err := r.git(ctx, "rev-parse", "--is-shallow-repository")
	return answer == "true\n", err
}

// refusal is what git said when it could not.
type refusal struct{ command, words string }

func (r *refusal) Error() string { return "git " + r.command + ": " + r.words }

// git runs git in the folder and returns what it writes.
func (r *Repository) git(ctx context.Context, args ...string) (string, error) {
	var out, words bytes.Buffer
	c := r.command(ctx, args...)
	c.Stdout, c.Stderr = &out, &words
	err := said(c.Run(), args[0], &words)
	return out.String(), err
}

func (r *Repository) command(ctx context.Context, args ...string) *exec.Cmd {
	c := exec.CommandContext(ctx, "git", append([]string{"-C", r.folder}, args...)...)
	// Its words are read, and replaced objects would be another history.
	c.Env = append(os.Environ(), "LC_ALL=C", "GIT_NO_REPLACE_OBJECTS=1", "GIT_OPTIONAL_LOCKS=0", "GIT_TERMINAL_PROMPT=0")
	return c
}

// said gives an error of the program git's own words.
func said(err error, command string, words *bytes.Buffer) error {
	var exit *exec.ExitError
	if !errors.As(err, &exit) || exit.ExitCode() < 0 {
		return err
	}
	return &refusal{command, strings.TrimSpace(strings.TrimPrefix(words.String(), "fatal: "))}
}
