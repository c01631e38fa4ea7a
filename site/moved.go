package site

import (
	"slices"

	"example.org/publish/build/compile"
)

// Moved is what the page of an id shows whose facts now live elsewhere.
type Moved struct {
	Old    string
	To     []Run
	Reason *Run
}

func movedPages(e *edition) []draft {
	var drafts []draft
	for _, m := range e.catalog().Moves {
		// The old id's type is not on record; it stood where what became of it
		// stands now.
		var types []*compile.Type
		for _, to := range m.To {
			if !slices.Contains(types, to.Type) {
				types = append(types, to.Type)
			}
		}
		for _, t := range types {
			drafts = append(drafts, draft{path: typePath(t) + m.Old + "/", unlisted: true, fill: func(p place, v *View) {
				body := &Moved{Old: m.Old, Reason: p.optional(m.Reason)}
				for _, to := range m.To {
					body.To = append(body.To, p.entity(to))
				}
				v.Title, v.Body = p.T("moved.title", "id", m.Old), body
				v.Description = p.T("moved.description", "id", m.Old)
			}})
		}
	}
	return drafts
}

func missingPages(e *edition) []draft {
	return []draft{{path: missing, unlisted: true, fill: func(p place, v *View) {
		v.Title, v.Description = p.T("404.title"), p.T("404.description")
	}}}
}
