package site_test

import (
	"net/url"
	"os"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"golang.org/x/net/html"
)

// Texts of the sample would like to be markup, template code and shortcodes.
func TestHostileTextsAreOnlyTexts(t *testing.T) {
	files := rendered(t)
	onlyTexts(t, files)
	page := files["person/carlos-zamora/index.html"]
	if !strings.Contains(page, "&lt;script&gt;alert(1)&lt;/script&gt; {{ now }} {{&lt; figure &gt;}} javascript:alert(1)") {
		t.Error("the hostile text is not shown as it was written")
	}
}

// Every text of this dataset would like to be something else, and stands
// wherever a text can stand.
func TestADatasetOfHostileTexts(t *testing.T) {
	files := render(t, compiledFrom(t, os.DirFS("../judges/hostile")))
	onlyTexts(t, files)
	tab := newBrowser(t)(t)
	visit, host := visitor(t, tab, "<script"), serve(t, files)
	for name := range files {
		if !strings.HasSuffix(name, ".html") || strings.HasPrefix(name, "rules/") {
			continue // the rules say nothing of the dataset
		}
		for _, what := range visit(host, name) {
			t.Errorf("%s: %s", name, what)
		}
	}
	do(t, tab, chromedp.Navigate(host+"search/index.html"), chromedp.SendKeys(`form[role=search] input`, "scrip"),
		void(chromedp.Poll[bool](`document.querySelector('form[role=search] ul').textContent.includes('<script>alert(1)</script>')`)))
}

func onlyTexts(t *testing.T, files map[string]string) {
	t.Helper()
	for name, content := range files {
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
}
