package edtf

import (
	"testing"
	"time"
)

func TestDaysAreThoseOfTheGregorianCalendar(t *testing.T) {
	for d := DayOf(-801, 1, 1); d < DayOf(2805, 1, 1); d++ {
		want := time.Unix(int64(d)*24*60*60, 0).UTC()
		y, m, day := d.Date()
		if y != want.Year() || m != int(want.Month()) || day != want.Day() {
			t.Fatalf("day %d is %d-%d-%d, want %v", d, y, m, day, want)
		}
		if back := DayOf(y, m, day); back != d {
			t.Fatalf("DayOf(%d, %d, %d) = %d, want %d", y, m, day, back, d)
		}
	}
}

func TestFarDaysAreThereAndBack(t *testing.T) {
	for _, y := range []int{-999999999, -170000002, -17000, 17000, 170000002, 999999999} {
		for _, md := range [][2]int{{1, 1}, {2, 28}, {3, 1}, {12, 31}} {
			gotY, gotM, gotD := DayOf(y, md[0], md[1]).Date()
			if gotY != y || gotM != md[0] || gotD != md[1] {
				t.Errorf("%d-%v comes back as %d-%d-%d", y, md, gotY, gotM, gotD)
			}
		}
	}
}

func TestDaysRunOnAsInTime(t *testing.T) {
	for _, c := range [][3]int{{2025, 13, 1}, {2025, 0, 1}, {2025, -11, 31}, {2025, 2, 30}, {2025, 25, 0}, {-1, 14, 1}} {
		want := Day(time.Date(c[0], time.Month(c[1]), c[2], 0, 0, 0, 0, time.UTC).Unix() / (24 * 60 * 60))
		if got := DayOf(c[0], c[1], c[2]); got != want {
			t.Errorf("DayOf%v = %v, want %v", c, got, want)
		}
	}
}

func TestDayIsPrintedAsISO(t *testing.T) {
	for want, d := range map[string]Day{
		"2025-11-03":   DayOf(2025, 11, 3),
		"0000-02-29":   DayOf(0, 2, 29),
		"0476-09-04":   DayOf(476, 9, 4),
		"-0044-03-15":  DayOf(-44, 3, 15),
		"9999-12-31":   DayOf(9999, 12, 31),
		"+10000-01-01": DayOf(10000, 1, 1),
		"+12345-11-03": DayOf(12345, 11, 3),
		"-12345-11-03": DayOf(-12345, 11, 3),
		"1970-01-01":   0,
	} {
		if got := d.String(); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
	for _, d := range []Day{OpenPast, OpenFuture} {
		if d.String() != ".." || !d.Open() || d.Year() != 0 {
			t.Errorf("open day: %v, %v, %d", d, d.Open(), d.Year())
		}
	}
	if Day(0).Open() || DayOf(-999999999, 1, 1) <= OpenPast || DayOf(999999999, 12, 31) >= OpenFuture {
		t.Error("a day is open, or beyond what is open")
	}
}
