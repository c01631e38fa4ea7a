package cite

import "strings"

// RIS is the items in the tagged form that most reference managers read, a tag
// a line, the lines ended by CR LF.
func RIS(items ...Item) string {
	var b strings.Builder
	for _, item := range items {
		tag := func(name, value string) {
			if value = plain(value); value != "" || name == "ER" {
				b.WriteString(name + "  - " + value + "\r\n")
			}
		}
		tag("TY", map[Kind]string{Dataset: "DATA", Page: "ELEC"}[item.Kind])
		tag("ID", item.Key)
		tag("AU", item.Publisher)
		tag("TI", item.Title)
		tag("T2", item.Within)
		tag("PB", item.Publisher)
		if !item.Date.IsZero() {
			tag("PY", item.Date.UTC().Format("2006"))
			tag("DA", item.Date.UTC().Format("2006/01/02"))
		}
		tag("ET", item.Version)
		tag("UR", address(item.Address))
		tag("LA", item.Language)
		if item.SHA256 != "" {
			tag("N1", "SHA-256 "+item.SHA256)
		}
		tag("ER", "")
	}
	return b.String()
}
