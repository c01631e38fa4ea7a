package site

import (
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"runtime"
	"sync"
)

// taken takes from the past the pages that show what they showed before, and
// returns the others.
func taken(pages []*Page, past Past) ([]*Page, error) {
	if past == nil {
		return pages, nil
	}
	found := make([]bool, len(pages))
	errs := make([]error, runtime.GOMAXPROCS(0))
	var workers sync.WaitGroup
	for w := range errs {
		workers.Go(func() {
			for i := w; i < len(pages) && errs[w] == nil; i += len(errs) {
				found[i], errs[w] = take(pages[i], past)
			}
		})
	}
	workers.Wait()
	var left []*Page
	for i, p := range pages {
		if !found[i] {
			left = append(left, p)
		}
	}
	return left, errors.Join(errs...)
}

func take(p *Page, past Past) (bool, error) {
	shows, err := p.shows()
	if err != nil {
		return false, err
	}
	name := file(p.Address)
	past.Note(name, shows)
	return past.Take(name, shows)
}

// shows is the SHA-256 of all that the page's file depends on, besides the
// program: what it shows, and the publisher's own files.
func (p *Page) shows() ([sha256.Size]byte, error) {
	h := sha256.New()
	h.Write(p.edition.own[:])
	if err := json.NewEncoder(h).Encode(p.View()); err != nil {
		return [sha256.Size]byte{}, fmt.Errorf("page %q: %w", p.Address, err)
	}
	return [sha256.Size]byte(h.Sum(nil)), nil
}
