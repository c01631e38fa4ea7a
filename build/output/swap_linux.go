package output

import (
	"errors"
	"os"

	"golang.org/x/sys/unix"
)

// swap lets staging and target change places in one step, so that a reader
// finds the old folder or the new one and never none.
func swap(staging, target string) error {
	err := unix.Renameat2(unix.AT_FDCWD, staging, unix.AT_FDCWD, target, unix.RENAME_EXCHANGE)
	switch {
	case errors.Is(err, unix.ENOENT):
		return os.Rename(staging, target)
	case errors.Is(err, unix.EINVAL), errors.Is(err, unix.ENOSYS):
		// The file system cannot exchange.
		return replace(staging, target)
	case err != nil:
		return &os.LinkError{Op: "exchange", Old: staging, New: target, Err: err}
	}
	return nil
}
