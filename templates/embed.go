// Package templates holds the layouts and assets of the site: a folder of
// layouts/ for each kind of page. They choose and arrange; what they show is
// computed by package site.
package templates

import "embed"

// Files are layouts/ and assets/. The prefix "all:" keeps the names that begin
// with an underscore, which embed drops otherwise.
//
//go:embed all:layouts all:assets
var Files embed.FS
