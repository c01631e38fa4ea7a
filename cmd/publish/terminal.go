package main

import (
	"os"
	"runtime/debug"
	"strconv"
	"strings"

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

// versionInWords is the version, and the commit that it was built from as far as
// that is known: "v1.2.0 (1a2b3c4, 2025-11-04)".
func versionInWords() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return version()
	}
	set := map[string]string{}
	for _, s := range info.Settings {
		set[s.Key] = s.Value
	}
	revision := set["vcs.revision"]
	if revision == "" {
		return version()
	}
	words := revision[:min(7, len(revision))]
	if day, _, ok := strings.Cut(set["vcs.time"], "T"); ok {
		words += ", " + day
	}
	if set["vcs.modified"] == "true" {
		words += ", with changes"
	}
	return version() + " (" + words + ")"
}

// count is a number with its noun.
func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return strconv.Itoa(n) + " " + many
}
