package serve

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/fsnotify/fsnotify"
)

// settle is how long folders have to be quiet before they count as changed: an
// editor saves a file in several steps.
const settle = 20 * time.Millisecond

// Watch calls changed at once, and again each time that something below one of
// the folders has changed since, with the paths of what has, until the context
// ends. Changes while changed runs are one further call: none is missed. Of a
// folder that is not there, the one above is watched until it is.
func Watch(ctx context.Context, folders []string, changed func(paths []string)) error {
	watcher, err := fsnotify.NewWatcher()
	if err != nil {
		return fmt.Errorf("watch %s: %w", folders[0], err)
	}
	defer watcher.Close()
	for _, folder := range folders {
		if err := watchTree(watcher, folder); err != nil {
			return err
		}
		if _, err := os.Stat(folder); err != nil {
			watchTop(watcher, filepath.Dir(folder))
		}
	}
	changed(nil)
	var paths []string
	quiet := time.NewTimer(time.Hour)
	defer quiet.Stop()
	for {
		select {
		case <-ctx.Done():
			return nil
		case event := <-watcher.Events:
			if !belongs(event.Name, folders) || event.Op == fsnotify.Chmod {
				continue
			}
			if event.Has(fsnotify.Create) {
				if err := watchTree(watcher, event.Name); err != nil {
					return err
				}
			}
			paths = append(paths, event.Name)
			quiet.Reset(settle)
		case err := <-watcher.Errors:
			return fmt.Errorf("watch %s: %w", folders[0], err)
		case <-quiet.C:
			slices.Sort(paths)
			changed(slices.Compact(paths))
			paths = nil
		}
	}
}

// belongs reports whether a path is in one of the folders, or above one.
func belongs(path string, folders []string) bool {
	return slices.ContainsFunc(folders, func(folder string) bool {
		folder = filepath.Clean(folder) + string(filepath.Separator)
		path := filepath.Clean(path) + string(filepath.Separator)
		return strings.HasPrefix(path, folder) || strings.HasPrefix(folder, path)
	})
}

// watchTop watches a folder alone, or the next above it that is there. What it
// cannot watch it leaves: a folder that somebody may make is no folder yet.
func watchTop(watcher *fsnotify.Watcher, folder string) {
	for watcher.Add(folder) != nil && filepath.Dir(folder) != folder {
		folder = filepath.Dir(folder)
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
