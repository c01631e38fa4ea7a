package nearest

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestNearestName(t *testing.T) {
	keys := []string{"value", "on", "from", "until", "by", "role", "rank", "reason", "cite", "disputes", "one-at-a-time", "Reuters"}
	for word, want := range map[string]string{
		"valeu":         "value", // two neighbours swapped
		"vale":          "value", // one left out
		"vallue":        "value", // one too many
		"valus":         "value", // one replaced
		"cites":         "cite",
		"CITE":          "cite",
		"ont":           "on",
		"reuters":       "Reuters",
		"one_at_a_time": "one-at-a-time",
		"dispute":       "disputes",
		"frm":           "from",
		"colour":        "",
		"x":             "",
		"":              "",
		"of":            "", // as far from "on" as from nothing
		"rale":          "role",
		"rnak":          "rank",
	} {
		if got := Name(word, keys); got != want {
			t.Errorf("%q is near %q, not %q", word, got, want)
		}
	}
	if got := Name("ab", []string{"abc", "abd"}); got != "abc" {
		t.Errorf("of two as near, %q wins", got)
	}
	if got := Name("a", nil); got != "" {
		t.Errorf("%q is near to nothing", got)
	}
}

func TestLongWordsMayDifferMore(t *testing.T) {
	if got := Name("zamora-leaves-pero", []string{"zamora-leaves-peru", "zamora-accused"}); got != "zamora-leaves-peru" {
		t.Errorf("got %q", got)
	}
	if got := Name("mexico-breaks", []string{"peru-breaks-relations"}); got != "" {
		t.Errorf("%q is near", got)
	}
}

func FuzzName(f *testing.F) {
	f.Add("valeu", "value,vale,x")
	f.Add("ñandú", "nandu,\xff")
	f.Fuzz(func(t *testing.T, word, known string) {
		if len(word) > 1000 || len(known) > 1000 || !utf8.ValidString(word) {
			return
		}
		names := strings.Split(known, ",")
		got := Name(word, names)
		if got == "" {
			return
		}
		most := max(utf8.RuneCountInString(word), utf8.RuneCountInString(got))
		if d := distance([]rune(strings.ToLower(word)), []rune(strings.ToLower(got)), most); d > most/3 {
			t.Errorf("%q is %d away from %q", got, d, word)
		}
		if again := Name(got, names); !strings.EqualFold(again, got) {
			t.Errorf("the name nearest to %q is %q", got, again)
		}
	})
}
