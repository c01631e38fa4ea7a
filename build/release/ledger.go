package release

import (
	"example.org/publish/build/compile"
	"example.org/publish/build/diff"
	"example.org/publish/build/fact"
)

// Ledger is the ledger of a new version: that of the last one, with the ids that
// are new and the ends of those that are gone. Of the changes since the last
// version, lost are the statements that are gone without a word: nothing has
// taken their place, and no reason is given.
func Ledger(before []fact.Issued, changes *diff.Changes, c *compile.Catalog) (after []fact.Issued, lost []*diff.Change) {
	standing := map[string]fact.Issued{}
	for _, i := range c.Issued {
		if i.Fate == compile.Current || i.Kind == fact.EntityKind && c.Entity(i.ID) != nil {
			standing[i.ID] = fact.Issued{Kind: i.Kind, Of: of(i), ID: i.ID, Property: i.Property, First: c.Version}
		}
	}
	withdrawn := map[string]*diff.Change{}
	for _, one := range changes.All {
		if one.Subject == diff.OfStatement && one.Verb == diff.Withdrawn {
			withdrawn[one.ID] = one
		}
	}
	known := map[string]bool{}
	for _, i := range before {
		known[i.ID] = true
		now, stands := standing[i.ID]
		switch {
		case stands:
			now.First = i.First
			i = now
		case i.Last == "":
			i.Last = changes.Old.Version
			if i.Kind == fact.StatementKind {
				i.Now = changes.Became[i.ID]
				if one := withdrawn[i.ID]; i.Now == "" && one != nil && one.Reason == nil {
					lost = append(lost, one)
				}
			}
		}
		after = append(after, i)
	}
	for _, i := range c.Issued {
		if now, stands := standing[i.ID]; stands && !known[i.ID] {
			known[i.ID] = true
			after = append(after, now)
		}
	}
	return after, lost
}

// of is what the id is of: the type of an entity, the entity of a statement.
func of(i *compile.Issued) string {
	switch i.Kind {
	case fact.EntityKind:
		return i.Type
	case fact.StatementKind:
		return i.Entity
	}
	return ""
}
