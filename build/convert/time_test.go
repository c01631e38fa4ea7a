package convert

import (
	"encoding/json"
	"fmt"
	"testing"

	"example.org/publish/build/edtf"
)

func TestTimesOfWikidataAreAsPreciseAsTheyAre(t *testing.T) {
	for _, test := range []struct {
		time      string
		precision int
		calendar  string
		want      string // empty: it is dropped
	}{
		{"+1815-12-10T00:00:00Z", 11, "Q1985727", "1815-12-10"},
		{"+1815-12-00T00:00:00Z", 10, "Q1985727", "1815-12"},
		{"+1815-00-00T00:00:00Z", 9, "Q1985727", "1815"},
		{"+1810-00-00T00:00:00Z", 8, "Q1985727", "181X"},
		{"+1900-00-00T00:00:00Z", 7, "Q1985727", "[1801..1900]"},
		{"+1801-00-00T00:00:00Z", 7, "Q1985727", "[1801..1900]"},
		{"+2000-00-00T00:00:00Z", 6, "Q1985727", "[1001..2000]"},
		{"-0044-03-15T00:00:00Z", 9, "Q1985786", "-0043"},
		{"-0001-00-00T00:00:00Z", 9, "Q1985727", "0000"},
		{"+1582-01-01T00:00:00Z", 11, "Q1985786", ""},
		{"+1582-01-01T00:00:00Z", 14, "Q1985727", ""},
		{"-13000000000-00-00T00:00:00Z", 3, "Q1985727", ""},
		{"+12000-00-00T00:00:00Z", 9, "Q1985727", ""},
		{"-0500-00-00T00:00:00Z", 7, "Q1985727", ""},
		{"yesterday", 11, "Q1985727", ""},
		{"", 11, "", ""},
	} {
		var s snak
		s.Kind, s.Value.Type = "value", "time"
		s.Value.Value = json.RawMessage(fmt.Sprintf(`{"time": %q, "precision": %d, "calendarmodel": "http://www.wikidata.org/entity/%s"}`, test.time, test.precision, test.calendar))
		got, why := s.date()
		if got != test.want || (got == "") != (why != "") {
			t.Errorf("%s, precision %d: %q (%s), not %q", test.time, test.precision, got, why, test.want)
		}
		if got != "" {
			if _, err := edtf.Parse(got); err != nil {
				t.Error(err)
			}
		}
	}
}
