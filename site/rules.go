package site

import "example.org/publish/build/check"

// Rules is what the page of all rules shows.
type Rules struct{ Rules []RuleEntry }

// RuleEntry is a rule in the list of rules.
type RuleEntry struct {
	ID       string
	Title    Run // leads to its page
	Severity string
}

// Rule is what a rule's page shows. The texts are the program's own, in
// English.
type Rule struct {
	ID               string
	Severity         string
	Title, Why, Mend Run
	Before, After    string
	List             Link
}

func rulesPages(e *edition) []draft {
	return []draft{{path: "rules/", fill: func(p place, v *View) {
		body := &Rules{}
		for _, r := range p.in.Rules {
			title := p.english(r.Title)
			title.Href = p.to(rulePath(r))
			body.Rules = append(body.Rules, RuleEntry{
				ID: r.ID, Title: title, Severity: p.T("severity." + string(r.Severity)),
			})
		}
		v.Title, v.Body = p.T("rules.title"), body
		v.Description = p.T("rules.description")
		v.Data = p.pageData("CollectionPage", v)
	}}}
}

func rulePath(r check.Rule) string { return "rules/" + r.ID + "/" }

func rulePages(e *edition) []draft {
	var drafts []draft
	for _, r := range e.in.Rules {
		drafts = append(drafts, draft{path: rulePath(r), fill: func(p place, v *View) {
			v.Title, v.Description = r.ID, p.T("rule.description", "rule", r.ID)
			v.Body = &Rule{
				ID: r.ID, Severity: p.T("severity." + string(r.Severity)),
				Title: p.english(r.Title), Why: p.english(r.Why), Mend: p.english(r.Mend),
				Before: r.Before, After: r.After,
				List: Link{Text: p.T("rules.title"), Href: p.to("rules/")},
			}
		}})
	}
	return drafts
}

// english is a text that the program has in English only.
func (p place) english(s string) Run { return Run{Text: s, Lang: differs("en", p.Language)} }
