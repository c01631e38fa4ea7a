// Generate writes an invented dataset, to measure with:
//
//	go run ./bench/generate -entities 10000 -seed 1 FOLDER
//
// The same seed and size give the same files on any machine.
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"sync"
	"sync/atomic"

	"example.org/publish/bench/invent"
)

func main() {
	entities := flag.Int("entities", 1000, "how many entities, of about ten statements each")
	seed := flag.Uint64("seed", 1, "which of the datasets of that size")
	flag.Parse()
	if flag.NArg() != 1 {
		fmt.Fprintln(os.Stderr, "usage: generate [-entities N] [-seed N] FOLDER")
		os.Exit(64)
	}
	if err := generate(invent.New(*seed, *entities), flag.Arg(0)); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
}

// generate writes the dataset to a folder that is not there yet.
func generate(d *invent.Dataset, folder string) error {
	if _, err := os.Lstat(folder); err == nil {
		return fmt.Errorf("%s is there already: name a new folder", folder)
	}
	for _, sub := range invent.Folders() {
		if err := os.MkdirAll(filepath.Join(folder, sub), 0o777); err != nil {
			return err
		}
	}
	var next atomic.Int64
	errs := make([]error, runtime.GOMAXPROCS(0))
	var workers sync.WaitGroup
	for w := range errs {
		workers.Go(func() {
			for i := int(next.Add(1)) - 1; i < d.Files() && errs[w] == nil; i = int(next.Add(1)) - 1 {
				name, content := d.File(i)
				errs[w] = os.WriteFile(filepath.Join(folder, filepath.FromSlash(name)), content, 0o666)
			}
		})
	}
	workers.Wait()
	return errors.Join(errs...)
}
