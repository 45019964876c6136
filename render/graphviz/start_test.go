package graphviz

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/orglineage/orglineage/render/graphviz/process"
)

// roleVar makes this test binary a program that draws and tells its environment,
// or that crashes Graphviz.
const roleVar = "GRAPHVIZ_TEST_ROLE"

func TestMain(m *testing.M) {
	switch os.Getenv(roleVar) {
	case "draw":
		if err := SVG(context.Background(), os.Stdout, []byte(simple)); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		dir, set := os.LookupEnv("TMPDIR")
		fmt.Fprintf(os.Stderr, "\nTMPDIR %v %q\n", set, dir)
	case "crash":
		ctx := context.Background()
		var dot strings.Builder
		for i := range 900 {
			fmt.Fprintf(&dot, "subgraph cluster_%d {", i)
		}
		deep := "digraph {" + dot.String() + "a" + strings.Repeat("}", 901)
		// Past the check for nesting, in want of another way to crash it.
		_, _, err := guard(func() ([]byte, string, error) { return draw(ctx, []byte(deep)) })
		fmt.Println(errors.Is(err, ErrCrashed), err)
		err = SVG(ctx, new(bytes.Buffer), []byte(simple))
		fmt.Println(errors.Is(err, ErrCrashed), err)
	default:
		dir, err := os.MkdirTemp("", "lineage-graphviz")
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		buildDir = dir
		code := m.Run()
		os.RemoveAll(dir)
		os.Exit(code)
	}
}

var buildDir string

// lineageGraphviz builds the command and returns its path. It is built without
// the race detector, under which compiling Graphviz takes ten seconds.
var lineageGraphviz = sync.OnceValues(func() (string, error) {
	exe := filepath.Join(buildDir, "lineage-graphviz.exe")
	out, err := exec.Command("go", "build", "-o", exe, "github.com/orglineage/orglineage/cmd/lineage-graphviz").CombinedOutput()
	if err != nil {
		return "", fmt.Errorf("go build: %w\n%s", err, out)
	}
	return exe, nil
})

// start runs this test binary in role and returns what it writes.
func start(role string, env ...string) (stdout, stderr string, err error) {
	return output(exec.Command(os.Args[0]), append(env, roleVar+"="+role)...)
}

func output(cmd *exec.Cmd, env ...string) (stdout, stderr string, err error) {
	cmd.Env = append(os.Environ(), env...)
	var out, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errs
	err = cmd.Run()
	return out.String(), errs.String(), err
}

// A home is the home folder of a user who starts lineage-graphviz.
type home struct{ dir string }

func newHome(t *testing.T) home {
	t.Helper()
	dir := t.TempDir()
	if err := os.Chmod(dir, 0o700); err != nil { // whatever the umask
		t.Fatal(err)
	}
	return home{dir}
}

func (h home) env() []string {
	return []string{"HOME=" + h.dir, "XDG_CACHE_HOME=", "LocalAppData=" + h.dir}
}

// run draws by lineage-graphviz and returns what is wrong.
func (h home) run(env ...string) error {
	exe, err := lineageGraphviz()
	if err != nil {
		return err
	}
	cmd := exec.Command(exe)
	cmd.Stdin = strings.NewReader(simple)
	out, errs, err := output(cmd, append(h.env(), env...)...)
	if err != nil || !strings.HasSuffix(out, "</svg>\n") || errs != "" {
		return fmt.Errorf("%d bytes drawn, %v\n%.2000s", len(out), err, errs)
	}
	return nil
}

// cache returns the folder for compiled code.
func (h home) cache() string {
	sub := map[string]string{"windows": ".", "darwin": "Library/Caches"}
	return filepath.Join(h.dir, cmp.Or(sub[runtime.GOOS], ".cache"), "orglineage", "graphviz")
}

// files lists what is in the folder for compiled code.
func (h home) files(t *testing.T) (files []string) {
	t.Helper()
	err := filepath.WalkDir(h.cache(), func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			files = append(files, path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// draws runs the program and checks its drawing and that its cache is whole.
func (h home) draws(t *testing.T, reason string) {
	t.Helper()
	if err := h.run(); err != nil {
		t.Fatalf("%s: %v", reason, err)
	}
	files := h.files(t)
	if len(files) != 2 || files[0]+".sum" != files[1] {
		t.Fatalf("%s: cache of %q, want a file and its seal", reason, files)
	}
	if info, err := os.Stat(h.cache()); err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != 0o700 {
		t.Fatalf("%s: cache folder: %v, %v", reason, info.Mode(), err)
	}
}

// TestInitOrder pins that go-graphviz is initialised between cachedir and this
// package.
func TestInitOrder(t *testing.T) {
	h := newHome(t)
	temp := t.TempDir()
	env := append(h.env(), "TMPDIR="+temp, "GODEBUG=inittrace=1")
	for range 2 { // cold and warm
		_, errs, err := start("draw", env...)
		if err != nil {
			t.Fatalf("%v\n%s", err, errs)
		}
		at := func(pkg string) int {
			i := strings.Index(errs, "init github.com/"+pkg+" @")
			if i < 0 {
				t.Fatalf("no init of %s:\n%s", pkg, errs)
			}
			return i
		}
		const self = "orglineage/orglineage/render/graphviz"
		if !(at(self+"/internal/cachedir") < at("goccy/go-graphviz/internal/wasm") && at("goccy/go-graphviz/internal/wasm") < at(self)) {
			t.Errorf("order of initialisation:\n%s", errs)
		}
		if want := fmt.Sprintf("\nTMPDIR true %q\n", temp); !strings.HasSuffix(errs, want) {
			t.Errorf("environment: %q, want %q", errs, want)
		}
		if left, err := os.ReadDir(temp); err != nil || len(left) > 0 {
			t.Errorf("TMPDIR has %v, %v; want nothing", left, err)
		}
	}
	if len(h.files(t)) != 2 {
		t.Errorf("cache of %q, want a file and its seal", h.files(t))
	}
}

func TestNoTMPDIR(t *testing.T) {
	if _, ok := os.LookupEnv("TMPDIR"); ok {
		t.Setenv("TMPDIR", "") // so that the variable comes back
		os.Unsetenv("TMPDIR")
	}
	_, errs, err := start("draw")
	if err != nil || !strings.HasSuffix(errs, "\nTMPDIR false \"\"\n") {
		t.Errorf("%v, %q; want TMPDIR unset", err, errs)
	}
}

func TestDamagedCache(t *testing.T) {
	h := newHome(t)
	h.draws(t, "cold")
	file := h.files(t)[0]
	whole, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	flipped := bytes.Clone(whole)
	flipped[40] ^= 4 // in the table of entry points, which wazero does not check
	for _, tt := range []struct {
		reason string
		b      []byte
	}{
		{"empty", nil},
		{"cut off", whole[:len(whole)/2]},
		{"zeroed", make([]byte, len(whole))},
		{"garbage", []byte("garbage")},
		{"one bit", flipped},
	} {
		if err := os.WriteFile(file, tt.b, 0o600); err != nil {
			t.Fatal(err)
		}
		h.draws(t, tt.reason)
		if repaired, err := os.ReadFile(file); err != nil || len(repaired) != len(whole) {
			t.Errorf("%s: %d bytes in the cache, %v; want %d", tt.reason, len(repaired), err, len(whole))
		}
	}
}

func TestUnsafeCache(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("no modes")
	}
	trap := t.TempDir()
	for reason, prepare := range map[string]func(dir string) error{
		"a link":           func(dir string) error { return os.Symlink(trap, dir) },
		"open to all":      func(dir string) error { return errors.Join(os.Mkdir(dir, 0o700), os.Chmod(dir, 0o777)) },
		"no folder":        func(dir string) error { return os.WriteFile(dir, nil, 0o600) },
		"a link to a file": func(dir string) error { return os.Symlink(os.DevNull, dir) },
	} {
		h := newHome(t)
		if err := os.MkdirAll(filepath.Dir(h.cache()), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := prepare(h.cache()); err != nil {
			t.Fatal(err)
		}
		temp := t.TempDir()
		if err := h.run("TMPDIR=" + temp); err != nil {
			t.Errorf("%s: %v", reason, err)
		}
		for _, dir := range []string{trap, temp, h.cache()} {
			if left, _ := os.ReadDir(dir); len(left) > 0 {
				t.Errorf("%s: %v in %s, want nothing", reason, left, dir)
			}
		}
	}
}

func TestSideBySide(t *testing.T) {
	h := newHome(t)
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			if err := h.run(); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	h.draws(t, "afterwards")
}

func TestCrash(t *testing.T) {
	out, errs, err := start("crash")
	if err != nil {
		t.Fatalf("%v\n%s", err, errs)
	}
	const want = `true crash of Graphviz: wasm error: out of bounds memory access
true crash of Graphviz, earlier in this process: wasm error: out of bounds memory access
`
	if out != want {
		t.Errorf("got\n%swant\n%s", out, want)
	}
}

// BenchmarkProcess is the time of a drawing by a program of its own, its start
// included.
func BenchmarkProcess(b *testing.B) {
	exe, err := lineageGraphviz()
	if err != nil {
		b.Fatal(err)
	}
	d := process.Drawer{Path: exe}
	ctx, cancel := context.WithTimeout(b.Context(), time.Minute)
	defer cancel()
	if _, err := d.SVG(ctx, []byte(simple)); err != nil { // fills the cache
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := d.SVG(ctx, []byte(simple)); err != nil {
			b.Fatal(err)
		}
	}
}
