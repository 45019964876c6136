//go:build !unix

package cachedir

import (
	"errors"
	"os"
)

// Windows keeps the cache folder of a user in the user's profile, closed to
// others by access lists that file modes do not show.

func exclusive(dir string) error {
	info, err := os.Lstat(dir)
	if err == nil && !info.IsDir() {
		err = errors.New("not a folder")
	}
	return err
}

func trusted(string) error { return nil }
