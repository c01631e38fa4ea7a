//go:build unix

package output

import (
	"os"
	"syscall"
)

// lockFolder holds a folder for this process until the file is closed. The
// system lets go of it when the process dies.
func lockFolder(name string) (*os.File, error) {
	folder, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	if err := syscall.Flock(int(folder.Fd()), syscall.LOCK_EX|syscall.LOCK_NB); err != nil {
		folder.Close()
		return nil, &os.PathError{Op: "lock", Path: name, Err: err}
	}
	return folder, nil
}
