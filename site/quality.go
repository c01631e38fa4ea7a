package site

import (
	"example.org/publish/build/compile"
	"example.org/publish/build/edtf"
)

// Quality is what the page on how good the facts are shows: a table of shares,
// for all types together and for each.
type Quality struct {
	Rows     []QualityOf // all types first
	Disputed string      // where the disputes stand
	Sources  string
}

// QualityOf are the shares of a type. Those of dates are shares of the
// statements that can have a date, the others of all statements.
type QualityOf struct {
	Label                            Run
	Statements                       string
	N                                int // of statements
	Exact, Ranged, Undated           Part
	SingleSourced, Claimed, Disputed Part
}

// Part is a share of something, as a bar of 100.
type Part struct {
	W       string
	Percent string // empty when there is nothing to have a share of
}

func qualityPages(e *edition) []draft {
	return []draft{{path: "quality/", fill: func(p place, v *View) {
		v.Title, v.Description = p.T("quality.title"), p.T("quality.description")
		v.Body = p.quality()
		v.Data = p.pageData("WebPage", v)
	}}}
}

func (p place) quality() *Quality {
	c := p.catalog()
	q := &Quality{Disputed: p.to("disputed/"), Sources: p.to("source/")}
	of := func(label Run, statements []*compile.Statement) {
		if len(statements) > 0 {
			q.Rows = append(q.Rows, p.qualityOf(label, countQuality(statements)))
		}
	}
	of(Run{Text: p.T("quality.all")}, c.Statements)
	for _, t := range c.Types {
		var statements []*compile.Statement
		for _, e := range t.Entities {
			statements = append(statements, e.Statements...)
		}
		label := p.text(t.Plural)
		label.Href = p.to(typePath(t))
		of(label, statements)
	}
	return q
}

func (p place) qualityOf(label Run, n quality) QualityOf {
	part := func(n, of int) Part {
		if of == 0 {
			return Part{}
		}
		share := 100 * float64(n) / float64(of)
		return Part{W: decimal(share), Percent: p.T("percent", "n", int(share+0.5))}
	}
	return QualityOf{
		Label: label, Statements: p.Count(n.all), N: n.all,
		Exact: part(n.exact, n.datable), Ranged: part(n.ranged, n.datable), Undated: part(n.datable-n.exact-n.ranged, n.datable),
		SingleSourced: part(n.single, n.all), Claimed: part(n.claimed, n.all), Disputed: part(n.disputed, n.all),
	}
}

// quality counts statements: those that can have a date, those of them that
// are dated to the day and those that are dated less exactly, those that rest
// on one independent source, claims, and those that others contradict.
type quality struct{ all, datable, exact, ranged, single, claimed, disputed int }

func countQuality(statements []*compile.Statement) quality {
	var q quality
	for _, s := range statements {
		q.all++
		if s.Property.Kind == "date" || s.Property.Time == "point" || s.Property.Time == "period" {
			q.datable++
		}
		switch {
		case !s.Dated():
		case toTheDay(s):
			q.exact++
		default:
			q.ranged++
		}
		if len(s.Origins) < 2 {
			q.single++
		}
		if s.Claimed() {
			q.claimed++
		}
		if contradicted(s) {
			q.disputed++
		}
	}
	return q
}

// toTheDay reports whether a statement's time is known to the day: its day, or
// the day of its beginning and, unless it went on, that of its end.
func toTheDay(s *compile.Statement) bool {
	day := func(d edtf.Date) bool { return !d.IsZero() && !d.Earliest().Open() && d.Earliest() == d.Latest() }
	if s.Property.Kind == "date" {
		return day(s.Value.Date)
	}
	return day(s.On) || day(s.From) && (day(s.Until) || s.Until.IsOpen())
}

// contradicted reports whether another account contradicts the statement.
func contradicted(s *compile.Statement) bool { return s.Conflict != nil || len(s.DisputedBy) > 0 }
