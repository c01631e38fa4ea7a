package words

import (
	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

// LanguageName is the name of a language (BCP 47) in this one: "Spanish". A
// tag that has no name is given back.
func (w *Words) LanguageName(tag string) string {
	t, err := language.Parse(tag)
	if err != nil {
		return tag
	}
	if namer := display.Tags(w.tag); namer != nil {
		if name := namer.Name(t); name != "" {
			return name
		}
	}
	return tag
}

// OwnName is the name that the language has for itself: "English".
func (w *Words) OwnName() string { return w.T("language.name") }
