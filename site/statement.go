package site

import (
	"cmp"
	"strings"

	"example.org/publish/build/compile"
	"example.org/publish/build/edtf"
)

// Statement is a statement as a page shows it. What was claimed never goes
// without Claim.
type Statement struct {
	ID        string
	Subject   *Run   // its entity, on pages other than the entity's own
	Property  Run    // label of the property
	Href      string // the statement on its entity's page
	Value     Phrase
	Role      Run    // "initiator"; empty: none
	Certainty string // "possibly, as hedged by the source"
	Detail    *Run
	Claim     Phrase // "according to Ada"; empty when the source itself reports it
	Reported  string // among rivals: that the source itself reports it
	Time      *Time
	Rank      string // preferred or deprecated; empty: as good as any other
	RankWords string
	Reason    *Run
	Marks     []Mark // of its footnotes
	Support   string // "2 independent sources"; empty when there is one
	Note      *Run
	Answering []Phrase // what it answers, where that does not stand right above
	Answered  []Phrase // what answers it, where that does not stand right below
	Answers   []*Statement
	Anchored  string   // the anchor of a line that is linked to; empty: none
	Former    []string // ids that it had before: anchors too
	Elsewhere Phrase   // leads to where the page shows it in full, when that is not here
	Contested []Link   // in a line: that it is disputed or was answered, and where
}

// About reports whether anything is said about the statement in its line
// below the value.
func (s *Statement) About() bool {
	return s.RankWords != "" || s.Claim != nil || s.Reported != "" || s.Certainty != "" || s.Time != nil || s.Support != ""
}

// Time is when something was, in words and as a drawing.
type Time struct {
	Words string
	Bar   *Bar   // nil when nothing can be drawn
	Href  string // its year in the timeline; empty when it is not there
	Day   string // the same for machines (a date, a month or a year of HTML's time element); empty when it is no single one
}

// statement shows what a statement says, without its surroundings: what it
// answers, its footnotes.
func (p place) statement(s *compile.Statement, on *scale) *Statement {
	v := &Statement{
		ID:        s.ID,
		Former:    p.formerIDs(s),
		Property:  p.text(s.Property.Label),
		Href:      p.at(entityPath(s.Entity), s.ID),
		Value:     p.value(s),
		Role:      p.role(s),
		Certainty: p.certainty(s),
		Detail:    p.optional(s.Detail),
		Claim:     p.claim(s),
		Time:      p.time(s, on),
		Reason:    p.optional(s.Reason),
		Support:   p.support(s),
		Note:      p.optional(s.Note),
	}
	if s.Rank != "normal" {
		v.Rank, v.RankWords = s.Rank, p.T("rank."+s.Rank)
	}
	return v
}

// line is a statement away from its entity's page, with the entity as subject.
func (p place) line(s *compile.Statement, on *scale) *Statement {
	v := p.statement(s, on)
	subject := p.text(s.Entity.Name)
	subject.Href = v.Href
	v.Subject = &subject
	if s.Conflict != nil {
		v.Contested = append(v.Contested, Link{Text: p.T("mark.disputed"), Href: p.at("disputed/", s.Conflict.ID)})
	}
	if len(s.DisputedBy) > 0 {
		v.Contested = append(v.Contested, Link{Text: p.T("mark.answered"), Href: v.Href})
	}
	return v
}

func (p place) value(s *compile.Statement) Phrase {
	v := s.Value
	switch s.Property.Kind {
	case "entity":
		return Phrase{p.entity(v.Entity)}
	case "date":
		return plain(p.Date(v.Date))
	case "number":
		return plain(p.Number(v.Number))
	case "language":
		return plain(p.LanguageName(v.Written))
	case "address":
		return Phrase{{Text: v.Written, Href: v.Written}}
	}
	return Phrase{p.text(v.Label())}
}

func (p place) role(s *compile.Statement) Run {
	if s.Role == nil {
		return Run{}
	}
	return p.text(s.Role.Label)
}

func (p place) certainty(s *compile.Statement) string {
	if s.Certainty == "" {
		return ""
	}
	if s.Claimed() {
		return p.T("certainty." + s.Certainty + ".claimant")
	}
	return p.T("certainty." + s.Certainty + ".source")
}

// claim is who asserts a statement: "according to Ada". It is empty when the
// source itself reports it.
func (p place) claim(s *compile.Statement) Phrase {
	switch {
	case s.By != nil:
		return p.phrase("claim.by", map[string]Phrase{"who": {p.entity(s.By)}})
	case s.Unnamed:
		return plain(p.T("claim.unnamed"))
	}
	return nil
}

// time is when a statement held. A date is its own value and is not said
// twice.
func (p place) time(s *compile.Statement, on *scale) *Time {
	if !s.Dated() {
		return nil
	}
	t := &Time{Words: p.when(s), Bar: on.bar(s.Span)}
	if s.From.IsZero() && s.Until.IsZero() {
		t.Day = machine(s.On)
	}
	if path, ok := p.listed[s]; ok {
		t.Href = p.at(path, s.ID)
		t.Words = cmp.Or(t.Words, p.T("time.in-timeline"))
	}
	if t.Words == "" && t.Bar == nil {
		return nil
	}
	return t
}

// when says when a statement held. What is only said to be still so names the
// day of the source, as nothing else does.
func (p place) when(s *compile.Statement) string {
	if s.On.IsZero() && s.From.IsZero() && s.Until.IsOpen() {
		if day := machine(written(s)); len(day) == len("2025-11-04") {
			return p.T("time.still-on", "date", p.Date(written(s)))
		}
	}
	return p.Time(s.On, s.From, s.Until)
}

// written is the date of the latest source that is cited.
func written(s *compile.Statement) edtf.Date {
	var last edtf.Date
	for _, c := range s.Citations {
		if d := c.Source.Published; !d.IsZero() && (last.IsZero() || d.Latest() > last.Latest()) {
			last = d
		}
	}
	return last
}

// machine is a date as HTML's time element takes it; empty when it is doubtful
// or no single day, month or year.
func machine(d edtf.Date) string {
	part, ok := d.Parts()
	plain := ok && !part.Approximate && !part.Uncertain && !part.MonthX && !part.DayX && part.YearMask == 0 && part.Season == 0
	if !plain || part.Year < 1 || part.Year > 9999 {
		return ""
	}
	return d.String()
}

// dateTime is a date alone, in words and on the scale.
func (p place) dateTime(s *compile.Statement, on *scale) *Time {
	return &Time{Words: p.Date(s.Value.Date), Bar: on.bar(s.Span), Day: machine(s.Value.Date)}
}

// support says how many independent sources a statement has, when it has more
// than one or when several go back to one.
func (p place) support(s *compile.Statement) string {
	sources := map[string]bool{}
	for _, c := range s.Citations {
		sources[c.Source.ID] = true
	}
	switch {
	case len(s.Origins) > 1:
		return p.T("support.independent", "n", len(s.Origins))
	case len(sources) > 1:
		return p.T("support.one-origin", "n", len(sources))
	}
	return ""
}

// reference names a statement without saying it: "Ada on Analytical Engine:
// purpose". Its value stays where its claimant stands beside it.
func (p place) reference(s *compile.Statement) Phrase {
	return p.referenceAt(s, p.at(entityPath(s.Entity), s.ID))
}

func (p place) referenceAt(s *compile.Statement, href string) Phrase {
	what := p.text(s.Property.Label)
	what.Href = href
	slots := map[string]Phrase{"property": {what}, "entity": {p.text(s.Entity.Name)}}
	switch {
	case s.By != nil:
		slots["who"] = Phrase{p.text(s.By.Name)}
		return p.phrase("reference.claim", slots)
	case s.Unnamed:
		return p.phrase("reference.unnamed", slots)
	}
	return p.phrase("reference.plain", slots)
}

// ownDate is when an entity itself was, an event say: its own date, as long as
// nobody's claim stands behind it.
func ownDate(e *compile.Entity) *compile.Statement {
	var best *compile.Statement
	for _, s := range e.Statements {
		if s.Property.Kind != "date" || !s.Property.Timeline || s.Claimed() || s.Rank == "deprecated" {
			continue
		}
		if best == nil || s.Rank == "preferred" && best.Rank != "preferred" {
			best = s
		}
	}
	return best
}

// lead is the phrase that says what an entity is. A claim cannot stand there,
// since its claimant would not.
func lead(e *compile.Entity) *compile.Statement {
	for _, s := range e.Statements {
		if s.Property.Lead && !s.Claimed() && s.Rank != "deprecated" && (s.Conflict == nil || s.Rank == "preferred") {
			return s
		}
	}
	return nil
}

// byTime orders statements by when they held or, where that is not said, by
// when their entity was; what has no time at all goes last.
func byTime(a, b *compile.Statement) int {
	return cmp.Or(
		cmp.Compare(startOf(a), startOf(b)),
		strings.Compare(a.Entity.ID, b.Entity.ID),
	)
}

func startOf(s *compile.Statement) edtf.Day {
	if s.Dated() && !s.Span.Possible.First.Open() {
		return s.Span.Possible.First
	}
	if s.Dated() && !s.Span.Possible.Last.Open() {
		return s.Span.Possible.Last
	}
	if own := ownDate(s.Entity); own != nil && own != s {
		return startOf(own)
	}
	return edtf.OpenFuture
}
