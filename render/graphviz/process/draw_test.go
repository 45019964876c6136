package process

import (
	"bytes"
	"context"
	"errors"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"
)

// patience is how long a test waits for what should happen at once.
const patience = 30 * time.Second

func TestSVG(t *testing.T) {
	t.Parallel()
	dot := strings.Repeat("a ", 1<<20) // more than a pipe holds
	svg, err := fake(t, "echo").SVG(t.Context(), []byte(dot))
	if err != nil || string(svg) != "<svg><!--"+dot+"--></svg>" {
		t.Errorf("SVG = %d bytes, %v; want the input as a comment", len(svg), err)
	}
	svg, err = fake(t, "deaf").SVG(t.Context(), []byte(dot))
	if err != nil || string(svg) != smallest {
		t.Errorf("SVG = %q, %v; want %q though the program does not read", svg, err, smallest)
	}
}

func TestSVGFailure(t *testing.T) {
	t.Parallel()
	tests := []struct {
		role, arg, want string
		reason          string
	}{
		{"fail", "Error: <stdin>: syntax error in line 1 near '}'\n", ": Error: <stdin>: syntax error in line 1 near '}'", "says what dot says"},
		{"fail", "", ": exit status 1", "says nothing"},
		{"fail", "1\n\n2\n3\n4\n", ": 1; 2; 3 …", "first lines only"},
		{"fail", "a\x1b[31mb\u202e\n", ": a[31mb", "nothing that steers a terminal"},
		{"fail", strings.Repeat("é", 1000), ": " + strings.Repeat("é", 300) + "…", "long line"},
		{"nonsense", "", ": exit status 2", "other exit code"},
		{"say", "", ": the drawing is empty", "no output"},
		{"say", "<svg><g>", ": the drawing is not well-formed", "half a drawing"},
		{"say", "digraph {\n}\n", ": the drawing is not SVG", "DOT instead of SVG"},
		{"say", "<html/>", ": the drawing is not SVG", "other XML"},
	}
	for _, tt := range tests {
		t.Run(tt.reason, func(t *testing.T) {
			t.Parallel()
			var warnings bytes.Buffer
			d := fake(t, tt.role, tt.arg)
			d.Warnings = &warnings
			svg, err := d.SVG(t.Context(), []byte("digraph {}"))
			var e *Error
			if svg != nil || !errors.As(err, &e) {
				t.Fatalf("SVG = %q, %v; want an Error", svg, err)
			}
			name := strings.TrimSuffix(filepath.Base(d.Path), ".exe")
			if !strings.HasPrefix(err.Error(), name+tt.want) || strings.Contains(err.Error(), "\n") {
				t.Errorf("SVG: error %q, want it to begin with %q", err, name+tt.want)
			}
			if tt.role == "fail" && e.Stderr != tt.arg {
				t.Errorf("Stderr = %q, want %q", e.Stderr, tt.arg)
			}
			if warnings.Len() > 0 {
				t.Errorf("warnings %q of a failure", &warnings)
			}
		})
	}
}

func TestSVGNoProgram(t *testing.T) {
	t.Parallel()
	_, err := Drawer{Path: filepath.Join(t.TempDir(), "dot")}.SVG(t.Context(), nil)
	if !errors.Is(err, os.ErrNotExist) {
		t.Errorf("SVG: %v, want ErrNotExist", err)
	}
	var e *exec.ExitError
	if _, err := fake(t, "fail", "").SVG(t.Context(), nil); !errors.As(err, &e) {
		t.Errorf("SVG: %v, want an exec.ExitError inside", err)
	}
}

func TestSVGWarnings(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		role, arg string
		want      int
	}{
		{"warn", "Warning: using box for unknown shape foo\n", 41},
		{"chatter", "", maxStderr},
		{"deaf", "", 0},
	} {
		var got bytes.Buffer
		d := fake(t, tt.role, tt.arg)
		d.Warnings = &got
		if _, err := d.SVG(t.Context(), nil); err != nil || got.Len() != tt.want {
			t.Errorf("%s: %d bytes of warnings, %v; want %d", tt.role, got.Len(), err, tt.want)
		}
		d.Warnings = nil
		if _, err := d.SVG(t.Context(), nil); err != nil {
			t.Errorf("%s: %v without a writer for warnings", tt.role, err)
		}
	}
}

func TestSVGTooLarge(t *testing.T) {
	t.Parallel()
	start := time.Now()
	_, err := fake(t, "flood").SVG(t.Context(), nil)
	if !errors.Is(err, errTooLarge) {
		t.Errorf("SVG: %v, want %v", err, errTooLarge)
	}
	if d := time.Since(start); d > patience {
		t.Errorf("a flood ended after %v", d)
	}
}

func TestSVGDeadline(t *testing.T) {
	t.Parallel()
	for _, dot := range [][]byte{nil, make([]byte, 1<<20)} { // the latter fills the pipe
		ctx, cancel := context.WithTimeout(t.Context(), 200*time.Millisecond)
		defer cancel()
		start := time.Now()
		svg, err := fake(t, "hang").SVG(ctx, dot)
		var te *TimeoutError
		if svg != nil || !errors.As(err, &te) || !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("SVG = %q, %v; want a TimeoutError", svg, err)
		} else if !strings.HasPrefix(err.Error(), "drawing took longer than ") {
			t.Errorf("SVG: %q", err)
		}
		if d := time.Since(start); d > patience {
			t.Errorf("a deadline of 200 ms was kept after %v", d)
		}
	}
	if got := (&TimeoutError{Limit: 30*time.Second - 80*time.Microsecond}).Error(); got != "drawing took longer than 30s" {
		t.Errorf("TimeoutError = %q", got)
	}
}

func TestSVGCancel(t *testing.T) {
	t.Parallel()
	why := errors.New("Ctrl-C")
	for _, tt := range []struct{ cause, want error }{
		{nil, context.Canceled},
		{why, why},
	} {
		ctx, cancel := context.WithCancelCause(t.Context())
		socket, calls := listen(t)
		go func() {
			<-calls
			cancel(tt.cause)
		}()
		if _, err := fake(t, "hang", socket).SVG(ctx, nil); !errors.Is(err, tt.want) {
			t.Errorf("SVG: %v, want %v", err, tt.want)
		}
		if _, err := fake(t, "deaf").SVG(ctx, nil); !errors.Is(err, tt.want) {
			t.Errorf("SVG of a context that is done: %v, want %v", err, tt.want)
		}
	}
}

func TestSVGKillsGrandchildren(t *testing.T) {
	t.Parallel()
	if runtime.GOOS == "windows" {
		t.Skip("no process groups")
	}
	ctx, cancel := context.WithCancel(t.Context())
	socket, calls := listen(t)
	var grandchild net.Conn
	go func() {
		grandchild = <-calls
		cancel()
	}()
	if _, err := fake(t, "parent", socket).SVG(ctx, nil); !errors.Is(err, context.Canceled) {
		t.Fatalf("SVG: %v, want Canceled", err)
	}
	// The system hangs up for it when it dies.
	grandchild.SetReadDeadline(time.Now().Add(patience))
	if _, err := grandchild.Read(make([]byte, 1)); err == nil || errors.Is(err, os.ErrDeadlineExceeded) {
		t.Errorf("the grandchild lives on: %v", err)
	}
}

// listen returns a socket's name, and a channel with the first call to it.
func listen(t *testing.T) (socket string, calls <-chan net.Conn) {
	t.Helper()
	dir, err := os.MkdirTemp("", "s") // t.TempDir's names are too long for sockets
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	socket = filepath.Join(dir, "s")
	l, err := net.Listen("unix", socket)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Close() })
	c := make(chan net.Conn, 1)
	go func() {
		if conn, err := l.Accept(); err == nil {
			c <- conn
		}
	}()
	return socket, c
}
