package data

import (
	"errors"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/orglineage/orglineage/data/internal/yamltree"
	"github.com/orglineage/orglineage/lineage"
)

// Load reads a folder of data files and makes an atlas of it. The error is of
// type [Problems] and holds everything that is wrong, as far as the limits of
// the format let Load read on.
//
//	organizations/ID.yaml  an organization each; folders in it are not read
//	states.yaml            the states; those that are named but do not stand
//	                       there, or all if there is no such file, are taken
//	                       from the built-in atlas with the sources they need
//	sources.yaml           the bibliography; needed where sources are cited
//	lookalikes.yaml, collections.yaml, places.yaml
//	                       may be left out
//
// Load follows symbolic links as fsys does; that of an [os.Root] stays inside
// its folder.
func Load(fsys fs.FS) (*lineage.Atlas, error) {
	_, atlas, err := load(fsys)
	return atlas, err
}

// Read reads a folder of data files as [Load] does and returns its records,
// which are right. They must not be changed.
func Read(fsys fs.FS) (lineage.Dataset, error) {
	set, _, err := load(fsys)
	return set, err
}

func load(fsys fs.FS) (lineage.Dataset, *lineage.Atlas, error) {
	l := newLoader()
	l.fsys = fsys
	l.readAll()
	return l.make()
}

func newLoader() *loader {
	return &loader{
		unread:  map[string]bool{},
		where:   organizationsDir,
		decoder: decoder{collector: &collector{}, wrong: map[*yamltree.Node]bool{}, holds: map[*yamltree.Node]bool{}},
	}
}

// make makes an atlas of what was read.
func (l *loader) make() (lineage.Dataset, *lineage.Atlas, error) {
	l.lend(named(l.set.Organizations))
	atlas, err := lineage.New(l.set)
	l.translate(err)
	if err := l.err(); err != nil {
		return lineage.Dataset{}, nil, err
	}
	return l.set, atlas, nil
}

// A loader reads one folder, or one file.
type loader struct {
	decoder
	fsys   fs.FS
	total  int             // bytes read
	unread map[string]bool // files that are there but could not be read
	where  string          // the file of problems that are of no file in particular
	single bool            // all stands in one file
	set    lineage.Dataset

	organizations []document // as in the set
	states        document
	sources       document
	collections   document
	places        document
	lentStates    int // states before those of the document
	lentSources   int
}

// A document is a file that was read. Its root is nil where there is none.
type document struct {
	file string
	root *yamltree.Node
}

func (l *loader) readAll() {
	for _, file := range l.organizationFiles() {
		root := l.read(file, maxOrganizationBytes, false)
		if l.total > maxTotalBytes {
			l.unread[statesFile], l.unread[sourcesFile] = true, true
			return
		}
		if root == nil {
			continue
		}
		l.file = file
		var o lineage.Organization
		formats().organization.decode(&l.decoder, root, &o)
		complete(&o)
		if want := strings.TrimSuffix(path.Base(file), ".yaml"); o.ID != "" && string(o.ID) != want {
			l.report(file, root.Get("id").Value.Pos, ruleFileName, "organization %q stands in the file of %q; rename one of them", shorten(string(o.ID)), shorten(want))
		}
		l.set.Organizations = append(l.set.Organizations, o)
		l.organizations = append(l.organizations, document{file, root})
	}
	l.states = readList(l, statesFile, formats().state, &l.set.States)
	l.sources = readList(l, sourcesFile, formats().source, &l.set.Sources)
	readList(l, lookalikesFile, formats().lookalike, &l.set.Lookalikes)
	l.collections = readList(l, collectionsFile, formats().collection, &l.set.Collections)
	l.places = readList(l, placesFile, formats().place, &l.set.Places)
}

func readList[V any](l *loader, file string, item value[V], to *[]V) document {
	root := l.read(file, maxListBytes, true)
	if root != nil {
		l.file = file
		list(item).decode(&l.decoder, root, to)
	}
	return document{file, root}
}

// complete fills in what files may leave out.
func complete(o *lineage.Organization) {
	for i := range o.Members {
		if m := &o.Members[i]; m.Role == 0 {
			m.Role = lineage.Member
		}
	}
	for i := range o.Predecessors {
		o.Predecessors[i].To = o.ID
	}
}

// named returns the states that are members of organizations.
func named(orgs []lineage.Organization) []lineage.StateID {
	all := map[lineage.StateID]bool{}
	for i := range orgs {
		for j := range orgs[i].Members {
			all[orgs[i].Members[j].State] = true
		}
	}
	return slices.Collect(maps.Keys(all))
}

// lend adds the states that are named but not described, and the sources these
// need, from the built-in atlas. They come first, so that the user's own are
// blamed where the two collide.
func (l *loader) lend(named []lineage.StateID) {
	if l.unread[statesFile] {
		return
	}
	builtIn := builtInDataset()
	byID := make(map[lineage.StateID]*lineage.State, len(builtIn.States))
	for i := range builtIn.States {
		byID[builtIn.States[i].ID] = &builtIn.States[i]
	}
	for i := range l.set.States {
		delete(byID, l.set.States[i].ID)
	}
	lent := map[lineage.StateID]bool{}
	name := func(id lineage.StateID) {
		for s := byID[id]; s != nil && !lent[s.ID]; {
			lent[s.ID] = true
			if s.Continues == nil {
				break
			}
			s = byID[s.Continues.State]
		}
	}
	for _, id := range named {
		name(id)
	}
	ours := map[lineage.OrgID]bool{}
	for i := range l.set.Organizations {
		ours[l.set.Organizations[i].ID] = true
	}
	for i := range l.set.States {
		if x := l.set.States[i].Continues; x != nil {
			name(x.State)
		}
	}
	if len(lent) == 0 {
		return
	}
	own := map[lineage.SourceID]bool{}
	for i := range l.set.Sources {
		own[l.set.Sources[i].ID] = true
	}
	var states []lineage.State
	needed := map[lineage.SourceID]bool{}
	for _, s := range builtIn.States {
		if !lent[s.ID] {
			continue
		}
		for _, id := range citedBy(&s) {
			needed[id] = !own[id]
		}
		if !ours[s.Is] {
			s.Is = "" // an organization of the built-in atlas
		}
		states = append(states, s)
	}
	var sources []lineage.Source
	for _, s := range builtIn.Sources {
		if needed[s.ID] {
			sources = append(sources, s)
		}
	}
	l.lentStates, l.lentSources = len(states), len(sources)
	l.set.States = append(states, l.set.States...)
	l.set.Sources = append(sources, l.set.Sources...)
}

// citedBy returns all sources of what is said of a state.
func citedBy(s *lineage.State) []lineage.SourceID {
	cited := slices.Clone(s.Sources)
	for _, f := range s.Former {
		cited = append(cited, f.Sources...)
		for _, r := range f.Rivals {
			cited = append(cited, r.Sources...)
		}
	}
	if s.Continues != nil {
		cited = append(cited, s.Continues.Sources...)
	}
	if s.Gone != nil {
		cited = append(cited, s.Gone.Sources...)
	}
	return cited
}

// translate gives the problems of package lineage their places in the files,
// and leaves out those that only follow from others.
func (l *loader) translate(err error) {
	if err == nil {
		return
	}
	var problems lineage.Problems
	if !errors.As(err, &problems) {
		l.report(l.where, top, ruleValue, "%v", err)
		return
	}
	noSources := false
	for _, p := range problems {
		file, at, node := l.locate(p.Path)
		switch {
		case l.wrong[node] || l.holds[node] && followsFromPart[p.Rule] || l.followsFromUnread(p.Rule):
			continue
		case p.Rule == "unknown-source" && l.sources.root == nil:
			if !noSources {
				l.report(sourcesFile, top, ruleMissing, "no such file, but sources are cited (first in %s:%d:%d)", printable(file), at.Line, at.Col)
			}
			noSources = true
			continue
		}
		msg := p.Msg
		if l.single {
			msg = withoutFiles.Replace(msg)
		}
		l.add(&Problem{File: file, Line: at.Line, Col: at.Col, Rule: p.Rule, Msg: msg, Err: p})
	}
}

// followsFromPart are the rules that a record may break only because one of its
// keys is misspelt or has a bad value, which is reported already.
var followsFromPart = map[string]bool{ruleField: true, "no-source": true, "bad-id": true}

// followsFromUnread reports whether the rule may be broken only because a file
// could not be read.
func (l *loader) followsFromUnread(rule string) bool {
	switch rule {
	case "unknown-state":
		return l.unread[statesFile]
	case "unknown-source":
		return l.unread[sourcesFile]
	case "ambiguous-alone":
		return len(l.unread) > 0
	case "unknown-organization", "succession-cardinality":
		return len(l.unread) > 0 || len(l.organizations) == 0
	}
	return false
}
