package compile

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"example.org/publish/build/edtf"
	"example.org/publish/build/fact"
)

func (k *compiler) sources() {
	for _, w := range k.written.Sources {
		s := &Source{
			ID:             w.ID.Text,
			Kind:           known(w.Kind),
			Publisher:      known(w.Publisher),
			Published:      date(w.Published),
			Language:       known(w.Language),
			Address:        known(w.Address),
			Archived:       known(w.Archived),
			Retrieved:      date(w.Retrieved),
			TranslatedFrom: known(w.TranslatedFrom),
			Original: Original{
				Title:     known(w.Original.Title),
				Publisher: known(w.Original.Publisher),
				Address:   known(w.Original.Address),
				Published: known(w.Original.Published),
			},
			CopyName:   w.Copy.Name.Text,
			CopySHA256: w.Copy.SHA256.Text,
			Note:       k.text(w.Note),
			File:       w.File,
		}
		if !(len(w.Title) == 1 && w.Title[0].Scalar.Text == fact.Unknown) {
			s.Title = text(w.Title, k.catalog.Languages, s.Language)
		}
		s.Label = s.Title
		if w.Label.Given() {
			s.Label = k.text(w.Label)
		}
		s.CopyParagraphs, _ = strconv.Atoi(w.Copy.Paragraphs.Text)
		k.catalog.sources[s.ID] = s
		k.catalog.Sources = append(k.catalog.Sources, s)
	}
	slices.SortFunc(k.catalog.Sources, func(a, b *Source) int { return strings.Compare(a.ID, b.ID) })
}

// known is the scalar's text, empty when the source's file declares it unknown.
func known(s fact.Scalar) string {
	if s.Text == fact.Unknown {
		return ""
	}
	return s.Text
}

// date reads a date that the check has passed. What is not said, or declared
// unknown, is the zero date.
func date(s fact.Scalar) edtf.Date {
	if known(s) == "" {
		return edtf.Date{}
	}
	d, err := edtf.Parse(s.Text)
	if err != nil {
		panic("compile: an unchecked date: " + err.Error())
	}
	return d
}

// origin is the entity or the source with the id.
func (k *compiler) origin(id string) Origin {
	if e := k.catalog.entities[id]; e != nil {
		return Origin{Entity: e}
	}
	return Origin{Source: k.catalog.sources[id]}
}

// rely ties each source to the entities and sources that it rests on.
func (k *compiler) rely() {
	for _, w := range k.written.Sources {
		s := k.catalog.sources[w.ID.Text]
		for _, id := range w.ReliesOn {
			s.ReliesOn = append(s.ReliesOn, k.origin(id.Text))
		}
	}
}

func (k *compiler) citation(s *Statement, w fact.Citation) *Citation {
	c := &Citation{
		Statement: s,
		Source:    k.catalog.sources[w.Source.Text],
		Place:     w.Place.Text,
		Quote:     w.Quote.Text,
		Note:      k.text(w.Note),
	}
	c.First, c.Last, _ = fact.Paragraphs(c.Place)
	for _, v := range w.Via {
		c.Via = append(c.Via, k.origin(v.Text))
	}
	return c
}

// origins are the ids at the roots of the citations, each once: two sources
// that pass on one report count as one.
func origins(citations []*Citation) []string {
	var ids []string
	for _, c := range citations {
		id := c.Source.ID
		if len(c.Via) > 0 {
			id = c.Via[len(c.Via)-1].ID()
		}
		ids = append(ids, id)
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

// cited gives each source the citations of it, and counts what rests on it
// alone.
func (k *compiler) cited() {
	for _, s := range k.catalog.Statements {
		for _, c := range s.Citations {
			c.Source.Citations = append(c.Source.Citations, c)
		}
		first := s.Citations[0].Source
		if !slices.ContainsFunc(s.Citations, func(c *Citation) bool { return c.Source != first }) {
			first.Alone++
		}
	}
	for _, source := range k.catalog.Sources {
		slices.SortStableFunc(source.Citations, func(a, b *Citation) int {
			return cmp.Or(cmp.Compare(a.First, b.First), cmp.Compare(a.Last, b.Last), cmp.Compare(a.Place, b.Place))
		})
	}
}
