package kebab_test

import (
	"testing"

	"example.org/publish/build/kebab"
)

func TestANameBecomesAnID(t *testing.T) {
	for name, want := range map[string]string{
		"Ana Pérez":                         "ana-perez",
		"Carlos Rafael Zamora Rodríguez":    "carlos-rafael-zamora-rodriguez",
		"  Peru's ex-president, 2021–2022 ": "perus-ex-president-2021-2022",
		"Straße Łódź Ærø Þór İstanbul ısı":  "strasse-lodz-aero-thor-istanbul-isi",
		"Nu\u0301n\u0303ez":                 "nunez",
		"ｆｕｌｌ　ｗｉｄｔｈ ﬁ":                      "full-width-fi",
		"Москва":                            "",
		"...":                               "",
		"Ada_Lovelace":                      "ada-lovelace",
	} {
		got := kebab.Of(name)
		if got != want {
			t.Errorf("%q: %q, not %q", name, got, want)
		}
		if got != "" && (!kebab.Is(got) || kebab.Of(got) != got) {
			t.Errorf("%q is no id, or another the second time", got)
		}
	}
}

func TestWhatIsNoID(t *testing.T) {
	for _, word := range []string{"", "-", "a-", "-a", "a--b", "A", "a b", "é", "a\n"} {
		if kebab.Is(word) {
			t.Errorf("%q is taken for an id", word)
		}
	}
}

func TestALongIDIsCutBetweenWords(t *testing.T) {
	for _, c := range []struct{ id, want string }{{"ab-cd-ef", "ab-cd"}, {"ab-cd", "ab-cd"}, {"ab-cde-f", "ab"}, {"abcdefgh", "abcde"}} {
		if got := kebab.Cut(c.id, 5); got != c.want {
			t.Errorf("%q: %q, not %q", c.id, got, c.want)
		}
	}
}
