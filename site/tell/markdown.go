package tell

import (
	"bufio"
	"io"
	"strings"

	"example.org/publish/build/diff"
)

// Markdown writes the changes as a section of a page, an entity's under its
// name. Nothing in the facts is read as Markdown, HTML or a mention of anybody.
func (t *Teller) Markdown(to io.Writer, ends Ends) error {
	w := bufio.NewWriter(to)
	w.WriteString("## " + escaped(t.Words.T("change.head", "old", ends.Old, "new", ends.New)) + "\n\n" + escaped(t.Sum()) + "\n")
	last := ""
	for i, c := range t.Changes.All {
		about := ""
		switch c.Subject {
		case diff.OfEntity:
			about = c.ID
		case diff.OfStatement:
			about = c.Entity
		}
		switch {
		case about != last:
			w.WriteString("\n### " + escaped(t.entity(about).String()) + "\n\n")
		case i == 0:
			w.WriteString("\n")
		}
		last = about
		w.WriteString("- " + escaped(t.Sentence(c).String()) + "\n")
	}
	return w.Flush()
}

var markdown = strings.NewReplacer(
	`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "~", `\~`, "|", `\|`, "#", `\#`, "!", `\!`, "$", `\$`,
	"<", "&lt;", ">", "&gt;", "&", "&amp;", "@", "&#64;",
)

func escaped(s string) string { return markdown.Replace(Plain(s)) }
