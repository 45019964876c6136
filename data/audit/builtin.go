package audit

import (
	_ "embed"
	"sync"

	"github.com/orglineage/orglineage/data"
	"github.com/orglineage/orglineage/lineage"
)

//go:embed cow.yaml
var cowText []byte

// CorrelatesOfWar returns the crosswalk from the Correlates of War tables on
// intergovernmental organizations, version 3. It must not be changed. The error is
// always nil; it is there so that all crosswalks are read alike.
func CorrelatesOfWar() (*data.Crosswalk, error) { return correlatesOfWar() }

// CorrelatesOfWarStates returns the states of that crosswalk, for those who read
// a table and compare it with nothing: to read all of the crosswalk takes longer
// than to read a list.
func CorrelatesOfWarStates() []data.TheirState {
	return []data.TheirState{
		{Theirs: "ussr", Ours: []lineage.StateID{"RU"}, Note: "the state system keeps one number, 365, for the Soviet Union and Russia"},
		{Theirs: "sovietunion", Ours: []lineage.StateID{"RU"}, Note: "as ussr"},
		{Theirs: "yugoslavia", Ours: []lineage.StateID{"RS"}, Note: "the state system keeps one number, 345, for Yugoslavia and Serbia"},
		{Theirs: "macedonia", Ours: []lineage.StateID{"MK"}},
	}
}

var correlatesOfWar = sync.OnceValues(func() (*data.Crosswalk, error) {
	return data.ReadCrosswalk("data/audit/cow.yaml", cowText)
})
