package export

// Inert is the text as it stands in a CSV file, where no spreadsheet runs it.
// [Plain] undoes it.
func Inert(text string) string { return inert(word(text)) }
