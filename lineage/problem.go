package lineage

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
)

// A Problem is one fault of a [Dataset].
type Problem struct {
	// Path says where the fault is, as keys and indices of the Dataset joined by
	// dots, such as "organizations.3.members.0.joined.effective.on". The keys
	// are those of the data files.
	Path string
	// Subject is the ID of the record at fault, such as "caco".
	Subject string
	// Rule is the stable name of the rule that was broken, such as "no-source".
	Rule string
	// Msg says what is wrong and, where there is one, the remedy.
	Msg string
	// Err is the typed error behind the problem, such as a [*CycleError], or nil.
	Err error
}

func (p *Problem) Error() string {
	where := p.Subject
	if where == "" {
		where = p.Path
	}
	return where + ": " + p.Msg + " [" + p.Rule + "]"
}

// Unwrap returns the typed error behind the problem, if there is one.
func (p *Problem) Unwrap() error { return p.Err }

// Problems is a list of all faults found, in the order of the records.
type Problems []*Problem

func (ps Problems) Error() string {
	lines := make([]string, len(ps))
	for i, p := range ps {
		lines[i] = p.Error()
	}
	return strings.Join(lines, "\n")
}

// Unwrap returns the problems one by one.
func (ps Problems) Unwrap() []error {
	errs := make([]error, len(ps))
	for i, p := range ps {
		errs[i] = p
	}
	return errs
}

// err returns ps, sorted, or nil if there is no problem.
func (ps Problems) err() error {
	if len(ps) == 0 {
		return nil // never a non-nil error that holds an empty list
	}
	slices.SortStableFunc(ps, func(a, b *Problem) int {
		return cmp.Or(comparePaths(a.Path, b.Path), cmp.Compare(a.Rule, b.Rule), cmp.Compare(a.Msg, b.Msg))
	})
	return ps
}

// comparePaths compares part by part, and indices as numbers.
func comparePaths(a, b string) int {
	as, bs := strings.Split(a, "."), strings.Split(b, ".")
	for i := range min(len(as), len(bs)) {
		x, errX := strconv.Atoi(as[i])
		y, errY := strconv.Atoi(bs[i])
		order := cmp.Compare(as[i], bs[i])
		if errX == nil && errY == nil {
			order = cmp.Compare(x, y)
		}
		if order != 0 {
			return order
		}
	}
	return cmp.Compare(len(as), len(bs))
}

// A spot is a position in the Dataset. It is built while the checks walk down
// and becomes text only when there is a problem to report.
type spot struct {
	up    *spot
	key   string
	index int // used where key is ""
}

func (p *spot) at(key string) spot { return spot{up: p, key: key} }

func (p *spot) item(i int) spot { return spot{up: p, index: i} }

// String walks up in a loop, and copies: a recursion, or a list of the keys,
// would have the compiler move every spot to the heap.
func (p *spot) String() string {
	path := ""
	for ; p != nil; p = p.up {
		if p.key != "" {
			path = "." + p.key + path
		} else {
			path = "." + strconv.Itoa(p.index) + path
		}
	}
	return path[1:]
}
