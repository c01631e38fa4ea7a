package words

import (
	"strconv"
	"strings"
	"time"

	"example.org/publish/build/edtf"
)

// Day is the day of a moment in UTC.
func (w *Words) Day(t time.Time) string {
	t = t.UTC()
	return w.part(edtf.Part{Year: t.Year(), Month: int(t.Month()), Day: t.Day()}, alone)
}

// Date is a date in words, as uncertain as it was written: "3 November 2025",
// "some time in the 1960s", "about 2004". The zero date gives "".
func (w *Words) Date(d edtf.Date) string { return w.date(d, alone) }

// Time says when a statement held: on a date, or from one until another. Those
// that are not said are zero; if all are, it gives "".
func (w *Words) Time(on, from, until edtf.Date) string {
	var parts []string
	if !on.IsZero() {
		parts = append(parts, w.Date(on))
	}
	if p := w.period(from, until); p != "" {
		parts = append(parts, p)
	}
	return strings.Join(parts, "; ")
}

func (w *Words) period(from, until edtf.Date) string {
	begins := !from.IsZero() && !from.IsOpen()
	switch {
	case until.IsOpen() && begins:
		return w.T("time.since", "from", w.date(from, inside))
	case until.IsOpen():
		return w.T("time.still")
	case begins && until.IsZero():
		return w.T("time.from", "from", w.date(from, inside))
	case begins:
		return w.T("time.from-until", "from", w.date(from, inside), "until", w.date(until, inside))
	case !until.IsZero():
		return w.T("time.until", "until", w.date(until, inside))
	}
	return ""
}

// place says where in a sentence a date stands: languages put an article
// before some dates that follow a preposition.
type place bool

const (
	alone  place = false
	inside place = true
)

func (w *Words) date(d edtf.Date, at place) string {
	if start, end, ok := d.Interval(); ok {
		return w.interval(start, end)
	}
	if members, ok := d.OneOf(); ok {
		return w.oneOf(members, at)
	}
	if p, ok := d.Parts(); ok {
		return w.part(p, at)
	}
	if d.IsOpen() {
		return w.T("date.open")
	}
	return ""
}

func (w *Words) interval(start, end edtf.Date) string {
	switch {
	case start.IsOpen() || start.IsUnknown():
		return w.T("date.interval-until", "until", w.date(end, inside))
	case end.IsOpen() || end.IsUnknown():
		return w.T("date.interval-from", "from", w.date(start, inside))
	}
	return w.T("time.from-until", "from", w.date(start, inside), "until", w.date(end, inside))
}

// oneOf says that a date is one of several, or some day between two.
func (w *Words) oneOf(members []edtf.Range, at place) string {
	if len(members) == 1 {
		return w.within(members[0], at)
	}
	texts := make([]string, len(members))
	for i, m := range members {
		texts[i] = w.within(m, inside)
	}
	last := len(texts) - 1
	return w.T("date.either", "first", strings.Join(texts[:last], ", "), "last", texts[last])
}

func (w *Words) within(r edtf.Range, at place) string {
	switch {
	case r.First == r.Last:
		return w.date(r.First, at)
	case r.First.IsOpen():
		return w.before(r.Last)
	case r.Last.IsOpen():
		return w.after(r.First)
	}
	return w.between(r.First, r.Last)
}

// before says "2023-09 or earlier" in the way a source would have put it:
// before October 2023.
func (w *Words) before(d edtf.Date) string {
	if p, ok := next(d, 1); ok {
		return w.T("date.before", "date", w.part(p, inside))
	}
	return w.T("date.not-after", "date", w.date(d, inside))
}

func (w *Words) after(d edtf.Date) string {
	if p, ok := next(d, -1); ok {
		return w.T("date.after", "date", w.part(p, inside))
	}
	return w.T("date.not-before", "date", w.date(d, inside))
}

// next is the month after a month, the year after a year, or with step -1 the
// one before. Dates of other kinds and doubtful ones have none.
func next(d edtf.Date, step int) (edtf.Part, bool) {
	p, ok := d.Parts()
	if !ok || !plain(p) {
		return p, false
	}
	switch d.Kind() {
	case edtf.Month:
		p.Month += step
		if p.Month == 0 {
			p.Year, p.Month = p.Year-1, 12
		} else if p.Month == 13 {
			p.Year, p.Month = p.Year+1, 1
		}
		return p, true
	case edtf.Year:
		p.Year += step
		return p, true
	}
	return p, false
}

// plain reports whether nothing in p is doubtful or left open.
func plain(p edtf.Part) bool {
	return !p.Approximate && !p.Uncertain && !p.MonthX && !p.DayX && p.YearMask == 0
}

// between names what two dates share only once: between 28 October and 7
// November 2025.
func (w *Words) between(a, b edtf.Date) string {
	key := "date.between"
	if a.Kind() == edtf.ExactDay && b.Kind() == edtf.ExactDay {
		key = "date.between-days"
	}
	first := w.date(a, inside)
	p, okP := a.Parts()
	q, okQ := b.Parts()
	if okP && okQ && a.Kind() == b.Kind() && plain(p) && plain(q) && p.Year == q.Year {
		switch {
		case p.Day > 0 && p.Month == q.Month:
			first = w.T("date.day-only", "day", strconv.Itoa(p.Day))
		case p.Day > 0:
			first = w.T("date.day-and-month", "day", strconv.Itoa(p.Day), "month", w.Month(p.Month))
		case p.Month > 0:
			first = w.Month(p.Month)
		}
	}
	return w.T(key, "first", first, "last", w.date(b, inside))
}

// Month is the name of a month, 1 to 12.
func (w *Words) Month(m int) string { return w.T("month." + strconv.Itoa(m)) }

// part says one date.
func (w *Words) part(p edtf.Part, at place) string {
	text := w.named(p, at)
	switch {
	case p.DayX:
		text = w.T("date.some-day", "date", text)
	case p.MonthX:
		text = w.T("date.some-month", "date", text)
	case p.YearMask > 0 && at == alone && !p.Approximate:
		text = w.T("date.some-time", "date", text)
	}
	if p.Approximate {
		text = w.T("date.about", "date", text)
	}
	if p.Uncertain {
		text = w.T("date.perhaps", "date", text)
	}
	return text
}

// named is the smallest thing that the date names: a day, a month, a decade.
func (w *Words) named(p edtf.Part, at place) string {
	year := w.Year(p.Year)
	switch {
	case p.Season > 0:
		season := w.T("season." + strconv.Itoa(p.Season))
		if at == inside {
			season = w.T("season." + strconv.Itoa(p.Season) + ".inside")
		}
		return w.T("date.season", "season", season, "year", year)
	case p.Day > 0:
		key := "date.day"
		if at == inside {
			key = "date.day.inside"
		}
		return w.T(key, "day", strconv.Itoa(p.Day), "month", w.Month(p.Month), "year", year)
	case p.Month > 0:
		return w.T("date.month", "month", w.Month(p.Month), "year", year)
	case p.YearMask == 1:
		return w.T("date.decade", "year", year)
	case p.YearMask == 2:
		return w.T("date.century", "first", year, "last", w.Year(p.Year+99))
	}
	return year
}

// Decade is the decade that holds a year: "the 1960s". Before the common era
// it is the ten years that share their last digits but one.
func (w *Words) Decade(year int) string {
	first := year - (year%10+10)%10
	return w.T("date.decade", "year", w.Year(first))
}

// Year is a year of the common era, or before it: year 0 is 1 BC.
func (w *Words) Year(y int) string {
	if y > 0 {
		return strconv.Itoa(y)
	}
	return w.T("date.bc", "year", strconv.Itoa(1-y))
}
