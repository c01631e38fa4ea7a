package edtf_test

import (
	"fmt"

	"example.org/publish/build/edtf"
)

func ExampleParse() {
	for _, text := range []string{"2004-06~", "[2025-10-28..2025-11-07]", "2013/..", "November 2025"} {
		d, err := edtf.Parse(text)
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Printf("%s: %s, from %v to %v\n", d, d.Precision(), d.Earliest(), d.Latest())
	}
	// Output:
	// 2004-06~: month, from 2004-06-01 to 2004-06-30
	// [2025-10-28..2025-11-07]: set, from 2025-10-28 to 2025-11-07
	// 2013/..: interval, from 2013-01-01 to ..
	// November 2025: write 2025-11
}

func ExamplePeriod() {
	ambassador := edtf.Period(edtf.MustParse("2021-12"), edtf.MustParse("[2025-10-28..2025-11-07]"))
	accusation := edtf.Point(edtf.MustParse("2025-11-04"))
	fmt.Println("possibly", ambassador.Possible.First, "to", ambassador.Possible.Last)
	fmt.Println("certainly", ambassador.Certain.First, "to", ambassador.Certain.Last)
	fmt.Println(ambassador.PossiblyOverlaps(accusation), ambassador.CertainlyOverlaps(accusation))
	// Output:
	// possibly 2021-12-01 to 2025-11-07
	// certainly 2021-12-31 to 2025-10-28
	// true false
}
