package site

import (
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"github.com/spf13/afero"
	"github.com/spf13/afero/mem"
)

// output is the file system that Hugo publishes to: each file goes to the sink
// when it is closed, and is forgotten. Hugo creates files and folders there and
// does nothing else. It is never told that the sink failed; see draw.
type output struct {
	afero.Fs // answers what Hugo asks of folders
	to       Sink

	mu      sync.RWMutex
	stopped bool
	err     error           // the first of the sink's
	files   map[string]bool // written so far
}

func newOutput(to Sink) *output {
	return &output{Fs: afero.NewMemMapFs(), to: to, files: map[string]bool{}}
}

// stop waits for the files that are being written; no others will be.
func (o *output) stop() {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.stopped = true
}

// failed is the sink's first error.
func (o *output) failed() error {
	o.mu.RLock()
	defer o.mu.RUnlock()
	return o.err
}

// has reports whether the file was written.
func (o *output) has(name string) bool {
	o.mu.RLock()
	defer o.mu.RUnlock()
	return o.files[name]
}

func (o *output) Create(name string) (afero.File, error) {
	return &outputFile{File: mem.NewFileHandle(mem.CreateFile(name)), out: o}, nil
}

func (o *output) OpenFile(name string, flag int, perm os.FileMode) (afero.File, error) {
	if flag&(os.O_WRONLY|os.O_RDWR) != 0 {
		return o.Create(name)
	}
	return o.Fs.OpenFile(name, flag, perm)
}

// write hands a file to the sink, unless the sink failed or the output was
// stopped.
func (o *output) write(f asset) {
	err := o.pass(f)
	o.mu.Lock()
	defer o.mu.Unlock()
	o.files[f.address] = true
	if o.err == nil {
		o.err = err
	}
}

// pass lets several files be written at once.
func (o *output) pass(f asset) error {
	o.mu.RLock()
	defer o.mu.RUnlock()
	if o.stopped || o.err != nil {
		return nil
	}
	return put(o.to, f)
}

// address is the place below the site's root of a file that Hugo names.
func address(name string) string {
	public := filepath.Join(root, "public")
	return strings.TrimPrefix(filepath.ToSlash(strings.TrimPrefix(filepath.Clean(name), public)), "/")
}

type outputFile struct {
	afero.File
	out *output
}

// Close hands the file to the sink.
func (f *outputFile) Close() error {
	if _, err := f.Seek(0, io.SeekStart); err != nil {
		return err
	}
	content, err := io.ReadAll(f.File)
	if err != nil {
		return err
	}
	f.out.write(asset{address(f.Name()), content})
	return f.File.Close()
}
