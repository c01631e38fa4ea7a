package compile

import (
	"cmp"
	"slices"
	"strings"

	"example.org/publish/build/conflict"
	"example.org/publish/build/edtf"
	"example.org/publish/build/fact"
	"example.org/publish/build/number"
)

func (k *compiler) statements() {
	k.became = map[*fact.Statement]*Statement{}
	for _, w := range k.written.Entities {
		e := k.catalog.entities[w.ID.Text]
		for _, f := range w.Facts {
			p := e.Type.Property(f.Property.Text)
			for _, ws := range f.Statements {
				s := k.statement(e, p, ws)
				k.became[ws] = s
				e.Statements = append(e.Statements, s)
			}
		}
		slices.SortStableFunc(e.Statements, inReadingOrder)
	}
	for _, e := range k.catalog.Entities {
		k.catalog.Statements = append(k.catalog.Statements, e.Statements...)
	}
	for _, s := range k.catalog.Statements {
		if v := s.Value.Entity; v != nil {
			v.Mentions = append(v.Mentions, s)
		}
		if s.By != nil {
			s.By.Claims = append(s.By.Claims, s)
		}
	}
	k.cited()
}

// inReadingOrder puts statements in the order of the schema's properties, then
// of time; what has no time keeps the order in which it was written, at the end.
func inReadingOrder(a, b *Statement) int {
	place := func(s *Statement) int { return slices.Index(s.Entity.Type.Properties, s.Property) }
	undated := func(s *Statement) int {
		if s.Dated() {
			return 0
		}
		return 1
	}
	return cmp.Or(
		cmp.Compare(place(a), place(b)),
		cmp.Compare(undated(a), undated(b)),
		cmp.Compare(begins(a.Span), begins(b.Span)),
		cmp.Compare(a.Span.Possible.Last, b.Span.Possible.Last),
	)
}

func (k *compiler) statement(e *Entity, p *Property, w *fact.Statement) *Statement {
	s := &Statement{
		Entity:    e,
		Property:  p,
		Value:     k.value(p, w.Value),
		On:        date(w.On),
		From:      date(w.From),
		Until:     date(w.Until),
		Unnamed:   w.By.Text == fact.Unnamed,
		Role:      choice(p.Roles, w.Role.Text),
		Certainty: w.Certainty.Text,
		Detail:    k.text(w.Detail),
		Rank:      cmp.Or(w.Rank.Text, "normal"),
		Reason:    k.text(w.Reason),
		Key:       w.Key.Text,
		Note:      k.text(w.Note),
		Line:      int(w.At.Line),
	}
	if !s.Unnamed {
		s.By = k.catalog.entities[w.By.Text]
	}
	for _, c := range w.Cite {
		s.Citations = append(s.Citations, k.citation(s, c))
	}
	s.Origins = origins(s.Citations)
	s.Span = k.span(s, w)
	s.ID = fact.StatementID(e.ID, p.ID, k.catalog.Main(), w)
	return s
}

func (k *compiler) value(p *Property, w fact.Text) Value {
	written := w.In(k.catalog.Main(), k.catalog.Main())
	v := Value{Written: written}
	switch p.Kind {
	case "text":
		v.Text = k.text(w)
	case "name":
		v.Text = k.name(w)
	case "entity":
		v.Entity = k.catalog.entities[written]
	case "code":
		v.Code = choice(p.Codes, written)
	case "date":
		v.Date = date(fact.Scalar{Text: written})
	case "number":
		v.Number, _ = number.Parse(written)
	}
	return v
}

// span is when the statement holds. A date is its own time; a statement that
// says nothing of its time can hold at any.
func (k *compiler) span(s *Statement, w *fact.Statement) edtf.Span {
	if s.Property.Kind == "date" {
		return edtf.Point(s.Value.Date)
	}
	span, err := conflict.Time(w, k.published)
	if err != nil {
		panic("compile: an unchecked date: " + err.Error())
	}
	return span
}

func (k *compiler) published(source string) edtf.Date { return k.catalog.sources[source].Published }

// answers ties each statement to those that it disputes.
func (k *compiler) answers() {
	byKey := map[string]*Statement{}
	for _, s := range k.catalog.Statements {
		if s.Key != "" {
			byKey[s.Entity.ID+"#"+s.Key] = s
		}
	}
	for _, w := range k.written.Entities {
		for _, f := range w.Facts {
			for _, ws := range f.Statements {
				s := k.became[ws]
				for _, d := range ws.Disputes {
					key := d.Text
					if !strings.Contains(key, "#") {
						key = s.Entity.ID + "#" + key
					}
					s.Disputes = append(s.Disputes, byKey[key])
					byKey[key].DisputedBy = append(byKey[key].DisputedBy, s)
				}
			}
		}
	}
}
