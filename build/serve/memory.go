package serve

import (
	"bytes"
	"fmt"
	"io"
	"sync"
)

// Memory is a built site that is kept in memory, to be shown but not
// published. It may be written by several goroutines.
type Memory struct {
	mu    sync.Mutex
	files map[string][]byte
}

// Create opens a new file of the site; the name has slashes.
func (m *Memory) Create(name string) (io.WriteCloser, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.files == nil {
		m.files = map[string][]byte{}
	}
	if _, taken := m.files[name]; taken {
		return nil, fmt.Errorf("write %s: another page or download has the same address", name)
	}
	m.files[name] = nil
	return &memoryFile{site: m, name: name}, nil
}

// File returns a file's content.
func (m *Memory) File(name string) ([]byte, bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	content, ok := m.files[name]
	return content, ok
}

type memoryFile struct {
	bytes.Buffer
	site *Memory
	name string
}

func (f *memoryFile) Close() error {
	f.site.mu.Lock()
	defer f.site.mu.Unlock()
	f.site.files[f.name] = f.Bytes()
	return nil
}
