package site_test

import (
	"bytes"
	"compress/gzip"
	"strings"
	"testing"
)

// most is what the scripts of a page may weigh, in bytes as gzip sends them.
const most = 4096

func TestScriptsAreSmall(t *testing.T) {
	found := false
	for name, content := range rendered(t) {
		if !strings.HasSuffix(name, ".js") {
			continue
		}
		found = true
		var b bytes.Buffer
		w := gzip.NewWriter(&b)
		w.Write([]byte(content))
		w.Close()
		if b.Len() > most {
			t.Errorf("%s weighs %d bytes gzipped, %d are allowed", name, b.Len(), most)
		}
		// What would put text into a page as markup, which the policy forbids.
		for _, sink := range []string{"innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "DOMParser"} {
			if strings.Contains(content, sink) {
				t.Errorf("%s uses %s", name, sink)
			}
		}
	}
	if !found {
		t.Error("there is no script")
	}
}
