package release

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"io"
	"io/fs"
	"regexp"
	"slices"
	"strings"

	"example.org/publish/build/export"
)

// The files of a version that are about its other files.
const (
	// Sums is the list of the checksums of its files, in the form of sha256sum(1).
	Sums = "SHA256SUMS"
	// Tombstone says why files of a version were taken down: text for readers, in
	// which a line that is the name of such a file names it.
	Tombstone = "TOMBSTONE"
)

// longestSums is how much of a list of checksums is read, and longestWords how
// much of a tombstone.
const longestSums, longestWords = 16 << 20, 64 << 10

// Archive holds the files of released versions, a folder each: v1.2.0/. It is
// not trusted: each file is held to the checksum that lies with it.
type Archive struct{ Files fs.FS }

var archived = regexp.MustCompile(`^v(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)$`)

// Versions are the names of the folders in the archive.
func (a Archive) Versions() ([]string, error) {
	entries, err := fs.ReadDir(a.Files, ".")
	if err != nil {
		return nil, err
	}
	var tags []string
	for _, e := range entries {
		if !e.IsDir() || !archived.MatchString(e.Name()) {
			return nil, fmt.Errorf("the archive holds %q: it has a folder for each version, such as v1.2.0, and nothing else", e.Name())
		}
		tags = append(tags, e.Name())
	}
	return tags, nil
}

// Copy copies the files of a version below the site's own folder for it, and
// notes them in the version. A file that is missing without a word in the
// tombstone, has other bytes than its checksum says, or has no checksum is an
// error.
func (a Archive) Copy(v *Version, sink export.Sink) error {
	folder, err := fs.Sub(a.Files, v.Tag)
	if err != nil {
		return err
	}
	err = copyVersion(folder, v, sink)
	if err != nil {
		return fmt.Errorf("the archive of %s: %w", v.Tag, err)
	}
	return nil
}

func copyVersion(folder fs.FS, v *Version, sink export.Sink) error {
	words, err := read(folder, Tombstone, longestWords)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	v.TakenDown = strings.TrimSpace(string(words))
	sums, err := read(folder, Sums, longestSums)
	switch {
	case errors.Is(err, fs.ErrNotExist) && v.TakenDown != "":
	case err != nil:
		return err
	default:
		sum := sha256.Sum256(sums)
		v.Sums = hex.EncodeToString(sum[:])
	}
	v.Files, err = listed(sums)
	if err != nil {
		return err
	}
	if err := nothingElse(folder, v.Files); err != nil {
		return err
	}
	gone := strings.Split(strings.ReplaceAll(v.TakenDown, "\r\n", "\n"), "\n")
	for i := range v.Files {
		f := &v.Files[i]
		f.Gone = slices.Contains(gone, f.Name)
		if err := copyFile(folder, v, f, sink); err != nil {
			return err
		}
	}
	for name, content := range map[string][]byte{Sums: sums, Tombstone: words} {
		if content != nil {
			if err := writeFile(sink, Folder(v.Number)+name, content); err != nil {
				return err
			}
		}
	}
	return nil
}

// copyFile copies one file while it is held to its checksum. A sink that is
// given wrong bytes publishes nothing, as an error ends the build.
func copyFile(folder fs.FS, v *Version, f *Kept, sink export.Sink) error {
	from, err := folder.Open(f.Name)
	switch {
	case errors.Is(err, fs.ErrNotExist) && f.Gone:
		return nil
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("%s is missing: fetch it again or, if it had to go, name it in a line of %s", f.Name, Tombstone)
	case err != nil:
		return err
	case f.Gone:
		return errors.Join(fmt.Errorf("%s says that %s was taken down, and it is there", Tombstone, f.Name), from.Close())
	}
	defer from.Close()
	to, err := sink.Create(Folder(v.Number) + f.Name)
	if err != nil {
		return err
	}
	hashed := hashing{to, sha256.New()}
	f.Bytes, err = io.Copy(hashed, from)
	if err := errors.Join(err, to.Close()); err != nil {
		return err
	}
	if sum := hex.EncodeToString(hashed.Sum(nil)); sum != f.SHA256 {
		return fmt.Errorf("%s is not the file that was released: its SHA-256 is %s, and %s says %s", f.Name, sum, Sums, f.SHA256)
	}
	return nil
}

type hashing struct {
	to io.Writer
	hash.Hash
}

func (h hashing) Write(b []byte) (int, error) {
	h.Hash.Write(b)
	return h.to.Write(b)
}

var sumLine = regexp.MustCompile(`^([0-9a-f]{64})  (\S.*)$`)

// listed are the files that a list of checksums names.
func listed(sums []byte) ([]Kept, error) {
	files := []Kept{}
	for line := range strings.Lines(string(sums)) {
		m := sumLine.FindStringSubmatch(strings.TrimSuffix(line, "\n"))
		switch {
		case m == nil:
			return nil, fmt.Errorf("%s: %q is no checksum and the name of a file", Sums, strings.TrimSpace(line))
		case !fs.ValidPath(m[2]) || m[2] == Sums || m[2] == Tombstone || strings.ContainsAny(m[2], "\\:"):
			return nil, fmt.Errorf("%s names %q, which is no file of a version", Sums, m[2])
		}
		files = append(files, Kept{Name: m[2], SHA256: m[1]})
	}
	return files, nil
}

// nothingElse reports, as an error, a file that the list does not name.
func nothingElse(folder fs.FS, files []Kept) error {
	named := map[string]bool{Sums: true, Tombstone: true}
	for _, f := range files {
		named[f.Name] = true
	}
	return fs.WalkDir(folder, ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil || d.IsDir():
			return err
		case !d.Type().IsRegular():
			return fmt.Errorf("%s is no file", name)
		case !named[name]:
			return fmt.Errorf("%s does not name %s", Sums, name)
		}
		return nil
	})
}

func read(folder fs.FS, name string, longest int64) ([]byte, error) {
	file, err := folder.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	content, err := io.ReadAll(io.LimitReader(file, longest+1))
	if int64(len(content)) > longest {
		return nil, fmt.Errorf("%s is longer than %d bytes", name, longest)
	}
	return content, err
}

func writeFile(sink export.Sink, name string, content []byte) error {
	file, err := sink.Create(name)
	if err != nil {
		return err
	}
	_, err = file.Write(content)
	return errors.Join(err, file.Close())
}

// Linker is a sink that can give a file that it holds another name.
type Linker interface {
	export.Sink
	// Link makes what lies at one path lie at another one too.
	Link(from, to string) error
}

// Shelve puts the files of the whole dataset, which lie in the folder of the
// downloads, into another folder too, with a list of the checksums of these and
// of its own files that lie there already. It returns that list's SHA-256.
func Shelve(to Linker, folder string, files, own []export.Download) ([]Kept, string, error) {
	var kept []Kept
	for _, d := range own {
		kept = append(kept, Kept{Name: d.Path, Bytes: d.Bytes, SHA256: d.SHA256})
	}
	for _, d := range files {
		if d.Entity != "" {
			continue // a cut of the whole; a version keeps the whole
		}
		if err := to.Link(export.Folder+d.Path, folder+d.Path); err != nil {
			return nil, "", err
		}
		kept = append(kept, Kept{Name: d.Path, Bytes: d.Bytes, SHA256: d.SHA256})
	}
	return sum(to, folder, kept)
}

// sum writes the list of the checksums of files.
func sum(to export.Sink, folder string, kept []Kept) ([]Kept, string, error) {
	slices.SortFunc(kept, func(a, b Kept) int { return strings.Compare(a.Name, b.Name) })
	var list bytes.Buffer
	for _, f := range kept {
		fmt.Fprintf(&list, "%s  %s\n", f.SHA256, f.Name)
	}
	hash := sha256.Sum256(list.Bytes())
	return kept, hex.EncodeToString(hash[:]), writeFile(to, folder+Sums, list.Bytes())
}
