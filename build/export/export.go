// Package export writes the downloads: the catalog as tables and documents in
// the formats that researchers open.
//
// [Tables] arranges the catalog as tables, each column declared once with its
// name, its meaning and the function that fills its cells; every tabular
// format and the codebook are written from them, so they cannot disagree.
// [Formats] lists the formats, a file of this package each. The package does
// not know where the files go (a [Sink] does) and judges no fact.
package export

import (
	"bufio"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"runtime"
	"slices"
	"sync"

	"example.org/publish/build/compile"
)

// Folder is where the downloads lie, below the site's root.
const Folder = "data/"

// Sink takes the files. Paths are below the site's root, with slashes. Several
// goroutines call Create at once, and each writes and closes what it got. An
// error from any of the calls ends the export.
type Sink interface {
	Create(path string) (io.WriteCloser, error)
}

// Download describes one file that was written.
type Download struct {
	Path   string       // below Folder, such as statements.csv
	Format string       // id of its Format
	Media  string       // media type (RFC 6838)
	Table  string       // the table's name; empty when the file is no single table
	Entity string       // the entity's id, when the file is about one
	Title  compile.Text // what the file holds
	Rows   int          // rows of the table without its header; 0 when the file has no rows
	Bytes  int64
	SHA256 string // of the bytes, in hexadecimal
}

// Write writes the catalog in all formats, as many at once as there are
// processors. It returns what it wrote: in the order of [Formats], and within
// a format in the order of the tables or of the entities. A context that is
// cancelled ends it between two writes. Files that are needed only meanwhile go
// to the folder scratch, or where the system has them when it is empty.
func Write(ctx context.Context, c *compile.Catalog, sink Sink, scratch string) ([]Download, error) {
	return write(ctx, c, sink, scratch, Formats)
}

func write(ctx context.Context, c *compile.Catalog, sink Sink, scratch string, formats []Format) ([]Download, error) {
	tables := Tables(c)
	outputs := make([]*output, len(formats))
	errs := make([]error, len(formats))
	next := make(chan int)
	var workers sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(formats)) {
		workers.Go(func() {
			for i := range next {
				errs[i] = formats[i].write(c, tables, outputs[i])
			}
		})
	}
	for i, format := range formats {
		outputs[i] = &output{ctx: ctx, sink: sink, scratch: scratch, format: format, buffer: bufio.NewWriterSize(nil, 64<<10)}
		next <- i
	}
	close(next)
	workers.Wait()
	if err := errors.Join(errs...); err != nil {
		return nil, err
	}
	var done []Download
	for _, o := range outputs {
		done = append(done, o.done...)
	}
	return slices.Clip(done), nil
}

// output is where one format writes its files. One goroutine uses it.
type output struct {
	ctx     context.Context
	sink    Sink
	scratch string
	format  Format
	buffer  *bufio.Writer
	done    []Download
}

// file creates the file that d describes, lets fill write it and notes it as
// done, with its size and hash.
func (o *output) file(d Download, fill func(io.Writer) error) error {
	file, err := o.sink.Create(Folder + d.Path)
	if err != nil {
		return fmt.Errorf("create %s: %w", d.Path, err)
	}
	hash := sha256.New()
	size := new(counter)
	o.buffer.Reset(io.MultiWriter(interruptible{o.ctx}, file, hash, size))
	err = fill(o.buffer)
	if err == nil {
		err = o.buffer.Flush()
	}
	if closed := file.Close(); err == nil {
		err = closed
	}
	if err != nil {
		return fmt.Errorf("write %s: %w", d.Path, err)
	}
	d.Format, d.Media = o.format.ID, o.format.Media
	d.Bytes, d.SHA256 = int64(*size), hex.EncodeToString(hash.Sum(nil))
	if d.Title == nil {
		d.Title = o.format.Title
	}
	o.done = append(o.done, d)
	return nil
}

// Put writes a file that is at hand as a whole below a folder of the site, and
// returns its description with its size and hash.
func Put(sink Sink, folder string, d Download, content []byte) (Download, error) {
	file, err := sink.Create(folder + d.Path)
	if err != nil {
		return d, fmt.Errorf("create %s: %w", d.Path, err)
	}
	_, err = file.Write(content)
	if closed := file.Close(); err == nil {
		err = closed
	}
	if err != nil {
		return d, fmt.Errorf("write %s: %w", d.Path, err)
	}
	sum := sha256.Sum256(content)
	d.Bytes, d.SHA256 = int64(len(content)), hex.EncodeToString(sum[:])
	return d, nil
}

// interruptible refuses to write once its context is cancelled.
type interruptible struct{ ctx context.Context }

func (i interruptible) Write(p []byte) (int, error) { return len(p), i.ctx.Err() }

// counter counts the bytes written to it.
type counter int64

func (c *counter) Write(p []byte) (int, error) {
	*c += counter(len(p))
	return len(p), nil
}
