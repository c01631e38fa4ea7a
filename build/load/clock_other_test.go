//go:build !linux

package load

import "time"

// work is how long f takes, where the time of a thread is not to be had.
func work(f func()) time.Duration {
	begun := time.Now()
	f()
	return time.Since(begun)
}
