// Package edit changes the files of a dataset where they stand: words at their
// places, and all files of a change or none.
//
// It knows no YAML and does not judge what it writes.
package edit

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// Change is what a file held and what it is to hold.
type Change struct {
	Name   string // below the dataset's folder, with slashes
	Before []byte // nil: there is no such file yet
	After  []byte // nil: the file goes
}

// Write makes the changes below the folder: all of them or, when one cannot be
// made, none. A file that no longer holds what the change was made from, or that
// exists though it should not, is such a case. A file is replaced as a whole, so
// that nobody reads half of it.
func Write(folder string, changes []Change) error {
	var done []Change
	for _, c := range changes {
		err := c.make(folder)
		if err == nil {
			done = append(done, c)
			continue
		}
		for _, d := range done {
			err = errors.Join(err, Change{d.Name, d.After, d.Before}.make(folder))
		}
		return err
	}
	return nil
}

func (c Change) make(folder string) error {
	file := filepath.Join(folder, filepath.FromSlash(c.Name))
	info, err := os.Lstat(file)
	switch {
	case err != nil && !errors.Is(err, fs.ErrNotExist):
		return err
	case err == nil && c.Before == nil:
		return fmt.Errorf("%s exists already", file)
	case err != nil && c.Before != nil:
		return fmt.Errorf("%s is gone", file)
	case err == nil && !info.Mode().IsRegular():
		return fmt.Errorf("%s is not a file", file)
	case err != nil:
		return create(file, c.After)
	}
	now, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	switch {
	case !bytes.Equal(now, c.Before):
		return fmt.Errorf("%s was changed by something else meanwhile; try again", file)
	case c.After == nil:
		return os.Remove(file)
	}
	return replace(file, c.After, info.Mode().Perm())
}

// create writes a new file, and its folder if there is none.
func create(file string, content []byte) error {
	if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
		return err
	}
	f, err := os.OpenFile(file, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return err
	}
	if _, err := f.Write(content); err != nil {
		return errors.Join(err, f.Close(), os.Remove(file))
	}
	return f.Close()
}

// replace writes beside the file and puts the result in its place. The name
// begins with a dot, for those who read the folder at the same time.
func replace(file string, content []byte, mode fs.FileMode) error {
	f, err := os.CreateTemp(filepath.Dir(file), ".publish-*")
	if err != nil {
		return err
	}
	_, err = f.Write(content)
	err = errors.Join(err, f.Chmod(mode), f.Close())
	if err == nil {
		err = os.Rename(f.Name(), file)
	}
	if err != nil {
		return errors.Join(err, os.Remove(f.Name()))
	}
	return nil
}
