package site

import (
	"bytes"
	"encoding/xml"
)

// sitemap lists the pages for search engines (sitemaps.org, protocol 0.9), each
// with its twins in the other languages.
func sitemap(site string, pages []*Page) []byte {
	var b bytes.Buffer
	b.WriteString(xml.Header)
	b.WriteString(`<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">` + "\n")
	for _, p := range pages {
		if p.Unlisted {
			continue
		}
		b.WriteString("<url><loc>")
		escape(&b, site+p.Address)
		b.WriteString("</loc>")
		if all := p.edition.all; len(all) > 1 {
			for _, e := range all {
				b.WriteString(`<xhtml:link rel="alternate" hreflang="`)
				escape(&b, e.Language)
				b.WriteString(`" href="`)
				escape(&b, site+e.prefix+p.path)
				b.WriteString(`"/>`)
			}
		}
		b.WriteString("</url>\n")
	}
	b.WriteString("</urlset>\n")
	return b.Bytes()
}

// escape never fails: a buffer takes all that is written to it.
func escape(b *bytes.Buffer, s string) { _ = xml.EscapeText(b, []byte(s)) }

func robots(site string) []byte {
	return []byte("User-agent: *\nAllow: /\nSitemap: " + site + "sitemap.xml\n")
}
