// Package i18n holds the site's words, a file a language.
package i18n

import "embed"

// Files are the languages, each as <BCP 47 tag>.json; package words reads them.
//
//go:embed *.json
var Files embed.FS
