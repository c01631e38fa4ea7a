package site

import "strings"

// policy is the content security policy of every page (W3C CSP Level 3 and
// Trusted Types): the site's own files and nothing else, and no text that
// becomes a script. Scripts of the site's own may ask it for more files.
const policy = "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self'; " +
	"base-uri 'none'; form-action 'self'; require-trusted-types-for 'script'; trusted-types 'none'"

// headers are what a host shall send with the files, in the form that several
// static hosts read from a file named _headers. A policy in a page itself
// cannot say who may frame it. The lasting files never change.
func headers(lasting []asset) []byte {
	var b strings.Builder
	b.WriteString("/*\n")
	b.WriteString("  Content-Security-Policy: " + policy + "; frame-ancestors 'none'\n")
	b.WriteString("  X-Content-Type-Options: nosniff\n")
	b.WriteString("  Referrer-Policy: strict-origin-when-cross-origin\n")
	for _, f := range lasting {
		b.WriteString("/" + f.address + "\n  Cache-Control: public, max-age=31536000, immutable\n")
	}
	return []byte(b.String())
}
