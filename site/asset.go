package site

import (
	"crypto/sha256"
	"encoding/hex"
	"io/fs"
	"path"
	"slices"
	"strings"

	"example.org/publish/site/bundle"
)

// asset is a file that pages need. Its name holds a part of its SHA-256, so
// that a cache never keeps an old one for a new page.
type asset struct {
	address string
	content []byte
}

// setAssets sets style, script and icon from the templates; own is added to the
// style.
func (e *edition) setAssets(own []byte) error {
	files, err := fs.Sub(e.templates, "assets")
	if err != nil {
		return err
	}
	style, err := bundle.Style(files, "page.css")
	if err != nil {
		return err
	}
	script, err := bundle.Script(files, "script/page.js")
	if err != nil {
		return err
	}
	icon, err := fs.ReadFile(files, "icon.svg")
	e.style = fingerprinted("page.css", slices.Concat(style, own))
	e.script, e.icon = fingerprinted("page.js", script), fingerprinted("icon.svg", icon)
	return err
}

func fingerprinted(name string, content []byte) asset {
	sum := sha256.Sum256(content)
	extension := path.Ext(name)
	return asset{
		address: "assets/" + strings.TrimSuffix(name, extension) + "." + hex.EncodeToString(sum[:6]) + extension,
		content: content,
	}
}
