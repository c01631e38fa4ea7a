package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"regexp"

	"github.com/spf13/cobra"

	build "example.org/publish/build"
	"example.org/publish/build/compile"
	"example.org/publish/build/diff"
	"example.org/publish/build/edit"
	"example.org/publish/build/fact"
	"example.org/publish/build/history"
	"example.org/publish/build/ledger"
	"example.org/publish/build/problem"
	"example.org/publish/build/release"
	"example.org/publish/site/tell"
)

var releasedVersion = regexp.MustCompile(`^(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)$`)

func newRelease(t terminal) *cobra.Command {
	var flags datasetFlags
	c := &cobra.Command{
		Use:   "release <version>",
		Short: "Make the facts ready to be released as a version",
		Long: `Release writes the version into dataset.yaml and the ids that it publishes into
ledger.csv, from which no id is ever lost. It commits and tags nothing: it says
how, and the tag is what makes the version a released one.

A version that is raised by less than the changes since the last one ask for is
refused, and so is one that loses a published statement without a word. Release
can be run again until the tag is set.`,
		Example: `  publish release 1.2.0`,
		Args:    arguments(1, 1, "the version"),
		RunE: func(c *cobra.Command, args []string) error {
			if !releasedVersion.MatchString(args[0]) {
				return usageError{fmt.Errorf("%q is no version: write three numbers, as in 1.2.0", args[0])}
			}
			checked, err := flags.check(t)
			if err != nil {
				return err
			}
			if err := flags.passed(t, checked); err != nil {
				return err
			}
			return flags.release(c.Context(), t, checked, args[0])
		},
	}
	flags.add(c)
	return c
}

func (f *datasetFlags) release(ctx context.Context, t terminal, checked build.Checked, version string) error {
	catalog := compile.Compile(checked.Passed, compile.Commit{})
	catalog.Version = version
	last, err := f.last(ctx)
	if err != nil {
		return err
	}
	if written := ledger.Last(checked.Dataset.Ledger); written != "" && written != version && written != last.state.Version {
		return refused(t, fmt.Errorf("%s was written for version %s, and no tag v%s is here: run \"git fetch --tags\" or, if that version was taken back, restore the file as the last release had it", ledger.Name, written, written))
	}
	changes := diff.Compare(last.state, diff.Of(catalog))
	if last.state.Version == version {
		return refused(t, fmt.Errorf("version %s is released already, as the tag v%s: the next one is higher", version, version))
	}
	if _, err := changes.Raised(); err != nil {
		return refused(t, err)
	}
	issued, lost := release.Ledger(last.ledger, changes, catalog)
	if len(lost) > 0 {
		return f.withoutAWord(t, changes, lost)
	}
	if err := f.write(checked.Dataset, version, issued); err != nil {
		return err
	}
	fmt.Fprintf(t.out, `%s%s
%s%s
version %s: %s, %s, %s
Commit these files, and tag the commit:
  git add %s
  git commit -m "Release %s"
  git tag -a v%s -m "Version %s"
`, f.prefix(), checked.Dataset.Info.File, f.prefix(), ledger.Name,
		version, count(len(catalog.Entities), "entity", "entities"), count(len(catalog.Sources), "source", "sources"), count(len(catalog.Statements), "statement", "statements"),
		f.dataset, version, version, version)
	return nil
}

// lastRelease is what the last released version said and had published.
type lastRelease struct {
	state  *diff.State
	ledger []fact.Issued
}

func (f *datasetFlags) last(ctx context.Context) (lastRelease, error) {
	repository, err := history.Open(ctx, f.dataset)
	if errors.Is(err, history.ErrNone) {
		return lastRelease{}, errors.New("a version is released by a tag, and there is no git repository here")
	}
	if err != nil {
		return lastRelease{}, err
	}
	if shallow, err := repository.Shallow(ctx); shallow || err != nil {
		return lastRelease{}, errors.Join(err, errors.New("this is a shallow clone, which does not know the last version: run \"git fetch --unshallow --tags\""))
	}
	versions, err := repository.Versions(ctx)
	if err != nil || len(versions) == 0 {
		return lastRelease{state: diff.Nothing()}, err
	}
	read, err := release.At(ctx, repository, versions[len(versions)-1].Hash())
	if err != nil {
		return lastRelease{}, err
	}
	return lastRelease{diff.Of(read.Catalog), read.Ledger}, nil
}

func refused(t terminal, why error) error {
	fmt.Fprintf(t.err, "publish: %v\nnothing was written\n", why)
	return errProblems
}

// withoutAWord shows the statements that are gone without a reason.
func (f *datasetFlags) withoutAWord(t terminal, changes *diff.Changes, lost []*diff.Change) error {
	own, err := own(f.dataset)
	if err != nil {
		return err
	}
	tellers, err := tell.Tellers(own, changes, changes.New.Main())
	if err != nil {
		return err
	}
	for _, one := range lost {
		fmt.Fprintf(t.err, "%s: %s\n", one.ID, plainly(tellers[0], one))
	}
	return refused(t, fmt.Errorf("%s published and gone without a word: restore them, or write in moved.yaml why: %s: { reason: … }",
		count(len(lost), "statement was", "statements were"), lost[0].ID))
}

func plainly(t *tell.Teller, c *diff.Change) string { return tell.Plain(t.Sentence(c).String()) }

// write writes the version and the ledger, both or none.
func (f *datasetFlags) write(d *fact.Dataset, version string, issued []fact.Issued) error {
	var table bytes.Buffer
	if err := ledger.Write(&table, issued); err != nil {
		return err
	}
	changes := []edit.Change{{Name: ledger.Name, After: table.Bytes()}}
	for _, file := range d.Files {
		switch file.Name {
		case ledger.Name:
			changes[0].Before = file.Content
		case d.Info.File:
			from, to, verbatim := edit.Span(file.Content, d.Info.Version)
			if !verbatim {
				return fmt.Errorf("%s%s: write the version in one line, in plain characters", f.prefix(), file.Name)
			}
			after, _ := edit.Apply(file.Content, []problem.Fix{{From: from, To: to, Text: version}})
			changes = append(changes, edit.Change{Name: file.Name, Before: file.Content, After: after})
		}
	}
	return edit.Write(f.dataset, changes)
}
