// Package output writes a whole folder or nothing: a build goes into a staging
// folder beside the one that is published, and the two change places at the
// end. Whatever happens before leaves the published folder as it was.
//
// It knows nothing of what the files hold. SHA256SUMS, the list of all files
// with their SHA-256 in the form of sha256sum(1), is also how the next build
// recognises the folder as its own: a folder with anything else in it is not
// replaced.
package output

import (
	"bufio"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"sync"
)

// Sums is the name of the list of checksums, at the top of the folder.
const Sums = "SHA256SUMS"

// Folder is an output folder that is being written. It may be used by several
// goroutines.
type Folder struct {
	target  string            // the folder to be published
	staging string            // the folder beside it that is written
	lock    *os.File          // held while the staging folder is in use
	before  map[string]string // what the target holds: file → SHA-256

	mu   sync.Mutex
	sums map[string]string // file below the folder, with slashes → SHA-256
}

// Begin prepares to write the folder anew. It refuses a target that holds
// anything which a build did not write, and removes what a killed build left
// beside it.
func Begin(target string) (*Folder, error) {
	target, err := filepath.Abs(target)
	if err != nil {
		return nil, err
	}
	if resolved, err := filepath.EvalSymlinks(target); err == nil {
		target = resolved
	}
	before, err := own(target)
	if err != nil {
		return nil, err
	}
	parent := filepath.Dir(target)
	if err := os.MkdirAll(parent, 0o777); err != nil {
		return nil, err
	}
	prefix := "." + filepath.Base(target) + ".publish-"
	if err := removeAbandoned(parent, prefix); err != nil {
		return nil, err
	}
	staging, lock, err := stage(parent, prefix)
	if err != nil {
		return nil, err
	}
	return &Folder{target: target, staging: staging, lock: lock, before: before, sums: map[string]string{}}, nil
}

// stage makes a staging folder and holds it.
func stage(parent, prefix string) (string, *os.File, error) {
	staging, err := os.MkdirTemp(parent, prefix)
	if err != nil {
		return "", nil, err
	}
	lock, err := lockFolder(staging)
	if err != nil {
		return "", nil, errors.Join(err, os.RemoveAll(staging))
	}
	if err := os.Chmod(staging, 0o755); err != nil {
		return "", nil, errors.Join(err, lock.Close(), os.RemoveAll(staging))
	}
	return staging, lock, nil
}

// Create opens a new file below the folder; the name has slashes. Two files of
// one name are an error: one would be lost.
func (f *Folder) Create(name string) (io.WriteCloser, error) {
	if !fs.ValidPath(name) || name == "." {
		return nil, fmt.Errorf("write %q: not a path below the output folder", name)
	}
	f.mu.Lock()
	_, taken := f.sums[name]
	if !taken {
		f.sums[name] = ""
	}
	f.mu.Unlock()
	if taken {
		return nil, fmt.Errorf("write %s: another page or download has the same address", name)
	}
	full := filepath.Join(f.staging, filepath.FromSlash(name))
	file, err := os.OpenFile(full, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if errors.Is(err, fs.ErrNotExist) {
		if err := os.MkdirAll(filepath.Dir(full), 0o755); err != nil {
			return nil, err
		}
		file, err = os.OpenFile(full, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	}
	if err != nil {
		return nil, err
	}
	return &writer{folder: f, name: name, file: file, hash: sha256.New()}, nil
}

// Link makes a file that was written lie under another name too. The disk holds
// its bytes once where it can.
func (f *Folder) Link(from, to string) error {
	f.mu.Lock()
	sum := f.sums[from]
	f.mu.Unlock()
	if sum == "" {
		return fmt.Errorf("link %s: it is not written yet", from)
	}
	full := filepath.Join(f.staging, filepath.FromSlash(from))
	// What Create would refuse is refused here.
	file, err := f.Create(to)
	if err != nil {
		return err
	}
	w := file.(*writer)
	if err := errors.Join(w.file.Close(), os.Remove(w.file.Name())); err != nil {
		return err
	}
	if err := os.Link(full, w.file.Name()); err != nil {
		return f.copy(full, to, w.file.Name())
	}
	f.mu.Lock()
	f.sums[to] = sum
	f.mu.Unlock()
	return nil
}

// copy serves where the disk knows no links.
func (f *Folder) copy(from, to, full string) error {
	source, err := os.Open(from)
	if err != nil {
		return err
	}
	defer source.Close()
	file, err := os.OpenFile(full, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	w := &writer{folder: f, name: to, file: file, hash: sha256.New()}
	_, err = io.Copy(w, source)
	return errors.Join(err, w.Close())
}

// Keep takes over a file of the folder that is to be replaced, and reports
// whether it is there with that SHA-256. The disk then holds its bytes once.
func (f *Folder) Keep(name, sum string) (bool, error) {
	if sum == "" || f.before[name] != sum {
		return false, nil
	}
	full := filepath.Join(f.staging, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(full), 0o755); err != nil {
		return false, err
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	if _, taken := f.sums[name]; taken {
		return false, nil // Create says what is wrong
	}
	if os.Link(filepath.Join(f.target, filepath.FromSlash(name)), full) != nil {
		return false, nil // the disk knows no links
	}
	f.sums[name] = sum
	return true, nil
}

// Sum is the SHA-256 of a file that was written, in hexadecimal, or "".
func (f *Folder) Sum(name string) string {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.sums[name]
}

// Scratch is a folder for files that are needed only until Publish. It lies
// where the output does, so that a build needs no room elsewhere and a killed
// one leaves nothing behind for good.
func (f *Folder) Scratch() (string, error) {
	name := filepath.Join(f.staging, scratch)
	return name, os.MkdirAll(name, 0o700)
}

// scratch is no name that Create takes from a page or a download.
const scratch = ".scratch"

// Publish writes the checksums and lets the folder take the target's place.
func (f *Folder) Publish() error {
	if err := errors.Join(os.RemoveAll(filepath.Join(f.staging, scratch)), f.writeSums()); err != nil {
		return errors.Join(err, f.Discard())
	}
	if err := swap(f.staging, f.target); err != nil {
		return errors.Join(err, f.Discard())
	}
	return f.Discard()
}

// Discard removes the staging folder, or after Publish the folder that was
// replaced.
func (f *Folder) Discard() error {
	return errors.Join(os.RemoveAll(f.staging), f.lock.Close())
}

// Files is the number of files written so far.
func (f *Folder) Files() int {
	f.mu.Lock()
	defer f.mu.Unlock()
	return len(f.sums)
}

func (f *Folder) writeSums() error {
	names := make([]string, 0, len(f.sums))
	for name := range f.sums {
		names = append(names, name)
	}
	slices.Sort(names)
	file, err := os.OpenFile(filepath.Join(f.staging, Sums), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	w := bufio.NewWriter(file)
	for _, name := range names {
		fmt.Fprintf(w, "%s  %s\n", f.sums[name], name)
	}
	return errors.Join(w.Flush(), file.Close())
}

// writer hashes a file while it is written.
type writer struct {
	folder *Folder
	name   string
	file   *os.File
	hash   hash.Hash
}

func (w *writer) Write(b []byte) (int, error) {
	n, err := w.file.Write(b)
	w.hash.Write(b[:n])
	return n, err
}

func (w *writer) Close() error {
	if err := w.file.Close(); err != nil {
		return err
	}
	w.folder.mu.Lock()
	w.folder.sums[w.name] = hex.EncodeToString(w.hash.Sum(nil))
	w.folder.mu.Unlock()
	return nil
}

// own lists the files of a folder with their SHA-256. It is an error when the
// folder holds something which no build wrote: a file that its checksums do not
// name, or one changed since.
func own(target string) (map[string]string, error) {
	info, err := os.Stat(target)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil
	case err != nil:
		return nil, err
	case !info.IsDir():
		return nil, fmt.Errorf("%s is a file; name a folder for the output", target)
	}
	ours, err := readSums(filepath.Join(target, Sums))
	if err != nil {
		return nil, err
	}
	return ours, filepath.WalkDir(target, func(full string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		relative, err := filepath.Rel(target, full)
		if err != nil {
			return err
		}
		name := filepath.ToSlash(relative)
		if name == Sums {
			return nil
		}
		sum, listed := ours[name]
		if !listed {
			return fmt.Errorf("%s holds %s, which publish did not write: move it away, or name another folder with --out", target, path.Clean(name))
		}
		found, err := hashFile(full)
		if err != nil {
			return err
		}
		if found != sum {
			return fmt.Errorf("%s has changed since publish wrote it: move it away, or name another folder with --out", full)
		}
		return nil
	})
}

func readSums(name string) (map[string]string, error) {
	sums := map[string]string{}
	content, err := os.ReadFile(name)
	if errors.Is(err, fs.ErrNotExist) {
		return sums, nil
	}
	if err != nil {
		return nil, err
	}
	for line := range strings.Lines(string(content)) {
		sum, file, ok := strings.Cut(strings.TrimSuffix(line, "\n"), "  ")
		if ok {
			sums[file] = sum
		}
	}
	return sums, nil
}

func hashFile(name string) (string, error) {
	file, err := os.Open(name)
	if err != nil {
		return "", err
	}
	defer file.Close()
	h := sha256.New()
	if _, err := io.Copy(h, file); err != nil {
		return "", err
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}

// removeAbandoned removes the staging folders that nobody holds any more.
func removeAbandoned(parent, prefix string) error {
	entries, err := os.ReadDir(parent)
	if err != nil {
		return err
	}
	for _, e := range entries {
		if !e.IsDir() || !strings.HasPrefix(e.Name(), prefix) {
			continue
		}
		staging := filepath.Join(parent, e.Name())
		lock, err := lockFolder(staging)
		if err != nil {
			continue // another build is writing it
		}
		if err := errors.Join(os.RemoveAll(staging), lock.Close()); err != nil {
			return err
		}
	}
	return nil
}
