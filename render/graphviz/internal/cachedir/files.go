package cachedir

import (
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// The cache is dir/go-graphviz/wazero-VERSION-ARCH-OS/KEY. wazero writes
// KEY.*.tmp, syncs it and renames it, so that programs that start side by side
// never see half a file. Each KEY has a seal beside it, KEY.sum, written after
// go-graphviz has started well with it. wazero has a checksum of its own, but
// only of the code, not of the table of entry points before it; and it takes a
// mismatch for fatal.
const sealExt = ".sum"

// room is more than the compiled code of go-graphviz takes (6 MB).
const room = 8 << 20

// usable deletes what is damaged or unsealed in the cache, and reports whether
// go-graphviz can use it without a panic.
func usable(dir string) bool {
	folders, files, err := cached(dir)
	if err != nil {
		return false
	}
	sealed := 0
	for _, file := range files {
		if intact(file) {
			sealed++
			continue
		}
		if os.RemoveAll(file+sealExt) != nil || os.RemoveAll(file) != nil {
			return false
		}
	}
	if sealed > 0 {
		return true // no need to write, so a full disk does no harm
	}
	for _, folder := range append(folders, dir) {
		if !roomy(folder) {
			return false
		}
	}
	return true
}

// seal writes a seal for every file in the cache that has none. A file
// without one is deleted at the next start, so errors do no harm.
func seal(dir string) {
	_, files, err := cached(dir)
	if err != nil {
		return
	}
	for _, file := range files {
		if _, err := os.Lstat(file + sealExt); err == nil {
			continue
		}
		sum, err := checksum(file)
		if err != nil {
			continue
		}
		tmp, err := os.CreateTemp(filepath.Dir(file), "*.tmp")
		if err != nil {
			return
		}
		_, err = tmp.WriteString(sum)
		if cerr := tmp.Close(); err != nil || cerr != nil || os.Rename(tmp.Name(), file+sealExt) != nil {
			os.Remove(tmp.Name())
		}
	}
}

// cached lists the folders of the cache and the files in them without their
// seals. On the way it deletes what a program that was killed left unfinished.
func cached(dir string) (folders, files []string, err error) {
	top := filepath.Join(dir, "go-graphviz")
	entries, err := os.ReadDir(top)
	if err != nil {
		if errors.Is(err, fs.ErrNotExist) {
			err = nil // go-graphviz will make it
		}
		return nil, nil, err
	}
	for _, e := range entries {
		folder := filepath.Join(top, e.Name())
		entries, err := os.ReadDir(folder)
		if err != nil {
			return nil, nil, err
		}
		folders = append(folders, folder)
		for _, e := range entries {
			file := filepath.Join(folder, e.Name())
			switch {
			case strings.HasSuffix(file, sealExt):
			case strings.HasSuffix(file, ".tmp"):
				// A young one is being written by a program that would
				// panic without it.
				if info, err := e.Info(); err == nil && time.Since(info.ModTime()) > time.Hour {
					os.Remove(file)
				}
			default:
				files = append(files, file)
			}
		}
	}
	return folders, files, nil
}

// intact reports whether file is what was sealed.
func intact(file string) bool {
	info, err := os.Lstat(file)
	if err != nil || !info.Mode().IsRegular() {
		return false
	}
	want, err := os.ReadFile(file + sealExt)
	if err != nil {
		return false
	}
	have, err := checksum(file)
	return err == nil && have == string(want)
}

// checksum returns the length and CRC of file. They are against accidents: who
// can write the file can write the seal as well.
func checksum(file string) (string, error) {
	f, err := os.Open(file)
	if err != nil {
		return "", err
	}
	defer f.Close()
	h := crc32.NewIEEE() // another polynomial than the one inside the file
	n, err := io.Copy(h, f)
	return fmt.Sprintf("%d %08x\n", n, h.Sum32()), err
}

// roomy reports whether dir takes a file of the size that go-graphviz is about
// to write; on a full or read-only disk go-graphviz would panic.
func roomy(dir string) bool {
	f, err := os.CreateTemp(dir, "*.tmp")
	if err != nil {
		return false
	}
	os.Remove(f.Name()) // at once, lest a kill leave it behind; Windows wants it closed first
	_, err = f.Write(make([]byte, room))
	cerr := f.Close()
	os.Remove(f.Name())
	return err == nil && cerr == nil
}
