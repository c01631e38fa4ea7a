package edtf

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Error says why a text is no date, and what to write.
type Error struct {
	Offset     int    // the byte of the text where the trouble starts
	Message    string // the whole sentence: what was found, what is wrong with it, what to write
	Suggestion string // a date that can stand in the text's place, if there is exactly one; Parse accepts it
}

func (e *Error) Error() string { return e.Message }

// fault is an Error in the making, when only a part of the text is known.
type fault struct {
	at  int
	why string // "" if there is no more to say than that it is no date
	fix string // stands in place of the part; it may turn out to be no date either
}

// within is the fault of the whole of which f's text is the part that stands at offset. The part's fix is not the whole's.
func (f *fault) within(offset int) *fault {
	return &fault{at: f.at + offset, why: f.why}
}

func (f *fault) explain(s string) *Error {
	why, fix := f.why, f.fix
	if better, found := hint(s, 0); found {
		why, fix = better.why, better.fix
	} else if fix == "" {
		fix = repair(s)
	}
	if !reads(fix) {
		fix = ""
	}
	message := found(s)
	if why != "" {
		message += ": " + why
	}
	switch {
	case fix != "":
		message += ": write " + fix
	case why == "":
		message += ": not a date; write one like 2025-11-03, 2025-11, 2025, 2004~, 201X, 2013/2016 or [2013..2016]"
	}
	return &Error{Offset: min(f.at, len(s)), Message: message, Suggestion: fix}
}

func reads(s string) bool {
	_, fault := read(s)
	return fault == nil
}

// found shows s in a message: as it is where that is plain, else quoted, and not at any length.
func found(s string) string {
	const enough = 60
	if s == "" {
		return "empty"
	}
	more := ""
	if len(s) > enough {
		s, more = strings.ToValidUTF8(s[:enough], ""), "…"
	}
	plain := utf8.ValidString(s) && s == strings.TrimSpace(s)
	for _, r := range s {
		plain = plain && unicode.IsPrint(r)
	}
	if !plain {
		s = strconv.Quote(s)
	}
	return s + more
}
