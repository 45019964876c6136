package lineage

import (
	"runtime"
	"sync"
	"sync/atomic"
)

// each calls f for every number below n, in no particular order and, if there are
// many, on all processors at once. What f does for one must not depend on what it
// does for another.
func each(n int, f func(i int)) {
	const some = 64 // are worth a goroutine
	var next atomic.Int64
	work := func() {
		for {
			end := int(next.Add(some))
			if end-some >= n {
				return
			}
			for i := end - some; i < min(end, n); i++ {
				f(i)
			}
		}
	}
	var group sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), n/some) - 1 {
		group.Go(work)
	}
	work()
	group.Wait()
}
