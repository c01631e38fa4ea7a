package edtf

import (
	"fmt"
	"math"
)

// Day is a day of the proleptic Gregorian calendar, counted from 1970-01-01, which is day 0. Days are compared with <, and
// their difference is a number of days.
type Day int64

// The days that are no days: before and after all others. They stand for an end that is open and for one that is unknown,
// since neither is a bound; the Date says which of the two it is.
const (
	OpenPast   Day = math.MinInt64
	OpenFuture Day = math.MaxInt64
)

const (
	daysIn400Years = 146097
	daysTo1970     = 719468 // from 0000-03-01
)

// DayOf returns the day of a year, month and day. As in time.Date, a month or day beyond the end runs on into the next:
// month 13 is January of the year after, 30 February is 1 or 2 March.
func DayOf(y, m, d int) Day {
	// Years begin in March here, so that the leap day is a year's last.
	months := int64(y)*12 + int64(m) - 3
	year, month := floorDiv(months, 12)
	era, yearOfEra := floorDiv(year, 400)
	return Day(era*daysIn400Years + yearOfEra*365 + yearOfEra/4 - yearOfEra/100 + (153*month+2)/5 + int64(d) - 1 - daysTo1970)
}

// Date returns the year, month and day; three zeros for an open day. Year 0 is 1 BC.
func (d Day) Date() (y, m, day int) {
	if d.Open() {
		return 0, 0, 0
	}
	era, n := floorDiv(int64(d)+daysTo1970, daysIn400Years)
	yearOfEra := (n - n/1460 + n/36524 - n/146096) / 365
	dayOfYear := n - (yearOfEra*365 + yearOfEra/4 - yearOfEra/100)
	month := (5*dayOfYear + 2) / 153 // March is 0
	day = int(dayOfYear - (153*month+2)/5 + 1)
	y, m = int(era*400+yearOfEra), int(month+3)
	if m > 12 {
		y, m = y+1, m-12
	}
	return y, m, day
}

// Year returns the year; 0 for an open day, so ask Open first.
func (d Day) Year() int {
	y, _, _ := d.Date()
	return y
}

// Open reports whether d is OpenPast or OpenFuture, and so no day.
func (d Day) Open() bool { return d == OpenPast || d == OpenFuture }

// String returns the day as ISO 8601 has it: 2025-11-03, -0044-03-15; with five digits and more, which EDTF gives to years
// alone, the expanded form +12345-11-03. An open day is "..".
func (d Day) String() string {
	if d.Open() {
		return ".."
	}
	y, m, day := d.Date()
	sign := ""
	switch {
	case y < 0:
		sign, y = "-", -y
	case y > 9999:
		sign = "+"
	}
	return fmt.Sprintf("%s%04d-%02d-%02d", sign, y, m, day)
}

func floorDiv(a, b int64) (quotient, remainder int64) {
	quotient, remainder = a/b, a%b
	if remainder < 0 {
		quotient, remainder = quotient-1, remainder+b
	}
	return quotient, remainder
}
