package edtf

import (
	"slices"
	"strings"
)

// repair puts the dates of an interval or a set right, each by itself; "" if one cannot be.
func repair(s string) string {
	inner, isSet := strings.CutPrefix(s, "[")
	if isSet {
		return repairSet(strings.TrimSuffix(inner, "]"))
	}
	a, b, isInterval := strings.Cut(s, "/")
	if !isInterval {
		return ""
	}
	return repairEnds(a, "/", b)
}

// repairSet also puts the members in the order of time.
func repairSet(inner string) string {
	var members []Range
	for _, text := range strings.Split(inner, ",") {
		r, wrong := readRange(text)
		if wrong != nil {
			if r, wrong = readRange(repairMember(text)); wrong != nil {
				return ""
			}
		}
		members = append(members, r)
	}
	slices.SortFunc(members, compareRanges)
	members = slices.Compact(members)
	texts := make([]string, len(members))
	for i, m := range members {
		texts[i] = m.String()
	}
	if len(members) == 1 && members[0].First == members[0].Last {
		return texts[0]
	}
	return "[" + strings.Join(texts, ",") + "]"
}

func repairMember(s string) string {
	_, wrong := readRange(s)
	if wrong.fix != "" {
		return wrong.fix
	}
	if a, b, isRange := strings.Cut(s, ".."); isRange {
		return repairEnds(a, "..", b)
	}
	fix, _ := fixDate(s, 1)
	return fix
}

func repairEnds(a, between, b string) string {
	a, ok := repairEnd(a)
	b, alsoOK := repairEnd(b)
	if !ok || !alsoOK {
		return ""
	}
	return a + between + b
}

func repairEnd(s string) (fix string, ok bool) {
	if _, wrong := readEnd(s); wrong == nil {
		return s, true
	}
	switch word := plain(s); {
	case openEnd[word]:
		return "..", true
	case unknownEnd[word]:
		return "", true
	}
	return fixDate(s, 1)
}

// What people write for the end of an interval that isn't over, or that isn't known.
var (
	openEnd = map[string]bool{"..": true, "open": true, "now": true, "today": true, "present": true, "ongoing": true,
		"presente": true, "hoy": true, "actualidad": true, "la actualidad": true}
	unknownEnd = map[string]bool{"": true, "unknown": true, "desconocido": true, "?": true, "??": true, "????": true}
)
