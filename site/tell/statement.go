package tell

import (
	"strconv"
	"strings"

	"example.org/publish/build/diff"
	"example.org/publish/build/edtf"
	"example.org/publish/build/fact"
	"example.org/publish/build/number"
)

// statement is all that a statement says, with its claimant and its sources:
// "Office: captain of the Soggy, from December 2021, according to Ada (the log,
// paragraph 3)".
func (t *Teller) statement(in *diff.State, s *diff.Statement) Sentence {
	e := in.Entity(s.Entity)
	typ := ""
	if e != nil {
		typ = e.Type
	}
	var cited []Sentence
	for _, c := range s.Citations {
		cited = append(cited, t.cited(c))
	}
	return t.fill("change.statement", slots{
		"property": t.property(typ, s.Property),
		"said": joined(", ",
			t.value(s),
			t.role(typ, s.Property, s.Role),
			Sentence{t.text(s.Detail)},
			Sentence{{Text: t.time(s)}},
			t.claim(s),
			Sentence{{Text: t.certainty(s)}},
			t.rank(s),
		),
		"sources": joined("; ", cited...),
	})
}

func (t *Teller) value(s *diff.Statement) Sentence {
	v := s.Value
	switch v.Kind {
	case "entity":
		return t.entity(v.Written)
	case "date":
		return Sentence{{Text: t.date(v.Written)}}
	case "number":
		if n, err := number.Parse(v.Written); err == nil {
			return Sentence{{Text: t.Words.Number(n)}}
		}
	case "language":
		return Sentence{{Text: t.Words.LanguageName(v.Written)}}
	}
	return Sentence{t.or(v.Label, v.Written)}
}

func (t *Teller) role(typ, property, id string) Sentence {
	if p := t.propertyOf(typ, property); p != nil {
		for _, r := range p.Roles {
			if r.ID == id {
				return Sentence{t.or(r.Label, id)}
			}
		}
	}
	return Sentence{{Text: id}}
}

// time is when the statement held. A date is its own value and is not said
// twice.
func (t *Teller) time(s *diff.Statement) string {
	dates := make([]edtf.Date, 3)
	for i, written := range []string{s.On, s.From, s.Until} {
		d, err := edtf.Parse(written)
		if written != "" && err != nil {
			return strings.Trim(strings.Join([]string{s.On, s.From, s.Until}, " "), " ")
		}
		dates[i] = d
	}
	return t.Words.Time(dates[0], dates[1], dates[2])
}

// claim is who asserts the statement; nothing when the source itself reports
// it.
func (t *Teller) claim(s *diff.Statement) Sentence {
	switch {
	case !s.Claimed:
		return nil
	case s.By == "":
		return t.fill("claim.unnamed", nil)
	}
	return t.fill("claim.by", slots{"who": t.entity(s.By)})
}

func (t *Teller) certainty(s *diff.Statement) string {
	if s.Certainty == "" {
		return ""
	}
	key := "certainty." + s.Certainty + ".source"
	if s.Claimed {
		key = "certainty." + s.Certainty + ".claimant"
	}
	if !t.Words.Has(key) {
		return s.Certainty
	}
	return t.Words.T(key)
}

func (t *Teller) rank(s *diff.Statement) Sentence {
	if s.Rank == "" || s.Rank == "normal" {
		return nil
	}
	return Sentence{{Text: t.choice("change.rank.", s.Rank)}}
}

// choice is the word for one of a closed list.
func (t *Teller) choice(keys, id string) string {
	if id == "" || !t.Words.Has(keys+id) {
		return id
	}
	return t.Words.T(keys + id)
}

// reference names a statement without saying it: "Ben on Ann: Accused of".
func (t *Teller) reference(id string) Sentence {
	for _, state := range t.states() {
		s := state.Statement(id)
		if s == nil {
			continue
		}
		of := slots{"property": {{Text: id}}, "entity": t.entity(s.Entity)}
		if e := state.Entity(s.Entity); e != nil {
			of["property"] = t.property(e.Type, s.Property)
		}
		of["property"][0].Statement = id
		switch {
		case !s.Claimed:
			return t.fill("reference.plain", of)
		case s.By == "":
			return t.fill("reference.unnamed", of)
		}
		of["who"] = t.entity(s.By)
		return t.fill("reference.claim", of)
	}
	return Sentence{{Text: id, Statement: id}}
}

// cited is a source and the place in it.
func (t *Teller) cited(c diff.Citation) Sentence {
	place := c.Place
	if first, last, ok := fact.Paragraphs(place); ok && first == last {
		place = t.Words.T("place.paragraph", "paragraph", strconv.Itoa(first))
	} else if ok {
		place = t.Words.T("place.paragraphs", "first", strconv.Itoa(first), "last", strconv.Itoa(last))
	}
	return joined(", ", t.source(c.Source), Sentence{{Text: place}})
}

// claimant is who asserts a statement, as the value of a field.
func (t *Teller) claimant(id string) Sentence {
	switch id {
	case "":
		return Sentence{{Text: t.Words.T("change.claimant.source")}}
	case fact.Unnamed:
		return Sentence{{Text: t.Words.T("change.claimant.unnamed")}}
	}
	return t.entity(id)
}
