package recall

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"maps"
	"slices"
	"sync"
)

// Pages is what is kept of the pages of a site: what each showed, and the file
// that came of it. Several goroutines may use it at once.
type Pages struct {
	file    string
	program [sha256.Size]byte
	kept    map[string]page // of the run before, by the file's name

	mu    sync.Mutex
	shown map[string][sha256.Size]byte // in this run
}

// page is a page that was drawn.
type page struct {
	shows   [sha256.Size]byte // SHA-256 of what it shows
	content [sha256.Size]byte // SHA-256 of its file
}

// OpenPages is [Open] for what is kept of pages.
func OpenPages(file, program string) *Pages {
	p := &Pages{
		file: file, program: sha256.Sum256([]byte(program)),
		kept: map[string]page{}, shown: map[string][sha256.Size]byte{},
	}
	for rest := read(file, p.program); len(rest) > 0; {
		var of page
		name := next(&rest)
		rest = rest[copy(of.shows[:], rest):]
		rest = rest[copy(of.content[:], rest):]
		p.kept[string(name)] = of
	}
	return p
}

// Sum is the SHA-256, in hexadecimal, that the file of a page had when the page
// showed the same, or "".
func (p *Pages) Sum(name string, shows [sha256.Size]byte) string {
	of, ok := p.kept[name]
	if !ok || of.shows != shows {
		return ""
	}
	return hex.EncodeToString(of.content[:])
}

// Note remembers what a page shows in this run.
func (p *Pages) Note(name string, shows [sha256.Size]byte) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.shown[name] = shows
}

// Save writes what this run noted, given the SHA-256 of each file in
// hexadecimal. Nothing is lost when it cannot: the next run then draws the
// pages.
func (p *Pages) Save(sumOf func(name string) string) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	var b bytes.Buffer
	length := make([]byte, 0, binary.MaxVarintLen64)
	for _, name := range slices.Sorted(maps.Keys(p.shown)) {
		content, err := hex.DecodeString(sumOf(name))
		if err != nil || len(content) != sha256.Size {
			continue
		}
		shows := p.shown[name]
		b.Write(binary.AppendUvarint(length, uint64(len(name))))
		b.WriteString(name)
		b.Write(shows[:])
		b.Write(content)
	}
	return write(p.file, p.program, b.Bytes())
}
