package site

import (
	"cmp"
	"slices"
	"strings"

	"example.org/publish/build/compile"
	"example.org/publish/build/edtf"
)

// Course draws how the two parties of a relation stood over time, and in step
// with it who held a post between the two and in which events both took part.
// The same stands beside it as a list.
type Course struct {
	*Lanes
	Moments []Moment // all that is drawn, in order of time
}

// course draws a relation; nil when nothing of it is dated, or it is none.
func (p place) course(e *compile.Entity) *Course {
	if e.Type.Status == nil {
		return nil
	}
	var statuses []*compile.Statement
	for _, s := range e.Statements {
		if s.Property == e.Type.Status && s.Dated() && s.Rank != "deprecated" && !boundless(s.Span) {
			statuses = append(statuses, s)
		}
	}
	if len(statuses) == 0 {
		return nil
	}
	posts, events := p.postsBetween(e), p.eventsBetween(e)
	spans := append(spans(statuses), spans(posts)...)
	for _, m := range events {
		spans = append(spans, m.Span)
	}
	on := scaleOf(spans)
	marks := map[string][]*marked{}
	add := func(s *compile.Statement, of, class, label string) {
		if m := on.mark(s.Span, class, p.at(entityPath(s.Entity), s.ID), label); m != nil {
			marks[of] = append(marks[of], m)
		}
	}
	for _, s := range statuses {
		add(s, classOf(s), classOf(s), p.sayStatus(s))
	}
	for _, s := range posts {
		class := "post"
		if s.Claimed() {
			class = "claimed"
		}
		add(s, "post", class, p.sayPost(s))
	}
	for _, m := range events {
		// A claim on when it was has its line in the list.
		if !m.Statement.Claimed() {
			add(m.Statement, "event", "event", p.sayMoment(m))
		}
	}
	var groups []group
	for _, of := range []string{"plain", "disputed", "claimed", "post", "event"} {
		groups = append(groups, group{p.T("course." + of), marks[of]})
	}
	label := p.T("course.label", "first", p.Year(on.first.Year()), "last", p.Year(on.last.Year()))
	return &Course{p.lanes(label, groups, on), p.courseList(statuses, posts, events, on)}
}

func (p place) sayStatus(s *compile.Statement) string {
	label := p.value(s).String()
	if claim := p.claim(s).String(); claim != "" {
		label += ", " + claim
	}
	if words := p.when(s); words != "" {
		label += ": " + words
	}
	return label
}

func (p place) sayPost(s *compile.Statement) string {
	return p.text(s.Entity.Name).Text + ", " + p.sayStatus(s)
}

// postsBetween are the times for which somebody held, or was, something that
// names both parties of a relation: an envoy of the one to the other, say.
// What they held is told by a property that leads to one type only, as an office
// does and a place of stay does not.
func (p place) postsBetween(e *compile.Entity) []*compile.Statement {
	parties, ok := partiesOf(e)
	if !ok {
		return nil
	}
	var list []*compile.Statement
	for _, s := range parties[0].Mentions {
		post := s.Entity
		if post == e || post.Type.Status != nil || !names(post, parties[0]) || !names(post, parties[1]) {
			continue
		}
		for _, held := range post.Mentions {
			if held.Property.Timeline && len(held.Property.Targets) == 1 && held.Dated() && held.Rank != "deprecated" && !boundless(held.Span) && !slices.Contains(list, held) {
				list = append(list, held)
			}
		}
	}
	slices.SortStableFunc(list, byTime)
	return list
}

// names reports whether the sources report an entity to have something to do
// with another one, and it is no event: what happened is drawn as such.
func names(e, other *compile.Entity) bool {
	return ownDate(e) == nil && slices.ContainsFunc(e.Statements, func(s *compile.Statement) bool {
		return s.Value.Entity == other && !s.Claimed() && stands(s)
	})
}

// eventsBetween are the events in which both parties of a relation took part, as the
// sources report it, in order of time.
func (p place) eventsBetween(e *compile.Entity) []*compile.Moment {
	parties, ok := partiesOf(e)
	if !ok {
		return nil
	}
	var events []*compile.Moment
	for _, m := range parties[0].Moments {
		if m.Event() && !boundless(m.Span) && tookPart(parties[0], m) && tookPart(parties[1], m) {
			events = append(events, m)
		}
	}
	return events
}

func tookPart(e *compile.Entity, m *compile.Moment) bool {
	return slices.ContainsFunc(m.Statement.Entity.Statements, func(s *compile.Statement) bool {
		return s.Value.Entity == e && !s.Claimed() && stands(s)
	})
}

// partiesOf are the two entities between which a relation is, by id. It is
// false of one that names another number of them.
func partiesOf(e *compile.Entity) (parties [2]*compile.Entity, ok bool) {
	var list []*compile.Entity
	for _, s := range e.Statements {
		if s.Property == e.Type.Parties && !s.Claimed() && stands(s) && s.Value.Entity != nil && !slices.Contains(list, s.Value.Entity) {
			list = append(list, s.Value.Entity)
		}
	}
	if len(list) != 2 {
		return parties, false
	}
	slices.SortFunc(list, func(a, b *compile.Entity) int { return strings.Compare(a.ID, b.ID) })
	return [2]*compile.Entity(list), true
}

// stands reports whether nothing has overruled the statement.
func stands(s *compile.Statement) bool {
	if s.Rank == "deprecated" {
		return false
	}
	return s.Conflict == nil || s.Rank == "preferred" ||
		!slices.ContainsFunc(s.Conflict.Statements, func(r *compile.Statement) bool { return r.Rank == "preferred" })
}

func (p place) courseList(statuses, posts []*compile.Statement, events []*compile.Moment, on *scale) []Moment {
	type dated struct {
		from edtf.Day
		show func() Moment
	}
	var list []dated
	for _, s := range statuses {
		list = append(list, dated{startOf(s), func() Moment {
			line := p.line(s, on)
			line.Subject = nil
			line.Property.Href = line.Href
			return Moment{Statement: line}
		}})
	}
	for _, s := range posts {
		list = append(list, dated{startOf(s), func() Moment { return Moment{Statement: p.line(s, on)} }})
	}
	for _, m := range events {
		list = append(list, dated{startOf(m.Statement), func() Moment { return p.moment(m, on) }})
	}
	slices.SortStableFunc(list, func(a, b dated) int { return cmp.Compare(a.from, b.from) })
	var moments []Moment
	for _, d := range list {
		moments = append(moments, d.show())
	}
	return moments
}
