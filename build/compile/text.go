package compile

import (
	"bytes"
	"encoding/json"
	"errors"

	"example.org/publish/build/fact"
)

// Text is a text in one or more languages, in the order of the dataset's
// languages. An entry without a language is the same in all of them, as a
// person's name is.
type Text []Translation

// Translation is a text in one language (BCP 47).
type Translation struct{ Language, Text string }

// In returns the text in the language, else the first: the main language's.
// Its Language tells which it is.
func (t Text) In(language string) Translation {
	for _, tr := range t {
		if tr.Language == language || tr.Language == "" {
			return tr
		}
	}
	if len(t) > 0 {
		return t[0]
	}
	return Translation{}
}

// String is the text in the main language.
func (t Text) String() string {
	if len(t) == 0 {
		return ""
	}
	return t[0].Text
}

// MarshalJSON writes a map from language to text, or a plain string when the
// text is the same in every language.
func (t Text) MarshalJSON() ([]byte, error) {
	if len(t) == 1 && t[0].Language == "" {
		return json.Marshal(t[0].Text)
	}
	b := bytes.NewBufferString("{")
	for i, tr := range t {
		if i > 0 {
			b.WriteByte(',')
		}
		key, err := json.Marshal(tr.Language)
		if err != nil {
			return nil, err
		}
		value, err := json.Marshal(tr.Text)
		if err != nil {
			return nil, err
		}
		b.Write(key)
		b.WriteByte(':')
		b.Write(value)
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

// UnmarshalJSON reads what MarshalJSON writes.
func (t *Text) UnmarshalJSON(b []byte) error {
	*t = nil
	var plain string
	if string(b) == "null" {
		return nil
	}
	if json.Unmarshal(b, &plain) == nil {
		*t = Text{{Text: plain}}
		return nil
	}
	d := json.NewDecoder(bytes.NewReader(b)) // a map would lose the order of the languages
	if open, err := d.Token(); err != nil || open != json.Delim('{') {
		return errors.New("a text is a string or a map of languages")
	}
	for d.More() {
		var translation Translation
		key, err := d.Token()
		if err != nil {
			return err
		}
		translation.Language, _ = key.(string)
		if err := d.Decode(&translation.Text); err != nil {
			return err
		}
		*t = append(*t, translation)
	}
	return nil
}

// text puts a written text in the order of the languages. A text without a
// language gets the one given: the main language, or "" for names.
func text(written fact.Text, languages []string, bare string) Text {
	if len(written) == 1 && !written[0].Language.Given() {
		return Text{{Language: bare, Text: written[0].Scalar.Text}}
	}
	var t Text
	for _, language := range languages {
		for _, tr := range written {
			if tr.Language.Text == language {
				t = append(t, Translation{Language: language, Text: tr.Scalar.Text})
			}
		}
	}
	return t
}
