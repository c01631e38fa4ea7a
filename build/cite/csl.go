package cite

import (
	"bytes"
	"encoding/json"
)

// CSL is the items as CSL-JSON, the input of the Citation Style Language 1.0.2:
// a list of objects.
func CSL(items ...Item) string {
	list := make([]cslItem, len(items))
	for i, item := range items {
		list[i] = cslItem{
			ID: item.Key, Type: map[Kind]string{Dataset: "dataset", Page: "webpage"}[item.Kind],
			Title: plain(item.Title), Container: plain(item.Within), Author: []cslName{{plain(item.Publisher)}}, Publisher: plain(item.Publisher),
			Version: plain(item.Version), URL: address(item.Address), Language: plain(item.Language),
		}
		if !item.Date.IsZero() {
			d := item.Date.UTC()
			list[i].Issued = &cslDate{[][]int{{d.Year(), int(d.Month()), d.Day()}}}
		}
		if item.SHA256 != "" {
			list[i].Note = "SHA-256 " + plain(item.SHA256)
		}
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	if err := e.Encode(list); err != nil {
		panic(err) // strings and numbers can be written
	}
	return b.String()
}

type cslItem struct {
	ID        string    `json:"id"`
	Type      string    `json:"type"`
	Title     string    `json:"title"`
	Container string    `json:"container-title,omitempty"`
	Author    []cslName `json:"author"`
	Publisher string    `json:"publisher"`
	Issued    *cslDate  `json:"issued,omitempty"`
	Version   string    `json:"version,omitempty"`
	URL       string    `json:"URL"`
	Language  string    `json:"language,omitempty"`
	Note      string    `json:"note,omitempty"`
}

// cslName is a name that is not divided into given and family names.
type cslName struct {
	Literal string `json:"literal"`
}

type cslDate struct {
	Parts [][]int `json:"date-parts"`
}
