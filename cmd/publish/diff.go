package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"example.org/publish/build/compile"
	"example.org/publish/build/diff"
	"example.org/publish/build/history"
	"example.org/publish/build/problem"
	"example.org/publish/build/release"
	"example.org/publish/site/tell"
)

// diffFlags are the flags of publish diff.
type diffFlags struct {
	dataset, format, language string
	require                   bool
}

func newDiff(t terminal) *cobra.Command {
	var flags diffFlags
	c := &cobra.Command{
		Use:   "diff [old [new]]",
		Short: "Tell in sentences what changed between two states of the facts",
		Long: `Diff tells what was added, changed and withdrawn between two states of the facts,
each claim with its claimant and its sources, and which raise of the version is
due: major when an id, a column or a meaning changed or was lost, minor for new
facts, patch for corrections.

A state is a revision that git knows (a branch, a tag, a commit), read without a
checkout; a site that was built, as its folder or its dataset.json; or a folder
of facts. Where a name could be several, the folder or file is meant.

Without "new" it is the facts as they are here now. Without "old" it is the
commit at which this branch left the main one; on the main branch itself the
last released version (a tag such as v1.2.0), and before any release the last
commit.

A version that was raised by less than is due is refused with exit code 1. A
version that was not raised at all is no release yet and passes, unless
--require-bump asks for it.`,
		Example: `  publish diff
  publish diff v1.0.0
  publish diff v1.0.0 v1.1.0 --format markdown
  publish diff path/to/last/site public`,
		Args: arguments(0, 2, "at most two states"),
		RunE: func(c *cobra.Command, args []string) error {
			return flags.run(c.Context(), t, args)
		},
	}
	c.Flags().StringVar(&flags.dataset, "dataset", "dataset", "folder of the facts")
	c.Flags().StringVar(&flags.format, "format", "text", "how the changes are written: text, markdown, json or csv")
	c.Flags().StringVar(&flags.language, "language", "", "language of the sentences (the main one of the facts)")
	c.Flags().BoolVar(&flags.require, "require-bump", false, "refuse changes for which the version was not raised")
	return c
}

func (f *diffFlags) run(ctx context.Context, t terminal, args []string) error {
	if !slices.Contains([]string{"text", "markdown", "json", "csv"}, f.format) {
		return usageError{fmt.Errorf("--format is %q; it can be text, markdown, json or csv", f.format)}
	}
	repository, err := history.Open(ctx, f.dataset)
	if err != nil && !errors.Is(err, history.ErrNone) && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	reader := stateReader{ctx: ctx, terminal: t, dataset: f.dataset, repository: repository}
	new, err := reader.newer(args)
	if err != nil {
		return err
	}
	old, err := reader.older(args, new.branch)
	if err != nil {
		return err
	}
	changes := diff.Compare(old.State, new.State)
	if err := f.write(t.out, changes, tell.Ends{Old: old.name, New: new.name}); err != nil {
		return err
	}
	_, refused := changes.Raised()
	if refused == nil && f.require && changes.Bump() != diff.None && changes.Old.Version == changes.New.Version {
		refused = fmt.Errorf("the version is still %s: the next one is %s or higher", changes.New.Version, changes.Least())
	}
	if refused != nil {
		fmt.Fprintf(t.err, "publish: %v\n", refused)
		return errProblems
	}
	return nil
}

func (f *diffFlags) write(to io.Writer, c *diff.Changes, ends tell.Ends) error {
	language := cmp.Or(f.language, c.New.Main())
	own, err := own(f.dataset)
	if err != nil {
		return err
	}
	tellers, err := tell.Tellers(own, c, append([]string{language}, c.New.Languages...)...)
	if err != nil {
		return usageError{fmt.Errorf("--language: %w", err)}
	}
	switch f.format {
	case "markdown":
		return tellers[0].Markdown(to, ends)
	case "json":
		return tell.JSON(to, tellers)
	case "csv":
		return tell.CSV(to, tellers)
	}
	return tellers[0].Text(to, ends)
}

// stateReader reads what publish diff compares.
type stateReader struct {
	ctx        context.Context
	terminal   terminal
	dataset    string
	repository *history.Repository // nil: there is none
}

// named is a state with its name for the heading.
type named struct {
	*diff.State
	name   string
	branch string // the main one of the repository
}

func (r *stateReader) newer(args []string) (named, error) {
	if len(args) == 2 {
		return r.read(args[1])
	}
	return r.facts(r.dataset)
}

// older reads the first argument; without one, where the branch began.
func (r *stateReader) older(args []string, branch string) (named, error) {
	if len(args) > 0 {
		return r.read(args[0])
	}
	if r.repository == nil {
		return named{}, usageError{errors.New("there is no git repository here: name the state to compare with, such as the folder of a site that was built")}
	}
	name, revision, err := r.start(branch)
	if err != nil {
		return named{}, err
	}
	return r.revision(name, revision)
}

// start is the revision with which the facts of today are compared when none is
// named, and what it is called.
func (r *stateReader) start(branch string) (name, revision string, err error) {
	head, err := r.repository.Resolve(r.ctx, history.Head)
	if err != nil {
		return "", "", errors.New("nothing is committed yet: name the state to compare with, such as the folder of a site that was built")
	}
	if fork, err := r.repository.Fork(r.ctx, branch); err == nil && fork != head {
		return branch, fork, nil
	} else if shallow, _ := r.repository.Shallow(r.ctx); err != nil && shallow {
		return "", "", errors.New("this is a shallow clone, which does not know where the branch began: run \"git fetch --unshallow\"")
	}
	versions, err := r.repository.Versions(r.ctx)
	if err != nil || len(versions) == 0 {
		return history.Head, head, err
	}
	last := versions[len(versions)-1]
	return last.Tag, last.Hash(), nil
}

// read reads a state by what somebody calls it.
func (r *stateReader) read(name string) (named, error) {
	info, err := os.Stat(name)
	switch {
	case err != nil:
	case !info.IsDir():
		file, err := os.Open(name)
		if err != nil {
			return named{}, err
		}
		defer file.Close()
		state, err := diff.Read(file)
		if err != nil {
			return named{}, fmt.Errorf("%s: %w", name, err)
		}
		return named{State: state, name: name}, nil
	case exists(filepath.Join(name, "dataset.yaml")):
		return r.facts(name)
	case exists(filepath.Join(name, filepath.FromSlash(release.Dataset))):
		state, err := release.Site(os.DirFS(name))
		if err != nil {
			return named{}, fmt.Errorf("%s: %w", name, err)
		}
		return named{State: state, name: name}, nil
	}
	if r.repository == nil {
		return named{}, fmt.Errorf("%q is neither a site that was built nor a folder of facts, and there is no git repository here", name)
	}
	return r.revision(name, name)
}

func (r *stateReader) revision(name, revision string) (named, error) {
	hash, err := r.repository.Resolve(r.ctx, revision)
	if err != nil {
		return named{}, err
	}
	read, err := release.At(r.ctx, r.repository, hash)
	if err != nil {
		return named{}, err
	}
	if !strings.HasPrefix(hash, name) {
		name += " (" + hash[:7] + ")"
	}
	return named{State: release.State(read.Catalog), name: name, branch: read.Catalog.Branch}, nil
}

// facts reads a folder of facts; its problems are shown when they cannot be
// compared.
func (r *stateReader) facts(folder string) (named, error) {
	files, err := openDataset(folder)
	if err != nil {
		return named{}, err
	}
	read, err := release.Read(files, compile.Commit{})
	if err != nil {
		return named{}, err
	}
	if read.Catalog == nil {
		err := problem.Text(r.terminal.err, read.Problems, read.Files, problem.Options{
			Prefix: filepath.ToSlash(filepath.Clean(folder)) + "/", Limit: 20, Color: r.terminal.colors(),
		})
		return named{}, cmp.Or(err, errProblems)
	}
	return named{State: release.State(read.Catalog), name: filepath.ToSlash(folder), branch: read.Catalog.Branch}, nil
}
