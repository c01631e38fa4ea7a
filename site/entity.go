package site

import (
	"cmp"
	"slices"

	"example.org/publish/build/compile"
	"example.org/publish/build/edtf"
)

// Entity is what an entity's page shows.
type Entity struct {
	ID        string
	Type      Link
	Name      Run
	Lead      *Statement // the phrase that says what it is; nil when there is none
	Summary   string     // "21 statements from 3 sources; 5 claims, 2 disputed points"
	Withdrawn *Run       // why its facts were taken back
	Facts     []KeyFact
	Groups    []Group
	Mentions  []Mentions
	Claims    []*Statement // what it claims, about anything
	Course    *Course      // of a relation
	Moments   []Moment
	Timeline  *Link // the page of its timeline; nil when its moments are few
	Scale     *Scale
	Notes     []*Note
	Files     []File
	Ended     []Ended // statements that are no longer made
	Graph     *Graph  // what it is connected with; nil: with too little to draw
	Cite      *Cite
	Changed   Phrase // when it last changed
	Edit      string // where its file can be edited; empty when there is no repository
}

// KeyFact is the short facts of a property that nobody disputes, for a glance.
type KeyFact struct {
	Property Run
	Values   []KeyValue
}

// KeyValue is a value, which leads to its statement, and when it held.
type KeyValue struct {
	Value Run
	Time  string
}

// Group is the statements of a property.
type Group struct {
	Anchor      string
	Label       Run
	Description *Run
	Blocks      []Block
}

// Block is a statement, or rivals with a line on how they stand.
type Block struct {
	Rivals     string // "Three accounts that cannot all hold"; empty when there is no conflict
	Anchor     string // of the conflict
	Statements []*Statement
}

// Mentions are the statements of other entities that name this one, by
// property.
type Mentions struct {
	Anchor     string
	Label      Run
	Statements []*Statement
}

// Scale says what the small bars of a page span: "All bars run from 1980 to
// 2025".
type Scale struct{ Words string }

func entityPages(e *edition) []draft {
	var drafts []draft
	for _, entity := range e.catalog().Entities {
		drafts = append(drafts, draft{path: entityPath(entity), fill: func(p place, v *View) {
			body := p.entityBody(entity)
			v.Title, v.Body = body.Name.Text, body
			v.Description = p.describe(body)
			v.Data = p.entityData(entity, v)
		}})
	}
	return drafts
}

func (p place) entityBody(e *compile.Entity) *Entity {
	on := scaleOf(spansOf(e))
	notes := p.notes()
	b := &Entity{
		ID:        e.ID,
		Type:      p.link(e.Type.Label, typePath(e.Type)),
		Name:      p.text(e.Name),
		Summary:   p.summary(e),
		Withdrawn: p.optional(e.Withdrawn),
		Facts:     p.keyFacts(e),
		Scale:     p.scale(on),
		Files:     p.entityFiles(e),
		Changed:   p.changed(e.ID),
		Ended:     p.endedOf(e.ID),
		Graph:     p.graph(e),
		Cite:      p.citePage(e.ID, p.text(e.Name).Text, firstStatement(e)),
		Edit:      p.edit(e.File),
	}
	said := lead(e)
	if said != nil {
		b.Lead = p.statement(said, nil)
		b.Lead.Marks = notes.marks(said)
	}
	for _, g := range e.Groups {
		if said == nil || g.Property != said.Property || !alone(g, b.Lead) {
			b.Groups = append(b.Groups, p.group(g, on, notes))
		} else {
			b.Lead.Anchored = b.Lead.ID
		}
	}
	for _, s := range slices.SortedStableFunc(slices.Values(e.Claims), byTime) {
		b.Claims = append(b.Claims, p.line(s, on))
	}
	b.Mentions = p.mentions(e)
	b.Course = p.course(e)
	b.Moments, b.Timeline = p.moments(e, on)
	b.Notes = notes.finish()
	return b
}

// firstStatement is the anchor of the first statement; empty: there is none.
func firstStatement(e *compile.Entity) string {
	if len(e.Statements) == 0 {
		return ""
	}
	return e.Statements[0].ID
}

// alone reports whether a group says nothing but the lead, so that the page
// need not say it twice.
func alone(g *compile.Group, lead *Statement) bool {
	if len(g.Blocks) != 1 || len(g.Blocks[0].Threads) != 1 {
		return false
	}
	t := g.Blocks[0].Threads[0]
	return len(t.Disputes) == 0 && len(t.DisputedBy) == 0 &&
		lead.Rank == "" && lead.Certainty == "" && lead.Time == nil && lead.Note == nil && lead.Detail == nil
}

// spansOf are the times that an entity's page draws.
func spansOf(e *compile.Entity) []edtf.Span {
	var spans []edtf.Span
	for _, list := range [][]*compile.Statement{e.Statements, e.Mentions, e.Claims} {
		for _, s := range list {
			if s.Dated() {
				spans = append(spans, s.Span)
			}
		}
	}
	for _, m := range e.Moments {
		spans = append(spans, m.Span)
	}
	return spans
}

func (p place) scale(s *scale) *Scale {
	if s == nil {
		return nil
	}
	first, last := p.Year(s.first.Year()), p.Year(s.last.Year())
	if first == last {
		return &Scale{p.T("legend.scale.one", "year", first)}
	}
	return &Scale{p.T("legend.scale", "first", first, "last", last)}
}

func (p place) group(g *compile.Group, on *scale, notes *notes) Group {
	v := Group{
		Anchor:      propertyAnchor(g.Property),
		Label:       p.text(g.Property.Label),
		Description: p.optional(g.Property.Description),
	}
	for _, b := range g.Blocks {
		v.Blocks = append(v.Blocks, p.block(b, on, notes))
	}
	return v
}

func (p place) block(b *compile.Block, on *scale, notes *notes) Block {
	var v Block
	if b.Conflict != nil {
		v.Rivals, v.Anchor = p.rivals(b.Conflict), b.Conflict.ID
	}
	for _, t := range b.Threads {
		s := p.thread(t, on, notes)
		if b.Conflict != nil {
			p.report(s, t.Statement)
		}
		v.Statements = append(v.Statements, s)
	}
	return v
}

// report says of a rival that nobody claims that the source reports it.
func (p place) report(v *Statement, s *compile.Statement) {
	if !s.Claimed() {
		v.Reported = p.T("claim.reported")
	}
}

// rivals says how the accounts of a conflict stand to one another.
func (p place) rivals(c *compile.Conflict) string {
	key := "rivals.possible"
	if c.Certain {
		key = "rivals.certain"
	}
	n := len(c.Statements)
	if n == 2 {
		key += ".two"
	}
	text := p.T(key, "n", n, "count", p.numeral(n))
	if c.Settled {
		text = p.T("rivals.settled", "rivals", text)
	}
	return text
}

// thread shows a statement with its footnotes, and below it what answers it.
func (p place) thread(t *compile.Thread, on *scale, notes *notes) *Statement {
	v := p.statement(t.Statement, on)
	v.Marks = notes.marks(t.Statement)
	for _, answer := range t.Answers {
		below := p.thread(answer, on, notes)
		// What stands below its question need not name it.
		below.Answering = p.references("answers", others(answer.Disputes, t.Statement))
		v.Answers = append(v.Answers, below)
	}
	v.Answering = p.references("answers", t.Disputes)
	v.Answered = p.references("answered", slices.DeleteFunc(slices.Clone(t.DisputedBy), func(s *compile.Statement) bool {
		return slices.ContainsFunc(t.Answers, func(a *compile.Thread) bool { return a.Statement == s })
	}))
	return v
}

func others(list []*compile.Statement, not *compile.Statement) []*compile.Statement {
	return slices.DeleteFunc(slices.Clone(list), func(s *compile.Statement) bool { return s == not })
}

func (p place) references(key string, list []*compile.Statement) []Phrase {
	var out []Phrase
	for _, s := range list {
		out = append(out, p.phrase(key, map[string]Phrase{"what": p.reference(s)}))
	}
	return out
}

// summary counts what a page rests on.
func (p place) summary(e *compile.Entity) string {
	sources := map[*compile.Source]bool{}
	claims, disputed := 0, map[*compile.Conflict]bool{}
	for _, s := range e.Statements {
		for _, c := range s.Citations {
			sources[c.Source] = true
		}
		if s.Claimed() {
			claims++
		}
		if s.Conflict != nil {
			disputed[s.Conflict] = true
		}
	}
	if len(e.Statements) == 0 {
		return p.T("summary.nothing")
	}
	text := p.T("summary.from",
		"statements", p.T("count.statements", "n", len(e.Statements)), "sources", p.T("count.sources", "n", len(sources)))
	switch {
	case claims > 0 && len(disputed) > 0:
		return p.T("summary.claims-and-disputed", "summary", text,
			"claims", p.T("count.claims", "n", claims), "disputed", p.T("count.disputed", "n", len(disputed)))
	case claims > 0:
		return p.T("summary.and", "summary", text, "more", p.T("count.claims", "n", claims))
	case len(disputed) > 0:
		return p.T("summary.and", "summary", text, "more", p.T("count.disputed", "n", len(disputed)))
	}
	return p.T("summary.end", "summary", text)
}

// describe is the page in a sentence for search engines. It says no claim.
func (p place) describe(b *Entity) string {
	if b.Withdrawn != nil {
		return p.T("entity.withdrawn", "name", b.Name.Text)
	}
	if b.Lead == nil {
		return p.T("entity.description", "name", b.Name.Text, "what", b.Type.Text, "summary", b.Summary)
	}
	return p.T("entity.description", "name", b.Name.Text, "what", b.Lead.Value.String(), "summary", b.Summary)
}

// glanceable are the kinds of value that are short enough for a glance.
var glanceable = []string{"code", "date", "number", "language", "name"}

// keyFacts are the short facts that the sources report plainly and in accord.
func (p place) keyFacts(e *compile.Entity) []KeyFact {
	const most = 8
	var facts []KeyFact
	var last *compile.Property
	for _, s := range e.Statements {
		if !slices.Contains(glanceable, s.Property.Kind) || s.Claimed() || s.Rank == "deprecated" ||
			s.Conflict != nil && s.Rank != "preferred" || s.Certainty != "" || len(s.DisputedBy) > 0 || len(s.Disputes) > 0 {
			continue
		}
		value := p.value(s)[0]
		value.Href = "#" + s.ID
		if s.Property != last {
			if len(facts) == most {
				break
			}
			facts = append(facts, KeyFact{Property: p.text(s.Property.Label)})
			last = s.Property
		}
		f := &facts[len(facts)-1]
		f.Values = append(f.Values, KeyValue{value, p.when(s)})
	}
	return facts
}

// mentions shows what other entities say of this one.
func (p place) mentions(e *compile.Entity) []Mentions {
	var groups []Mentions
	for _, g := range p.mentioning(e) {
		v := Mentions{Label: g.label, Anchor: g.anchor}
		for _, s := range g.statements {
			line := p.line(s, nil)
			line.Value = nil // it is this page's entity
			if own := ownDate(s.Entity); line.Time == nil && own != nil {
				line.Time = p.dateTime(own, nil)
			}
			v.Statements = append(v.Statements, line)
		}
		groups = append(groups, v)
	}
	return groups
}

// mentioned is what other entities say of one under a label.
type mentioned struct {
	label      Run
	anchor     string
	statements []*compile.Statement
}

// mentioning groups what other entities say of this one under the properties'
// inverse labels, in the order of types and of their schemas. Properties of
// several types that have one label are one group.
func (p place) mentioning(e *compile.Entity) []mentioned {
	order := func(s *compile.Statement) int { return slices.Index(s.Property.Type.Properties, s.Property) }
	list := slices.SortedStableFunc(slices.Values(e.Mentions), func(a, b *compile.Statement) int {
		return cmp.Or(
			cmp.Compare(a.Property.Type.ID, b.Property.Type.ID),
			cmp.Compare(order(a), order(b)),
			byTime(a, b),
		)
	})
	var groups []mentioned
	for _, s := range list {
		label := p.inverse(s.Property)
		i := slices.IndexFunc(groups, func(g mentioned) bool { return g.label == label })
		if i < 0 {
			i = len(groups)
			groups = append(groups, mentioned{label: label, anchor: "m-" + s.Property.Type.ID + "-" + s.Property.ID})
		}
		groups[i].statements = append(groups[i].statements, s)
	}
	return groups
}

func (p place) inverse(property *compile.Property) Run {
	if r := p.optional(property.Inverse); r != nil {
		return *r
	}
	return Run{Text: p.T("mentions.label", "type", p.text(property.Type.Plural).Text, "property", p.text(property.Label).Text)}
}
