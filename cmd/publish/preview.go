package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
	"sync"
	"time"

	build "example.org/publish/build"
	"example.org/publish/build/compile"
	"example.org/publish/build/fact"
	"example.org/publish/build/problem"
	"example.org/publish/build/serve"
)

// preview is the site that is shown while its facts are edited.
type preview struct {
	flags     *datasetFlags
	t         terminal
	server    serve.Server
	build     build.Preview
	finish    func() // ends what goes on in the background, and waits for it
	dataset   *fact.Dataset
	commit    compile.Commit
	pages     *serve.Memory
	downloads *serve.Memory
}

// rebuild shows a new build, or in the terminal and over the pages why there is
// none. When the files of single entities or sources were saved, their pages
// come first and the rest follows in the background.
func (p *preview) rebuild(ctx context.Context, paths []string) {
	start := time.Now()
	p.finish()
	glimpse, err := p.glimpse(ctx, paths)
	if err != nil {
		p.failed(ctx, err)
		return
	}
	if glimpse == nil {
		p.whole(ctx, start, nil)
		return
	}
	p.server.Tell(serve.Told{})
	p.server.Show(glimpse, p.pages, p.downloads)
	fmt.Fprintf(p.t.err, "shown in %d ms\n", time.Since(start).Milliseconds())
	p.inBackground(ctx, func(ctx context.Context) { p.whole(ctx, start, glimpse) })
}

// glimpse draws the pages of the files that were saved; nil when more than that
// has changed, or what they say does not pass.
func (p *preview) glimpse(ctx context.Context, paths []string) (*serve.Memory, error) {
	if p.dataset == nil || p.downloads == nil || len(paths) == 0 {
		return nil, nil
	}
	folder, err := filepath.Abs(p.flags.dataset)
	if err != nil {
		return nil, err
	}
	var saved []fact.File
	for _, path := range paths {
		name, err := filepath.Rel(folder, path)
		if err != nil || !filepath.IsLocal(name) {
			return nil, nil
		}
		if filepath.Ext(name) != ".yaml" {
			continue // what an editor keeps beside the file
		}
		content, err := os.ReadFile(path)
		if errors.Is(err, fs.ErrNotExist) {
			return nil, nil
		}
		if err != nil {
			return nil, err
		}
		saved = append(saved, fact.File{Name: filepath.ToSlash(name), Content: content})
	}
	if len(saved) == 0 || len(saved) > 3 {
		return nil, nil
	}
	pages := &serve.Memory{}
	drawn, err := p.build.Glimpse(ctx, p.dataset, saved, p.commit, pages)
	if !drawn {
		return nil, err
	}
	return pages, err
}

// whole judges and builds everything. Pages that are open load again unless
// they were shown as they are now.
func (p *preview) whole(ctx context.Context, start time.Time, shown *serve.Memory) {
	err := p.show(ctx, shown)
	switch {
	case ctx.Err() != nil || err == errProblems:
	case err != nil:
		p.failed(ctx, err)
	default:
		fmt.Fprintf(p.t.err, "built in %d ms\n", time.Since(start).Milliseconds())
	}
}

// failed says what the machine, or a template of the publisher's own, could not.
func (p *preview) failed(ctx context.Context, err error) {
	if ctx.Err() != nil {
		return
	}
	fmt.Fprintf(p.t.err, "publish: %v\n", err)
	p.server.Tell(serve.Told{Summary: "the site could not be built", Problems: []serve.Problem{{Severity: "error", Message: err.Error()}}})
}

func (p *preview) show(ctx context.Context, shown *serve.Memory) error {
	checked, err := p.flags.check(p.t)
	if err != nil || ctx.Err() != nil {
		return errors.Join(err, ctx.Err())
	}
	p.server.Tell(p.told(checked))
	if err := p.flags.passed(p.t, checked); err != nil {
		return err
	}
	p.dataset = checked.Dataset
	repository, err := repositoryOf(ctx, p.flags.dataset)
	if err != nil {
		return err
	}
	if p.commit, err = commitOf(ctx, repository, p.t); err != nil {
		return err
	}
	p.build.Repository = repository
	edition := p.build.Compile(checked, p.commit)
	pages, downloads := &serve.Memory{}, &serve.Memory{}
	if p.downloads != nil { // the pages first: downloads take longer
		if err := edition.Pages(ctx, pages); err != nil {
			return err
		}
		p.hand(pages, p.downloads, shown)
		shown, pages = pages, &serve.Memory{}
	}
	if err := edition.Downloads(ctx, downloads); err != nil {
		return err
	}
	if err := edition.Pages(ctx, pages); err != nil {
		return err
	}
	p.downloads = downloads
	p.hand(pages, downloads, shown)
	return nil
}

// hand gives a site to the server.
func (p *preview) hand(pages, downloads, shown *serve.Memory) {
	p.pages = pages
	if shown != nil && shown.Among(pages) {
		p.server.Replace(pages, downloads)
		return
	}
	p.server.Show(pages, downloads)
}

func (p *preview) inBackground(ctx context.Context, work func(context.Context)) {
	ctx, cancel := context.WithCancel(ctx)
	var done sync.WaitGroup
	p.finish = func() { cancel(); done.Wait() }
	done.Go(func() { work(ctx) })
}

// told are the problems as pages show them: each with the page and the place on
// it that show what it is about.
func (p *preview) told(checked build.Checked) serve.Told {
	var told serve.Told
	files := map[string]fact.File{}
	for _, f := range checked.Dataset.Files {
		files[f.Name] = f
	}
	for _, one := range checked.Problems {
		file := files[one.File]
		shown := serve.Problem{
			Place: p.flags.prefix() + one.File, Severity: string(one.Severity), Rule: one.Rule, Message: one.Message, Help: one.Help,
			Excerpt: problem.Excerpt(one, file),
		}
		if one.Pos.Line > 0 {
			shown.Place += fmt.Sprintf(":%d:%d", one.Pos.Line, max(one.Pos.Column, 1))
		}
		if folder, _, found := strings.Cut(one.File, "/"); found && folder != "schema" {
			shown.Page = strings.TrimSuffix(one.File, ".yaml") + "/"
			shown.Anchor = anchorOf(file.Content, int(one.Pos.Line))
		}
		told.Problems = append(told.Problems, shown)
	}
	if len(told.Problems) > 0 {
		told.Summary = problem.Summary(checked.Problems)
	}
	return told
}

// anchorOf is the place on an entity's page where the property stands that a
// line of its file is about. A file that cannot be read shows it all the same.
func anchorOf(content []byte, line int) string {
	lines := bytes.Split(content, []byte("\n"))
	for i := min(line, len(lines)) - 1; i >= 0; i-- {
		text := bytes.TrimLeft(lines[i], " ")
		indent := len(lines[i]) - len(text)
		if indent == 0 && len(text) > 0 {
			return "main"
		}
		if key, _, found := bytes.Cut(text, []byte(":")); found && indent <= 2 && text[0] != '-' && text[0] != '#' {
			return "p-" + string(key)
		}
	}
	return "main"
}

// pageOf is the address below the site of what a user names: an id, a file of
// the facts, or an address.
func (f *datasetFlags) pageOf(args []string) (string, error) {
	if len(args) == 0 {
		return "", nil
	}
	d, err := f.load()
	if err != nil {
		return "", err
	}
	name := path.Clean("/" + filepath.ToSlash(args[0]))[1:]
	if below, err := f.below(args[0]); err == nil {
		name = below
	}
	for _, e := range d.Entities {
		if args[0] == e.ID.Text || name == e.File {
			return e.Type.Text + "/" + e.ID.Text + "/", nil
		}
	}
	for _, s := range d.Sources {
		if args[0] == s.ID.Text || name == s.File {
			return "source/" + s.ID.Text + "/", nil
		}
	}
	if strings.Contains(args[0], "/") {
		return strings.TrimPrefix(path.Clean("/"+args[0]), "/") + "/", nil
	}
	return "", findID(d, args[0])
}
