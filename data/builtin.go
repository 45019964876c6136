package data

import (
	"sync"

	"github.com/orglineage/orglineage/lineage"
)

// BuiltIn returns the atlas that comes with the module. It is built when first
// asked for, in less than a millisecond, and then shared. [Revision] names its
// state. The error is always nil; it is there so that all ways to an atlas look
// alike.
func BuiltIn() (*lineage.Atlas, error) { return builtIn(), nil }

// CheckBuiltIn checks the built-in records as [Load] does those of files. The
// error is of type [lineage.Problems]. It is nil unless the module was built
// from damaged files: [BuiltIn] takes the records for what they were when they
// were generated.
func CheckBuiltIn() error {
	_, err := lineage.New(builtInDataset())
	return err
}

var builtIn = sync.OnceValue(func() *lineage.Atlas { return lineage.Checked(builtInDataset()) })
