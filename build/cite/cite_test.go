package cite_test

import (
	"encoding/json"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"example.org/publish/build/cite"
)

var table = cite.Item{
	Kind: cite.Dataset, Key: "statements-csv", Title: "Statements (statements.csv)", Within: "Perú & México", Publisher: "Ñandú, Pérez and Sons",
	Date: time.Date(2025, 11, 4, 23, 0, 0, 0, time.UTC), Version: "1.2.0", Address: "https://example.org/data/a_b.csv#x", SHA256: "00ff", Language: "en",
}

func TestForms(t *testing.T) {
	for _, test := range []struct{ name, got, want string }{
		{"BibTeX", cite.BibTeX(table), `@misc{statements-csv,
  author = {{Ñandú, Pérez and Sons}},
  title = {{Statements (statements.csv)}},
  howpublished = {In: Perú \& México},
  year = {2025},
  month = {11},
  date = {2025-11-04},
  version = {1.2.0},
  url = {https://example.org/data/a_b.csv#x},
  langid = {en},
  note = {Version 1.2.0, SHA-256 00ff}
}
`},
		{"RIS", strings.ReplaceAll(cite.RIS(table), "\r\n", "\n"), `TY  - DATA
ID  - statements-csv
AU  - Ñandú, Pérez and Sons
TI  - Statements (statements.csv)
T2  - Perú & México
PB  - Ñandú, Pérez and Sons
PY  - 2025
DA  - 2025/11/04
ET  - 1.2.0
UR  - https://example.org/data/a_b.csv#x
LA  - en
N1  - SHA-256 00ff
ER  - 
`},
		{"CSL-JSON", cite.CSL(table), `[
 {
  "id": "statements-csv",
  "type": "dataset",
  "title": "Statements (statements.csv)",
  "container-title": "Perú & México",
  "author": [
   {
    "literal": "Ñandú, Pérez and Sons"
   }
  ],
  "publisher": "Ñandú, Pérez and Sons",
  "issued": {
   "date-parts": [
    [
     2025,
     11,
     4
    ]
   ]
  },
  "version": "1.2.0",
  "URL": "https://example.org/data/a_b.csv#x",
  "language": "en",
  "note": "SHA-256 00ff"
 }
]
`},
	} {
		if diff := cmp.Diff(test.want, test.got); diff != "" {
			t.Errorf("%s: %s", test.name, diff)
		}
	}
}

// hostile are texts that would end a field or begin a record.
var hostile = []string{
	"} , note = {x", "}}\n@misc{x, title={y}", "\\", "\\}", "{", "}}}", "a\r\nER  - \r\nTY  - BOOK", "a\nAU  - X", "\u2028TY  - BOOK", "\x00\x1b[31m",
	`"quoted"`, "100 % #1 $x_y ^ ~ &", "\xff\xfe", "@misc{", "</script><b>", "=1+1",
}

func TestNoTextLeavesItsField(t *testing.T) {
	for _, text := range hostile {
		item := cite.Item{Kind: cite.Page, Key: "k", Title: text, Within: text, Publisher: text, Version: text, Address: "https://example.org/" + text, SHA256: text, Language: text}
		bib := cite.BibTeX(item)
		depth := 0
		for i, r := range bib {
			switch r {
			case '{':
				depth++
			case '}':
				depth--
			case '@':
				if i > 0 && depth == 0 {
					t.Errorf("%q begins a record:\n%s", text, bib)
				}
			}
			if depth < 0 || depth == 0 && i > 0 && strings.TrimSpace(bib[i+1:]) != "" && i > len("@misc") {
				t.Errorf("%q leaves its braces:\n%s", text, bib)
				break
			}
		}
		if depth != 0 || strings.Count(bib, "\n  ") != strings.Count(cite.BibTeX(cite.Item{Key: "k", Title: "t", Within: "t", Publisher: "t", Version: "t", Address: "t", SHA256: "t", Language: "t"}), "\n  ") && strings.TrimSpace(strings.Trim(text, "\x00")) != "" {
			t.Errorf("%q: braces are %d deep at the end, or there are other fields:\n%s", text, depth, bib)
		}
		for line := range strings.SplitSeq(strings.TrimSuffix(cite.RIS(item), "\r\n"), "\r\n") {
			if !tag.MatchString(line) || strings.ContainsAny(line, "\r\n\u2028") {
				t.Errorf("%q makes the line %q", text, line)
			}
		}
		if n := strings.Count(cite.RIS(item), "\r\nER  - "); n != 1 {
			t.Errorf("%q makes %d records", text, n)
		}
		var list []map[string]any
		if err := json.Unmarshal([]byte(cite.CSL(item)), &list); err != nil || len(list) != 1 || list[0]["id"] != "k" {
			t.Errorf("%q: %v %v", text, err, list)
		}
	}
}

var tag = regexp.MustCompile(`^(TY|ID|AU|TI|T2|PB|ET|UR|LA|N1|ER)  - `)

func TestSeveralItemsAreSeveralRecords(t *testing.T) {
	other := table
	other.Key, other.Date = "other", time.Time{}
	if n := strings.Count(cite.BibTeX(table, other), "@misc{"); n != 2 {
		t.Errorf("%d records of BibTeX", n)
	}
	if n := strings.Count(cite.RIS(table, other), "ER  - "); n != 2 {
		t.Errorf("%d records of RIS", n)
	}
	if strings.Contains(cite.BibTeX(other), "year") || strings.Contains(cite.CSL(other), "issued") {
		t.Error("what has no date has one")
	}
}
