package site

import (
	"crypto/sha256"
	"encoding/hex"
	"io/fs"
	"path"
	"slices"
	"strings"
)

// asset is a file that pages need. Its name holds a part of its SHA-256, so
// that a cache never keeps an old one for a new page.
type asset struct {
	address string
	content []byte
}

// load reads an asset of the templates; more is added to it.
func load(templates fs.FS, name string, more ...byte) (asset, error) {
	content, err := fs.ReadFile(templates, "assets/"+name)
	if err != nil {
		return asset{}, err
	}
	return fingerprinted(name, slices.Concat(content, more)), nil
}

func fingerprinted(name string, content []byte) asset {
	sum := sha256.Sum256(content)
	extension := path.Ext(name)
	return asset{
		address: "assets/" + strings.TrimSuffix(name, extension) + "." + hex.EncodeToString(sum[:6]) + extension,
		content: content,
	}
}
