package data

import (
	"cmp"
	"crypto/rand"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"github.com/orglineage/orglineage/data/internal/yamltree"
	"github.com/orglineage/orglineage/lineage"
)

// A File is a data file: its slash-separated name within the folder, and its
// text.
type File struct {
	Name string
	Text []byte
}

// Files returns the records as data files, in the order of the names: one for
// each organization, and those of the lists that are not empty. The same records
// make the same bytes.
//
// [Read] makes the same records of them, with the organizations in the order of
// their files. That is so for records that Read has returned, or that
// [lineage.New] accepts and whose texts are of one line; what the format does not
// know does not come back. Like those that people write, the files leave out what
// goes without saying, such as the role of a member.
//
// The error says which IDs cannot be the name of a file.
func Files(set lineage.Dataset) ([]File, error) {
	f := formats()
	var files []File
	var errs []error
	seen := map[lineage.OrgID]bool{}
	for i := range set.Organizations {
		o := &set.Organizations[i]
		switch {
		case !isID(string(o.ID)):
			errs = append(errs, fmt.Errorf("organization %q: an ID is made of lower-case letters, digits, and single hyphens between them", shorten(string(o.ID))))
			continue
		case seen[o.ID]:
			errs = append(errs, fmt.Errorf("organization %q: the ID is used twice", shorten(string(o.ID))))
			continue
		}
		seen[o.ID] = true
		n := f.organization.encode(o)
		if members := n.Get("members"); members != nil {
			leaveOut(members.Value.Items, "role", lineage.Member.String())
		}
		files = append(files, File{organizationsDir + "/" + string(o.ID) + ".yaml", yamltree.Append(nil, n)})
	}
	if len(errs) > 0 {
		return nil, errors.Join(errs...)
	}
	states := list(f.state).encode(&set.States)
	if states != nil {
		leaveOut(states.Items, "kind", lineage.Sovereign.String())
	}
	for name, n := range map[string]*yamltree.Node{
		statesFile:      states,
		sourcesFile:     list(f.source).encode(&set.Sources),
		lookalikesFile:  list(f.lookalike).encode(&set.Lookalikes),
		collectionsFile: list(f.collection).encode(&set.Collections),
		placesFile:      list(f.place).encode(&set.Places),
	} {
		if n != nil {
			files = append(files, File{name, yamltree.Append(nil, n)})
		}
	}
	slices.SortFunc(files, func(a, b File) int { return cmp.Compare(a.Name, b.Name) })
	return files, nil
}

// leaveOut takes an entry out of the mappings where it says what goes without
// saying.
func leaveOut(items []*yamltree.Node, key, value string) {
	for _, n := range items {
		if n != nil {
			n.Entries = slices.DeleteFunc(n.Entries, func(e yamltree.Entry) bool {
				return e.Key == key && e.Value != nil && e.Value.Text == value
			})
		}
	}
}

// Write writes the records as a folder of data files, whole or not at all: into
// a new folder beside it, which is read again and takes the name only if nothing
// is wrong with it. The folder must not exist, or be empty.
//
// If the records break rules, or the limits of the format, the error is of type
// [Problems]; the files it names are those that would have been written.
func Write(dir string, set lineage.Dataset) error {
	files, err := Files(set)
	if err != nil {
		return err
	}
	target, old, err := place(dir)
	if err != nil {
		return err
	}
	temp := filepath.Join(filepath.Dir(target), "."+filepath.Base(target)[:min(len(filepath.Base(target)), 100)]+"."+rand.Text())
	defer os.RemoveAll(temp) // nothing is there if all went well
	if err := fill(temp, files); err != nil {
		return cleanError(err)
	}
	if _, err := Load(os.DirFS(temp)); err != nil {
		return err
	}
	if old != nil {
		// A folder cannot take the place of another on every system.
		if err := errors.Join(os.Chmod(temp, old.Mode().Perm()), os.Remove(target)); err != nil {
			return cleanError(err)
		}
	}
	if err := os.Rename(temp, target); err != nil {
		return cleanError(err)
	}
	return nil
}

// place returns where the folder is to stand, and what stands there by now: an
// empty folder, or nil.
func place(dir string) (string, fs.FileInfo, error) {
	target, err := filepath.Abs(dir)
	if err != nil {
		return "", nil, err
	}
	if real, err := filepath.EvalSymlinks(target); err == nil {
		target = real
	}
	info, err := os.Stat(target)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return target, nil, nil
	case err != nil:
		return "", nil, cleanError(err)
	case !info.IsDir():
		return "", nil, errors.New("is a file; name a new folder")
	}
	if here, err := os.Getwd(); err == nil {
		if same, err := os.Stat(here); err == nil && os.SameFile(info, same) {
			return "", nil, errors.New("is the current folder; name a new one inside it")
		}
	}
	names, err := readNames(os.DirFS(target), ".")
	switch {
	case err != nil:
		return "", nil, cleanError(err)
	case len(names) > 0:
		return "", nil, fmt.Errorf("is not empty (it has %q); name a new folder", shorten(slices.Min(names)))
	}
	return target, info, nil
}

// fill makes the folder with the files, and waits until they are on the disk.
func fill(dir string, files []File) error {
	if err := os.Mkdir(dir, 0o777); err != nil {
		return err
	}
	if err := os.Mkdir(filepath.Join(dir, organizationsDir), 0o777); err != nil {
		return err
	}
	for _, file := range files {
		f, err := os.OpenFile(filepath.Join(dir, filepath.FromSlash(file.Name)), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
		if err != nil {
			return err
		}
		_, err = f.Write(file.Text)
		if err := cmp.Or(err, f.Sync(), f.Close()); err != nil {
			return err
		}
	}
	return nil
}

// cleanError is an error without the name of the folder beside, which nobody
// knows.
func cleanError(err error) error {
	if p := new(fs.PathError); errors.As(err, &p) {
		return p.Err
	}
	if l := new(os.LinkError); errors.As(err, &l) {
		return l.Err
	}
	return err
}
