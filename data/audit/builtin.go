package audit

import (
	_ "embed"
	"sync"

	"github.com/orglineage/orglineage/data"
)

//go:embed cow.yaml
var cowText []byte

// CorrelatesOfWar returns the crosswalk from the Correlates of War tables on
// intergovernmental organizations, version 3. It must not be changed. The error is
// always nil; it is there so that all crosswalks are read alike.
func CorrelatesOfWar() (*data.Crosswalk, error) { return correlatesOfWar() }

var correlatesOfWar = sync.OnceValues(func() (*data.Crosswalk, error) {
	return data.ReadCrosswalk("data/audit/cow.yaml", cowText)
})
