package compile

import (
	"cmp"
	"slices"
	"strings"

	"example.org/publish/build/fact"
)

func (k *compiler) moves() {
	statements := k.byID()
	for _, w := range k.written.Moves {
		m := &Move{Old: w.Old.Text, Reason: k.text(w.Reason)}
		for _, to := range w.To {
			switch id := to.Text; {
			case fact.IsStatementID(w.Old.Text):
				m.Statements = append(m.Statements, statements[id])
			case k.catalog.sources[id] != nil:
				m.Sources = append(m.Sources, k.catalog.sources[id])
			default:
				m.To = append(m.To, k.catalog.entities[id])
			}
		}
		k.catalog.Moves = append(k.catalog.Moves, m)
	}
	slices.SortFunc(k.catalog.Moves, func(a, b *Move) int { return strings.Compare(a.Old, b.Old) })
}

func (k *compiler) byID() map[string]*Statement {
	statements := make(map[string]*Statement, len(k.catalog.Statements))
	for _, s := range k.catalog.Statements {
		statements[s.ID] = s
	}
	return statements
}

// What became of an id.
const (
	Current   = "current"
	Replaced  = "replaced" // a statement that was mended, and so has another id
	Moved     = "moved"
	Withdrawn = "withdrawn"
)

// issued tells of every id what became of it: of those in the ledger and of
// those that are new.
func (k *compiler) issued() {
	ledger := map[string]fact.Issued{}
	for _, i := range k.written.Ledger {
		ledger[i.ID] = i
	}
	moves := map[string]*Move{}
	for _, m := range k.catalog.Moves {
		moves[m.Old] = m
	}
	seen := map[string]bool{}
	stands := func(i *Issued) {
		seen[i.ID] = true
		i.Fate, i.First = Current, ledger[i.ID].First
		if i.Kind == fact.EntityKind && len(k.catalog.entities[i.ID].Withdrawn) > 0 {
			i.Fate, i.Reason = Withdrawn, k.catalog.entities[i.ID].Withdrawn
		}
		k.catalog.Issued = append(k.catalog.Issued, i)
	}
	for _, e := range k.catalog.Entities {
		stands(&Issued{ID: e.ID, Kind: fact.EntityKind, Type: e.Type.ID})
	}
	for _, s := range k.catalog.Sources {
		stands(&Issued{ID: s.ID, Kind: fact.SourceKind})
	}
	for _, s := range k.catalog.Statements {
		if !seen[s.ID] {
			stands(&Issued{ID: s.ID, Kind: fact.StatementKind, Type: s.Entity.Type.ID, Entity: s.Entity.ID, Property: s.Property.ID})
		}
	}
	gone := func(id string) {
		if !seen[id] {
			seen[id] = true
			k.catalog.Issued = append(k.catalog.Issued, k.gone(ledger[id], id, moves))
		}
	}
	for _, i := range k.written.Ledger {
		gone(i.ID)
	}
	for _, m := range k.catalog.Moves {
		gone(m.Old)
	}
	k.former(ledger)
	slices.SortFunc(k.catalog.Issued, func(a, b *Issued) int {
		return cmp.Or(strings.Compare(a.Kind, b.Kind), strings.Compare(a.Entity, b.Entity), strings.Compare(a.ID, b.ID))
	})
}

// gone tells what became of an id that nothing has any more.
func (k *compiler) gone(i fact.Issued, id string, moves map[string]*Move) *Issued {
	v := &Issued{ID: id, Kind: i.Kind, Property: i.Property, First: i.First, Last: i.Last, Fate: Withdrawn}
	if i.Kind == fact.StatementKind {
		v.Entity = i.Of
	} else {
		v.Type = i.Of
	}
	if m := moves[id]; m != nil {
		v.Now, v.Reason = m.IDs(), m.Reason
		if len(v.Now) > 0 {
			v.Fate = Moved
		}
		v.Kind = cmp.Or(v.Kind, kindOf(m))
	}
	return v
}

// kindOf is the kind of an id that no version has published, from where it
// leads.
func kindOf(m *Move) string {
	switch {
	case fact.IsStatementID(m.Old):
		return fact.StatementKind
	case len(m.Sources) > 0:
		return fact.SourceKind
	}
	return fact.EntityKind
}

// former follows the statements that were mended to what they are now.
func (k *compiler) former(ledger map[string]fact.Issued) {
	statements := k.byID()
	entities := map[string]*Move{}
	for _, m := range k.catalog.Moves {
		entities[m.Old] = m
	}
	for _, i := range k.catalog.Issued {
		if i.Kind != fact.StatementKind || i.Fate == Current {
			continue
		}
		next, last := ledger[i.ID].Now, ""
		for steps := 0; next != "" && statements[next] == nil && steps <= len(ledger); steps++ {
			next, last = ledger[next].Now, next
		}
		if next == "" && last != "" && ledger[last].Last == "" && i.Fate == Withdrawn {
			// What it has become was mended again, and no version says yet to what.
			i.Fate = Replaced
		}
		s := statements[next]
		if s == nil && len(i.Now) == 1 {
			s = statements[i.Now[0]]
		}
		if s != nil {
			i.Fate, i.Now = Replaced, []string{s.ID}
			s.Former = append(s.Former, i.ID)
			slices.Sort(s.Former)
		}
		i.Type = ledger[i.Entity].Of
		if e := k.catalog.entities[i.Entity]; e != nil {
			i.Type = e.Type.ID
			if i.Fate == Withdrawn && i.Reason == nil {
				i.Reason = e.Withdrawn
			}
		}
	}
}
