package site

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"github.com/spf13/afero"
	"github.com/spf13/afero/mem"
)

// output is the file system that Hugo publishes to: each file goes to the sink
// when it is closed, and is forgotten. Hugo creates files and folders there and
// does nothing else.
type output struct {
	afero.Fs // answers what Hugo asks of folders
	ctx      context.Context
	to       Sink
	mu       sync.Mutex
	files    map[string]bool // written so far
}

func newOutput(ctx context.Context, to Sink) *output {
	return &output{Fs: afero.NewMemMapFs(), ctx: ctx, to: to, files: map[string]bool{}}
}

// has reports whether the file was written.
func (o *output) has(name string) bool {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.files[name]
}

func (o *output) Create(name string) (afero.File, error) {
	if err := o.ctx.Err(); err != nil {
		return nil, err
	}
	return &outputFile{File: mem.NewFileHandle(mem.CreateFile(name)), out: o}, nil
}

func (o *output) OpenFile(name string, flag int, perm os.FileMode) (afero.File, error) {
	if flag&(os.O_WRONLY|os.O_RDWR) != 0 {
		return o.Create(name)
	}
	return o.Fs.OpenFile(name, flag, perm)
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
	size, err := f.Seek(0, 2)
	if err != nil {
		return err
	}
	content := make([]byte, size)
	if _, err := f.ReadAt(content, 0); err != nil && size > 0 {
		return err
	}
	name := address(f.Name())
	if err := f.File.Close(); err != nil {
		return err
	}
	f.out.mu.Lock()
	f.out.files[name] = true
	f.out.mu.Unlock()
	return put(f.out.to, asset{name, content})
}
