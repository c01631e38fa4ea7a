//go:build !unix

package build_test

import "time"

var begun = time.Now()

// processorTime is the time that has gone by: on this system no better is known.
func processorTime() time.Duration { return time.Since(begun) }
