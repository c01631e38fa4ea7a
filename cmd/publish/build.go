package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	build "example.org/publish/build"
	"example.org/publish/build/recall"
	"example.org/publish/build/release"
	"example.org/publish/site"
)

func newBuild(t terminal) *cobra.Command {
	var flags datasetFlags
	var out, archive, part string
	c := &cobra.Command{
		Use:   "build",
		Short: "Build the website and the downloads",
		Long: `Build checks the facts and, when nothing is wrong, writes the website and the
downloads. The output folder is replaced as a whole at the end; a build that
fails, or is stopped, leaves it as it was. A folder that holds anything which
publish did not write is refused.

The same commit gives the same bytes: the date of a build is that of the last
commit of the facts, or SOURCE_DATE_EPOCH (seconds since 1970) when it is set.

What changed from version to version is read from git: a version is a tag such
as v1.2.0. The downloads lie in data/ and data/latest/, which change; at the
commit of a tag they are written to data/v/1.2.0/ too. Later builds take that
folder from --archive, as v1.2.0/, and hold each file to its checksum.

With --part 3/16 the third of sixteen shares of the site is written. The folders
of all shares, laid together, are the whole site; its SHA256SUMS has the lines
of theirs, in the order of the names.`,
		Example: `  publish build
  publish build --dataset path/to/facts --out path/to/site`,
		Args: noArguments,
		RunE: func(c *cobra.Command, _ []string) error {
			start := time.Now()
			share, err := partOf(part)
			if err != nil {
				return err
			}
			progress := newProgress(t)
			defer progress.done()
			progress.at("checking the facts")
			checked, err := flags.check(t)
			if err != nil {
				return err
			}
			progress.done()
			if checked.Passed == nil || !flags.json {
				if err := flags.passed(t, checked); err != nil {
					return err
				}
			}
			repository, err := repositoryOf(c.Context(), flags.dataset)
			if err != nil {
				return err
			}
			commit, err := commitOf(c.Context(), repository, t)
			if err != nil {
				return err
			}
			own, err := own(flags.dataset)
			if err != nil {
				return err
			}
			in := build.Input{Checked: checked, Commit: commit, Repository: repository, Own: own, Part: share}
			if file, ok := cacheFile(t, flags.dataset, "pages"); ok && share.Of <= 1 {
				in.Pages = recall.OpenPages(file, thisBuild())
			}
			if archive != "" {
				in.Archive = &release.Archive{Files: os.DirFS(archive)}
			}
			published, err := build.Build(c.Context(), in, out, progress.at)
			if err != nil {
				return err
			}
			progress.done()
			for _, v := range published.History.Versions {
				if v.Unread != "" {
					fmt.Fprintf(t.err, "publish: the facts of %s can no longer be read, so what it changed is not told: %s\n", v.Tag, v.Unread)
				}
			}
			catalog := published.Catalog
			if flags.json {
				return json.NewEncoder(t.out).Encode(map[string]any{
					"out": out, "files": published.Files, "entities": len(catalog.Entities), "statements": len(catalog.Statements),
					"sources": len(catalog.Sources), "conflicts": len(catalog.Conflicts), "warnings": len(checked.Problems),
				})
			}
			_, err = fmt.Fprintf(t.out, "%s: %s, %s, %s, %s in %s (%.1f s)\n", filepath.ToSlash(out),
				count(len(catalog.Entities), "entity", "entities"), count(len(catalog.Statements), "statement", "statements"),
				count(len(catalog.Sources), "source", "sources"), count(len(catalog.Conflicts), "conflict", "conflicts"),
				count(published.Files, "file", "files"), time.Since(start).Seconds())
			return err
		},
	}
	flags.add(c)
	c.Flags().StringVar(&out, "out", "public", "folder for the website and the downloads")
	c.Flags().StringVar(&part, "part", "", "write only a share of the site, such as 3/16: for several machines that write one each")
	c.Flags().StringVar(&archive, "archive", "", "folder with the files of each released version, to be published with the rest")
	return c
}

// partOf reads a share of a site, such as 3/16.
func partOf(s string) (site.Division, error) {
	if s == "" {
		return site.Division{}, nil
	}
	number, of, _ := strings.Cut(s, "/")
	n, err := strconv.ParseUint(number, 10, 16)
	m, wrong := strconv.ParseUint(of, 10, 16)
	if err != nil || wrong != nil || n < 1 || n > m {
		return site.Division{}, usageError{fmt.Errorf("--part is %q; it is a number from 1 and how many parts there are, such as 3/16", s)}
	}
	return site.Division{Number: int(n), Of: int(m)}, nil
}
