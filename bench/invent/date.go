package invent

import "fmt"

// year is a year between 1820 and 2025, later ones more often.
func (r *picker) year() int {
	return 2025 - int(206*r.Float64()*r.Float64())
}

// date is a date of any form that EDTF has (ISO 8601-2), in or around the year.
func (r *picker) date(year int) string {
	year = min(year, 2025)
	month, day := 1+r.IntN(12), 1+r.IntN(26)
	switch r.weighted(40, 16, 14, 4, 4, 2, 2, 2, 4, 4, 1, 3, 2, 2) {
	case 1:
		return fmt.Sprintf("%d-%02d", year, month)
	case 2:
		return fmt.Sprintf("%d", year)
	case 3:
		return fmt.Sprintf("%d-%d", year, 21+r.IntN(4))
	case 4:
		return fmt.Sprintf("%dX", year/10)
	case 5:
		return fmt.Sprintf("%d-XX", year)
	case 6:
		return fmt.Sprintf("%d-%02d-XX", year, month)
	case 7:
		return fmt.Sprintf("%d-XX-XX", year)
	case 8:
		return fmt.Sprintf("%d~", year)
	case 9:
		return fmt.Sprintf("%d-%02d?", year, month)
	case 10:
		return fmt.Sprintf("%d-%02d-%02d%%", year, month, day)
	case 11:
		return fmt.Sprintf("[%d-%02d-%02d..%d-%02d-%02d]", year, month, day, year, month, day+1+r.IntN(2))
	case 12:
		return fmt.Sprintf("[%d,%d-%02d]", year-1, year, month)
	case 13:
		return fmt.Sprintf("[%d..%d]", year-1, year+1)
	}
	return fmt.Sprintf("%d-%02d-%02d", year, month, day)
}

// span is a date that lasts, or one that goes back far.
func (r *picker) span(year int) string {
	switch r.weighted(50, 15, 10, 10, 10, 3, 2) {
	case 1:
		return fmt.Sprintf("%d/%d", year, year+1+r.IntN(5))
	case 2:
		return fmt.Sprintf("%dXX", year/100)
	case 3:
		return fmt.Sprintf("%d/..", year)
	case 4:
		return fmt.Sprintf("../%d", year)
	case 5:
		return fmt.Sprintf("-%04d", 10+r.IntN(900))
	case 6:
		return fmt.Sprintf("Y-%d", 10000+r.IntN(4000))
	}
	return r.date(year)
}

// period is when something began and ended, as far as it is known: the two
// years are at least two apart, so that whatever form the dates have, the end
// comes after the beginning.
func (r *picker) period(year int) (from, until string) {
	if year > 2020 {
		return quoted(r.moment(2020)), `".."`
	}
	from = quoted(r.moment(year))
	switch r.weighted(65, 20, 15) {
	case 1:
		return from, ""
	case 2:
		return from, `".."`
	}
	return from, quoted(r.moment(year + 2 + r.IntN(6)))
}

// moment is a date that is one moment, within the year.
func (r *picker) moment(year int) string {
	month := 1 + r.IntN(12)
	switch r.weighted(50, 25, 15, 5, 5) {
	case 1:
		return fmt.Sprintf("%d-%02d", year, month)
	case 2:
		return fmt.Sprintf("%d", year)
	case 3:
		return fmt.Sprintf("%d~", year)
	case 4:
		return fmt.Sprintf("[%d-%02d-01..%d-%02d-20]", year, month, year, month)
	}
	return fmt.Sprintf("%d-%02d-%02d", year, month, 1+r.IntN(28))
}
