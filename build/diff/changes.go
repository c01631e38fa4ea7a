package diff

import "example.org/publish/build/compile"

// Changes are what makes one state another.
type Changes struct {
	Old, New *State
	// All lists what changed: the dataset as a whole, its schema, tables and
	// sources, then each entity with its statements, by id.
	All []*Change
	// Became gives for each statement of the older state that stands in the
	// newer one under another id, that id.
	Became map[string]string
}

// Change is one thing that changed.
type Change struct {
	Subject Subject
	Verb    Verb
	Bump    Bump // the raise of the version that this change alone asks for

	// ID names the subject: as it is now or, when it is gone, as it was. The id
	// of a property, code or role is completed by Type and Property.
	ID       string
	Type     string // of an entity, property, code or role; of a statement, its entity's
	Property string // of a statement, code or role
	Entity   string // of a statement

	To     []string     // what a moved or divided id stands for now; the columns of a table
	Reason compile.Text // why it was moved or withdrawn, when that is said
	Fields []Field      // of what was changed

	Before, After *Statement // of a statement; nil where there is none
}

// Field is a part of something in its older and its newer form, as it was
// written. Of a text, Old and New are in the first language in which it differs,
// which is Language, and OldText and NewText are the whole.
type Field struct {
	Name, Old, New   string
	Language         string
	OldText, NewText compile.Text
}

// Subject is what a change is about.
type Subject string

// The subjects.
const (
	OfDataset   Subject = "dataset"
	OfLanguage  Subject = "language"
	OfType      Subject = "type"
	OfProperty  Subject = "property"
	OfCode      Subject = "code"
	OfRole      Subject = "role"
	OfTable     Subject = "table"
	OfSource    Subject = "source"
	OfEntity    Subject = "entity"
	OfStatement Subject = "statement"
	OfMove      Subject = "move" // where an id leads that was gone before
)

// Verb is what became of the subject.
type Verb string

// The verbs. What is withdrawn keeps its address, and often a reason; what is
// removed has neither.
const (
	Added     Verb = "added"
	Changed   Verb = "changed"
	Renamed   Verb = "renamed" // an entity has another name, and the same id
	Moved     Verb = "moved"   // an id stands for another one now
	Divided   Verb = "divided" // an id stands for several now
	Restored  Verb = "restored"
	Withdrawn Verb = "withdrawn"
	Removed   Verb = "removed"
)

// Count is the number of changes of a subject and a verb.
func (c *Changes) Count(subject Subject, verb Verb) int {
	n := 0
	for _, one := range c.All {
		if one.Subject == subject && one.Verb == verb {
			n++
		}
	}
	return n
}

// Of are the changes of an entity and of its statements.
func (c *Changes) Of(entity string) []*Change {
	var list []*Change
	for _, one := range c.All {
		if one.Subject == OfEntity && one.ID == entity || one.Subject == OfStatement && one.Entity == entity {
			list = append(list, one)
		}
	}
	return list
}
