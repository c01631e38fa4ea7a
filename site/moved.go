package site

import (
	"slices"

	"example.org/publish/build/compile"
)

// Moved is what the page of an id shows whose facts now live elsewhere. With
// one place to go it leads there by itself; with several the reader chooses.
type Moved struct {
	Old        string
	To         []Run
	Reason     *Run
	Statements []Ended // the statements that it had
}

// Ended is a statement that is no longer made under its id.
type Ended struct {
	ID   string
	Says Phrase // what became of it; not what it said
}

func movedPages(e *edition) []draft {
	var drafts []draft
	for _, m := range e.catalog().Moves {
		for _, folder := range e.stood(m) {
			drafts = append(drafts, draft{path: folder + m.Old + "/", unlisted: true, fill: func(p place, v *View) {
				body := &Moved{Old: m.Old, Reason: p.optional(m.Reason), Statements: p.endedOf(m.Old)}
				for _, to := range m.To {
					body.To = append(body.To, p.entity(to))
				}
				for _, to := range m.Sources {
					body.To = append(body.To, p.source(to))
				}
				if len(body.To) == 1 {
					v.Refresh = body.To[0].Href
				}
				v.Title, v.Body = p.T("moved.title", "id", m.Old), body
				v.Description = p.T("moved.description", "id", m.Old)
			}})
		}
	}
	return drafts
}

// stood are the folders in which the page of an old id was. The type of one
// that no version has published is not on record: it stood where what became of
// it stands now.
func (e *edition) stood(m *compile.Move) []string {
	if len(m.Sources) > 0 {
		return []string{"source/"}
	}
	if t := e.formerType[m.Old]; t != "" && len(m.To) > 0 {
		return []string{t + "/"}
	}
	var folders []string
	for _, to := range m.To {
		if folder := typePath(to.Type); !slices.Contains(folders, folder) {
			folders = append(folders, folder)
		}
	}
	return folders
}

// formerTypes are the types that entities had whose ids are no longer used.
func formerTypes(c *compile.Catalog) map[string]string {
	types := map[string]string{}
	for _, i := range c.Issued {
		if i.Type != "" && i.Entity == "" && i.Fate == compile.Moved {
			types[i.ID] = i.Type
		}
	}
	return types
}

// endings are the statements that are no longer made, by the entity that made
// them. Those that have become others of the same entity are not among them:
// their ids are anchors of these.
func endings(c *compile.Catalog) map[string][]*compile.Issued {
	ended := map[string][]*compile.Issued{}
	for _, i := range c.Issued {
		if i.Entity != "" && i.Fate != compile.Current && (i.Fate != compile.Replaced || c.Entity(i.Entity) == nil) {
			ended[i.Entity] = append(ended[i.Entity], i)
		}
	}
	return ended
}

// endedOf says what became of the statements of an entity that are no longer
// made.
func (p place) endedOf(entity string) []Ended {
	var list []Ended
	for _, i := range p.ended[entity] {
		one := Ended{ID: i.ID}
		switch {
		case i.Last == "" && i.Reason == nil && len(i.Now) == 0:
			continue // the next version will say what became of it
		case len(i.Now) > 0:
			var to Phrase
			for _, id := range i.Now {
				if s := p.statements[id]; s != nil {
					to = append(to, Run{Text: " "})
					to = append(to, p.reference(s)...)
				}
			}
			one.Says = append(plain(p.T("ended.moved", "id", i.ID)), to...)
		default:
			one.Says = plain(p.T("ended.withdrawn", "id", i.ID))
		}
		if reason := p.optional(i.Reason); reason != nil {
			one.Says = append(one.Says, p.phrase("ended.reason", map[string]Phrase{"reason": {*reason}})...)
		}
		list = append(list, one)
	}
	return list
}

// formerIDs are the ids that a statement had in released versions.
func (p place) formerIDs(s *compile.Statement) []string {
	ids := slices.Concat(s.Former, p.became[s.ID])
	slices.Sort(ids)
	return slices.Compact(ids)
}

// becoming are the older ids of statements that have changed since the last
// version, by the newer ones.
func becoming(h *History) map[string][]string {
	ids := map[string][]string{}
	for old, now := range h.Became {
		ids[now] = append(ids[now], old)
	}
	return ids
}

func missingPages(e *edition) []draft {
	return []draft{{path: missing, unlisted: true, fill: func(p place, v *View) {
		v.Title, v.Description = p.T("404.title"), p.T("404.description")
	}}}
}
