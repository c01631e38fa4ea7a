package site

import (
	"slices"

	"example.org/publish/build/compile"
	"example.org/publish/build/edtf"
)

// Disputed is what the page of all disputes shows.
type Disputed struct {
	Summary string
	Parts   []DisputedPart
	Notes   []*Note
}

// DisputedPart is disputes of one sort: conflicts that nobody has judged,
// judged ones, and claims with their answers.
type DisputedPart struct {
	Anchor, Label, About string
	Disputes             []Dispute
}

// Dispute is a point on which accounts differ.
type Dispute struct {
	Anchor   string
	Entity   Run
	Property Run
	Block    Block
}

func disputedPages(e *edition) []draft {
	return []draft{{path: "disputed/", fill: func(p place, v *View) {
		body := p.disputed()
		v.Title, v.Body = p.T("disputed.title"), body
		v.Description = p.T("disputed.description")
		v.Data = p.pageData("CollectionPage", v)
	}}}
}

func (p place) disputed() *Disputed {
	c := p.catalog()
	notes := p.notes()
	var open, settled []Dispute
	for _, conflict := range c.Conflicts {
		if !conflict.Settled {
			open = append(open, p.dispute(conflict, notes))
		}
	}
	for _, conflict := range c.Conflicts {
		if conflict.Settled {
			settled = append(settled, p.dispute(conflict, notes))
		}
	}
	answers := p.answers(notes)
	d := &Disputed{
		Summary: p.T("disputed.summary",
			"open", p.T("count.open", "n", len(open)),
			"settled", p.T("count.settled", "n", len(settled)),
			"answers", p.T("count.answered", "n", len(answers))),
		Notes: notes.finish(),
	}
	for _, part := range []DisputedPart{{Anchor: "open", Disputes: open}, {Anchor: "settled", Disputes: settled}, {Anchor: "answers", Disputes: answers}} {
		if len(part.Disputes) > 0 {
			part.Label, part.About = p.T("disputed."+part.Anchor), p.T("disputed."+part.Anchor+".about")
			d.Parts = append(d.Parts, part)
		}
	}
	return d
}

func (p place) dispute(c *compile.Conflict, notes *notes) Dispute {
	on := scaleOf(spans(c.Statements))
	v := p.point(c.ID, c.Statements[0])
	v.Block.Rivals = p.rivals(c)
	for _, s := range c.Statements {
		rival := p.noted(s, on, notes)
		p.report(rival, s)
		v.Block.Statements = append(v.Block.Statements, rival)
	}
	return v
}

// point is the entity and the property that a dispute is about.
func (p place) point(anchor string, s *compile.Statement) Dispute {
	property := p.text(s.Property.Label)
	property.Href = p.at(entityPath(s.Entity), s.ID)
	return Dispute{Anchor: anchor, Entity: p.entity(s.Entity), Property: property}
}

func spans(statements []*compile.Statement) []edtf.Span {
	var list []edtf.Span
	for _, s := range statements {
		if s.Dated() {
			list = append(list, s.Span)
		}
	}
	return list
}

// noted is a statement with its footnotes, away from its entity's page. A page
// shows it in full once, and elsewhere leads there.
func (p place) noted(s *compile.Statement, on *scale, notes *notes) *Statement {
	if notes.shown[s] {
		return &Statement{Elsewhere: p.referenceAt(s, "#"+s.ID)}
	}
	notes.shown[s] = true
	v := p.statement(s, on)
	v.Marks = notes.marks(s)
	return v
}

// answers are the statements that others answer and that are no answers
// themselves, each with its answers below it.
func (p place) answers(notes *notes) []Dispute {
	var list []Dispute
	for _, s := range p.catalog().Statements {
		if len(s.DisputedBy) == 0 || len(s.Disputes) > 0 {
			continue
		}
		v := p.point("a-"+s.ID, s)
		v.Block.Statements = []*Statement{p.answered(s, notes, nil)}
		list = append(list, v)
	}
	return list
}

// answered is a statement with what answers it below, and what answers that. A
// ring of answers ends where it began.
func (p place) answered(s *compile.Statement, notes *notes, above []*compile.Statement) *Statement {
	v := p.noted(s, nil, notes)
	if v.Elsewhere != nil && len(above) > 0 {
		return v
	}
	above = append(slices.Clip(above), s)
	for _, answer := range s.DisputedBy {
		if !slices.Contains(above, answer) {
			below := p.answered(answer, notes, above)
			if below.Elsewhere == nil && (answer.Entity != s.Entity || answer.Property != s.Property) {
				below.Subject = p.line(answer, nil).Subject
			}
			v.Answers = append(v.Answers, below)
		}
	}
	return v
}
