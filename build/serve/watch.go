package serve

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"time"

	"github.com/fsnotify/fsnotify"
)

// settle is how long a folder has to be quiet before it counts as changed: an
// editor saves a file in several steps.
const settle = 30 * time.Millisecond

// Watch calls changed at once, and again each time that something below the
// folder has changed since, until the context ends. Changes while changed runs
// are one further call: none is missed.
func Watch(ctx context.Context, folder string, changed func()) error {
	watcher, err := fsnotify.NewWatcher()
	if err != nil {
		return fmt.Errorf("watch %s: %w", folder, err)
	}
	defer watcher.Close()
	if err := watchTree(watcher, folder); err != nil {
		return err
	}
	changed()
	quiet := time.NewTimer(time.Hour)
	defer quiet.Stop()
	for {
		select {
		case <-ctx.Done():
			return nil
		case event := <-watcher.Events:
			if event.Has(fsnotify.Create) {
				if err := watchTree(watcher, event.Name); err != nil {
					return err
				}
			}
			if event.Op != fsnotify.Chmod {
				quiet.Reset(settle)
			}
		case err := <-watcher.Errors:
			return fmt.Errorf("watch %s: %w", folder, err)
		case <-quiet.C:
			changed()
		}
	}
}

// watchTree watches a folder and those below it. What is no folder, or is gone
// again, is passed over.
func watchTree(watcher *fsnotify.Watcher, root string) error {
	return filepath.WalkDir(root, func(name string, d fs.DirEntry, err error) error {
		switch {
		case errors.Is(err, fs.ErrNotExist):
			return nil
		case err != nil:
			return err
		case !d.IsDir():
			return nil
		}
		if err := watcher.Add(name); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("watch %s: %w", name, err)
		}
		return nil
	})
}
