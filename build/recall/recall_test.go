package recall_test

import (
	"bytes"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"sync/atomic"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"example.org/publish/build/fact"
	"example.org/publish/build/load"
	"example.org/publish/build/recall"
)

// counted counts what a memory knows.
type counted struct {
	*recall.Memory
	recalled, kept atomic.Int64
}

func (c *counted) Recall(name string, content []byte, into any) bool {
	ok := c.Memory.Recall(name, content, into)
	if ok {
		c.recalled.Add(1)
	}
	return ok
}

func (c *counted) Keep(name string, content []byte, from any) {
	c.kept.Add(1)
	c.Memory.Keep(name, content, from)
}

// read reads the dataset with what the file remembers.
func read(t *testing.T, file, program string, fsys fs.FS) (*fact.Dataset, *counted) {
	t.Helper()
	c := &counted{Memory: recall.Open(file, program)}
	d, problems, err := load.Again(fsys, c)
	if err != nil || len(problems) > 0 {
		t.Fatal(problems, err)
	}
	if err := c.Save(); err != nil {
		t.Fatal(err)
	}
	return d, c
}

func dataset(t *testing.T) fstest.MapFS {
	t.Helper()
	files := fstest.MapFS{}
	root := os.DirFS("../../dataset")
	err := fs.WalkDir(root, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		content, err := fs.ReadFile(root, name)
		files[name] = &fstest.MapFile{Data: content}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func wanted(t *testing.T, fsys fs.FS) *fact.Dataset {
	t.Helper()
	d, _, err := load.Load(fsys)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestWhatIsRecalledIsWhatWasRead(t *testing.T) {
	files := dataset(t)
	files["person/bom.yaml"] = &fstest.MapFile{Data: []byte("\ufeffname: |\r\n  Ana\r\n  María\r\nfacts: { a: [ { value: \"a\\u0062\" , cite: [ s#p1, { source: s, at: p2, via: [x, y] } ] } ] }\r\n")}
	want := wanted(t, files)
	file := filepath.Join(t.TempDir(), "facts")
	for run, recalled := range []bool{false, true, true} {
		d, c := read(t, file, "1", files)
		if !reflect.DeepEqual(want, d) {
			t.Fatalf("run %d (-want +got):\n%s", run, cmp.Diff(want, d))
		}
		if records := int64(len(d.Entities) + len(d.Sources)); recalled && c.recalled.Load() != records || !recalled && c.kept.Load() != records {
			t.Errorf("run %d: %d recalled and %d kept of %d", run, c.recalled.Load(), c.kept.Load(), records)
		}
	}
}

func TestAFileThatChangedIsReadAgain(t *testing.T) {
	files := dataset(t)
	file := filepath.Join(t.TempDir(), "facts")
	read(t, file, "1", files)
	before := files["person/carlos-zamora.yaml"].Data
	// The same size and the same time: only the bytes tell.
	files["person/carlos-zamora.yaml"] = &fstest.MapFile{Data: bytes.Replace(before, []byte("Carlos"), []byte("Karlos"), 1)}
	delete(files, "person/dina-boluarte.yaml")
	d, c := read(t, file, "1", files)
	if want := wanted(t, files); !reflect.DeepEqual(want, d) {
		t.Fatal(cmp.Diff(want, d))
	}
	if n := c.kept.Load(); n != 1 {
		t.Errorf("%d files read; want 1", n)
	}
	if _, c := read(t, file, "2", files); c.recalled.Load() > 0 {
		t.Error("another program recalls records")
	}
}

func TestDamageDoesNoHarm(t *testing.T) {
	files := dataset(t)
	maps.DeleteFunc(files, func(name string, _ *fstest.MapFile) bool { return !strings.HasPrefix(name, "post/") })
	want := wanted(t, files)
	file := filepath.Join(t.TempDir(), "facts")
	read(t, file, "1", files)
	sound, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	random := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		damaged := bytes.Clone(sound)
		switch random.IntN(3) {
		case 0:
			damaged[random.IntN(len(damaged))] ^= byte(1 << random.IntN(8))
		case 1:
			damaged = damaged[:random.IntN(len(damaged))]
		case 2:
			damaged = append(damaged, byte(random.IntN(256)))
		}
		if err := os.WriteFile(file, damaged, 0o600); err != nil {
			t.Fatal(err)
		}
		d, c := read(t, file, "1", files)
		if c.recalled.Load() > 0 {
			t.Fatal("a damaged file is believed")
		}
		if !reflect.DeepEqual(d, want) {
			t.Fatal("a damaged file changes what is read")
		}
	}
}

func TestEveryFieldIsKept(t *testing.T) {
	for _, record := range []any{&fact.Entity{}, &fact.Source{}} {
		n := 0
		fillAll(reflect.ValueOf(record).Elem(), &n)
		from := reflect.New(reflect.TypeOf(record).Elem())
		from.Elem().Set(reflect.ValueOf(record).Elem())
		content := []byte("all of it stands elsewhere")
		m := recall.Open(filepath.Join(t.TempDir(), "facts"), "1")
		m.Keep("x", content, from.Interface())
		if diff := cmp.Diff(record, from.Interface()); diff != "" {
			t.Errorf("lost (-written +kept):\n%s", diff)
		}
	}
}

// fillAll gives every field another value.
func fillAll(v reflect.Value, n *int) {
	*n++
	switch v.Kind() {
	case reflect.String:
		v.SetString(strings.Repeat("é", *n%5+1) + string(rune('a'+*n%26)))
	case reflect.Uint32:
		v.SetUint(uint64(*n * 7 % 1000))
	case reflect.Struct:
		for i := range v.NumField() {
			fillAll(v.Field(i), n)
		}
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		for i := range 2 {
			fillAll(v.Index(i), n)
		}
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		fillAll(v.Elem(), n)
	default:
		panic("a field of kind " + v.Kind().String())
	}
}
