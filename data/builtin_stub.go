//go:build orglineage_generate

package data

import "github.com/orglineage/orglineage/lineage"

// Revision is empty while the built-in atlas is made.
const Revision = ""

func builtInDataset() lineage.Dataset { return lineage.Dataset{} }
