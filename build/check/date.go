package check

import (
	"errors"
	"fmt"
	"iter"
	"strconv"
	"strings"

	"example.org/publish/build/edtf"
	"example.org/publish/build/fact"
	"example.org/publish/build/problem"
)

var dateRules = []Rule{
	{
		ID:       "malformed-date",
		Title:    "A date is written in EDTF",
		Severity: problem.Error,
		Why:      "Sources seldom give a day. EDTF (ISO 8601-2) writes as much as they say, so that dates can be compared, sorted and drawn without inventing anything.",
		Mend:     "Write 2025-11-03, 2025-11 or 2025; 2025~ for about, 2025? when in doubt, 201X for the 2010s, [2013..2016] for some time within, 2013/2016 for all the time from one to the other. Put it in quotes.",
		Before:   "value: \"10 December 1815\"",
		After:    "value: \"1815-12-10\"",
		find: func(f *finder) {
			for d := range f.dates() {
				malformedDate(f, d)
			}
		},
	},
	{
		ID:       "date-order",
		Title:    "Nothing ends before it begins",
		Severity: problem.Error,
		Why:      "One of the two dates must be wrong. Only what is certain counts: from 1852 until 1852-01 may well be right.",
		Mend:     "Look both dates up in the source.",
		Before:   "from: \"1852\"\nuntil: \"1815\"",
		After:    "from: \"1815\"\nuntil: \"1852\"",
		find: func(f *finder) {
			for _, s := range f.said {
				inOrder(f, s.entity.File, s.From, s.Until, "from", "until")
			}
			for _, s := range f.Sources {
				inOrder(f, s.File, s.Published, s.Retrieved, "published", "retrieved")
				inOrder(f, s.File, s.Original.Published, s.Published, "the original, published", "published")
			}
		},
	},
	{
		ID:       "interval-as-end",
		Title:    "A beginning and an end are one moment each",
		Severity: problem.Error,
		Why:      "1842/1843 is all the time from 1842 to 1843, and nothing begins all the time. Some day within those years is [1842..1843].",
		Mend:     "Write the moment as [a..b] if it is some day from a to b. If it held all the time from a to b, write from: a and until: b.",
		Before:   "from: \"1842/1843\"",
		After:    "from: \"[1842..1843]\"",
		find: func(f *finder) {
			for _, s := range f.said {
				for _, w := range []fact.Scalar{s.From, s.Until} {
					d, _ := date(w)
					if start, end, ok := d.Interval(); ok {
						f.at(s.entity.File, w, fmt.Sprintf("%s is all the time from one date to the other, not the moment at which something began or ended", w.Text),
							fmt.Sprintf("write [%s..%s] for some day within", inSet(start), inSet(end)))
					}
				}
			}
		},
	},
	{
		ID:       "time-not-allowed",
		Title:    "A statement has the times that its property takes",
		Severity: problem.Error,
		Why:      "The schema says of each property whether it happens at a point of time (on), holds for a period (from and until, or on a day) or has no time.",
		Mend:     "Take the time away, write it as the property takes it, or declare time: point or time: period for the property in the schema.",
		Before:   "born:\n  - { value: \"1815-12-10\", on: \"1815-12-10\", cite: parish-register#p3 }",
		After:    "born:\n  - { value: \"1815-12-10\", cite: parish-register#p3 }",
		find: func(f *finder) {
			for _, s := range f.said {
				if s.property != nil && !f.unread[s.typ.File] {
					timeAllowed(f, s)
				}
			}
		},
	},
}

// dated is a place where a date stands.
type dated struct {
	file string
	fact.Scalar
	unknown bool // the word "unknown" is accepted
	open    bool // ".." is accepted
}

// dates yields every date that was written.
func (x *index) dates() iter.Seq[dated] {
	return func(yield func(dated) bool) {
		more := true
		give := func(d dated) {
			if more && d.Given() {
				more = yield(d)
			}
		}
		for _, s := range x.said {
			file := s.entity.File
			if v, ok := word(s.Statement); ok && x.kind(s.property) == "date" {
				give(dated{file, v, false, false})
			}
			give(dated{file, s.On, false, false})
			give(dated{file, s.From, false, true})
			give(dated{file, s.Until, false, true})
		}
		for _, s := range x.Sources {
			give(dated{s.File, s.Published, true, false})
			give(dated{s.File, s.Retrieved, false, false})
			give(dated{s.File, s.Original.Published, true, false})
		}
	}
}

func malformedDate(f *finder, d dated) {
	if d.unknown && d.Text == fact.Unknown {
		return
	}
	read, err := edtf.Parse(d.Text)
	if err == nil {
		if read.IsOpen() && !d.open {
			f.at(d.file, d.Scalar, ".. is an open end and no date", "only from and until can be open; a date that nobody knows is left out")
		}
		return
	}
	var fault *edtf.Error
	if !errors.As(err, &fault) {
		f.at(d.file, d.Scalar, err.Error(), "")
		return
	}
	suggestion := fault.Suggestion
	if d.open {
		suggestion = asEnd(suggestion)
	}
	why, help := dateFault(d.Text, fault)
	if suggestion != "" {
		help = "write " + suggestion
	}
	if d.open && why == "" && suggestion == "" {
		help += `; or ".." for what is still so`
	}
	message := fmt.Sprintf("%q is no date", d.Text)
	if why != "" {
		message += ": " + why
	}
	p := f.inside(d.file, d.Scalar, fault.Offset, 1, message, help)
	if suggestion != "" {
		p.Fix = f.replace(d.file, d.Scalar, suggestion)
	}
}

// dateFault takes the parser's sentence, "what was found: what is wrong with
// it: what to write", apart.
func dateFault(text string, fault *edtf.Error) (why, help string) {
	why = fault.Message
	words := []string{text, strconv.Quote(text)}
	if text == "" {
		words = []string{"empty"}
	}
	for _, found := range words {
		if rest, ok := strings.CutPrefix(fault.Message, found); ok {
			why = strings.TrimPrefix(rest, ": ")
			break
		}
	}
	if _, rest, ok := strings.Cut(why, "…: "); ok {
		why = rest // a long text is not repeated whole
	}
	if written := "write " + fault.Suggestion; fault.Suggestion != "" {
		return strings.TrimSuffix(strings.TrimSuffix(why, written), ": "), written
	}
	if strings.HasPrefix(why, "write ") {
		return "", why
	}
	if what, rest, ok := strings.Cut(why, "; "); ok {
		return strings.TrimPrefix(what, "not a date"), rest
	}
	return why, ""
}

// asEnd is a date as the beginning or end of something: "since 1840" is an
// interval without an end, but as a beginning it is 1840.
func asEnd(suggestion string) string {
	d, err := edtf.Parse(suggestion)
	if err != nil {
		return ""
	}
	start, end, ok := d.Interval()
	switch {
	case !ok:
		return suggestion
	case start.IsOpen():
		return end.String()
	case end.IsOpen():
		return start.String()
	}
	return "[" + start.String() + ".." + end.String() + "]"
}

// inSet is the end of an interval as a set has it, where an open one is empty.
func inSet(end edtf.Date) string {
	if end.IsOpen() {
		return ""
	}
	return end.String()
}

func inOrder(f *finder, file string, first, last fact.Scalar, before, after string) {
	a, ok := date(first)
	b, also := date(last)
	if ok && also && a.Earliest() > b.Latest() {
		f.at(file, last, fmt.Sprintf("%s %s is before %s %s", after, last.Text, before, first.Text), "look both dates up in the source")
	}
}

func timeAllowed(f *finder, s said) {
	ends := []struct {
		key  string
		date fact.Scalar
	}{{"from", s.From}, {"until", s.Until}}
	switch {
	case s.property.Time.Text == "period":
		if s.On.Given() && (s.From.Given() || s.Until.Given()) {
			f.at(s.entity.File, s.On, "this statement has both \"on\" and \"from\" or \"until\"", "write on: for one day, or from: and until: for a period")
		}
		return
	case s.property.Time.Text == "point":
		for _, e := range ends {
			if e.date.Given() {
				f.at(s.entity.File, e.date, fmt.Sprintf("%q happens at a point of time and takes no %q", s.of.Text, e.key),
					fmt.Sprintf("write on:, or declare time: period in %s", s.typ.File))
				return
			}
		}
		return
	case s.property.Time.Given() && s.property.Time.Text != "none":
		return // unknown-word
	}
	ends = append(ends, struct {
		key  string
		date fact.Scalar
	}{"on", s.On})
	for _, e := range ends {
		if e.date.Given() {
			help := fmt.Sprintf("take it away, or declare time: point or period in %s", s.typ.File)
			if f.kind(s.property) == "date" {
				help = "take it away: the value is the date"
			}
			f.at(s.entity.File, e.date, fmt.Sprintf("%q has no time and takes no %q", s.of.Text, e.key), help)
			return
		}
	}
}
