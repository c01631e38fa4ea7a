package main

import (
	"os"
	"runtime/debug"
	"strconv"

	"github.com/mattn/go-isatty"
)

// colors reports whether messages may be coloured: on a terminal only, and not
// when NO_COLOR (https://no-color.org) is set.
func (t terminal) colors() bool { return t.env("NO_COLOR") == "" && isTerminal(t.err) }

// isTerminal reports whether something that is read or written is a terminal.
func isTerminal(stream any) bool {
	f, ok := stream.(*os.File)
	return ok && isatty.IsTerminal(f.Fd())
}

// version is the version of the program as its module was built, or "devel".
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok || info.Main.Version == "" || info.Main.Version == "(devel)" {
		return "devel"
	}
	return info.Main.Version
}

// count is a number with its noun.
func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return strconv.Itoa(n) + " " + many
}
