// Package recall keeps what the files of a dataset say from one run to the
// next, so that files that did not change need not be read as YAML again.
//
// What it keeps is only ever a shortcut. It goes by the bytes of each file, not
// by its time; it belongs to one build of the program; and it is in one file
// with a checksum at its end. Deleted, damaged or from another version, it is
// as if nothing had been kept.
package recall

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"maps"
	"slices"
	"sync"
	"unsafe"

	"example.org/publish/build/fact"
)

// Memory is what is kept of one dataset. Several goroutines may use it at once.
type Memory struct {
	file    string
	program [sha256.Size]byte

	kept map[string]kept // of the run before, by the file's name

	mu      sync.Mutex
	now     map[string]kept // of this run
	changed bool            // a record of now is not in kept
}

// kept is what a file says, as a codec wrote it.
type kept struct {
	content [sha256.Size]byte // SHA-256 of the file
	record  []byte
}

// Open takes up what an earlier run saved in the file, if it was one of the
// same program: any words that change when the program does.
func Open(file, program string) *Memory {
	m := &Memory{file: file, program: sha256.Sum256([]byte(program)), now: map[string]kept{}}
	m.kept = records(read(file, m.program))
	return m
}

// Recall fills in what the file said when it had the same content, and reports
// whether it is known. What is filled in shares the content's memory, so
// nobody may change that.
func (m *Memory) Recall(name string, content []byte, into any) bool {
	k, ok := m.kept[name]
	if !ok || k.content != sha256.Sum256(content) || !fill(into, k.record, content) {
		return false
	}
	m.mu.Lock()
	m.now[name] = k
	m.mu.Unlock()
	return true
}

// Keep remembers what the file says, and fills it in again from there: what
// the reader took from the file is then no longer needed.
func (m *Memory) Keep(name string, content []byte, from any) {
	c := codec{text: sharing(content)}
	if !c.record(from) {
		return
	}
	fill(from, c.b, content)
	m.mu.Lock()
	m.now[name], m.changed = kept{sha256.Sum256(content), c.b}, true
	m.mu.Unlock()
}

// fill fills a record in, or leaves it empty but for what its name says.
func fill(into any, record, content []byte) bool {
	blank(into)
	c := codec{text: sharing(content), filling: true, b: record}
	if !c.record(into) || c.damaged || len(c.b) > 0 {
		blank(into)
		return false
	}
	return true
}

func blank(record any) {
	switch r := record.(type) {
	case *fact.Entity:
		*r = fact.Entity{File: r.File, ID: r.ID, Type: r.Type}
	case *fact.Source:
		*r = fact.Source{File: r.File, ID: r.ID}
	}
}

// sharing is the content as a text, without a copy.
func sharing(content []byte) string { return unsafe.String(unsafe.SliceData(content), len(content)) }

// Save writes what this run met, for the next one. Nothing is lost when it
// cannot: the next run then reads the files.
func (m *Memory) Save() error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if !m.changed && len(m.now) == len(m.kept) {
		return nil
	}
	return write(m.file, m.program, m.written())
}

// Of each record the name, the SHA-256 of the file it was in, and itself, names
// and records behind their lengths.

func (m *Memory) written() []byte {
	var b bytes.Buffer
	length := make([]byte, 0, binary.MaxVarintLen64)
	for _, name := range slices.Sorted(maps.Keys(m.now)) {
		k := m.now[name]
		b.Write(binary.AppendUvarint(length, uint64(len(name))))
		b.WriteString(name)
		b.Write(k.content[:])
		b.Write(binary.AppendUvarint(length, uint64(len(k.record))))
		b.Write(k.record)
	}
	return b.Bytes()
}

func records(rest []byte) map[string]kept {
	all := map[string]kept{}
	for len(rest) > 0 {
		var k kept
		name := next(&rest)
		rest = rest[copy(k.content[:], rest):]
		k.record = next(&rest)
		all[string(name)] = k
	}
	return all
}

// next takes what stands behind its length.
func next(b *[]byte) []byte {
	n, size := binary.Uvarint(*b)
	piece := (*b)[size : size+int(n)]
	*b = (*b)[size+int(n):]
	return piece
}
