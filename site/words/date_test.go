package words_test

import (
	"testing"
	"time"

	"example.org/publish/build/edtf"
)

func TestDatesInWords(t *testing.T) {
	for _, c := range []struct{ date, en, es string }{
		{"2025-11-03", "3 November 2025", "3 de noviembre de 2025"},
		{"2025-11", "November 2025", "noviembre de 2025"},
		{"1954", "1954", "1954"},
		{"0476", "476", "476"},
		{"-0043", "44 BC", "44 a. C."},
		{"0000", "1 BC", "1 a. C."},
		{"2001-22", "summer 2001", "verano de 2001"},
		{"196X", "some time in the 1960s", "algún momento de la década de 1960"},
		{"18XX", "some time in the years 1800 to 1899", "algún momento de los años 1800 a 1899"},
		{"2004-XX", "some month in 2004", "algún mes de 2004"},
		{"1985-04-XX", "some day in April 1985", "algún día de abril de 1985"},
		{"1985-XX-XX", "some day in 1985", "algún día de 1985"},
		{"2004~", "about 2004", "hacia 2004"},
		{"2004?", "perhaps 2004", "quizá 2004"},
		{"2004-06%", "perhaps about June 2004", "quizá hacia junio de 2004"},
		{"196X~", "about the 1960s", "hacia la década de 1960"},
		{"[2025-10-28..2025-11-07]", "a day between 28 October and 7 November 2025", "un día entre el 28 de octubre y el 7 de noviembre de 2025"},
		{"[2025-11-03..2025-11-07]", "a day between 3 and 7 November 2025", "un día entre el 3 y el 7 de noviembre de 2025"},
		{"[2024-12-30..2025-01-02]", "a day between 30 December 2024 and 2 January 2025", "un día entre el 30 de diciembre de 2024 y el 2 de enero de 2025"},
		{"[2013-03..2013-06]", "some time between March and June 2013", "algún momento entre marzo y junio de 2013"},
		{"[2013..2016]", "some time between 2013 and 2016", "algún momento entre 2013 y 2016"},
		{"[2022..2025-11-04]", "some time between 2022 and 4 November 2025", "algún momento entre 2022 y el 4 de noviembre de 2025"},
		{"[2013~..2013-06]", "some time between about 2013 and June 2013", "algún momento entre hacia 2013 y junio de 2013"},
		{"[..2023-09]", "before October 2023", "antes de octubre de 2023"},
		{"[..2023-12]", "before January 2024", "antes de enero de 2024"},
		{"[..1984]", "before 1985", "antes de 1985"},
		{"[..2025-11-03]", "3 November 2025 or earlier", "el 3 de noviembre de 2025 o antes"},
		{"[2023-01..]", "after December 2022", "después de diciembre de 2022"},
		{"[1985..]", "after 1984", "después de 1984"},
		{"[2025-11-03..]", "3 November 2025 or later", "el 3 de noviembre de 2025 o después"},
		{"[1667,1670..1672]", "either 1667 or some time between 1670 and 1672", "o bien 1667 o bien algún momento entre 1670 y 1672"},
		{"[2013,2015-06,2016-01-02]", "either 2013, June 2015 or 2 January 2016", "o bien 2013, junio de 2015 o bien el 2 de enero de 2016"},
		{"2013/2016", "from 2013 until 2016", "desde 2013 hasta 2016"},
		{"1985/..", "from 1985 on", "desde 1985"},
		{"../1985", "until 1985", "hasta 1985"},
		{"1985/", "from 1985 on", "desde 1985"},
	} {
		d, err := edtf.Parse(c.date)
		if err != nil {
			t.Errorf("%s: %v", c.date, err)
			continue
		}
		for language, want := range map[string]string{"en": c.en, "es": c.es} {
			if got := loaded(t, language).Date(d); got != want {
				t.Errorf("%s in %s: got %q, want %q", c.date, language, got, want)
			}
		}
	}
	if got := loaded(t, "en").Date(edtf.Date{}); got != "" {
		t.Errorf("no date reads %q", got)
	}
}

func TestTimesInWords(t *testing.T) {
	for _, c := range []struct{ on, from, until, en, es string }{
		{"", "", "", "", ""},
		{"2025-11-07", "", "", "7 November 2025", "7 de noviembre de 2025"},
		{"", "2021-12", "[2025-10-28..2025-11-07]",
			"from December 2021 until a day between 28 October and 7 November 2025",
			"desde diciembre de 2021 hasta un día entre el 28 de octubre y el 7 de noviembre de 2025"},
		{"", "2025-11-03", "..",
			"since 3 November 2025, still so when the source was written",
			"desde el 3 de noviembre de 2025, y aún era así cuando se escribió la fuente"},
		{"", "[..2023-09]", "..",
			"since before October 2023, still so when the source was written",
			"desde antes de octubre de 2023, y aún era así cuando se escribió la fuente"},
		{"", "", "..", "still so when the source was written", "aún era así cuando se escribió la fuente"},
		{"", "196X", "2001-21", "from the 1960s until spring 2001", "desde la década de 1960 hasta la primavera de 2001"},
		{"", "2022", "", "from 2022; its end is not stated", "desde 2022; no consta el final"},
		{"", "", "2022", "until 2022; its beginning is not stated", "hasta 2022; no consta el comienzo"},
		{"", "..", "2022", "until 2022; its beginning is not stated", "hasta 2022; no consta el comienzo"},
		{"2019", "2018", "2020", "2019; from 2018 until 2020", "2019; desde 2018 hasta 2020"},
	} {
		for language, want := range map[string]string{"en": c.en, "es": c.es} {
			if got := loaded(t, language).Time(date(t, c.on), date(t, c.from), date(t, c.until)); got != want {
				t.Errorf("%q, %q, %q in %s: got %q, want %q", c.on, c.from, c.until, language, got, want)
			}
		}
	}
}

func date(t *testing.T, s string) edtf.Date {
	t.Helper()
	if s == "" {
		return edtf.Date{}
	}
	d, err := edtf.Parse(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestDecadesAndDays(t *testing.T) {
	w := loaded(t, "en")
	for year, want := range map[int]string{1969: "the 1960s", 1970: "the 1970s", 2025: "the 2020s"} {
		if got := w.Decade(year); got != want {
			t.Errorf("%d: got %q, want %q", year, got, want)
		}
	}
	lima := time.FixedZone("", -5*3600)
	if got, want := w.Day(time.Date(2025, 11, 7, 23, 0, 0, 0, lima)), "8 November 2025"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
