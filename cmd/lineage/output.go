package main

import (
	"crypto/rand"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// writeFile writes a file whole or not at all: into a new file in the same
// folder, which takes the place of the old one only when all of it is on the
// disk. The permissions of an old file are kept; a link is followed. What is no
// regular file, such as a device or a pipe, is written directly.
func writeFile(name string, content []byte) error {
	if err := replaceFile(name, content); err != nil {
		var perr *fs.PathError
		if errors.As(err, &perr) { // without the name of the temporary file
			err = perr.Err
		}
		var lerr *os.LinkError
		if errors.As(err, &lerr) {
			err = lerr.Err
		}
		return fmt.Errorf("writing %s: %w", quote(name), err)
	}
	return nil
}

func replaceFile(name string, content []byte) (err error) {
	target, err := filepath.EvalSymlinks(name)
	if errors.Is(err, fs.ErrNotExist) {
		target, err = name, nil
	}
	if err != nil {
		return err
	}
	old, err := os.Stat(target)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		old = nil
	case err != nil:
		return err
	case old.IsDir():
		return errors.New("is a folder")
	default:
		// A file that must not be written must not be replaced either.
		f, err := os.OpenFile(target, os.O_WRONLY, 0)
		if err != nil {
			return err
		}
		if !old.Mode().IsRegular() {
			_, err := f.Write(content)
			return errors.Join(err, f.Close())
		}
		f.Close()
	}

	temp := filepath.Join(filepath.Dir(target), "."+filepath.Base(target)[:min(len(filepath.Base(target)), 100)]+"."+rand.Text())
	f, err := os.OpenFile(temp, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666) // less the umask
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			os.Remove(temp)
		}
	}()
	_, err = f.Write(content)
	if err == nil && old != nil {
		err = f.Chmod(old.Mode().Perm())
	}
	if err == nil {
		err = f.Sync()
	}
	if cerr := f.Close(); err == nil {
		err = cerr
	}
	if err != nil {
		return err
	}
	return os.Rename(temp, target)
}
