package words_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"example.org/publish/build/number"
	"example.org/publish/site/words"
)

// loaded are the words of a language as the site ships them.
func loaded(t *testing.T, language string) *words.Words {
	t.Helper()
	w, err := words.Load(os.DirFS("../i18n"), nil, language)
	if err != nil {
		t.Fatal(err)
	}
	return w
}

func TestEveryLanguageHasEveryKeyAndSlot(t *testing.T) {
	reference := slots(t, "../i18n/"+words.Reference+".json")
	files, err := filepath.Glob("../i18n/*.json")
	if err != nil || len(files) < 2 {
		t.Fatalf("%d languages, %v", len(files), err)
	}
	for _, name := range files {
		language := strings.TrimSuffix(filepath.Base(name), ".json")
		loaded(t, language)
		if diff := cmp.Diff(reference, slots(t, name)); diff != "" {
			t.Errorf("%s has other slots than %s:\n%s", language, words.Reference, diff)
		}
	}
}

// slots are the slots of each key's patterns, whatever the plural form.
func slots(t *testing.T, name string) map[string][]string {
	t.Helper()
	content, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var raw map[string]json.RawMessage
	if err := json.Unmarshal(content, &raw); err != nil {
		t.Fatal(err)
	}
	found := map[string][]string{}
	for key, value := range raw {
		list := regexp.MustCompile(`\{[a-z]+\}`).FindAllString(string(value), -1)
		slices.Sort(list)
		found[key] = slices.Compact(list)
	}
	return found
}

func TestLoadNamesWhatIsMissing(t *testing.T) {
	files := fstest.MapFS{
		"en.json": {Data: []byte(`{"a": "A", "b": {"one": "{n} b", "other": "{n} bs"}}`)},
		"fr.json": {Data: []byte(`{"a": "A"}`)},
		"de.json": {Data: []byte(`{"a": "A", "b": "B", "c": "C"}`)},
		"pl.json": {Data: []byte(`{"a": "A", "b": {"one": "B"}}`)},
		"pt.json": {Data: []byte(`{"a": "A", "b": {"several": "B", "other": "B"}}`)},
	}
	for language, want := range map[string]string{
		"fr": "fr.json lacks b",
		"de": "de.json has what en.json has not: c",
		"pl": `pl.json: b: the plural form "other" is missing`,
		"pt": `pt.json: b: no plural form is called "several"`,
		"it": `there are no words of the language "it": they belong in site/i18n/it.json, beside the folder of the facts`,
	} {
		if _, err := words.Load(files, nil, language); err == nil || err.Error() != want {
			t.Errorf("%s: got %v, want %s", language, err, want)
		}
	}
}

func TestAPublishersOwnWordsComeOnTop(t *testing.T) {
	files := fstest.MapFS{
		"en.json": {Data: []byte(`{"by": "by {who}", "home": "Home", "number.group": ","}`)},
		"es.json": {Data: []byte(`{"by": "por {who}", "home": "Inicio", "number.group": "."}`)},
	}
	own := fstest.MapFS{
		"site/i18n/en.json": {Data: []byte(`{"home": "Start", "of-mine": "My word"}`)},
		"site/i18n/fr.json": {Data: []byte(`{"by": "par {who}", "home": "Accueil", "number.group": " "}`)},
		"site/i18n/pt.json": {Data: []byte(`{"by": "por {quem}", "home": "Início", "number.group": "."}`)},
		"site/i18n/de.json": {Data: []byte(`{"by": "von {who}"}`)},
		"site/i18n/it.json": {Data: []byte(`{"home": "Casa {n}"}`)},
		"site/i18n/pl.json": {Data: []byte(`{`)},
	}
	for _, test := range []struct{ language, key, want string }{
		{"en", "home", "Start"}, {"en", "of-mine", "My word"}, {"en", "by", "by Ada"}, {"es", "home", "Inicio"},
		{"fr", "by", "par Ada"}, {"fr", "home", "Accueil"},
	} {
		w, err := words.Load(files, own, test.language)
		if err != nil {
			t.Fatal(err)
		}
		args := []any{"who", "Ada"}
		if got := w.T(test.key, args...); got != test.want {
			t.Errorf("%s, %s: %q, not %q", test.language, test.key, got, test.want)
		}
	}
	for language, want := range map[string]string{
		"pt": "site/i18n/pt.json: by: nothing is given for {quem}; it can have {who}",
		"de": "site/i18n/de.json lacks home, number.group",
		"it": "site/i18n/it.json: home: nothing is given for {n}",
		"pl": "site/i18n/pl.json: unexpected end of JSON input",
	} {
		if _, err := words.Load(files, own, language); err == nil || err.Error() != want {
			t.Errorf("%s: got %v, want %s", language, err, want)
		}
	}
}

func TestPluralsFollowTheLanguage(t *testing.T) {
	files := fstest.MapFS{
		"en.json": {Data: []byte(`{"n": "", "number.grouped-from": "4", "number.group": ",", "number.point": "."}`)},
		"pl.json": {Data: []byte(`{"n": {"one": "{n} plik", "few": "{n} pliki", "many": "{n} plików", "other": "{n} pliku"}, "number.grouped-from": "5", "number.group": " ", "number.point": ","}`)},
	}
	w, err := words.Load(files, nil, "pl")
	if err != nil {
		t.Fatal(err)
	}
	for n, want := range map[int]string{0: "0 plików", 1: "1 plik", 3: "3 pliki", 12: "12 plików", 22: "22 pliki", 100_000: "100 000 plików"} {
		if got := w.T("n", "n", n); got != want {
			t.Errorf("%d: got %q, want %q", n, got, want)
		}
	}
}

func TestSplitLeavesSlotsToTheCaller(t *testing.T) {
	files := fstest.MapFS{"en.json": {Data: []byte(`{"k": "{who} says {what}, {n} times {"}`)}}
	w, err := words.Load(files, nil, "en")
	if err != nil {
		t.Fatal(err)
	}
	got := w.Split("k", "what", "nothing {who}", "n", "2")
	want := []words.Piece{{Slot: "who"}, {Text: " says nothing {who}, 2 times {"}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestUnknownKeyAndEmptySlotPanic(t *testing.T) {
	w := loaded(t, "en")
	for name, f := range map[string]func(){
		"key":  func() { w.T("no.such.key") },
		"slot": func() { w.T("claim.by") },
		//lint:ignore SA5012 that an odd number panics is what is tested
		"odd": func() { w.T("claim.by", "who") },
	} {
		t.Run(name, func(t *testing.T) {
			defer func() {
				if recover() == nil {
					t.Error("did not panic")
				}
			}()
			f()
		})
	}
}

func TestNumbers(t *testing.T) {
	for _, c := range []struct{ written, en, es string }{
		{"7", "7", "7"},
		{"1954", "1,954", "1954"},
		{"10000~", "about 10,000", "unos 10 000"},
		{"3..5", "3 to 5", "de 3 a 5"},
		{"-1234567.50", "−1,234,567.50", "−1 234 567,50"},
	} {
		n, err := number.Parse(c.written)
		if err != nil {
			t.Fatal(err)
		}
		for language, want := range map[string]string{"en": c.en, "es": c.es} {
			if got := loaded(t, language).Number(n); got != want {
				t.Errorf("%s in %s: got %q, want %q", c.written, language, got, want)
			}
		}
	}
}

func TestSizes(t *testing.T) {
	for bytes, want := range map[int64]string{0: "0 bytes", 999: "999 bytes", 1000: "1.0 kB", 9940: "9.9 kB", 45_300: "45 kB", 828_000: "828 kB", 1_200_000: "1.2 MB", 5_000_000_000_000: "5,000 GB"} {
		if got := loaded(t, "en").Size(bytes); got != want {
			t.Errorf("%d: got %q, want %q", bytes, got, want)
		}
	}
}

func TestLanguageNames(t *testing.T) {
	for tag, want := range map[string]string{"en": "inglés", "es": "español", "qu": "quechua", "no such": "no such"} {
		if got := loaded(t, "es").LanguageName(tag); got != want {
			t.Errorf("%s: got %q, want %q", tag, got, want)
		}
	}
}
