package build

import (
	"context"
	"io/fs"

	"example.org/publish/build/check"
	"example.org/publish/build/compile"
	"example.org/publish/build/export"
	"example.org/publish/site"
)

// Preview renders a dataset again and again while it is edited, and draws only
// the pages that show something else than before. The zero Preview is ready;
// one goroutine uses it at a time.
type Preview struct {
	Own       fs.FS // the publisher's own files of the site; it may be nil
	drawn     site.Drawn
	downloads []export.Download
}

// Edition is one state of the dataset in a preview.
type Edition struct {
	preview *Preview
	catalog *compile.Catalog
}

// Compile takes up a new state of the dataset.
func (p *Preview) Compile(checked Checked, commit compile.Commit) Edition {
	return Edition{p, compile.Compile(checked.Passed, commit)}
}

// Downloads writes the downloads.
func (e Edition) Downloads(ctx context.Context, out site.Sink) error {
	downloads, err := export.Write(ctx, e.catalog, out, "")
	if err == nil {
		e.preview.downloads = downloads
	}
	return err
}

// Pages writes the pages. What they say of the downloads is as of the last
// time that those were written.
func (e Edition) Pages(ctx context.Context, out site.Sink) error {
	return site.Render(ctx, site.Input{
		Catalog: e.catalog, Rules: check.Rules(), Downloads: e.preview.downloads, Drawn: &e.preview.drawn, Own: e.preview.Own,
	}, out)
}
