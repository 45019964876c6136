package data

import (
	"sync"

	"github.com/orglineage/orglineage/lineage"
)

// BuiltIn returns the atlas that comes with the module. It is built when first
// asked for, in less than a millisecond, and then shared. [Revision] names its
// state. The error is nil unless the module was built from damaged files.
func BuiltIn() (*lineage.Atlas, error) { return builtIn() }

var builtIn = sync.OnceValues(func() (*lineage.Atlas, error) { return lineage.New(builtInDataset()) })
