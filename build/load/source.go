package load

import "example.org/publish/build/fact"

// sourceKeys are the keys of source/<id>.yaml.
var sourceKeys = keys[fact.Source]{what: "a source", list: []key[fact.Source]{
	{"title", func(r *reader, s *fact.Source, e entry) { s.Title = r.translations(e) }},
	{"label", func(r *reader, s *fact.Source, e entry) { s.Label = r.translations(e) }},
	{"kind", func(r *reader, s *fact.Source, e entry) { s.Kind = r.scalar(e) }},
	{"publisher", func(r *reader, s *fact.Source, e entry) { s.Publisher = r.scalar(e) }},
	{"published", func(r *reader, s *fact.Source, e entry) { s.Published = r.scalar(e) }},
	{"language", func(r *reader, s *fact.Source, e entry) { s.Language = r.scalar(e) }},
	{"address", func(r *reader, s *fact.Source, e entry) { s.Address = r.scalar(e) }},
	{"archived", func(r *reader, s *fact.Source, e entry) { s.Archived = r.scalar(e) }},
	{"retrieved", func(r *reader, s *fact.Source, e entry) { s.Retrieved = r.scalar(e) }},
	{"translated-from", func(r *reader, s *fact.Source, e entry) { s.TranslatedFrom = r.scalar(e) }},
	{"original", func(r *reader, s *fact.Source, e entry) {
		record(r, e.value, originalKeys, &s.Original)
	}},
	{"relies-on", func(r *reader, s *fact.Source, e entry) { s.ReliesOn = r.scalars(e) }},
	{"copy", func(r *reader, s *fact.Source, e entry) {
		if e.value != nil {
			s.Copy.At = start(e.value)
		}
		record(r, e.value, copyKeys, &s.Copy)
	}},
	{"note", func(r *reader, s *fact.Source, e entry) { s.Note = r.translations(e) }},
}}

var originalKeys = keys[fact.Original]{what: "an original", list: []key[fact.Original]{
	{"title", func(r *reader, o *fact.Original, e entry) { o.Title = r.scalar(e) }},
	{"publisher", func(r *reader, o *fact.Original, e entry) { o.Publisher = r.scalar(e) }},
	{"address", func(r *reader, o *fact.Original, e entry) { o.Address = r.scalar(e) }},
	{"published", func(r *reader, o *fact.Original, e entry) { o.Published = r.scalar(e) }},
}}

var copyKeys = keys[fact.Copy]{what: "a copy", list: []key[fact.Copy]{
	{"name", func(r *reader, c *fact.Copy, e entry) { c.Name = r.scalar(e) }},
	{"sha256", func(r *reader, c *fact.Copy, e entry) { c.SHA256 = r.scalar(e) }},
	{"paragraphs", func(r *reader, c *fact.Copy, e entry) { c.Paragraphs = r.scalar(e) }},
}}
