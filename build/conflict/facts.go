package conflict

import (
	"slices"

	"example.org/publish/build/edtf"
	"example.org/publish/build/fact"
	"example.org/publish/build/number"
)

// Context is what the judge has to know of the dataset around the statements.
type Context struct {
	Language  string                        // the main language
	Entity    string                        // id of the entity that the statements are about
	Published func(source string) edtf.Date // when a source was published; zero: unknown
}

// Of returns the conflicts among the statements of one property of one entity,
// by their indices. A property that may have several values at a time has none.
func Of(p *fact.Property, written []*fact.Statement, in Context) []Conflict {
	if p.OneAtATime.Text != "true" || len(written) < 2 {
		return nil
	}
	statements := make([]Statement, len(written))
	for i, w := range written {
		statements[i] = judged(p, written, w, in)
	}
	return Find(statements)
}

func judged(p *fact.Property, written []*fact.Statement, w *fact.Statement, in Context) Statement {
	s := Statement{
		Text:     w.Value.In(in.Language, in.Language),
		Timeless: p.Time.Text != "point" && p.Time.Text != "period",
		Ranked:   w.Rank.Text == "preferred" || w.Rank.Text == "deprecated",
		Claimed:  w.By.Given(),
	}
	var err error
	switch p.Kind() {
	case "date":
		s.Date, err = edtf.Parse(s.Text)
	case "number":
		s.Number, err = number.Parse(s.Text)
	}
	s.Void = err != nil
	if !s.Timeless {
		s.Span, err = Time(w, in.Published)
		s.Void = s.Void || err != nil
		s.From, _ = edtf.Parse(w.From.Text)
		s.Until, _ = edtf.Parse(w.Until.Text)
	}
	for _, d := range w.Disputes {
		for i, other := range written {
			key := other.Key.Text
			if key != "" && slices.Contains([]string{key, in.Entity + "#" + key}, d.Text) {
				s.Answers = append(s.Answers, i)
			}
		}
	}
	return s
}

// Time is when a statement holds: on a day, or from one until another. What is
// said to be still so holds for certain until its newest source was written,
// and nothing is said of the time after that. The error is a *[edtf.Error].
func Time(w *fact.Statement, published func(source string) edtf.Date) (edtf.Span, error) {
	var on, from, until edtf.Date
	for _, d := range []struct {
		written fact.Scalar
		read    *edtf.Date
	}{{w.On, &on}, {w.From, &from}, {w.Until, &until}} {
		if !d.written.Given() {
			continue
		}
		date, err := edtf.Parse(d.written.Text)
		if err != nil {
			return edtf.Span{}, err
		}
		*d.read = date
	}
	if !on.IsZero() {
		return edtf.Point(on), nil
	}
	span := edtf.Period(from, until)
	horizon := edtf.OpenPast
	for _, c := range w.Cite {
		if date := published(c.Source.Text); !date.IsZero() {
			horizon = max(horizon, date.Earliest())
		}
	}
	if horizon == edtf.OpenPast {
		return span, nil
	}
	return span.Until(horizon), nil
}
