// Package build is the pipeline: facts in, a published folder out.
//
//	dataset/*.yaml → load → fact.Dataset → check → check.Passed → compile → compile.Catalog → export, describe, site → public/
//
// It goes one way. What a contributor has to look at comes back as problems;
// what the machine could not do, as an error.
package build

import (
	"context"
	"crypto/sha256"
	"errors"
	"io"
	"io/fs"

	"example.org/publish/build/check"
	"example.org/publish/build/compile"
	"example.org/publish/build/export"
	"example.org/publish/build/fact"
	"example.org/publish/build/history"
	"example.org/publish/build/load"
	"example.org/publish/build/output"
	"example.org/publish/build/problem"
	"example.org/publish/build/recall"
	"example.org/publish/build/release"
	"example.org/publish/site"
)

// Checked is a dataset that was read and judged.
type Checked struct {
	Dataset  *fact.Dataset
	Passed   *check.Passed     // nil when a problem is an error
	Problems []problem.Problem // in the order of files, lines and columns
}

// Check reads a dataset and judges it.
func Check(dataset fs.FS) (Checked, error) {
	return judged(load.Load(dataset))
}

// CheckAgain is [Check] with a memory of what the files said before.
func CheckAgain(dataset fs.FS, memory load.Memory) (Checked, error) {
	return judged(load.Again(dataset, memory))
}

func judged(written *fact.Dataset, unread []problem.Problem, err error) (Checked, error) {
	if err != nil {
		return Checked{}, err
	}
	passed, problems := check.Run(written, unread)
	return Checked{Dataset: written, Passed: passed, Problems: problems}, nil
}

// Published is what a build has written.
type Published struct {
	Catalog *compile.Catalog
	History site.History
	Files   int
}

// Input is what a build is made of.
type Input struct {
	Checked    Checked // facts that did not pass are not published: Passed must not be nil
	Commit     compile.Commit
	Repository *history.Repository // with the released versions; nil: there are none
	Archive    *release.Archive    // of their files; nil: there is none
	Own        fs.FS               // the publisher's own files of the site (see [site.Input]); it may be nil
	Pages      *recall.Pages       // what the pages showed when they were last drawn; nil: nothing is known
	Part       site.Division       // the share that is written; the zero Division: the whole
	Scratch    string              // folder for files that are needed only meanwhile; empty: the system's
}

// Build writes the site and the downloads of a dataset to the folder. A context
// that is cancelled, like any error, leaves the folder as it was.
func Build(ctx context.Context, in Input, folder string, progress func(stage string)) (Published, error) {
	out, err := output.Begin(folder)
	if err != nil {
		return Published{}, err
	}
	if in.Scratch, err = out.Scratch(); err != nil {
		return Published{}, errors.Join(err, out.Discard())
	}
	var pages site.Past
	if in.Pages != nil {
		pages = replaced{in.Pages, out}
	}
	published, err := render(ctx, in, out, pages, progress)
	if err != nil {
		return Published{}, errors.Join(err, out.Discard())
	}
	published.Files = out.Files()
	if err := out.Publish(); err != nil {
		return published, err
	}
	if in.Pages != nil {
		// What cannot be saved is drawn again the next time.
		_ = in.Pages.Save(out.Sum)
	}
	return published, nil
}

// replaced is the folder that a build replaces, as pages of the past.
type replaced struct {
	*recall.Pages
	out *output.Folder
}

func (r replaced) Take(file string, shows [sha256.Size]byte) (bool, error) {
	return r.out.Keep(file, r.Sum(file, shows))
}

// Sink takes the files of a site. Create opens a new one, Link gives one
// another name; names have slashes.
type Sink interface {
	Create(name string) (io.WriteCloser, error)
	Link(from, to string) error
}

// unwritten is a sink for files that another part of the site holds.
type unwritten struct{ io.Writer }

func (unwritten) Create(string) (io.WriteCloser, error) { return unwritten{io.Discard}, nil }
func (unwritten) Link(string, string) error             { return nil }
func (unwritten) Close() error                          { return nil }

// Render writes the site and the downloads of a dataset to the sink.
func Render(ctx context.Context, in Input, out Sink, progress func(stage string)) (Published, error) {
	return render(ctx, in, out, nil, progress)
}

func render(ctx context.Context, in Input, out Sink, pages site.Past, progress func(stage string)) (Published, error) {
	progress("compiling the facts")
	catalog := compile.Compile(in.Checked.Passed, in.Commit)
	progress("reading the released versions")
	known, err := past(ctx, in, catalog)
	if err != nil {
		return Published{}, err
	}
	progress("writing the downloads")
	files := out
	if !in.Part.First() {
		files = unwritten{} // pages tell of the downloads, so every part makes them
	}
	tables, err := export.Write(ctx, catalog, files, in.Scratch)
	if err != nil {
		return Published{}, err
	}
	downloads, descriptions, err := shelve(ctx, in, catalog, known, tables, files)
	if err != nil {
		return Published{}, err
	}
	progress("rendering the pages")
	err = site.Render(ctx, site.Input{Catalog: catalog, Rules: check.Rules(), Downloads: downloads, Descriptions: descriptions, History: known.told, Own: in.Own, Past: pages, Part: in.Part}, out)
	if err != nil {
		return Published{}, err
	}
	return Published{Catalog: catalog, History: known.told}, ctx.Err()
}
