//go:build !unix

package output

import "os"

// lockFolder holds nothing on systems without flock(2): there, two builds into
// one folder at a time are the user's to avoid.
func lockFolder(string) (*os.File, error) { return os.Open(os.DevNull) }
