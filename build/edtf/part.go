package edtf

// Part is what one date says, for a formatter that puts it into words. It is what is written, not what it could be: the
// bounds are the Date's.
type Part struct {
	Year         int  // 2010 for 201X; 0 is 1 BC
	Month, Day   int  // 0 if not given
	Season       int  // 21 spring, 22 summer, 23 autumn, 24 winter; 0 if not given
	YearMask     int  // how many last digits of the year are unspecified: 1 in 201X, 2 in 20XX
	MonthX, DayX bool // written, but unspecified: 2004-XX, 1985-04-XX
	Approximate  bool // ~ or %
	Uncertain    bool // ? or %
}

// Parts returns what d says if it is one date; an interval, a set, ".." and the zero Date have no parts of their own.
func (d Date) Parts() (p Part, ok bool) {
	switch d.kind {
	case Nothing, Open, Interval, OneOf:
		return Part{}, false
	}
	p, fault := readPart(d.text)
	return p, fault == nil
}

func (p Part) date(text string) Date {
	d := Date{text: text, approximate: p.Approximate, uncertain: p.Uncertain}
	switch {
	case p.Season != 0:
		d.kind = Season
	case p.Day != 0:
		d.kind = ExactDay
	case p.Month != 0:
		d.kind = Month
	case p.YearMask == 2:
		d.kind = Century
	case p.YearMask == 1:
		d.kind = Decade
	default:
		d.kind = Year
	}
	d.first, d.last = p.days()
	return d
}

// days returns the first and the last day that p can be.
//
// The seasons 21 to 24 belong to no hemisphere, so spring is March to June or September to December, and autumn the same.
// Summer and winter lie in the middle of the year or around New Year's Day; one that begins in a December is named by
// either year, and so reaches from January into the March after. Only the December before is left out, so that the year
// of the first day is the year that is written.
func (p Part) days() (first, last Day) {
	y := p.Year
	switch {
	case p.Season == 21 || p.Season == 23:
		return DayOf(y, 3, 1), DayOf(y, 12, 31)
	case p.Season != 0:
		return DayOf(y, 1, 1), DayOf(y+1, 3, 31)
	case p.Day != 0:
		first = DayOf(y, p.Month, p.Day)
		return first, first
	case p.Month != 0:
		return DayOf(y, p.Month, 1), DayOf(y, p.Month+1, 1) - 1
	}
	from, to := y, y
	others := [...]int{0, 9, 99}[p.YearMask]
	if y < 0 {
		from -= others
	} else {
		to += others
	}
	return DayOf(from, 1, 1), DayOf(to, 12, 31)
}
