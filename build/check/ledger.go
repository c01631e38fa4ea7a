package check

import (
	"fmt"
	"strings"

	"example.org/publish/build/fact"
	"example.org/publish/build/problem"
)

var ledgerRules = []Rule{
	{
		ID:       "lost-id",
		Title:    "An id that was published is never lost",
		Severity: problem.Error,
		Why:      "Somebody has cited it. The file ledger.csv names all ids that a released version has published; each still leads somewhere, or a reason is given.",
		Mend: "Restore the file or the statement. An entity or source that has another id now: write in moved.yaml where it went. An entity whose facts do not hold: " +
			"keep its file with a name and withdrawn: { reason: … }. A statement that was mended needs nothing: the new one under the same property takes its place. " +
			"A statement that was withdrawn: write in moved.yaml why.",
		Before: "# ledger.csv names the entity ada-byron, and there is no file person/ada-byron.yaml",
		After:  "# moved.yaml\nada-byron: { to: [ada-lovelace], reason: { en: one person } }\ns0123456789abcdef: { reason: { en: the source was misread } }",
		find: func(f *finder) {
			if f.someUnread() {
				return // what could not be read may hold it
			}
			for _, i := range f.Ledger {
				switch i.Kind {
				case fact.EntityKind:
					f.lostEntity(i)
				case fact.SourceKind:
					if f.sources[i.ID] == nil && !f.hasMoved(i.ID) {
						f.from("source/"+i.ID+".yaml", fact.Pos{}, fmt.Sprintf("the source %q, published in version %s, is gone", i.ID, i.First),
							"restore the file, or write in moved.yaml which source stands for it now")
					}
				}
			}
			f.lostStatements()
		},
	},
	{
		ID:       "ledger-form",
		Title:    "The ledger is as publish wrote it",
		Severity: problem.Error,
		Why:      "The file ledger.csv says which ids were ever published. Each release adds to it, and what it loses nobody would miss.",
		Mend:     "Take the file as it was at the last release: git checkout v1.0.0 -- dataset/ledger.csv. Where two branches were merged, keep the lines of both, in order.",
		Before:   "<<<<<<< HEAD\nsource,,menabrea-sketch,,1.0.0,,",
		After:    "source,,menabrea-sketch,,1.0.0,,",
	},
}

func (f *finder) hasMoved(id string) bool {
	_, moved := f.moves[id]
	return moved
}

func (f *finder) lostEntity(i fact.Issued) {
	e := f.entities[i.ID]
	switch {
	case e == nil && !f.hasMoved(i.ID):
		f.from(i.Of+"/"+i.ID+".yaml", fact.Pos{}, fmt.Sprintf("the entity %q, published in version %s, is gone", i.ID, i.First),
			"restore the file, with withdrawn: { reason: … } if its facts do not hold, or write in moved.yaml what stands for it now")
	case e != nil && e.Type.Text != i.Of:
		f.from(e.File, fact.Pos{}, fmt.Sprintf("the entity %q was published in version %s as %s/%s", i.ID, i.First, i.Of, i.ID),
			fmt.Sprintf("move the file back to the folder %s, or give it another id and write in moved.yaml that %s has become it", i.Of, i.ID))
	}
}

// under is a property of an entity.
type under struct{ entity, property string }

// lostStatements finds where fewer statements stand under a property than were
// published. A statement that was mended has another id and stands under the
// same property: it takes the place of the one that is gone, and the release
// ties the two. A property that the schema no longer has is made up for by what
// is new under any other.
func (f *finder) lostStatements() {
	gone, issued := map[under][]fact.Issued{}, map[string]bool{}
	var order []under
	for _, i := range f.Ledger {
		issued[i.ID] = true
		if e := f.entities[i.Of]; i.Kind != fact.StatementKind || i.Now != "" || f.hasMoved(i.ID) || e == nil || e.Withdrawn.At.Line > 0 {
			continue
		}
		if _, stands := f.statements()[i.ID]; stands {
			continue
		}
		u := under{i.Of, i.Property}
		if gone[u] == nil {
			order = append(order, u)
		}
		gone[u] = append(gone[u], i)
	}
	if len(gone) == 0 {
		return
	}
	fresh := map[under]int{}
	for id, s := range f.statements() {
		if !issued[id] {
			fresh[under{s.entity.ID.Text, s.of.Text}]++
		}
	}
	spare := map[string]int{} // by entity: what is new and takes no place under its own property
	for u, n := range fresh {
		spare[u.entity] += max(0, n-len(gone[u]))
	}
	for _, u := range order {
		e, lost := f.entities[u.entity], gone[u]
		lost = lost[min(len(lost), fresh[u]):]
		if t := f.types[e.Type.Text]; t == nil || t.Property(u.property) == nil {
			taken := min(len(lost), spare[u.entity])
			spare[u.entity] -= taken
			lost = lost[taken:]
		}
		if len(lost) > 0 {
			f.lostUnder(e, u.property, gone[u], len(lost))
		}
	}
}

func (f *finder) lostUnder(e *fact.Entity, property string, gone []fact.Issued, lost int) {
	at := fact.Scalar{}
	for _, facts := range e.Facts {
		if facts.Property.Text == property {
			at = facts.Property
		}
	}
	var ids []string
	for _, i := range gone {
		ids = append(ids, i.ID)
	}
	message := fmt.Sprintf("the statement %s, published under %q in version %s, is gone", ids[0], property, gone[0].First)
	help := fmt.Sprintf("restore it or, if it was withdrawn, write in moved.yaml why: %s: { reason: … }", ids[0])
	if len(gone) > 1 {
		message = fmt.Sprintf("of the statements that were published under %q, %d are gone, and %d took their place: %s",
			property, len(gone), len(gone)-lost, strings.Join(ids[:min(len(ids), 10)], ", "))
		help = "restore them or, for each that was withdrawn, write in moved.yaml why: <id>: { reason: … }; \"publish diff\" tells what each said"
	}
	f.at(e.File, at, message, help)
}

// findStatements computes the ids of all statements.
func (x *index) findStatements() map[string]said {
	ids := make(map[string]said, len(x.said))
	for _, s := range x.said {
		ids[fact.StatementID(s.entity.ID.Text, s.of.Text, x.main(), s.Statement)] = s
	}
	return ids
}
