// Package overlay lays the files of one file system over those of another.
//
// It does not know what the files are.
package overlay

import (
	"errors"
	"io/fs"
	"slices"
	"strings"
)

// FS has the files of both; where both have one of the same name, Over's takes
// the place of Under's. A folder lists what either has in it.
type FS struct{ Over, Under fs.FS }

// Open opens a file of either. A folder that is opened lists only its own;
// ReadDir lists both.
func (o FS) Open(name string) (fs.File, error) {
	f, err := o.Over.Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		return o.Under.Open(name)
	}
	return f, err
}

// ReadDir lists a folder in the order of the names.
func (o FS) ReadDir(name string) ([]fs.DirEntry, error) {
	over, err := fs.ReadDir(o.Over, name)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	under, err := fs.ReadDir(o.Under, name)
	if err != nil && (!errors.Is(err, fs.ErrNotExist) || over == nil) {
		return nil, err
	}
	list := slices.Clone(over)
	for _, e := range under {
		if !slices.ContainsFunc(over, func(o fs.DirEntry) bool { return o.Name() == e.Name() }) {
			list = append(list, e)
		}
	}
	slices.SortFunc(list, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	return list, nil
}
