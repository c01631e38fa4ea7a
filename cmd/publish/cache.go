package main

import (
	"crypto/sha256"
	"encoding/hex"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
)

// cacheFile is where something about a dataset is kept from one run to the
// next: in the user's cache folder, or the one that PUBLISH_CACHE names. What
// lies there may be deleted at any time. Nothing is kept when PUBLISH_CACHE is
// "off", or where there is no such folder.
func cacheFile(t terminal, dataset, what string) (string, bool) {
	folder := t.env("PUBLISH_CACHE")
	if folder == "off" {
		return "", false
	}
	if folder == "" {
		users, err := os.UserCacheDir()
		if err != nil {
			return "", false
		}
		folder = filepath.Join(users, "publish")
	}
	full, err := filepath.Abs(dataset)
	if err != nil {
		return "", false
	}
	sum := sha256.Sum256([]byte(full))
	return filepath.Join(folder, hex.EncodeToString(sum[:8])+"."+what), true
}

// thisBuild tells this build of the program from any other: by its version and,
// for one that was built from a work tree, by its file.
func thisBuild() string {
	words := version() + " " + runtime.Version()
	if name, err := os.Executable(); err == nil {
		if info, err := os.Stat(name); err == nil {
			words += " " + strconv.FormatInt(info.Size(), 10) + " " + info.ModTime().String()
		}
	}
	return words
}
