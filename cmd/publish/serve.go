package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"path/filepath"
	"sync"

	"github.com/spf13/cobra"

	build "example.org/publish/build"
	"example.org/publish/build/serve"
	"example.org/publish/site"
)

func newServe(t terminal) *cobra.Command {
	var flags datasetFlags
	var address string
	var open bool
	c := &cobra.Command{
		Use:   "serve [page]",
		Short: "Show the website on this machine while the facts are edited",
		Long: `Serve builds the website in memory, shows it on this machine and builds it again
when a file changes; open pages load themselves again, the one of the file that
was saved first. A mistake shows in the terminal and over the page, at its place,
until it is mended; the last good build stays up. Ctrl-C ends it.

With --open, or with a page, it opens a browser there. A page is an id, a file of
the facts or an address of the site.`,
		Example: `  publish serve --open
  publish serve dataset/person/ada-lovelace.yaml
  publish serve --address localhost:8000`,
		Args: arguments(0, 1, "at most the page to open"),
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			return flags.ids(), cobra.ShellCompDirectiveDefault
		},
		RunE: func(c *cobra.Command, args []string) error {
			page, err := flags.pageOf(args)
			if err != nil {
				return err
			}
			listener, err := net.Listen("tcp", address)
			if err != nil {
				return fmt.Errorf("serve: %w; name another address with --address", err)
			}
			site := "http://" + listener.Addr().String() + "/"
			fmt.Fprintln(t.out, site)
			if open || len(args) > 0 {
				if err := browse(c.Context(), site+page); err != nil {
					fmt.Fprintf(t.err, "publish: no browser could be opened (%v): open %s yourself\n", err, site+page)
				}
			}
			return flags.serve(c.Context(), t, listener)
		},
	}
	flags.add(c)
	c.Flags().StringVar(&address, "address", "localhost:1313", "where to listen; port 0 picks a free one")
	c.Flags().BoolVar(&open, "open", false, "open a browser")
	return c
}

// serve builds, serves and builds again until the context ends.
func (f *datasetFlags) serve(ctx context.Context, t terminal, listener net.Listener) error {
	own, err := own(f.dataset)
	if err != nil {
		return err
	}
	folder, err := besides(f.dataset)
	if err != nil {
		return err
	}
	folders := []string{filepath.Join(folder, filepath.Base(f.dataset))}
	for _, one := range site.OwnFolders {
		folders = append(folders, filepath.Join(folder, filepath.FromSlash(one)))
	}
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	p := &preview{flags: f, t: t, build: build.Preview{Own: own}, finish: func() {}}
	var unwatched error
	var watched sync.WaitGroup
	watched.Go(func() {
		unwatched = serve.Watch(ctx, folders, func(paths []string) { p.rebuild(ctx, paths) })
		stop()
		p.finish()
	})
	err = p.server.Serve(ctx, listener)
	stop()
	watched.Wait()
	return errors.Join(err, unwatched)
}
