package export

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"flag"
	"io"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/google/go-cmp/cmp"

	"example.org/publish/build/compile"
)

// scale is how many statements the benchmarks write: -statements 1000000 shows
// what a large dataset costs.
var scale = flag.Int("statements", 20_000, "how many statements the benchmarks write")

// memory is a sink that keeps the files.
type memory struct {
	mu    sync.Mutex
	files map[string]*bytes.Buffer
}

func (m *memory) Create(path string) (io.WriteCloser, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.files == nil {
		m.files = map[string]*bytes.Buffer{}
	}
	if m.files[path] != nil {
		return nil, errors.New(path + " is written twice")
	}
	b := &bytes.Buffer{}
	m.files[path] = b
	return nopCloser{b}, nil
}

type nopCloser struct{ io.Writer }

func (nopCloser) Close() error { return nil }

func written(t testing.TB, c *compile.Catalog) (*memory, []Download) {
	t.Helper()
	m := &memory{}
	downloads, err := Write(t.Context(), c, m, t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	return m, downloads
}

func TestSameCatalogSameBytes(t *testing.T) {
	first, _ := written(t, sample(500))
	for _, procs := range []int{1, 2, 8} {
		before := runtime.GOMAXPROCS(procs)
		second, _ := written(t, sample(500))
		runtime.GOMAXPROCS(before)
		for path, b := range first.files {
			if !bytes.Equal(b.Bytes(), second.files[path].Bytes()) {
				t.Errorf("GOMAXPROCS=%d: %s differs", procs, path)
			}
		}
		if len(first.files) != len(second.files) {
			t.Errorf("GOMAXPROCS=%d: %d files, then %d", procs, len(first.files), len(second.files))
		}
	}
}

func hashOf(b []byte) string {
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:])
}

func TestDownloadsDescribeTheFiles(t *testing.T) {
	m, downloads := written(t, sample(50))
	if len(m.files) != len(downloads) {
		t.Errorf("%d files, %d downloads", len(m.files), len(downloads))
	}
	for _, d := range downloads {
		b := m.files[Folder+d.Path]
		if b == nil {
			t.Fatalf("no file %s", d.Path)
		}
		if int64(b.Len()) != d.Bytes || hashOf(b.Bytes()) != d.SHA256 {
			t.Errorf("%s: %d bytes with hash %s, said to be %d with %s", d.Path, b.Len(), hashOf(b.Bytes()), d.Bytes, d.SHA256)
		}
		if d.Media == "" || d.Format == "" || d.Title.String() == "" {
			t.Errorf("%s is described as %+v", d.Path, d)
		}
		if d.Format == "csv" && d.Rows != strings.Count(b.String(), "\r\n")-1 {
			t.Errorf("%s: said to have %d rows", d.Path, d.Rows)
		}
	}
}

func TestEveryColumnIsDescribed(t *testing.T) {
	tables := Tables(sample(500))
	book := Find(tables, "codebook")
	var described []string
	for row := range book.Rows {
		described = append(described, row[0].String()+"."+row[1].String())
		if row[2].Empty() || row[4].Empty() {
			t.Errorf("%s.%s has no meaning", row[0], row[1])
		}
	}
	var columns []string
	for _, table := range tables {
		names := map[string]bool{}
		for _, c := range table.Columns {
			columns = append(columns, table.Name+"."+c.Name)
			if names[c.Name] {
				t.Errorf("%s has two columns %s", table.Name, c.Name)
			}
			names[c.Name] = true
		}
	}
	if diff := cmp.Diff(columns, described); diff != "" {
		t.Errorf("columns (-) and the codebook (+):\n%s", diff)
	}
	if book.Count != len(columns) {
		t.Errorf("the codebook counts %d rows of %d", book.Count, len(columns))
	}
}

func TestTablesKeepTheirWord(t *testing.T) {
	tables := Tables(sample(500))
	keys := map[string]map[string]bool{} // table(columns) → keys
	for _, table := range tables {
		keys[table.Name] = map[string]bool{}
		n := 0
		for row := range table.Rows {
			n++
			key := pick(t, table, row, table.Key)
			if keys[table.Name][key] {
				t.Errorf("%s has two rows with the key %s", table.Name, key)
			}
			keys[table.Name][key] = true
			for i, c := range table.Columns {
				if c.Required && row[i].Empty() {
					t.Errorf("%s.%s is required, and empty in row %d", table.Name, c.Name, n)
				}
				if len(c.Allowed) > 0 && !row[i].Empty() && !strings.Contains(" "+strings.Join(c.Allowed, " ")+" ", " "+row[i].String()+" ") {
					t.Errorf("%s.%s is %q, which is not allowed", table.Name, c.Name, row[i])
				}
			}
		}
		if n != table.Count {
			t.Errorf("%s has %d rows, said to be %d", table.Name, n, table.Count)
		}
	}
	for _, table := range tables {
		for _, r := range table.References {
			to := Find(tables, r.Table)
			if to == nil || !cmp.Equal(to.Key, r.To) {
				t.Errorf("%s refers to %s(%s), which is no key", table.Name, r.Table, r.To)
				continue
			}
			for row := range table.Rows {
				key := pick(t, table, row, r.Columns)
				if !strings.HasSuffix(key, "\x00") && !strings.HasPrefix(key, "\x00") && !keys[r.Table][key] {
					t.Errorf("%s%s is %q, which %s does not have", table.Name, r.Columns, key, r.Table)
				}
			}
		}
	}
}

// pick joins the cells of the columns.
func pick(t *testing.T, table Table, row []Cell, columns []string) string {
	t.Helper()
	var cells []string
	for _, name := range columns {
		at := -1
		for i, c := range table.Columns {
			if c.Name == name {
				at = i
			}
		}
		if at < 0 {
			t.Fatalf("%s has no column %s", table.Name, name)
		}
		cells = append(cells, row[at].String())
	}
	if len(cells) == 1 && cells[0] == "" {
		return "\x00"
	}
	return strings.Join(cells, "\x00")
}

// full is a sink that runs out of space.
type full struct{}

func (f *full) Create(string) (io.WriteCloser, error) { return nopCloser{f}, nil }

func (f *full) Write([]byte) (int, error) { return 0, errors.New("no space left") }

func TestFailedWriteNamesTheFile(t *testing.T) {
	_, err := Write(t.Context(), sample(50), &full{}, t.TempDir())
	if err == nil || !strings.Contains(err.Error(), "write entities.csv: no space left") {
		t.Errorf("got %v", err)
	}
}

func TestCancelledExportEnds(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := Write(ctx, sample(50), &memory{}, t.TempDir()); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}

// nowhere is a sink that counts.
type nowhere struct{ bytes atomic.Int64 }

func (n *nowhere) Create(string) (io.WriteCloser, error) { return nopCloser{n}, nil }

func (n *nowhere) Write(p []byte) (int, error) {
	n.bytes.Add(int64(len(p)))
	return len(p), nil
}

// BenchmarkFormats writes each format alone, and then all of them at once.
// The heap in use at the end of it is that of the catalog.
func BenchmarkFormats(b *testing.B) {
	c := sample(*scale)
	run := func(name string, formats []Format) {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				to := &nowhere{}
				if _, err := write(b.Context(), c, to, b.TempDir(), formats); err != nil {
					b.Fatal(err)
				}
				b.SetBytes(to.bytes.Load())
			}
		})
	}
	for _, format := range Formats {
		run(format.ID, []Format{format})
	}
	run("all", Formats)
}
