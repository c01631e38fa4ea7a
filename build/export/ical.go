package export

import (
	"fmt"
	"io"
	"net/url"
	"strings"
	"time"
	"unicode/utf8"

	"example.org/publish/build/compile"
	"example.org/publish/build/edtf"
)

// icalEvents is a calendar of the entities that have a date of their own, such
// as events (iCalendar, RFC 5545). A calendar knows days only: what is known to
// the month lies on all days of the month, is marked as tentative, and says so.
// What is known less well than that, or is no more held, is left out.
var icalEvents = Format{
	ID:          "ical",
	Title:       english("iCalendar"),
	Description: english("The events whose dates are known to the month or better, for a calendar."),
	Media:       "text/calendar",
	write: func(c *compile.Catalog, _ []Table, out *output) error {
		events := dated(c)
		d := Download{Path: "events.ics", Title: english("Events"), Rows: len(events)}
		return out.file(d, func(w io.Writer) error { return writeCalendar(w, c, events) })
	},
}

// longest is how many days an event lies in the calendar at most.
const longest = 31

// dated are the moments that a calendar can show.
func dated(c *compile.Catalog) []*compile.Moment {
	var events []*compile.Moment
	for _, m := range c.Moments {
		first, last := m.Date.Earliest(), m.Date.Latest()
		if m.Event() && stands(m.Statement) && !first.Open() && !last.Open() &&
			last-first < longest && first.Year() >= 1 && last.Year() <= 9999 {
			events = append(events, m)
		}
	}
	return events
}

func writeCalendar(w io.Writer, c *compile.Catalog, events []*compile.Moment) error {
	host := c.Site
	if site, err := url.Parse(c.Site); err == nil {
		host = site.Host
	}
	cal := &calendar{}
	cal.line("BEGIN", "VCALENDAR")
	cal.line("VERSION", "2.0")
	cal.line("PRODID", "-//"+words(c.Publisher)+"//publish//EN")
	cal.text("NAME", c.Main(), c.Title.String())
	for _, m := range events {
		s, e := m.Statement, m.Statement.Entity
		first, last := m.Date.Earliest(), m.Date.Latest()
		cal.line("BEGIN", "VEVENT")
		cal.line("UID", s.ID+"@"+host)
		cal.line("DTSTAMP", modified(c).Format("20060102T150405Z"))
		cal.line("DTSTART;VALUE=DATE", basic(first))
		cal.line("DTEND;VALUE=DATE", basic(last+1)) // the first day after it
		cal.text("SUMMARY", e.Name.In(c.Main()).Language, e.Name.In(c.Main()).Text)
		cal.text("DESCRIPTION", "", reading(s))
		cal.line("URL", c.Site+e.Type.ID+"/"+e.ID+"/")
		cal.line("STATUS", certainty(m))
		cal.line("TRANSP", "TRANSPARENT")
		cal.line("END", "VEVENT")
	}
	cal.line("END", "VCALENDAR")
	_, err := io.WriteString(w, cal.b.String())
	return err
}

// certainty is the event's status: confirmed when its source plainly gives the
// day, or the days from one to another.
func certainty(m *compile.Moment) string {
	s, d := m.Statement, m.Date
	exact := d.Kind() == edtf.ExactDay
	if start, end, ok := d.Interval(); ok {
		exact = start.Kind() == edtf.ExactDay && end.Kind() == edtf.ExactDay
	}
	if !exact || d.Approximate() || d.Uncertain() || s.Claimed() || s.Certainty != "" || s.Conflict != nil && !s.Conflict.Settled {
		return "TENTATIVE"
	}
	return "CONFIRMED"
}

// basic is the day as iCalendar has it: 20251103.
func basic(d edtf.Day) string {
	y, m, day := d.Date()
	return time.Date(y, time.Month(m), day, 0, 0, 0, 0, time.UTC).Format("20060102")
}

// calendar is an iCalendar stream: lines that end with CRLF and are folded
// after 75 bytes, never within a character.
type calendar struct{ b strings.Builder }

func (c *calendar) line(name, value string) {
	line := name + ":" + value
	for limit := 75; len(line) > limit; limit = 74 { // the space counts
		cut := limit
		for !utf8.RuneStart(line[cut]) {
			cut--
		}
		c.b.WriteString(line[:cut] + "\r\n ")
		line = line[cut:]
	}
	c.b.WriteString(line + "\r\n")
}

// text writes a property of words, with their language where it is known.
func (c *calendar) text(name, language, value string) {
	if language != "" {
		name += fmt.Sprintf(";LANGUAGE=%s", language)
	}
	c.line(name, words(value))
}

var escapes = strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`, "\r\n", `\n`, "\n", `\n`, "\r", `\n`)

func words(s string) string { return escapes.Replace(s) }
