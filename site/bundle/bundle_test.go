package bundle_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"example.org/publish/site/bundle"
)

var files = fstest.MapFS{
	"script/page.js":  {Data: []byte("import { shout } from './shout.js';\n// a comment\nshout('here');\n")},
	"script/shout.js": {Data: []byte("export const shout = (words) => console.log(words + '!');\nexport const unused = 1;\n")},
	"script/lost.js":  {Data: []byte("import './nowhere.js';\n")},
	"script/wrong.js": {Data: []byte("let a = ;\n")},
	"page.css":        {Data: []byte("/* a comment */\na {\n  color: red;\n}\n")},
}

func TestImportsBecomeOneScript(t *testing.T) {
	got, err := bundle.Script(files, "script/page.js")
	if err != nil {
		t.Fatal(err)
	}
	text := string(got)
	if !strings.Contains(text, "console.log") || !strings.Contains(text, `"here"`) {
		t.Errorf("a part is missing: %s", text)
	}
	if strings.Contains(text, "import") || strings.Contains(text, "comment") || strings.Contains(text, "unused") {
		t.Errorf("it holds what it need not: %s", text)
	}
	again, err := bundle.Script(files, "script/page.js")
	if err != nil || string(again) != text {
		t.Errorf("the second time: %s, %v", again, err)
	}
}

func TestStyleLosesItsComments(t *testing.T) {
	got, err := bundle.Style(files, "page.css")
	if err != nil || strings.TrimSpace(string(got)) != "a{color:red}" {
		t.Errorf("got %q, %v", got, err)
	}
}

func TestWhatCannotBeBundledIsAnError(t *testing.T) {
	for name, words := range map[string]string{
		"script/lost.js":    "script/nowhere.js",
		"script/wrong.js":   `script/wrong.js:1:9: Unexpected ";"`,
		"script/nowhere.js": "script/nowhere.js",
	} {
		if _, err := bundle.Script(files, name); err == nil || !strings.Contains(err.Error(), words) {
			t.Errorf("%s: got %v", name, err)
		}
	}
}
