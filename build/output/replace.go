package output

import (
	"errors"
	"io/fs"
	"os"
)

// replace is swap for systems that cannot exchange two folders in one step: it
// moves the old folder aside, and back when the new one cannot take its place.
func replace(staging, target string) error {
	aside := staging + ".old"
	err := os.Rename(target, aside)
	if errors.Is(err, fs.ErrNotExist) {
		return os.Rename(staging, target)
	}
	if err != nil {
		return err
	}
	if err := os.Rename(staging, target); err != nil {
		return errors.Join(err, os.Rename(aside, target))
	}
	return os.Rename(aside, staging)
}
