package check

import (
	"bytes"
	"fmt"
	"slices"

	"example.org/publish/build/edit"
	"example.org/publish/build/fact"
	"example.org/publish/build/nearest"
	"example.org/publish/build/problem"
)

const (
	silenceForm     = "silence-form"
	needlessSilence = "needless-silence"
)

var silenceRules = []Rule{
	{
		ID:       silenceForm,
		Title:    "A comment that silences a warning names it and says why",
		Severity: problem.Error,
		Why:      "Whoever reads the file later has to know what was left out, and whether it still should be. Errors are never left out: what they find cannot be published.",
		Mend:     "Write # publish: allow, the id of the warning's rule, because and the reason; on the line that the warning is about, or on a line of its own above it.",
		Before:   "name: { en: Lady Fairy } # publish: allow missing-translation",
		After:    "name: { en: Lady Fairy } # publish: allow missing-translation because only an English paper used it",
		find: func(f *finder) {
			for _, s := range f.Silences {
				f.silenceForm(s)
			}
		},
	},
	{
		// Judged when all other rules are.
		ID:       needlessSilence,
		Title:    "A comment that silences a warning is needed",
		Severity: problem.Warning,
		Why:      "A warning that was mended needs no excuse, and one that comes back should be seen.",
		Mend:     "Take the comment away.",
		Before:   "name: Lady Fairy # publish: allow missing-translation because only an English paper used it",
		After:    "name: Lady Fairy",
	},
}

func (f *finder) silenceForm(s fact.Silence) {
	const form = "write: # publish: allow <rule> because <reason>"
	rule := s.Rule.Text
	severity, known := f.severities[rule]
	switch {
	case !s.Rule.Given():
		f.at(s.File, s.Asked, fmt.Sprintf("publish does not know what %q asks for", s.Asked.Text), form)
	case !known:
		help := "\"publish rules\" lists the rules"
		if near := nearest.Name(rule, f.silenceable()); near != "" {
			help = fmt.Sprintf("did you mean %q?", near)
		}
		f.at(s.File, s.Rule, fmt.Sprintf("no rule has the id %q", rule), help)
	case severity == problem.Error:
		f.at(s.File, s.Rule, fmt.Sprintf("%q is an error, and errors cannot be silenced", rule), "mend what it finds, and take the comment away")
	case rule == needlessSilence:
		f.at(s.File, s.Rule, fmt.Sprintf("%q cannot be silenced", rule), "take both comments away")
	case !s.Reasoned:
		f.at(s.File, s.Rule, fmt.Sprintf("it is not said why %q is silenced", rule), fmt.Sprintf("write: # publish: allow %s because <reason>", rule))
	}
}

// silenceable are the ids of the warnings that can be silenced, in order.
func (x *index) silenceable() []string {
	var ids []string
	for id, severity := range x.severities {
		if severity == problem.Warning && id != needlessSilence {
			ids = append(ids, id)
		}
	}
	slices.Sort(ids)
	return ids
}

// spot is a line of a file as far as one rule is concerned; line 0 is the file
// as a whole.
type spot struct {
	file string
	line uint32
	rule string
}

// silence leaves out the warnings that are silenced, and adds one for each
// silence that is not needed.
func (x *index) silence(problems []problem.Problem) []problem.Problem {
	if len(x.Silences) == 0 {
		return problems
	}
	needed := map[spot]bool{}
	silenced := map[spot]bool{}
	for _, s := range x.Silences {
		if x.severities[s.Rule.Text] == problem.Warning && s.Rule.Text != needlessSilence {
			for _, spot := range spotsOf(s) {
				silenced[spot] = true
			}
		}
	}
	problems = slices.DeleteFunc(problems, func(p problem.Problem) bool {
		at := spot{p.File, p.Pos.Line, p.Rule}
		needed[at] = true
		return silenced[at]
	})
	i := slices.IndexFunc(silenceRules, func(r Rule) bool { return r.ID == needlessSilence })
	if x.severities[needlessSilence] == "" || x.someUnread() {
		return problems // in what could not be read there may be warnings
	}
	f := finder{index: x, rule: silenceRules[i]}
	seen := map[spot]bool{}
	for _, s := range x.Silences {
		isNeeded, isFirst := false, false
		for _, spot := range spotsOf(s) {
			isNeeded = isNeeded || needed[spot]
			isFirst = isFirst || !seen[spot]
			seen[spot] = true
		}
		if s.Reasoned && slices.Contains(x.silenceable(), s.Rule.Text) && !(isNeeded && isFirst) {
			f.at(s.File, s.Rule, fmt.Sprintf("there is no warning %q here to silence", s.Rule.Text), "take the comment away").
				Fix = x.withoutComment(s)
		}
	}
	return append(problems, f.problems...)
}

func spotsOf(s fact.Silence) []spot {
	spots := []spot{{s.File, s.Line, s.Rule.Text}}
	switch {
	case s.Top:
		return append(spots, spot{s.File, 0, s.Rule.Text})
	case s.Line == 0:
		return nil // nothing follows
	}
	return spots
}

// withoutComment takes the comment away, with its line when nothing else stands
// there.
func (x *index) withoutComment(s fact.Silence) *problem.Fix {
	content := x.content[s.File]
	from, _, found := edit.Span(content, fact.Scalar{Text: "#", Pos: s.At})
	if !found {
		return nil
	}
	to := len(content)
	if n := bytes.IndexByte(content[from:], '\n'); n >= 0 {
		to = from + n
	}
	for from > 0 && content[from-1] == ' ' {
		from--
	}
	switch {
	case from > 0 && content[from-1] != '\n': // behind something
		to = from + len(bytes.TrimRight(content[from:to], "\r"))
	case to < len(content):
		to++
	}
	return &problem.Fix{From: from, To: to}
}
