package fact

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
)

// StatementID is a stable name for a statement: "s" and the first 64 bits, in
// hexadecimal, of the SHA-256 of what it says: its entity, property, value (in
// the main language), claimant, role, detail and times, joined by zero bytes.
// A statement with a key takes its id from its entity and key alone.
// Mending a citation, a note, a rank or a translation so keeps the id.
func StatementID(entity, property, main string, s *Statement) string {
	if s.Key.Given() {
		return Hashed("s", entity, "#"+s.Key.Text)
	}
	return Hashed("s", entity, property, s.Value.In(main, main), s.By.Text, s.Role.Text, s.Detail.In(main, main),
		s.On.Text, s.From.Text, s.Until.Text)
}

// Hashed is the prefix and the first 64 bits, in hexadecimal, of the SHA-256 of
// the parts, joined by zero bytes.
func Hashed(prefix string, parts ...string) string {
	sum := sha256.Sum256([]byte(strings.Join(parts, "\x00")))
	return prefix + hex.EncodeToString(sum[:8])
}

// IsStatementID reports whether an id has the form that [StatementID] gives.
func IsStatementID(id string) bool {
	return len(id) == 17 && id[0] == 's' && strings.Trim(id[1:], "0123456789abcdef") == ""
}

// Issued is an id that a released version has published: a line of ledger.csv,
// which only publish writes.
type Issued struct {
	Line     uint32
	Kind     string // EntityKind, SourceKind or StatementKind
	Of       string // the type of an entity, the entity of a statement
	ID       string
	Property string // of a statement
	First    string // version that had it first
	Last     string // version that had it last; empty while it is still there
	Now      string // id of the statement that a statement which is gone has become; empty when it was withdrawn
}

// The kinds of ids.
const (
	EntityKind    = "entity"
	SourceKind    = "source"
	StatementKind = "statement"
)
