package main

import (
	"context"
	"fmt"
	"net"
	"sync"
	"time"

	"github.com/spf13/cobra"

	build "example.org/publish/build"
	"example.org/publish/build/serve"
)

func newServe(t terminal) *cobra.Command {
	var flags datasetFlags
	var address string
	c := &cobra.Command{
		Use:   "serve",
		Short: "Show the website on this machine while the facts are edited",
		Long: `Serve builds the website in memory, shows it on this machine and builds it again
when a file changes; open pages load themselves again. A mistake shows in the
terminal, and the last good build stays up. Ctrl-C ends it.`,
		Example: `  publish serve
  publish serve --address localhost:8000`,
		Args: noArguments,
		RunE: func(c *cobra.Command, _ []string) error {
			listener, err := net.Listen("tcp", address)
			if err != nil {
				return fmt.Errorf("serve: %w; name another address with --address", err)
			}
			fmt.Fprintf(t.out, "http://%s/\n", listener.Addr())
			return flags.serve(c.Context(), t, listener)
		},
	}
	flags.add(c)
	c.Flags().StringVar(&address, "address", "localhost:1313", "where to listen; port 0 picks a free one")
	return c
}

// serve builds, serves and builds again until the context ends.
func (f *datasetFlags) serve(ctx context.Context, t terminal, listener net.Listener) error {
	own, err := own(f.dataset)
	if err != nil {
		return err
	}
	ctx, stop := context.WithCancelCause(ctx)
	p := &preview{flags: f, t: t, build: build.Preview{Own: own}, finish: func() {}}
	var watched sync.WaitGroup
	watched.Go(func() {
		stop(serve.Watch(ctx, f.dataset, func() { p.rebuild(ctx) }))
		p.finish()
	})
	defer watched.Wait()
	defer stop(nil)
	if err := p.server.Serve(ctx, listener); err != nil {
		return err
	}
	if cause := context.Cause(ctx); cause != ctx.Err() {
		return cause
	}
	return nil
}

// preview is the site that is shown while its facts are edited.
type preview struct {
	flags     *datasetFlags
	t         terminal
	server    serve.Server
	build     build.Preview
	downloads *serve.Memory
	finish    func() // ends what goes on in the background, and waits for it
}

// rebuild shows a new build, or in the terminal why there is none.
func (p *preview) rebuild(ctx context.Context) {
	start := time.Now()
	p.finish()
	err := p.show(ctx)
	switch {
	case ctx.Err() != nil || err == errProblems:
	case err != nil:
		fmt.Fprintf(p.t.err, "publish: %v\n", err)
	default:
		fmt.Fprintf(p.t.err, "built in %d ms\n", time.Since(start).Milliseconds())
	}
}

// show shows the pages as soon as they are drawn. Downloads take longer: after
// the first build they follow in the background.
func (p *preview) show(ctx context.Context) error {
	checked, err := p.flags.check(p.t)
	if err != nil {
		return err
	}
	if err := p.flags.passed(p.t, checked); err != nil {
		return err
	}
	repository, err := repositoryOf(ctx, p.flags.dataset)
	if err != nil {
		return err
	}
	commit, err := commitOf(ctx, repository, p.t)
	if err != nil {
		return err
	}
	edition := p.build.Compile(checked, commit)
	if p.downloads == nil {
		return p.whole(ctx, edition, p.server.Show)
	}
	pages := &serve.Memory{}
	if err := edition.Pages(ctx, pages); err != nil {
		return err
	}
	p.server.Show(pages, p.downloads)
	p.inBackground(ctx, func(ctx context.Context) error { return p.whole(ctx, edition, p.server.Replace) })
	return nil
}

// whole makes downloads and pages and hands them to the server.
func (p *preview) whole(ctx context.Context, edition build.Edition, hand func(...*serve.Memory)) error {
	downloads, pages := &serve.Memory{}, &serve.Memory{}
	if err := edition.Downloads(ctx, downloads); err != nil {
		return err
	}
	if err := edition.Pages(ctx, pages); err != nil {
		return err
	}
	p.downloads = downloads
	hand(pages, downloads)
	return nil
}

func (p *preview) inBackground(ctx context.Context, work func(context.Context) error) {
	ctx, cancel := context.WithCancel(ctx)
	var done sync.WaitGroup
	p.finish = func() { cancel(); done.Wait() }
	done.Go(func() {
		if err := work(ctx); err != nil && ctx.Err() == nil {
			fmt.Fprintf(p.t.err, "publish: %v\n", err)
		}
	})
}
