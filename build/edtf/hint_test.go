package edtf

import (
	"fmt"
	"strings"
	"testing"
)

func TestMonthsAndSeasonsAreKnownByName(t *testing.T) {
	for i, names := range strings.Split("January Jan enero,February febrero,March marzo,April abril,May mayo,June junio,July julio,"+
		"August agosto,September Sept septiembre setiembre,October octubre,November noviembre,December diciembre", ",") {
		for _, name := range strings.Fields(names) {
			want := fmt.Sprintf("2025-%02d", i+1)
			checkRefused(t, name+" 2025", name+" 2025: write "+want, want)
		}
	}
	for i, names := range strings.Split("spring primavera,summer verano,autumn fall otoño,winter invierno", ",") {
		for _, name := range strings.Fields(names) {
			want := fmt.Sprintf("2025-%d", i+21)
			checkRefused(t, name+" 2025", name+" 2025: write "+want, want)
		}
	}
}

func TestEndsAreKnownByName(t *testing.T) {
	for _, name := range []string{"open", "now", "today", "present", "ongoing", "presente", "hoy", "actualidad", "la actualidad", "…"} {
		checkRefused(t, "2013/"+name, "2013/"+name+": write 2013/..", "2013/..")
	}
	for _, name := range []string{"unknown", "desconocido", "?", "??", "????"} {
		checkRefused(t, name+"/2013", name+"/2013: write /2013", "/2013")
	}
}

func TestGuessesEndSomewhere(t *testing.T) {
	far := "c." + strings.Repeat(" ", longestGuess) + "2004"
	checkRefused(t, far, found(far)+anyDate, "")
}

const (
	twoMeanings = " for all the time between, or "
	someTime    = " for some time within"
)

// otherOrders is dates in figures, as people write them who don't know EDTF.
var otherOrders = []refusal{
	{"03/11/2025", "03/11/2025: write 2025-11-03, or 2025-03-11 if the month stands first", ""},
	{"3.11.2025", "3.11.2025: write 2025-11-03, or 2025-03-11 if the month stands first", ""},
	{"11/11/2025", "11/11/2025: write 2025-11-11", "2025-11-11"},
	{"25/11/2025", "25/11/2025: write 2025-11-25", "2025-11-25"},
	{"11/25/2025", "11/25/2025: write 2025-11-25", "2025-11-25"},
	{"31/02/2025", "31/02/2025" + anyDate, ""},
	{"2025/11/03", "2025/11/03: write 2025-11-03", "2025-11-03"},
	{"2025-11-3", "2025-11-3: write 2025-11-03", "2025-11-03"},
	{"2025-1", "2025-1: write 2025-01", "2025-01"},
	{"11/2025", "11/2025: write 2025-11", "2025-11"},
	{"2025–11–03", "2025–11–03: write 2025-11-03", "2025-11-03"},
	{"20251103", "20251103: write 2025-11-03", "2025-11-03"},
	{"202511", "202511: write 2025-11 for the month, or Y202511 for the year", ""},
	{"17000", "17000: a year of more than four digits begins with Y: write Y17000", "Y17000"},
	{"-17000", "-17000: a year of more than four digits begins with Y: write Y-17000", "Y-17000"},
	{"476", "476: a year has four digits: write 0476", "0476"},
	{"-44", "-44: a year has four digits, such as 1944 or 0044", ""},
	{"98", "98: a year has four digits, such as 1998 or 0098", ""},
	{"+2004", "+2004: a year has four digits: write 2004", "2004"},
	{"2025-307", "2025-307: a day of the year is written with its month: write 2025-11-03", "2025-11-03"},
	{"2025-000", "2025-000" + anyDate, ""},
	{"2025-001", "2025-001: a day of the year is written with its month: write 2025-01-01", "2025-01-01"},
	{"2025-366", "2025-366" + anyDate, ""},
	{"2025-11-03 10:00", "2025-11-03 10:00: a day is the finest date here: write 2025-11-03", "2025-11-03"},
	{"2025-11-03T10:00Z", "2025-11-03T10:00Z: a day is the finest date here: write 2025-11-03", "2025-11-03"},
	{"2013-2016", "2013-2016: write 2013/2016" + twoMeanings + "[2013..2016]" + someTime, ""},
	{"2013–2016", "2013–2016: write 2013/2016" + twoMeanings + "[2013..2016]" + someTime, ""},
	{"2013..2016", "2013..2016: write 2013/2016" + twoMeanings + "[2013..2016]" + someTime, ""},
	{"2016-2013", "2016-2013: write 2013/2016" + twoMeanings + "[2013..2016]" + someTime, ""},
	{"1914-18", "1914-18: there is no month 18: write 1914/1918" + twoMeanings + "[1914..1918]" + someTime, ""},
	{"1914/18", "1914/18: write 1914/1918", "1914/1918"},
	{"2011/12", "2011/12: write 2011-12 for the month, or 2011/2012 for the years", ""},
	{"2025-10/11", "2025-10/11: write 2025-10/2025-11", "2025-10/2025-11"},
	{"2025-11-03/05", "2025-11-03/05: write 2025-11-03/2025-11-05", "2025-11-03/2025-11-05"},
	{"2025-10-28 - 2025-11-07", "2025-10-28 - 2025-11-07: write 2025-10-28/2025-11-07" + twoMeanings + "[2025-10-28..2025-11-07]" + someTime, ""},
	{"2013-", "2013-: write 2013/..", "2013/.."},
	{"..2025-11", "..2025-11: write ../2025-11", "../2025-11"},
	{"[2013/2016]", "[2013/2016]: write [2013..2016]", "[2013..2016]"},
	{"[2013...2016]", "[2013...2016]: write [2013..2016]", "[2013..2016]"},
	{"1960s", "1960s: write 196X", "196X"},
	{"1960's", "1960's: write 196X", "196X"},
	{"1900s", "1900s: write 190X for the decade, or 19XX for the century", ""},
	{"19--", "19--: write 19XX", "19XX"},
	{"196?", "196?: write 196X", "196X"},
	{"199u", "199u: write 199X", "199X"},
	{"1999-uu", "1999-uu: write 1999-XX", "1999-XX"},
	{"2025-??-??", "2025-??-??: write 2025-XX-XX", "2025-XX-XX"},
}

// inWords is dates in English and in Spanish.
var inWords = []refusal{
	{"November 2025", "November 2025: write 2025-11", "2025-11"},
	{"Nov. 2025", "Nov. 2025: write 2025-11", "2025-11"},
	{"3 November 2025", "3 November 2025: write 2025-11-03", "2025-11-03"},
	{"November 3rd, 2025", "November 3rd, 2025: write 2025-11-03", "2025-11-03"},
	{"2025 Nov 3", "2025 Nov 3: write 2025-11-03", "2025-11-03"},
	{"3-Nov-2025", "3-Nov-2025: write 2025-11-03", "2025-11-03"},
	{"Monday, November 3, 2025", "Monday, November 3, 2025: write 2025-11-03", "2025-11-03"},
	{"lunes 3 de noviembre de 2025", "lunes 3 de noviembre de 2025: write 2025-11-03", "2025-11-03"},
	{"enero de 2025", "enero de 2025: write 2025-01", "2025-01"},
	{"31 November 2025", "31 November 2025" + anyDate, ""},
	{"spring 2001", "spring 2001: write 2001-21", "2001-21"},
	{"otoño de 2001", "otoño de 2001: write 2001-23", "2001-23"},
	{"c. 2004", "c. 2004: write 2004~", "2004~"},
	{"ca 2004-05", "ca 2004-05: write 2004-05~", "2004-05~"},
	{"circa May 2004", "circa May 2004: write 2004-05~", "2004-05~"},
	{"2004 (approx.)", "2004 (approx.): write 2004~", "2004~"},
	{"c. 2004-02-00", "c. 2004-02-00: write 2004-02~", "2004-02~"},
	{"before yesterday", "before yesterday" + anyDate, ""},
	{"hacia 2004", "hacia 2004: write 2004~", "2004~"},
	{"possibly 2004", "possibly 2004: write 2004?", "2004?"},
	{"about March or April 2004", "about March or April 2004" + anyDate, ""},
	{"before 1984", "before 1984: write [..1983-12-31]", "[..1983-12-31]"},
	{"after May 1984", "after May 1984: write [1984-06-01..]", "[1984-06-01..]"},
	{"by 1984", "by 1984: write [..1984]", "[..1984]"},
	{"since 2013", "since 2013: write 2013/..", "2013/.."},
	{"2013 onwards", "2013 onwards: write 2013/..", "2013/.."},
	{"2013/present", "2013/present: write 2013/..", "2013/.."},
	{"2013/unknown", "2013/unknown: write 2013/", "2013/"},
	{"May 2013/…", "May 2013/…: write 2013-05/..", "2013-05/.."},
	{"May 2013/ ", `"May 2013/ ": write 2013-05/`, "2013-05/"},
	{"Nov 2025/Dec 2025", "Nov 2025/Dec 2025: write 2025-11/2025-12", "2025-11/2025-12"},
	{"from 2013 to the present", "from 2013 to the present" + anyDate, ""},
	{"from 2013 to present", "from 2013 to present: write 2013/..", "2013/.."},
	{"from 2013 to May 2016", "from 2013 to May 2016: write 2013/2016-05", "2013/2016-05"},
	{"de 2013 a 2016", "de 2013 a 2016: write 2013/2016", "2013/2016"},
	{"between 2013 and 2016", "between 2013 and 2016: write [2013..2016]", "[2013..2016]"},
	{"entre 2013 y 2016", "entre 2013 y 2016: write [2013..2016]", "[2013..2016]"},
	{"1984 or 1985", "1984 or 1985: write [1984,1985]", "[1984,1985]"},
	{"the 1960s", "the 1960s: write 196X", "196X"},
	{"20th century", "20th century: write 19XX", "19XX"},
	{"300 BC", "300 BC: 1 BC is the year 0000: write -0299", "-0299"},
	{"1 BC", "1 BC: write 0000", "0000"},
	{"AD 79", "AD 79: write 0079", "0079"},
	{"unknown", "unknown: where no date is known, leave it out", ""},
	{"n.d.", "n.d.: where no date is known, leave it out", ""},
}
