package edtf

import "strings"

// Interval returns the two ends of a/b. An end written ".." IsOpen: it goes on, or went on, beyond what the source tells.
// An end that is left empty IsUnknown.
func (d Date) Interval() (start, end Date, ok bool) {
	if d.kind != Interval {
		return Date{}, Date{}, false
	}
	a, b, _ := strings.Cut(d.text, "/")
	start, _ = readEnd(a)
	end, _ = readEnd(b)
	return start, end, true
}

func readInterval(s string, slash int) (Date, *fault) {
	a, b := s[:slash], s[slash+1:]
	start, wrong := readEnd(a)
	if wrong != nil {
		return Date{}, wrong.within(0)
	}
	end, wrong := readEnd(b)
	if wrong != nil {
		return Date{}, wrong.within(slash + 1)
	}
	if start.saysNothing() && end.saysNothing() {
		return Date{}, &fault{why: "an interval needs a date at one end at least, as in 1985/.. or ../1985"}
	}
	if start.Earliest() > end.Latest() {
		return Date{}, &fault{at: slash + 1, why: "an interval cannot end before it begins", fix: b + "/" + a}
	}
	return Date{
		text:        s,
		first:       start.Earliest(),
		last:        end.Latest(),
		kind:        Interval,
		approximate: start.approximate || end.approximate,
		uncertain:   start.uncertain || end.uncertain,
	}, nil
}

// readEnd reads one end of an interval: a date, "..", or nothing.
func readEnd(s string) (Date, *fault) {
	switch {
	case s == "":
		return Date{}, nil
	case s == "..":
		return read(s)
	case s[0] == '[':
		return Date{}, &fault{why: "a set cannot be the end of an interval"}
	}
	return readDate(s)
}

func (d Date) saysNothing() bool { return d.IsUnknown() || d.IsOpen() }
