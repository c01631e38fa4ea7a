package site

import (
	"net/url"
	"strings"
)

// An address is a page's or a file's place below the site's root, with slashes
// and without a leading one: "" is the home page, "person/ada/" a page,
// "404.html" and "data/statements.csv" are files.

// file is the file that an address is written to.
func file(address string) string {
	if address == "" || strings.HasSuffix(address, "/") {
		return address + "index.html"
	}
	return address
}

// relative is the way from one address to another. It names the file
// index.html, so that it works under a sub-path, on any static host and from
// file://, where no server would add it.
func relative(from, to string) string {
	return strings.Repeat("../", strings.Count(from, "/")) + file(to)
}

// basePath is the path of the site's own address: "/boats/" for
// https://example.org/boats/.
func basePath(site string) string {
	u, err := url.Parse(site)
	if err != nil || u.Path == "" {
		return "/"
	}
	return strings.TrimSuffix(u.Path, "/") + "/"
}
