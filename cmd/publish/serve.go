package main

import (
	"context"
	"fmt"
	"net"
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
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	var server serve.Server
	f.rebuild(ctx, t, &server)
	go func() {
		stop(serve.Watch(ctx, f.dataset, func() { f.rebuild(ctx, t, &server) }))
	}()
	if err := server.Serve(ctx, listener); err != nil {
		return err
	}
	if cause := context.Cause(ctx); cause != ctx.Err() {
		return cause
	}
	return nil
}

// rebuild shows a new build, or in the terminal why there is none.
func (f *datasetFlags) rebuild(ctx context.Context, t terminal, server *serve.Server) {
	start := time.Now()
	site, err := f.inMemory(ctx, t)
	switch {
	case ctx.Err() != nil || err == errProblems:
	case err != nil:
		fmt.Fprintf(t.err, "publish: %v\n", err)
	default:
		server.Show(site)
		fmt.Fprintf(t.err, "built in %d ms\n", time.Since(start).Milliseconds())
	}
}

func (f *datasetFlags) inMemory(ctx context.Context, t terminal) (*serve.Memory, error) {
	checked, err := f.check(t)
	if err != nil {
		return nil, err
	}
	if err := f.passed(t, checked); err != nil {
		return nil, err
	}
	commit, err := commitOf(ctx, f.dataset, t)
	if err != nil {
		return nil, err
	}
	site := &serve.Memory{}
	_, err = build.Render(ctx, checked, commit, site, func(string) {})
	return site, err
}
