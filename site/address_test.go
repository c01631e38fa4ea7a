package site

import "testing"

func TestRelativeLinksNameTheirFile(t *testing.T) {
	for _, c := range []struct{ from, to, want string }{
		{"", "", "index.html"},
		{"", "person/ada/", "person/ada/index.html"},
		{"person/ada/", "", "../../index.html"},
		{"person/ada/", "es/person/ada/", "../../es/person/ada/index.html"},
		{"es/data/", "data/statements.csv", "../../data/statements.csv"},
		{"person/ada/", "assets/page.css", "../../assets/page.css"},
	} {
		if got := relative(c.from, c.to); got != c.want {
			t.Errorf("from %q to %q: got %q, want %q", c.from, c.to, got, c.want)
		}
	}
}

func TestBasePath(t *testing.T) {
	for site, want := range map[string]string{
		"https://example.org/":       "/",
		"https://example.org":        "/",
		"https://example.org/a/b/":   "/a/b/",
		"https://example.org:8080/a": "/a/",
	} {
		if got := basePath(site); got != want {
			t.Errorf("%s: got %q, want %q", site, got, want)
		}
	}
}

func TestYearsAreNames(t *testing.T) {
	for year, want := range map[int]string{2025: "2025", 476: "476", 0: "bc-1", -43: "bc-44"} {
		if got := yearName(year); got != want {
			t.Errorf("%d: got %q, want %q", year, got, want)
		}
	}
}

func TestLettersCountOn(t *testing.T) {
	for i, want := range map[int]string{0: "a", 25: "z", 26: "aa", 27: "ab", 52: "ba", 701: "zz", 702: "aaa"} {
		if got := letters(i); got != want {
			t.Errorf("%d: got %q, want %q", i, got, want)
		}
	}
}

func TestInitialsDropAccents(t *testing.T) {
	for name, want := range map[string]string{"Álvaro": "A", "ñandú": "N", "«El Gallo»": "E", "14ymedio": "#", "": "#"} {
		if got := initial(name); got != want {
			t.Errorf("%q: got %q, want %q", name, got, want)
		}
	}
}
