package release_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"strings"
	"testing"
	"testing/fstest"

	"example.org/publish/build/release"
)

// shelf is a sink that keeps the files.
type shelf map[string]*bytes.Buffer

type book struct{ *bytes.Buffer }

func (book) Close() error { return nil }

func (s shelf) Create(name string) (io.WriteCloser, error) {
	s[name] = &bytes.Buffer{}
	return book{s[name]}, nil
}

func hashed(content string) string {
	sum := sha256.Sum256([]byte(content))
	return hex.EncodeToString(sum[:])
}

func TestAnArchiveIsHeldToItsChecksums(t *testing.T) {
	const a, b = "a", "b,c\n"
	sums := hashed(a) + "  a.txt\n" + hashed(b) + "  table.csv\n"
	for name, test := range map[string]struct {
		files map[string]string
		want  string // a part of the error; empty: none
	}{
		"whole":              {map[string]string{"a.txt": a, "table.csv": b, "SHA256SUMS": sums}, ""},
		"no checksums":       {map[string]string{"a.txt": a}, "SHA256SUMS"},
		"another file":       {map[string]string{"a.txt": a, "table.csv": b, "c.txt": a, "SHA256SUMS": sums}, "does not name c.txt"},
		"other bytes":        {map[string]string{"a.txt": "A", "table.csv": b, "SHA256SUMS": sums}, "a.txt is not the file that was released"},
		"missing":            {map[string]string{"a.txt": a, "SHA256SUMS": sums}, "table.csv is missing"},
		"taken down":         {map[string]string{"a.txt": a, "SHA256SUMS": sums, "TOMBSTONE": "For privacy:\ntable.csv\n"}, ""},
		"taken down, there":  {map[string]string{"a.txt": a, "table.csv": b, "SHA256SUMS": sums, "TOMBSTONE": "For privacy:\ntable.csv\n"}, "and it is there"},
		"named in a word":    {map[string]string{"a.txt": a, "SHA256SUMS": sums, "TOMBSTONE": "table.csv is private\n"}, "table.csv is missing"},
		"all taken down":     {map[string]string{"TOMBSTONE": "All of it is gone.\n"}, ""},
		"outside the folder": {map[string]string{"a.txt": a, "SHA256SUMS": hashed(a) + "  ../a.txt\n"}, "no file of a version"},
		"absolute":           {map[string]string{"a.txt": a, "SHA256SUMS": hashed(a) + "  /a.txt\n"}, "no file of a version"},
		"no line":            {map[string]string{"a.txt": a, "SHA256SUMS": "a.txt\n"}, "no checksum"},
		"an empty tombstone": {map[string]string{"TOMBSTONE": " \n"}, "SHA256SUMS"},
	} {
		t.Run(name, func(t *testing.T) {
			files := fstest.MapFS{}
			for file, content := range test.files {
				files["v1.0.0/"+file] = &fstest.MapFile{Data: []byte(content)}
			}
			v := &release.Version{Number: "1.0.0", Tag: "v1.0.0"}
			out := shelf{}
			err := release.Archive{Files: files}.Copy(v, out)
			switch {
			case test.want == "" && err != nil:
				t.Error(err)
			case test.want != "" && (err == nil || !strings.Contains(err.Error(), test.want)):
				t.Errorf("%v, and not %q", err, test.want)
			}
			for name := range out {
				if !strings.HasPrefix(name, "data/v/1.0.0/") {
					t.Errorf("wrote %s", name)
				}
			}
			if test.want == "" && len(out) != len(test.files) {
				t.Errorf("%d of %d files are there", len(out), len(test.files))
			}
		})
	}
}
