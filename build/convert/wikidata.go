package convert

import (
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"

	"example.org/publish/build/draft"
	"example.org/publish/build/fact"
	"example.org/publish/build/kebab"
)

// Item is an entity of Wikidata as its JSON has it.
type Item struct {
	ID       string             `json:"id"`
	Revision int                `json:"lastrevid"`
	Modified string             `json:"modified"`
	Labels   map[string]term    `json:"labels"`
	Claims   map[string][]claim `json:"claims"`
}

type term struct {
	Value string `json:"value"`
}

type claim struct {
	ID         string            `json:"id"`
	Main       snak              `json:"mainsnak"`
	Rank       string            `json:"rank"`
	Qualifiers map[string][]snak `json:"qualifiers"`
	References []struct {
		Snaks map[string][]snak `json:"snaks"`
	} `json:"references"`
}

type snak struct {
	Kind  string `json:"snaktype"` // value, somevalue or novalue
	Value struct {
		Type  string          `json:"type"`
		Value json.RawMessage `json:"value"`
	} `json:"datavalue"`
}

// ReadItems reads the entities of a file: a single one, a list of them, or what
// Special:EntityData answers with. They come in the order of their ids.
func ReadItems(from io.Reader) ([]Item, error) {
	content, err := io.ReadAll(from)
	if err != nil {
		return nil, err
	}
	var answer struct {
		Entities map[string]Item `json:"entities"`
		Item
	}
	var list []Item
	if json.Unmarshal(content, &list) != nil {
		if err := json.Unmarshal(content, &answer); err != nil {
			return nil, err
		}
		list = slices.Collect(maps.Values(answer.Entities))
		if answer.ID != "" {
			list = append(list, answer.Item)
		}
	}
	list = slices.DeleteFunc(list, func(i Item) bool { return i.ID == "" })
	if len(list) == 0 {
		return nil, fmt.Errorf("there is no entity in it")
	}
	slices.SortFunc(list, func(a, b Item) int { return strings.Compare(a.ID, b.ID) })
	return list, nil
}

// The qualifiers that say when a statement holds.
const (
	pointInTime = "P585"
	startTime   = "P580"
	endTime     = "P582"
)

// The snaks of a reference that are kept, in words.
var referenceWords = []struct{ property, word string }{{"P854", ""}, {"P1476", ""}, {"P577", "published "}, {"P813", "read "}, {"P304", "page "}}

// Wikidata makes an entity of each item, and a source of the revision that was
// read. The place of a statement is its id there; what it refers to is noted.
func Wikidata(d *fact.Dataset, m fact.Mapping, items []Item) Made {
	var made Made
	var order []string
	for _, p := range m.Properties {
		order = append(order, p.Property.Text)
	}
	main := d.Info.Language.Text
	for _, item := range items {
		label := item.Labels[main].Value
		if label == "" {
			label = item.Labels["mul"].Value
		}
		e := &entity{typ: m.Type.Text, id: kebab.Cut(kebab.Of(label), kebab.Longest), name: names(d, item, label), facts: map[string][]statement{}}
		if e.id == "" || item.Revision == 0 {
			made.Dropped = append(made.Dropped, Dropped{item.ID, fmt.Sprintf("it has no label in the main language (%s), or no revision", main)})
			continue
		}
		source := fmt.Sprintf("wikidata-%s-%d", strings.ToLower(item.ID), item.Revision)
		for _, p := range m.Properties {
			for _, c := range item.Claims[p.Value.Text] {
				made.claim(d, m, p, e, source, c)
			}
		}
		for _, other := range slices.Sorted(maps.Keys(item.Claims)) {
			if !slices.ContainsFunc(m.Properties, func(p fact.MappedProperty) bool { return p.Value.Text == other }) {
				made.Dropped = append(made.Dropped, Dropped{item.ID + " " + other, "the mapping does not name it"})
			}
		}
		if len(e.facts) == 0 {
			made.Dropped = append(made.Dropped, Dropped{item.ID, "nothing of it was kept"})
			continue
		}
		made.Files = append(made.Files, e.file(order), fact.File{Name: "source/" + source + ".yaml", Content: revision(item, label)})
	}
	return made
}

// names are the labels in the languages of the dataset, or one that all share.
func names(d *fact.Dataset, item Item, label string) []word {
	var words []word
	same := true
	for _, l := range d.Info.Languages {
		text := item.Labels[l.Text].Value
		if text == "" {
			text = label
		}
		same = same && text == label
		words = append(words, word{l.Text, text})
	}
	if same {
		return plain(label)
	}
	return words
}

func revision(item Item, label string) []byte {
	day, _, _ := strings.Cut(item.Modified, "T")
	if day == "" {
		day = fact.Unknown
	}
	return draft.Source{
		Title: "Wikidata: " + label + " (" + item.ID + ")", Kind: "database-record", Publisher: "Wikidata", Published: day, Language: fact.Unknown,
		Address: fmt.Sprintf("https://www.wikidata.org/w/index.php?title=%s&oldid=%d", item.ID, item.Revision),
	}.File()
}

// claim makes a statement of a claim, or says why not.
func (made *Made) claim(d *fact.Dataset, m fact.Mapping, p fact.MappedProperty, e *entity, source string, c claim) {
	where := e.id + " " + p.Value.Text
	drop := func(why string) { made.Dropped = append(made.Dropped, Dropped{where, why}) }
	property := typeOf(d, m.Type.Text).Property(p.Property.Text)
	value, why := c.Main.text(d, p, property)
	if why != "" {
		drop(why)
		return
	}
	s := statement{value: value, cite: []citation{{source, kebab.Of(strings.ReplaceAll(c.ID, "$", "-")), c.refersTo()}}}
	for _, name := range slices.Sorted(maps.Keys(c.Qualifiers)) {
		into := map[string]*string{pointInTime: &s.on, startTime: &s.from, endTime: &s.until}[name]
		if into == nil {
			drop("the qualifier " + name + ": there is no place for it")
			continue
		}
		when, why := c.Qualifiers[name][0].date()
		switch {
		case property.Time.Text == "" || property.Time.Text == "none":
			drop("the qualifier " + name + ": statements of " + p.Property.Text + " have no time")
		case why != "":
			drop("the qualifier " + name + ": " + why)
		case len(c.Qualifiers[name]) > 1:
			drop("the qualifier " + name + ": there are several")
		default:
			*into = when
		}
	}
	if c.Rank == "preferred" || c.Rank == "deprecated" {
		s.rank, s.reason = c.Rank, everywhere(d, "Wikidata: "+c.Rank)
	}
	e.facts[p.Property.Text] = append(e.facts[p.Property.Text], s)
}

// refersTo is what the claim's own references say, in words: an address, a
// title, when it was published and read, a page.
func (c claim) refersTo() string {
	var all []string
	for _, r := range c.References {
		var words []string
		for _, known := range referenceWords {
			for _, s := range r.Snaks[known.property] {
				text, why := s.plain()
				if why == "" {
					words = append(words, known.word+text)
				}
			}
		}
		if len(words) > 0 {
			all = append(all, strings.Join(words, ", "))
		}
	}
	return strings.Join(all, "; ")
}

// text is the value for a property of the dataset, or why there is none.
func (s snak) text(d *fact.Dataset, p fact.MappedProperty, property *fact.Property) (value []word, why string) {
	if property.Kind() == "date" {
		when, why := s.date()
		return plain(when), why
	}
	text, why := s.plain()
	if why != "" {
		return nil, why
	}
	if known, ok := ours(p.Values, text); ok {
		return plain(known), ""
	}
	switch {
	case s.Value.Type == "wikibase-entityid":
		return nil, text + ` is not known: write under "values" what it is called here`
	case property.References() || property.Kind() == "code":
		return nil, strconv.Quote(text) + ` is not known: write under "values" what it is called here`
	}
	return plain(text), ""
}

// plain is the value in characters, or why there is none.
func (s snak) plain() (text, why string) {
	switch s.Kind {
	case "somevalue":
		return "", "the value is said to be unknown"
	case "novalue":
		return "", "it is said that there is none"
	}
	var v struct {
		ID     string `json:"id"`
		Text   string `json:"text"`
		Amount string `json:"amount"`
		Unit   string `json:"unit"`
	}
	switch s.Value.Type {
	case "string":
		if json.Unmarshal(s.Value.Value, &text) != nil {
			return "", "the value has another form than it says"
		}
		return text, ""
	case "time":
		return s.date()
	}
	if json.Unmarshal(s.Value.Value, &v) != nil {
		return "", "the value has another form than it says"
	}
	switch s.Value.Type {
	case "wikibase-entityid":
		return v.ID, ""
	case "monolingualtext":
		return v.Text, ""
	case "quantity":
		if v.Unit != "1" {
			return "", "a number with a unit (" + v.Unit + ")"
		}
		return strings.TrimPrefix(v.Amount, "+"), ""
	}
	return "", fmt.Sprintf("values of the type %q have no place here", s.Value.Type)
}
