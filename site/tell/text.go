package tell

import (
	"bufio"
	"io"
	"strings"
	"unicode"

	"example.org/publish/build/diff"
)

// Ends name the two states that are compared, for a heading.
type Ends struct{ Old, New string }

// Text writes the changes for a terminal, a line each: + what was added, -
// what is gone, ~ what is different.
func (t *Teller) Text(to io.Writer, ends Ends) error {
	w := bufio.NewWriter(to)
	w.WriteString(Plain(t.Words.T("change.head", "old", ends.Old, "new", ends.New)) + "\n\n")
	for _, c := range t.Changes.All {
		w.WriteString(signs[c.Verb] + " " + Plain(t.Sentence(c).String()) + "\n")
	}
	if len(t.Changes.All) > 0 {
		w.WriteString("\n")
	}
	w.WriteString(t.Sum() + "\n")
	return w.Flush()
}

var signs = map[diff.Verb]string{
	diff.Added: "+", diff.Restored: "+",
	diff.Changed: "~", diff.Renamed: "~", diff.Moved: "~", diff.Divided: "~",
	diff.Withdrawn: "-", diff.Removed: "-",
}

// Sum says how many changes there are, which raise of the version is due, and
// how it was raised.
func (t *Teller) Sum() string {
	var s []string
	if n := len(t.Changes.All); n == 0 {
		s = append(s, t.Words.T("change.nothing"))
	} else {
		s = append(s, t.Words.T("change.count", "n", n)+".", t.Due())
	}
	if from, to := t.Changes.Old.Version, t.Changes.New.Version; from != to && from != "" {
		s = append(s, t.Words.T("change.version", "old", from, "new", to))
	}
	return strings.Join(s, " ")
}

// Due says which raise of the version the changes ask for.
func (t *Teller) Due() string {
	due := t.Changes.Bump()
	if due == diff.None {
		return t.Words.T("change.due.none")
	}
	return t.Words.T("change.due", "bump", t.Words.T("change.bump."+due.String()), "least", t.Changes.Least())
}

// Plain is a text without what a terminal would obey: an older state may have
// passed no rule against it.
func Plain(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) {
			return unicode.ReplacementChar
		}
		return r
	}, strings.ToValidUTF8(s, string(unicode.ReplacementChar)))
}
