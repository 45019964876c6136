package lineage

// Fold brings a name into the form in which names are compared: two names are
// the same to [Atlas.Organization] and [Atlas.State] if they fold to the same
// text. Case, punctuation, quotation marks and the number of blanks do not matter.
func Fold(name string) string { return fold(name) }
