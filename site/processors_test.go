package site_test

import "runtime"

// setProcessors sets GOMAXPROCS and returns the way back.
func setProcessors(n int) func() {
	before := runtime.GOMAXPROCS(n)
	return func() { runtime.GOMAXPROCS(before) }
}
