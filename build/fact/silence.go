package fact

// Silence is a comment that asks for a warning to be left out:
//
//	# publish: allow missing-translation because the nickname has none
//
// It silences the warnings of its line or, on a line of its own, those of the
// next line that holds anything; above everything else, also those of the file
// as a whole.
type Silence struct {
	File     string
	At       Pos    // of the #
	Line     uint32 // whose warnings it silences; 0 when nothing follows
	Top      bool   // nothing stands above it but comments
	Asked    Scalar // all that stands behind "publish:"
	Rule     Scalar // the word behind "allow"; not given when it asks for something else
	Reasoned bool   // something stands behind "because"
}
