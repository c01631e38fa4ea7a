package site_test

import (
	"html"
	"strings"
	"testing"
)

func TestEveryPageHasTheStrictPolicy(t *testing.T) {
	files := rendered(t)
	headers := files["_headers"]
	_, rest, _ := strings.Cut(headers, "Content-Security-Policy: ")
	policy, _, framed := strings.Cut(rest, "; frame-ancestors 'none'\n")
	if !framed {
		t.Fatalf("_headers lets others frame the pages:\n%s", headers)
	}
	// The page that serve shows loads itself again by a script and by asking.
	for _, part := range []string{
		"default-src 'none'", "script-src 'self'", "connect-src 'self'",
		"require-trusted-types-for 'script'", "trusted-types 'none'",
	} {
		if !strings.Contains(policy, part) {
			t.Errorf("the policy lacks %s", part)
		}
	}
	if strings.Contains(policy, "unsafe") || strings.Contains(policy, "data:") || strings.Contains(policy, "http") {
		t.Errorf("the policy is loose: %s", policy)
	}
	for name, content := range files {
		if strings.HasSuffix(name, ".html") && !strings.Contains(html.UnescapeString(content), `content="`+policy+`"`) {
			t.Errorf("%s has another policy", name)
		}
		if strings.HasPrefix(name, "assets/") && !strings.HasPrefix(name, "assets/card.") && !strings.Contains(headers, "/"+name+"\n  Cache-Control: public, max-age=31536000, immutable") {
			t.Errorf("caches are not told that %s never changes", name)
		}
	}
}
