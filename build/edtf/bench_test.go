package edtf

import "testing"

func BenchmarkParse(b *testing.B) {
	for _, text := range []string{"2025-11-03", "2025", "2001-21~", "2013/2016", "[2025-10-28..2025-11-07]", "03/11/2025", "yesterday"} {
		b.Run(text, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Parse(text)
			}
		})
	}
}

func BenchmarkCompatible(b *testing.B) {
	x, y := MustParse("2025-11-03"), MustParse("2025-11")
	for b.Loop() {
		x.Compatible(y)
	}
}

func BenchmarkPeriod(b *testing.B) {
	from, until := MustParse("2021-12"), MustParse("[2025-10-28..2025-11-07]")
	for b.Loop() {
		Period(from, until)
	}
}
