package data

import (
	"errors"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/orglineage/orglineage/data/internal/yamltree"
)

// Limits that keep a folder of any kind from taking long to refuse.
const (
	maxOrganizationBytes = 1 << 20
	maxListBytes         = 4 << 20 // of states.yaml, sources.yaml and the other lists
	maxTotalBytes        = 32 << 20
	maxFiles             = 10000 // in organizations/
)

const (
	organizationsDir = "organizations"
	statesFile       = "states.yaml"
	sourcesFile      = "sources.yaml"
	lookalikesFile   = "lookalikes.yaml"
	collectionsFile  = "collections.yaml"
	placesFile       = "places.yaml"
)

// top is the position of problems of a whole file.
var top = yamltree.Pos{Line: 1, Col: 1}

// organizationFiles returns the paths of the organization files in order.
func (l *loader) organizationFiles() []string {
	names, err := readNames(l.fsys, organizationsDir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		l.report(organizationsDir, top, ruleMissing, "no such folder; it holds one file for each organization, ID.yaml")
		return nil
	case err != nil:
		l.report(organizationsDir, top, ruleUnreadable, "%s", cause(err))
	case len(names) > maxFiles:
		l.report(organizationsDir, top, ruleTooLarge, "more than %d files", maxFiles)
		return nil
	}
	slices.Sort(names)
	var files []string
	for _, name := range names {
		file := path.Join(organizationsDir, name)
		switch {
		case strings.HasPrefix(name, "."):
			// Hidden files belong to editors and file managers.
		case strings.HasSuffix(name, ".yaml"):
			files = append(files, file)
		case strings.EqualFold(path.Ext(name), ".yml") || strings.EqualFold(path.Ext(name), ".yaml"):
			l.report(file, top, ruleFileName, "data files end in .yaml; rename it to %s.yaml", strings.TrimSuffix(name, path.Ext(name)))
		}
	}
	if len(files) == 0 && err == nil {
		l.report(organizationsDir, top, ruleMissing, "no organizations; each is a file ID.yaml here")
	}
	return files
}

// readNames returns the names in a folder, up to one more than maxFiles.
func readNames(fsys fs.FS, dir string) ([]string, error) {
	f, err := fsys.Open(dir)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var entries []fs.DirEntry
	if d, ok := f.(fs.ReadDirFile); ok {
		for err == nil && len(entries) <= maxFiles {
			var more []fs.DirEntry
			more, err = d.ReadDir(1000)
			entries = append(entries, more...)
			if len(more) == 0 && err == nil {
				break
			}
		}
		if err == io.EOF {
			err = nil
		}
	} else {
		entries, err = fs.ReadDir(fsys, dir)
	}
	names := make([]string, len(entries))
	for i, e := range entries {
		names[i] = e.Name()
	}
	return names, err
}

// read returns the tree of a file, or nil if it cannot be read. A file that
// may be missing is then not reported.
func (l *loader) read(file string, limit int64, mayBeMissing bool) *yamltree.Node {
	src, err := readFile(l.fsys, file, limit)
	switch {
	case mayBeMissing && errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		l.report(file, top, ruleUnreadable, "%s", cause(err))
	case int64(len(src)) > limit:
		l.report(file, top, ruleTooLarge, "the file is larger than %d KiB", limit>>10)
	default:
		if l.total += len(src); l.total > maxTotalBytes {
			l.report(file, top, ruleTooLarge, "with this file the folder is larger than %d MiB; the rest is not read", maxTotalBytes>>20)
			break
		}
		n, faults := yamltree.Parse(src)
		for _, f := range faults {
			l.report(file, f.Pos, f.Rule, "%s", f.Msg)
		}
		if n != nil {
			return n
		}
	}
	l.unread[file] = true
	return nil
}

// readFile returns the first bytes of a file, up to one more than the limit.
func readFile(fsys fs.FS, file string, limit int64) ([]byte, error) {
	// Opening a pipe or a device could wait for ever.
	info, err := fs.Stat(fsys, file)
	switch {
	case err != nil:
		return nil, err
	case info.IsDir():
		return nil, errors.New("is a folder")
	case !info.Mode().IsRegular():
		return nil, errors.New("is not a regular file")
	}
	f, err := fsys.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, limit+1)) // the size may have changed since
}

// cause returns the text of err without the operation and the path, which the
// problem names already.
func cause(err error) string {
	var p *fs.PathError
	if errors.As(err, &p) {
		err = p.Err
	}
	return strings.Join(strings.Fields(err.Error()), " ")
}
