package site

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"path"

	"example.org/publish/site/i18n"
	"example.org/publish/site/overlay"
	"example.org/publish/site/words"
	"example.org/publish/templates"
)

// OwnFolders are the folders in which a publisher's own files take the place of
// the site's of the same name, or add to them. They bear the names that they
// have in the repository of publish.
var OwnFolders = []string{words.Folder, "templates/assets", "templates/layouts"}

// Shipped are the files of one of OwnFolders as they come with publish.
func Shipped(folder string) (fs.FS, error) {
	if folder == words.Folder {
		return i18n.Files, nil
	}
	return fs.Sub(templates.Files, path.Base(folder))
}

// templatesOf are the layouts and assets, with the publisher's own over them.
func templatesOf(own fs.FS) (fs.FS, error) {
	if own == nil {
		return templates.Files, nil
	}
	over, err := fs.Sub(own, "templates")
	return overlay.FS{Over: over, Under: templates.Files}, err
}

// sumOf is the SHA-256 of all files of the publisher's own: pages that were
// drawn with others are not the same pages.
func sumOf(own fs.FS) (sum [sha256.Size]byte, err error) {
	if own == nil {
		return sum, nil
	}
	h := sha256.New()
	for _, folder := range OwnFolders {
		err := fs.WalkDir(own, folder, func(name string, d fs.DirEntry, err error) error {
			switch {
			case errors.Is(err, fs.ErrNotExist) && name == folder:
				return nil
			case err != nil || d.IsDir():
				return err
			}
			content, err := fs.ReadFile(own, name)
			fmt.Fprintf(h, "%q %d ", name, len(content))
			h.Write(content)
			return err
		})
		if err != nil {
			return sum, err
		}
	}
	h.Sum(sum[:0])
	return sum, nil
}

// ownAssets are the publisher's own assets that take no other's place: what
// stylesheets there are, in one, and all else under its own name.
func ownAssets(own fs.FS) (style []byte, rest []asset, err error) {
	const folder = "templates/assets"
	if own == nil {
		return nil, nil, nil
	}
	entries, err := fs.ReadDir(own, folder)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, nil, err
	}
	for _, e := range entries {
		if _, err := fs.Stat(templates.Files, "assets/"+e.Name()); err == nil || e.IsDir() {
			continue
		}
		content, err := fs.ReadFile(own, path.Join(folder, e.Name()))
		if err != nil {
			return nil, nil, err
		}
		if path.Ext(e.Name()) == ".css" {
			style = append(append(style, '\n'), bytes.TrimSpace(content)...)
		} else {
			rest = append(rest, asset{"assets/" + e.Name(), content})
		}
	}
	return style, rest, nil
}
