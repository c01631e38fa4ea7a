package site_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// What a reader types is the name without its accents, or with one slip in its
// longest word. The shards that the script asks for must hold the name.
func TestShardsHoldNamesThatAreMistyped(t *testing.T) {
	files := rendered(t)
	for _, c := range []struct{ language, name, leads string }{
		{"en", "Carlos Zamora Rodríguez", "person/carlos-zamora/"},
		{"en", "El Gallo", "person/carlos-zamora/"},
		{"es", "Perú rompe relaciones con México", "es/event/peru-breaks-relations/"},
		{"en", "TA", "person/agency/"},
		{"en", "Peru", "state/peru/"},
		{"es", "El embajador deja Lima", "es/source/diario/"},
	} {
		folder := "search/" + c.language + "/"
		var keys []string
		if err := json.Unmarshal([]byte(files[folder+"keys.json"]), &keys); err != nil {
			t.Fatal(err)
		}
		word := longest(c.name)
		for _, typed := range slips(word) {
			found := false
			for _, key := range asked(typed) {
				if !slices.Contains(keys, key) {
					continue
				}
				var rows [][3]string
				if err := json.Unmarshal([]byte(files[folder+key+".json"]), &rows); err != nil {
					t.Fatal(err)
				}
				found = found || slices.ContainsFunc(rows, func(r [3]string) bool { return r[0] == c.name && r[1] == c.leads })
			}
			if !found {
				t.Errorf("%s: no shard for %q holds %q", c.language, typed, c.name)
			}
		}
	}
}

func TestEveryNameIsInTheIndex(t *testing.T) {
	files := rendered(t)
	for page, names := range map[string][]string{
		"search/index.html":    {"Carlos Zamora Rodríguez", "El Gallo", "TA", "Ambassador leaves Lima", "A congress"},
		"es/search/index.html": {"Carlos Zamora Rodríguez", "El Gallo", "TA", "Ambassador leaves Lima", "Un congreso"},
	} {
		for _, name := range names {
			if !strings.Contains(files[page], ">"+name+"</a>") {
				t.Errorf("%s lacks %s", page, name)
			}
		}
	}
}

// asked are the shards that the script asks for, the second ones when the
// first holds nothing.
func asked(typed string) []string {
	w := []rune(typed)
	keys := []string{string(w[:min(2, len(w))])}
	if len(w) >= 4 {
		keys = append(keys, string(w[0])+string(w[2]))
	}
	for _, from := range []int{2, 1, 3} {
		if len(w) >= 4 && from < len(w) {
			keys = append(keys, "-"+string(w[from:min(from+2, len(w))]))
		}
	}
	return keys
}

func longest(name string) string {
	plain := strings.Map(func(r rune) rune {
		if unicode.Is(unicode.M, r) {
			return -1
		}
		return unicode.ToLower(r)
	}, norm.NFD.String(name))
	return slices.MaxFunc(strings.Fields(plain), func(a, b string) int { return len(a) - len(b) })
}

// slips are the word itself and, when it is long enough, the word with one
// letter wrong, missing or too many, or two exchanged.
func slips(word string) []string {
	typed := []string{word}
	if len(word) < 6 {
		return typed
	}
	for i := range len(word) {
		typed = append(typed, word[:i]+"q"+word[i+1:], word[:i]+word[i+1:], word[:i]+"q"+word[i:])
		if i+1 < len(word) {
			typed = append(typed, word[:i]+word[i+1:i+2]+word[i:i+1]+word[i+2:])
		}
	}
	return typed
}
