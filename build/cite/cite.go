// Package cite writes how something is cited, in the forms that reference
// managers read: BibTeX, RIS and CSL-JSON.
//
// It knows no catalog: an [Item] is what there is to say. Whatever stands in a
// title or a name stays text: none can end its field and begin another record.
// Texts are UTF-8 in all three, accents as they are.
package cite

import (
	"strings"
	"time"
	"unicode"
)

// Item is something that can be cited.
type Item struct {
	Kind      Kind
	Key       string // names the record within a file: letters, digits and hyphens
	Title     string
	Within    string // title of what it is a part of; empty: it is the whole
	Publisher string
	Date      time.Time // zero: not known
	Version   string
	Address   string
	SHA256    string // of the file; empty: it is none
	Language  string // BCP 47; empty: none in particular
}

// Kind is what an item is.
type Kind int

// The kinds.
const (
	Dataset Kind = iota // a whole dataset, or a file of it
	Page                // a page on one thing
)

// plain is a text in one line, without control characters.
func plain(s string) string {
	s = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || r == '\u2028' || r == '\u2029' {
			return ' '
		}
		return r
	}, strings.ToValidUTF8(s, "\ufffd"))
	return strings.TrimSpace(s)
}

// address is an address whose characters have no meaning to any of the forms
// (RFC 3986).
func address(s string) string {
	var b strings.Builder
	for _, c := range []byte(s) {
		if c <= ' ' || c > '~' || strings.IndexByte("{}\\\"<>^`|", c) >= 0 {
			b.WriteString("%" + string(hexadecimal[c>>4]) + string(hexadecimal[c&15]))
			continue
		}
		b.WriteByte(c)
	}
	return b.String()
}

const hexadecimal = "0123456789ABCDEF"
