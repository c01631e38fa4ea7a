package build

import (
	"context"
	"io/fs"

	"example.org/publish/build/check"
	"example.org/publish/build/compile"
	"example.org/publish/build/export"
	"example.org/publish/build/history"
	"example.org/publish/site"
)

// Preview renders a dataset again and again while it is edited, and draws only
// the pages that show something else than before. The zero Preview is ready;
// one goroutine uses it at a time.
type Preview struct {
	Own        fs.FS               // the publisher's own files of the site; it may be nil
	Repository *history.Repository // with the released versions; nil: there are none

	drawn        site.Drawn
	downloads    []export.Download
	descriptions []export.Download
	told         site.History
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

// Downloads writes the downloads, and looks up what each version changed.
func (e Edition) Downloads(ctx context.Context, out Sink) error {
	in := Input{Repository: e.preview.Repository, Own: e.preview.Own}
	known, err := past(ctx, in, e.catalog)
	if err != nil {
		return err
	}
	tables, err := export.Write(ctx, e.catalog, out, "")
	if err != nil {
		return err
	}
	downloads, descriptions, err := shelve(ctx, in, e.catalog, known, tables, out)
	if err == nil {
		e.preview.downloads, e.preview.descriptions, e.preview.told = downloads, descriptions, known.told
	}
	return err
}

// Pages writes the pages. What they say of the downloads and the versions is as
// of the last time that those were written.
func (e Edition) Pages(ctx context.Context, out site.Sink) error {
	return site.Render(ctx, site.Input{
		Catalog: e.catalog, Rules: check.Rules(), Downloads: e.preview.downloads, Descriptions: e.preview.descriptions,
		History: e.preview.told, Drawn: &e.preview.drawn, Own: e.preview.Own,
	}, out)
}
