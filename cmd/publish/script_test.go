package main

import (
	"flag"
	"io"
	"io/fs"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
)

var update = flag.Bool("update", false, "rewrite the wanted output in the scripts")

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"publish": main})
}

// TestScripts runs each script of testdata/script as a user would type it, in
// a folder of its own that holds the small dataset of testdata/small.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		UpdateScripts:       *update,
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Cmds:                map[string]func(*testscript.TestScript, bool, []string){"waitfor": waitFor, "served": served},
		Setup: func(env *testscript.Env) error {
			env.Setenv("SOURCE_DATE_EPOCH", "1762300800")
			env.Setenv("NO_COLOR", "1")
			env.Setenv("PUBLISH_CACHE", filepath.Join(env.WorkDir, ".cache"))
			return copyTree(filepath.Join(env.WorkDir, "dataset"), os.DirFS("testdata/small"))
		},
	})
}

// waitFor is a command of the scripts: it waits until there is a file.
func waitFor(ts *testscript.TestScript, _ bool, args []string) {
	for range 600 {
		if exists(ts.MkAbs(args[0])) {
			return
		}
		<-time.After(50 * time.Millisecond)
	}
	ts.Fatalf("%s did not come", args[0])
}

// served is a command of the scripts: it waits until a server that runs in the
// background, and writes its address first, shows the words on a page.
func served(ts *testscript.TestScript, _ bool, args []string) {
	address := ""
	for range 600 {
		<-time.After(50 * time.Millisecond)
		if address == "" {
			first, rest, found := strings.Cut(fileOf(ts, args[0]), "\n")
			if address = first; !found && rest == "" {
				address = ""
				continue
			}
		}
		r, err := http.Get(address + args[1])
		if err != nil {
			continue
		}
		body, err := io.ReadAll(r.Body)
		r.Body.Close()
		if err == nil && strings.Contains(string(body), args[2]) {
			return
		}
	}
	ts.Fatalf("%s%s does not show %s", address, args[1], args[2])
}

func fileOf(ts *testscript.TestScript, name string) string {
	content, _ := os.ReadFile(ts.MkAbs(name)) // it may not be there yet
	return string(content)
}

func copyTree(folder string, from fs.FS) error {
	return fs.WalkDir(from, ".", func(name string, d fs.DirEntry, err error) error {
		target := filepath.Join(folder, filepath.FromSlash(name))
		if err != nil {
			return err
		}
		if d.IsDir() {
			return os.MkdirAll(target, 0o777)
		}
		content, err := fs.ReadFile(from, name)
		if err != nil {
			return err
		}
		return os.WriteFile(target, content, 0o666)
	})
}
