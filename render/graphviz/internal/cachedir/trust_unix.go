//go:build unix

package cachedir

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
)

var errOthers = errors.New("other users may write there")

// exclusive reports why dir is not a real folder that belongs to this user and
// is closed to all others.
func exclusive(dir string) error {
	info, err := os.Lstat(dir)
	if err != nil {
		return err
	}
	uid, _ := owner(info)
	switch {
	case !info.IsDir(): // a symbolic link, for one
		return errors.New("not a folder")
	case uid != os.Geteuid() || info.Mode().Perm()&0o077 != 0:
		return errOthers
	}
	return nil
}

// trusted reports why another user than root could replace what lies in dir:
// because of dir itself or of a folder above it.
func trusted(dir string) error {
	dir, err := filepath.EvalSymlinks(dir)
	if err != nil {
		return err
	}
	for {
		info, err := os.Lstat(dir)
		if err != nil {
			return err
		}
		uid, gid := owner(info)
		if uid != 0 && uid != os.Geteuid() {
			return errOthers
		}
		writable := info.Mode().Perm() & 0o022
		if gid == uid {
			// By the convention of useradd, a group of the user alone. With
			// it goes a umask that lets the group write.
			writable &^= 0o020
		}
		// In a sticky folder, such as /tmp, only the owner of an entry can
		// replace it.
		if writable != 0 && info.Mode()&fs.ModeSticky == 0 {
			return errOthers
		}
		parent := filepath.Dir(dir)
		if parent == dir {
			return nil
		}
		dir = parent
	}
}

// owner returns the user and the group that info's file belongs to, -1 if that
// is unknown.
func owner(info fs.FileInfo) (uid, gid int) {
	if st, ok := info.Sys().(*syscall.Stat_t); ok {
		return int(st.Uid), int(st.Gid)
	}
	return -1, -1
}
