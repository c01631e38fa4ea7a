package export

import (
	"archive/zip"
	"compress/flate"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"io/fs"
	"math"
	"os"
	"slices"
	"strings"
	"time"

	"example.org/publish/build/compile"
)

// modified is the time that archives give as that of their files: the commit's,
// or the first that a zip archive can hold.
func modified(c *compile.Catalog) time.Time {
	first := time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)
	if c.Date.Before(first) {
		return first
	}
	return c.Date.UTC()
}

// sortedZip is a zip archive whose bytes do not depend on the order in which
// its files come, nor on the clock: it keeps the files, compressed, and writes
// them by name when it is closed. It is an excelize.ZipWriter, needed because
// excelize takes its sheets from a map.
type sortedZip struct {
	to       io.Writer
	modified time.Time
	kept     *os.File // holds the compressed files one after the other
	files    []*zipped
}

// zipped is a file of the archive.
type zipped struct {
	name    string
	deflate *flate.Writer
	crc     uint32
	size    uint64
	begin   int64 // of its compressed bytes in kept
	end     int64
}

func (f *zipped) Write(p []byte) (int, error) {
	f.crc = crc32.Update(f.crc, crc32.IEEETable, p)
	f.size += uint64(len(p))
	return f.deflate.Write(p)
}

// Create begins a file, which ends with the next one or with the archive.
func (z *sortedZip) Create(name string) (io.Writer, error) {
	at, err := z.endFile()
	if err != nil {
		return nil, err
	}
	deflate, err := flate.NewWriter(z.kept, flate.BestSpeed)
	if err != nil {
		return nil, err
	}
	f := &zipped{name: name, begin: at, deflate: deflate}
	z.files = append(z.files, f)
	return f, nil
}

// endFile completes the last file and returns where the next one begins.
func (z *sortedZip) endFile() (int64, error) {
	if len(z.files) == 0 {
		return 0, nil
	}
	last := z.files[len(z.files)-1]
	if err := last.deflate.Close(); err != nil {
		return 0, err
	}
	end, err := z.kept.Seek(0, io.SeekCurrent)
	last.end = end
	return end, err
}

// AddFS is no part of what excelize uses.
func (z *sortedZip) AddFS(fs.FS) error { return errors.ErrUnsupported }

// Close writes the archive.
func (z *sortedZip) Close() error {
	if _, err := z.endFile(); err != nil {
		return err
	}
	slices.SortFunc(z.files, func(a, b *zipped) int { return strings.Compare(a.name, b.name) })
	out := zip.NewWriter(z.to)
	for _, f := range z.files {
		// Spreadsheets refuse the header that archive/zip writes for such a file.
		if f.size > math.MaxUint32 {
			return fmt.Errorf("%s has %d bytes, and a workbook holds no file over 4 GiB: use another format for a dataset of this size", f.name, f.size)
		}
		header := &zip.FileHeader{
			Name:               f.name,
			Method:             zip.Deflate,
			CRC32:              f.crc,
			CompressedSize64:   uint64(f.end - f.begin),
			UncompressedSize64: f.size,
		}
		//lint:ignore SA1019 CreateRaw writes the header as it stands, and only this fills in the fields for the time
		header.SetModTime(z.modified)
		w, err := out.CreateRaw(header)
		if err != nil {
			return err
		}
		if _, err := io.Copy(w, io.NewSectionReader(z.kept, f.begin, f.end-f.begin)); err != nil {
			return err
		}
	}
	return out.Close()
}
