package draft

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"strings"

	"example.org/publish/build/verify"
)

// Source is what is known of a document that will be cited. What is empty is
// left out.
type Source struct {
	Title, Label, Kind, Publisher string
	Published, Language           string // an EDTF date and a BCP 47 tag
	Address, Archived, Retrieved  string
	Copy                          Copy
}

// Copy pins the text that was read. The zero Copy pins none.
type Copy struct {
	Name       string // of the file, without folders
	SHA256     string
	Paragraphs int
}

// CopyOf pins the file with the name and the bytes.
func CopyOf(name string, content []byte) Copy {
	sum := sha256.Sum256(content)
	return Copy{Name: name, SHA256: hex.EncodeToString(sum[:]), Paragraphs: len(verify.ParagraphsOf(string(content)))}
}

// File is the file of the source.
func (s Source) File() []byte {
	var b strings.Builder
	b.WriteString("# yaml-language-server: $schema=../.schema/source.json\n")
	for _, k := range []struct{ key, value string }{
		{"title", s.Title}, {"label", s.Label}, {"kind", s.Kind}, {"publisher", s.Publisher}, {"published", s.Published},
		{"language", s.Language}, {"address", s.Address}, {"archived", s.Archived}, {"retrieved", s.Retrieved},
	} {
		if k.value != "" {
			fmt.Fprintf(&b, "%s: %s\n", k.key, Quoted(k.value))
		}
	}
	if s.Copy != (Copy{}) {
		fmt.Fprintf(&b, "copy: { name: %s, sha256: %s, paragraphs: %d }\n", Quoted(s.Copy.Name), Quoted(s.Copy.SHA256), s.Copy.Paragraphs)
	}
	return []byte(b.String())
}

// Quoted is a text as JSON, which is YAML too.
func Quoted(text string) string {
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(text); err != nil {
		panic(err) // a string can always be written
	}
	return strings.TrimSuffix(b.String(), "\n")
}
