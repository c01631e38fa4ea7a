package cite

import (
	"fmt"
	"strings"
)

// BibTeX is the items as BibTeX has them, each as @misc, which the oldest
// styles know too. Names stand in braces of their own, so that no "and" and no
// comma in them divides them.
func BibTeX(items ...Item) string {
	var b strings.Builder
	for i, item := range items {
		if i > 0 {
			b.WriteByte('\n')
		}
		b.WriteString("@misc{" + item.Key)
		field := func(name, value string) {
			if value != "" {
				b.WriteString(",\n  " + name + " = {" + value + "}")
			}
		}
		field("author", braced(item.Publisher))
		field("title", braced(item.Title))
		if item.Within != "" {
			field("howpublished", "In: "+latex(item.Within))
		}
		if !item.Date.IsZero() {
			field("year", fmt.Sprint(item.Date.UTC().Year()))
			field("month", fmt.Sprint(int(item.Date.UTC().Month())))
			field("date", item.Date.UTC().Format("2006-01-02"))
		}
		field("version", latex(item.Version))
		field("url", address(item.Address))
		field("langid", latex(item.Language))
		if item.SHA256 != "" {
			field("note", "Version "+latex(item.Version)+", SHA-256 "+latex(item.SHA256))
		} else if item.Version != "" {
			field("note", "Version "+latex(item.Version))
		}
		b.WriteString("\n}\n")
	}
	return b.String()
}

func braced(s string) string {
	if s = latex(s); s == "" {
		return ""
	}
	return "{" + s + "}"
}

// latex is a text as TeX sets it. BibTeX counts braces even after a backslash,
// so there are none but those of its commands.
func latex(s string) string { return special.Replace(plain(s)) }

var special = strings.NewReplacer(
	`\`, `\textbackslash{}`, `{`, `\textbraceleft{}`, `}`, `\textbraceright{}`, `$`, `\$`, `&`, `\&`, `%`, `\%`, `#`, `\#`, `_`, `\_`,
	`^`, `\textasciicircum{}`, `~`, `\textasciitilde{}`,
)
