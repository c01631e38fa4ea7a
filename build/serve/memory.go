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

// Link makes a file that was written have another name too.
func (m *Memory) Link(from, to string) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	content, ok := m.files[from]
	if !ok {
		return fmt.Errorf("link %s: it is not written yet", from)
	}
	m.files[to] = content
	return nil
}

// File returns a file's content.
func (m *Memory) File(name string) ([]byte, bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	content, ok := m.files[name]
	return content, ok
}

// Among reports whether another site has all the pages of this one, and they
// say the same: what stands in their main parts.
func (m *Memory) Among(other *Memory) bool {
	m.mu.Lock()
	defer m.mu.Unlock()
	for name, content := range m.files {
		if theirs, ok := other.File(name); !ok || !bytes.Equal(mainOf(theirs), mainOf(content)) {
			return false
		}
	}
	return true
}

func mainOf(page []byte) []byte {
	_, rest, _ := bytes.Cut(page, []byte("<main"))
	main, _, _ := bytes.Cut(rest, []byte("</main>"))
	return main
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
