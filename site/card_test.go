package site_test

import (
	"bytes"
	"image/png"
	"regexp"
	"strings"
	"testing"
)

var cardOf = regexp.MustCompile(`<meta property="og:image" content="` + address + `([^"]+)">`)

func TestEveryListedPageNamesACardThatIsThere(t *testing.T) {
	files := rendered(t)
	named := map[string]bool{}
	for name, content := range files {
		if !strings.HasSuffix(name, ".html") || strings.Contains(content, `content="noindex"`) {
			continue
		}
		found := cardOf.FindStringSubmatch(content)
		if found == nil {
			t.Errorf("%s names no card", name)
			continue
		}
		named[found[1]] = true
		if !strings.Contains(content, `og:image:width" content="1200"`) || !strings.Contains(content, `og:image:height" content="630"`) {
			t.Errorf("%s does not say how large its card is", name)
		}
		if strings.HasPrefix(name, "es/") != strings.Contains(found[1], ".es.") {
			t.Errorf("%s names the card of another language, %s", name, found[1])
		}
	}
	if len(named) != 2 {
		t.Errorf("the cards are %v", named)
	}
	for name := range named {
		if _, err := png.Decode(bytes.NewReader([]byte(files[name]))); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestEveryListedPageIsDescribedForMachines(t *testing.T) {
	for name, content := range rendered(t) {
		unlisted := strings.Contains(content, `content="noindex"`)
		if strings.HasSuffix(name, ".html") && !unlisted && !strings.Contains(content, `"@context":"https://schema.org"`) {
			t.Errorf("%s has no JSON-LD", name)
		}
	}
}
