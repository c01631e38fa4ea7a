package site

import (
	"cmp"
	"context"
	"crypto/sha256"
	"io"
	"sync"

	"example.org/publish/build/compile"
	"example.org/publish/site/card"
)

// Drawn keeps pages as they were drawn. A page is a pure function of what it
// shows and of the templates, so one that shows the same again is not drawn
// again, as long as the publisher's own files are the same. It serves one
// render at a time; the zero Drawn keeps none yet.
type Drawn struct {
	pages map[string]drawnPage // by address
	cards map[card.Card][]byte
	// pictures are the last ones of the whole dataset, by language.
	pictures map[string]asset
	own      [sha256.Size]byte // of the publisher's own files that they were drawn with
	count    int
}

// show keeps a picture of the whole dataset.
func (d *Drawn) show(language string, picture asset) {
	if d.pictures == nil {
		d.pictures = map[string]asset{}
	}
	d.pictures[language] = picture
}

// Count is how many pages were drawn so far, not counting those that were kept.
func (d *Drawn) Count() int { return d.count }

type drawnPage struct {
	shows   [sha256.Size]byte
	content []byte
}

// usual is how many pages are drawn at a time: what they show, and what Hugo
// knows of them, is in memory together. A smaller number costs time, since Hugo
// is set up for each batch; a larger one gains none.
const usual = 2000

// draw writes the pages, and lets Hugo draw those that are not kept. Those of
// the pages that are no longer there are forgotten.
func (d *Drawn) draw(ctx context.Context, in Input, pages []*Page, to Sink) error {
	c, batch := in.Catalog, cmp.Or(in.Batch, usual)
	if d == nil {
		return inBatches(pages, batch, func(some []*Page) error {
			some, err := taken(some, in.Past)
			if err != nil || len(some) == 0 {
				return cmp.Or(err, ctx.Err())
			}
			return draw(ctx, c, some, to)
		})
	}
	if len(pages) == 0 {
		return ctx.Err()
	}
	if own := pages[0].edition.own; own != d.own {
		d.own, d.pages = own, nil
	}
	kept := make(map[string]drawnPage, len(pages))
	err := inBatches(pages, batch, func(some []*Page) error { return d.redraw(ctx, c, some, to, kept) })
	if err == nil {
		d.pages = kept
	}
	return err
}

func inBatches(pages []*Page, batch int, do func([]*Page) error) error {
	for first := 0; first < len(pages); first += batch {
		if err := do(pages[first:min(first+batch, len(pages))]); err != nil {
			return err
		}
	}
	return nil
}

// redraw writes one batch, and adds it to what is kept.
func (d *Drawn) redraw(ctx context.Context, c *compile.Catalog, pages []*Page, to Sink, kept map[string]drawnPage) error {
	var changed []*Page
	shows := map[string][sha256.Size]byte{}
	for _, p := range pages {
		sum, err := p.shows()
		if err != nil {
			return err
		}
		before, ok := d.pages[p.Address]
		if !ok || before.shows != sum {
			changed = append(changed, p)
			shows[file(p.Address)] = sum
			continue
		}
		kept[p.Address] = before
		if err := put(to, asset{file(p.Address), before.content}); err != nil {
			return err
		}
	}
	if len(changed) == 0 {
		return ctx.Err()
	}
	copies := &copying{to: to, files: map[string][]byte{}}
	if err := draw(ctx, c, changed, copies); err != nil {
		return err
	}
	d.count += len(changed)
	for _, p := range changed {
		name := file(p.Address)
		kept[p.Address] = drawnPage{shows[name], copies.files[name]}
	}
	return nil
}

// copying is a sink that passes its files on and keeps a copy of each.
type copying struct {
	to    Sink
	mu    sync.Mutex
	files map[string][]byte
}

func (c *copying) Create(name string) (io.WriteCloser, error) {
	w, err := c.to.Create(name)
	if err != nil {
		return nil, err
	}
	return &copyingFile{w, c, name}, nil
}

type copyingFile struct {
	io.WriteCloser
	sink *copying
	name string
}

func (f *copyingFile) Write(b []byte) (int, error) {
	n, err := f.WriteCloser.Write(b)
	f.sink.mu.Lock()
	defer f.sink.mu.Unlock()
	f.sink.files[f.name] = append(f.sink.files[f.name], b[:n]...)
	return n, err
}

// picture draws a card, or takes the one that was drawn of the same before.
func (d *Drawn) picture(c card.Card) ([]byte, error) {
	if d == nil {
		return card.Draw(c)
	}
	content, ok := d.cards[c]
	if ok {
		return content, nil
	}
	content, err := card.Draw(c)
	if d.cards == nil {
		d.cards = map[card.Card][]byte{}
	}
	d.cards[c] = content
	return content, err
}
