package history

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strconv"
	"strings"
	"time"
)

// longest is how much of a file is read: more than any file of facts may have.
const longest = 64 << 20

// Read returns the folder's files as they were at a revision. They are read
// once, into memory; of a file over 64 MiB only so much is read. Links are
// links, and what is neither file nor folder is irregular, as on a disk.
func (r *Repository) Read(ctx context.Context, revision string) (fs.FS, error) {
	hash, err := r.Resolve(ctx, revision)
	if err != nil {
		return nil, err
	}
	root := hash + "^{tree}"
	if r.prefix != "" {
		root = hash + ":" + strings.TrimSuffix(r.prefix, "/")
	}
	listing, err := r.git(ctx, "ls-tree", "-r", "-z", "--full-tree", root)
	if err != nil {
		return nil, fmt.Errorf("%s has no folder %q", revision, strings.TrimSuffix(r.prefix, "/"))
	}
	t := newTree()
	var objects []*node
	for entry := range strings.SplitSeq(strings.TrimSuffix(listing, "\x00"), "\x00") {
		n, err := t.add(entry)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", revision, err)
		}
		if n != nil && n.object != "" {
			objects = append(objects, n)
		}
	}
	return t, r.contents(ctx, objects)
}

// contents fills the files with their bytes, all from one run of git.
func (r *Repository) contents(ctx context.Context, files []*node) error {
	var names, words bytes.Buffer
	for _, f := range files {
		names.WriteString(f.object + "\n")
	}
	c := r.command(ctx, "cat-file", "--batch")
	c.Stdin, c.Stderr = &names, &words
	out, err := c.StdoutPipe()
	if err != nil {
		return err
	}
	if err := c.Start(); err != nil {
		return err
	}
	read := bufio.NewReader(out)
	for _, f := range files {
		if f.content, err = object(read, f.object); err != nil {
			break
		}
	}
	_, rest := io.Copy(io.Discard, read)
	return errors.Join(err, rest, said(c.Wait(), "cat-file", &words))
}

// object reads one answer of git cat-file --batch: the object's name, type and
// size in a line, then its bytes and a line's end.
func object(from *bufio.Reader, name string) ([]byte, error) {
	head, err := from.ReadString('\n')
	if err != nil {
		return nil, fmt.Errorf("git cat-file: %w", err)
	}
	fields := strings.Fields(head)
	if len(fields) != 3 || fields[0] != name || fields[1] != "blob" {
		return nil, fmt.Errorf("git has no file %s: %s", name, strings.TrimSpace(head))
	}
	size, err := strconv.ParseInt(fields[2], 10, 64)
	if err != nil {
		return nil, fmt.Errorf("git cat-file: %q is no size", fields[2])
	}
	content := make([]byte, min(size, longest))
	if _, err := io.ReadFull(from, content); err != nil {
		return nil, fmt.Errorf("git cat-file: %w", err)
	}
	_, err = io.CopyN(io.Discard, from, size-int64(len(content))+1)
	return content, err
}

// tree is a folder in memory. It is an [fs.FS].
type tree struct{ nodes map[string]*node }

// node is a file, a link or a folder of a tree.
type node struct {
	name    string // the last part of its path
	mode    fs.FileMode
	object  string // git's name for its bytes
	content []byte
	entries []fs.DirEntry // of a folder
}

func newTree() *tree {
	return &tree{map[string]*node{".": {name: ".", mode: fs.ModeDir}}}
}

// add adds what one entry of git ls-tree -z names: its mode, type and object,
// then a tab and its path. It returns nil for no entry at all.
func (t *tree) add(entry string) (*node, error) {
	if entry == "" {
		return nil, nil
	}
	head, full, found := strings.Cut(entry, "\t")
	fields := strings.Fields(head)
	if !found || len(fields) != 3 {
		return nil, fmt.Errorf("git ls-tree: %q is no entry", entry)
	}
	// git refuses such names in its own trees, and whoever walks the folder would
	// leave it by them.
	for part := range strings.SplitSeq(full, "/") {
		if part == "" || part == "." || part == ".." {
			return nil, fmt.Errorf("a file there is named %q", full)
		}
	}
	n := &node{name: path.Base(full)}
	switch fields[0] {
	case "100644", "100755", "100664":
		n.object = fields[2]
	case "120000":
		n.mode, n.object = fs.ModeSymlink, fields[2]
	default:
		n.mode = fs.ModeIrregular // another repository's commit
	}
	return n, t.put(full, n)
}

func (t *tree) put(full string, n *node) error {
	if t.nodes[full] != nil {
		return fmt.Errorf("two files there are named %q", full)
	}
	t.nodes[full] = n
	folder := path.Dir(full)
	parent := t.nodes[folder]
	if parent == nil {
		parent = &node{name: path.Base(folder), mode: fs.ModeDir}
		if err := t.put(folder, parent); err != nil {
			return err
		}
	}
	if !parent.mode.IsDir() {
		return fmt.Errorf("%q there is both a file and a folder", folder)
	}
	parent.entries = append(parent.entries, entry{n})
	return nil
}

// Open opens a file or a folder.
func (t *tree) Open(name string) (fs.File, error) {
	n := t.nodes[name]
	if !fs.ValidPath(name) || n == nil {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	return &file{node: n, content: bytes.NewReader(n.content)}, nil
}

// ReadDir lists a folder, by name. Unlike Open it accepts names that are not
// UTF-8: whoever walks the folder shall see that they are there.
func (t *tree) ReadDir(name string) ([]fs.DirEntry, error) {
	n := t.nodes[name]
	if n == nil || !n.mode.IsDir() {
		return nil, &fs.PathError{Op: "readdir", Path: name, Err: fs.ErrNotExist}
	}
	return n.sorted(), nil
}

func (n *node) sorted() []fs.DirEntry {
	return slices.SortedFunc(slices.Values(n.entries), func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
}

// entry is a node as a folder lists it.
type entry struct{ *node }

func (e entry) Name() string               { return e.name }
func (e entry) IsDir() bool                { return e.mode.IsDir() }
func (e entry) Type() fs.FileMode          { return e.mode.Type() }
func (e entry) Info() (fs.FileInfo, error) { return info(e), nil }

// info is what is known of a node.
type info struct{ *node }

func (i info) Name() string       { return i.name }
func (i info) Size() int64        { return int64(len(i.content)) }
func (i info) Mode() fs.FileMode  { return i.mode | 0o444 }
func (i info) ModTime() time.Time { return time.Time{} }
func (i info) IsDir() bool        { return i.mode.IsDir() }
func (i info) Sys() any           { return nil }

// file is an open node.
type file struct {
	*node
	content *bytes.Reader
	listed  int
}

func (f *file) Stat() (fs.FileInfo, error) { return info{f.node}, nil }
func (f *file) Close() error               { return nil }

func (f *file) Read(b []byte) (int, error) {
	if f.mode.IsDir() {
		return 0, &fs.PathError{Op: "read", Path: f.name, Err: errors.New("is a folder")}
	}
	return f.content.Read(b)
}

func (f *file) ReadDir(n int) ([]fs.DirEntry, error) {
	rest := f.sorted()[f.listed:]
	if n > 0 {
		if len(rest) == 0 {
			return nil, io.EOF
		}
		rest = rest[:min(n, len(rest))]
	}
	f.listed += len(rest)
	return rest, nil
}
