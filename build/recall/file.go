package recall

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"os"
	"path/filepath"
)

// A file holds the sum of the program that wrote it, what is kept, and the
// SHA-256 of all that.

// read returns what is kept in the file: nothing, unless the same program wrote
// it and it is whole.
func read(file string, program [sha256.Size]byte) []byte {
	written, err := os.ReadFile(file)
	end := len(written) - sha256.Size
	if err != nil || end < 0 || sha256.Sum256(written[:end]) != [sha256.Size]byte(written[end:]) {
		return nil
	}
	kept, _ := bytes.CutPrefix(written[:end], program[:])
	if len(kept) == end {
		return nil // another program's
	}
	return kept
}

// write replaces the file as a whole.
func write(file string, program [sha256.Size]byte, kept []byte) error {
	folder := filepath.Dir(file)
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return err
	}
	f, err := os.CreateTemp(folder, ".publish-*")
	if err != nil {
		return err
	}
	written := append(program[:], kept...)
	sum := sha256.Sum256(written)
	_, err = f.Write(append(written, sum[:]...))
	if err = errors.Join(err, f.Close()); err == nil {
		err = os.Rename(f.Name(), file)
	}
	if err != nil {
		return errors.Join(err, os.Remove(f.Name()))
	}
	return nil
}
