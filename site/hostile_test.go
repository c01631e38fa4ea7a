package site_test

import (
	"net/url"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// Texts of the sample would like to be markup, template code and shortcodes.
func TestHostileTextsAreOnlyTexts(t *testing.T) {
	for name, content := range rendered(t) {
		if !strings.HasSuffix(name, ".html") {
			continue
		}
		root, err := html.Parse(strings.NewReader(content))
		if err != nil {
			t.Fatal(err)
		}
		for node := range root.Descendants() {
			if node.Type != html.ElementNode {
				continue
			}
			switch {
			case node.Data == "script":
				first := node.Attr[0]
				own := first.Key == "src" && !strings.Contains(first.Val, ":") && strings.Contains(first.Val, "assets/page.") && node.FirstChild == nil
				if !own && (first.Key != "type" || first.Val != "application/ld+json") {
					t.Errorf("%s runs a script", name)
				}
			case node.Data == "img", node.Data == "i", node.Data == "b", node.Data == "iframe", node.Data == "style":
				t.Errorf("%s has an element %s", name, node.Data)
			}
			for _, a := range node.Attr {
				if strings.HasPrefix(a.Key, "on") || a.Key == "style" {
					t.Errorf("%s has an attribute %s", name, a.Key)
				}
				if a.Key == "href" {
					u, err := url.Parse(a.Val)
					if err != nil || u.Scheme != "" && u.Scheme != "https" {
						t.Errorf("%s links to %q", name, a.Val)
					}
				}
			}
		}
		if strings.Contains(content, "ZgotmplZ") {
			t.Errorf("%s holds an address that the templates refused", name)
		}
	}
	page := rendered(t)["person/carlos-zamora/index.html"]
	if !strings.Contains(page, "&lt;script&gt;alert(1)&lt;/script&gt; {{ now }} {{&lt; figure &gt;}} javascript:alert(1)") {
		t.Error("the hostile text is not shown as it was written")
	}
}
