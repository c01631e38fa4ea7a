package site

import (
	"bytes"
	"encoding/hex"
	"encoding/json"
	"maps"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// The search asks for a few small files: a shard is the names of which a word
// begins with two given letters. For those who mistake one of the two, there
// are shards by a word's third and fourth letter as well. Letters are compared
// without case and accents. The script templates/assets/script/search.js reads them.

// shards are the files of the search in a language: search/<language>/keys.json
// lists the shards that there are; search/<language>/<key>.json is a list of
// names, each with the page that it leads to, below the site's root, and what
// that is.
func (e *edition) shards() ([]asset, error) {
	folder := "search/" + e.Language + "/"
	byKey := map[string][][3]string{}
	for _, n := range e.names() {
		row := [3]string{n.name.Text, e.prefix + n.path, n.kind.Text}
		if n.of.Text != "" {
			row[2] = n.of.Text + " · " + n.kind.Text
		}
		for _, key := range keysOf(n.name.Text) {
			byKey[key] = append(byKey[key], row)
		}
	}
	keys := slices.Sorted(maps.Keys(byKey))
	files := []asset{{folder + "keys.json", nil}}
	var err error
	if files[0].content, err = compact(keys); err != nil {
		return nil, err
	}
	for _, key := range keys {
		content, err := compact(byKey[key])
		if err != nil {
			return nil, err
		}
		files = append(files, asset{folder + key + ".json", content})
	}
	return files, nil
}

// searchFiles are the shards of all languages.
func searchFiles(editions []*edition) ([]asset, error) {
	var files []asset
	for _, e := range editions {
		of, err := e.shards()
		if err != nil {
			return nil, err
		}
		files = append(files, of...)
	}
	return files, nil
}

func compact(v any) ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	err := enc.Encode(v)
	return b.Bytes(), err
}

// keysOf are the shards that hold a name.
func keysOf(name string) []string {
	var keys []string
	add := func(key string) {
		if !slices.Contains(keys, key) {
			keys = append(keys, key)
		}
	}
	for _, word := range foldedWords(withoutParticles(name)) {
		w := []rune(word)
		add(shardKey("", w[:min(2, len(w))]))
		if len(w) >= 4 {
			add(shardKey("-", w[2:4]))
		}
	}
	return keys
}

// withoutParticles leaves out the short words that most names share, such as
// "of" and "de", unless there are no others. Who types one types another.
func withoutParticles(name string) string {
	var words []string
	for _, word := range strings.Fields(name) {
		if len(word) > 3 || word != strings.ToLower(word) || strings.ContainsFunc(word, unicode.IsNumber) {
			words = append(words, word)
		}
	}
	if len(words) == 0 {
		return name
	}
	return strings.Join(words, " ")
}

// shardKey is a file's name for letters: themselves when any file system takes
// them, else their UTF-8 in hexadecimal.
func shardKey(prefix string, letters []rune) string {
	s := string(letters)
	for _, r := range letters {
		if (r < 'a' || r > 'z') && (r < '0' || r > '9') {
			return prefix + "x-" + hex.EncodeToString([]byte(s))
		}
	}
	return prefix + s
}

// foldedWords are the words of a text without case and accents.
func foldedWords(text string) []string {
	var b strings.Builder
	for _, r := range norm.NFD.String(text) {
		if !unicode.Is(unicode.M, r) {
			b.WriteRune(r)
		}
	}
	return strings.FieldsFunc(strings.ToLower(b.String()), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) })
}
