package main

import (
	"flag"
	"io/fs"
	"os"
	"path/filepath"
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
		Cmds:                map[string]func(*testscript.TestScript, bool, []string){"waitfor": waitFor},
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
