package recall

import "example.org/publish/build/fact"

// What stands in the name of the file is not written: the file, the id and the
// type are filled in by who reads the file.

func (c *codec) entity(e *fact.Entity) {
	c.translations(&e.Name)
	list(c, &e.Facts, func(f *fact.Facts) {
		c.scalar(&f.Property)
		list(c, &f.Statements, func(s **fact.Statement) {
			if c.filling {
				*s = &fact.Statement{}
			}
			c.statement(*s)
		})
	})
	c.pos(&e.Withdrawn.At)
	c.translations(&e.Withdrawn.Reason)
}

func (c *codec) statement(s *fact.Statement) {
	c.pos(&s.At)
	c.scalar(&s.Key)
	c.translations(&s.Value)
	c.scalar(&s.On)
	c.scalar(&s.From)
	c.scalar(&s.Until)
	c.scalar(&s.By)
	c.scalar(&s.Role)
	c.scalar(&s.Certainty)
	c.translations(&s.Detail)
	c.scalar(&s.Rank)
	c.translations(&s.Reason)
	c.scalars(&s.Disputes)
	c.translations(&s.Note)
	list(c, &s.Cite, c.citation)
}

func (c *codec) citation(cited *fact.Citation) {
	c.pos(&cited.At)
	c.scalar(&cited.Source)
	c.scalar(&cited.Place)
	c.scalar(&cited.Quote)
	c.scalars(&cited.Via)
	c.translations(&cited.Note)
}

func (c *codec) source(s *fact.Source) {
	c.translations(&s.Title)
	c.translations(&s.Label)
	for _, word := range []*fact.Scalar{
		&s.Kind, &s.Publisher, &s.Published, &s.Language, &s.Address, &s.Archived, &s.Retrieved, &s.TranslatedFrom,
		&s.Original.Title, &s.Original.Publisher, &s.Original.Address, &s.Original.Published,
	} {
		c.scalar(word)
	}
	c.scalars(&s.ReliesOn)
	c.pos(&s.Copy.At)
	for _, word := range []*fact.Scalar{&s.Copy.Name, &s.Copy.SHA256, &s.Copy.Paragraphs} {
		c.scalar(word)
	}
	c.translations(&s.Note)
}
