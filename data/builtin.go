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

var builtIn = sync.OnceValue(func() *lineage.Atlas { return lineage.Checked(builtInDataset()) })
