package data

import (
	"io"
	"strings"

	"github.com/orglineage/orglineage/data/internal/jsontree"
	"github.com/orglineage/orglineage/data/internal/yamltree"
	"github.com/orglineage/orglineage/lineage"
)

// An atlasFile is what stands in one file of JSON.
type atlasFile struct {
	Schema string // for editors
	lineage.Dataset
}

func atlasFormat(
	organization value[lineage.Organization], state value[lineage.State], source value[lineage.Source],
	lookalike value[lineage.Lookalike], collection value[lineage.Collection], place value[lineage.Place],
) value[atlasFile] {
	return mapping("atlas", "Organizations, with all that they need, in one file.", true,
		key("$schema", "The address of this schema, for editors.", text[string](), func(f *atlasFile) *string { return &f.Schema }),
		must(key("organizations", "The organizations.", list(organization), func(f *atlasFile) *[]lineage.Organization { return &f.Organizations })),
		key("states", "The states and other actors. Those that are named but do not stand here are taken from the built-in atlas.", list(state), func(f *atlasFile) *[]lineage.State { return &f.States }),
		key("sources", "The bibliography.", list(source), func(f *atlasFile) *[]lineage.Source { return &f.Sources }),
		key("lookalikes", "Names that mean something else.", list(lookalike), func(f *atlasFile) *[]lineage.Lookalike { return &f.Lookalikes }),
		key("collections", "What organizations are listed and drawn together.", list(collection), func(f *atlasFile) *[]lineage.Collection { return &f.Collections }),
		key("places", "Towns whose names changed.", list(place), func(f *atlasFile) *[]lineage.Place { return &f.Places }),
	)
}

// WriteJSON writes all records of an atlas as one JSON document, with the keys of
// the YAML files: the lists organizations, states, sources, lookalikes,
// collections and places, each in the order of the IDs or names. [Schema] of
// "atlas" describes it.
//
// [LoadJSON] makes the same atlas of it, which is written as the same bytes. That
// is so for an atlas of records that this package has read; texts that the format
// does not know, such as those of several lines, do not come back.
func WriteJSON(w io.Writer, atlas *lineage.Atlas) error {
	f := atlasFile{Schema: schemaAddress("atlas"), Dataset: atlas.Dataset()}
	n := formats().atlas.encode(&f)
	if n.Get("organizations") == nil {
		none := yamltree.Entry{Key: "organizations", Value: &yamltree.Node{Kind: yamltree.List}}
		n.Entries = append(n.Entries[:1:1], append([]yamltree.Entry{none}, n.Entries[1:]...)...)
	}
	_, err := w.Write(jsontree.Append(nil, n))
	return err
}

// LoadJSON reads what [WriteJSON] writes and makes an atlas of it, by the rules of
// [Load]. The name of the file stands in problems. The error is of type
// [Problems] and holds everything that is wrong, as far as the limits of the
// format let LoadJSON read on.
func LoadJSON(file string, r io.Reader) (*lineage.Atlas, error) {
	l := newLoader()
	l.file, l.where, l.single = file, file, true
	root := l.parseJSON(r)
	if root == nil {
		return nil, l.err()
	}
	var f atlasFile
	formats().atlas.decode(&l.decoder, root, &f)
	l.set = f.Dataset
	for i := range l.set.Organizations {
		complete(&l.set.Organizations[i])
	}
	l.place(root)
	_, atlas, err := l.make()
	return atlas, err
}

// parseJSON returns the tree of the text, or nil if it cannot be read.
func (l *loader) parseJSON(r io.Reader) *yamltree.Node {
	src, err := io.ReadAll(io.LimitReader(r, maxTotalBytes+1))
	switch {
	case err != nil:
		l.report(l.file, top, ruleUnreadable, "%s", cause(err))
		return nil
	case len(src) > maxTotalBytes:
		l.report(l.file, top, ruleTooLarge, "the file is larger than %d MiB", maxTotalBytes>>20)
		return nil
	}
	root, faults := jsontree.Parse(src)
	for _, f := range faults {
		l.report(l.file, f.Pos, f.Rule, "%s", f.Msg)
	}
	return root
}

// place notes where the records stand, for problems that are found later.
func (l *loader) place(root *yamltree.Node) {
	at := func(key string) document {
		if e := root.Get(key); e != nil && e.Value.Kind == yamltree.List {
			return document{l.file, e.Value}
		}
		return document{l.file, &yamltree.Node{Kind: yamltree.List, Pos: root.Pos}}
	}
	for _, n := range at("organizations").root.Items {
		l.organizations = append(l.organizations, document{l.file, n})
	}
	l.states, l.sources, l.collections, l.places = at("states"), at("sources"), at("collections"), at("places")
	// A list that could not be read at all is not one in which things are missing.
	for key, file := range map[string]string{"states": statesFile, "sources": sourcesFile} {
		if e := root.Get(key); e != nil && l.wrong[e.Value] {
			l.unread[file] = true
		}
	}
}

// withoutFiles takes the names of the YAML files out of a message about a file
// that holds them all.
var withoutFiles = strings.NewReplacer(
	statesFile, "the states", sourcesFile, "the sources", collectionsFile, "the collections", placesFile, "the places",
)
