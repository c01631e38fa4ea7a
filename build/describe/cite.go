package describe

import (
	"regexp"
	"strings"

	"example.org/publish/build/cite"
)

// citable are the dataset and each file of the whole of it, as what can be
// cited.
func (s *subject) citable() []cite.Item {
	whole := cite.Item{
		Kind: cite.Dataset, Key: s.citeKey(""), Title: s.Title.String(), Publisher: s.Publisher, Date: s.Date,
		Version: s.cited, Address: s.home(), Language: s.Main(),
	}
	items := []cite.Item{whole}
	for _, d := range s.files {
		one := whole
		one.Key, one.Title, one.Within = s.citeKey(d.Path), d.Title.String()+" ("+d.Path+")", whole.Title
		one.Address, one.SHA256 = s.address(d.Path), d.SHA256
		items = append(items, one)
	}
	return items
}

// citeKey names a record within a bibliography that has many others.
func (s *subject) citeKey(file string) string {
	return strings.Trim(noKey.ReplaceAllString(s.name()+"-"+s.Version+"-"+file, "-"), "-")
}

var noKey = regexp.MustCompile(`[^A-Za-z0-9]+`)

func citations(form func(...cite.Item) string) func(*subject) ([]byte, error) {
	return func(s *subject) ([]byte, error) { return []byte(form(s.citable()...)), nil }
}
