package process

import (
	"bytes"
	"fmt"
	"io"
	"net"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"
)

// smallest is a drawing that [Drawer.SVG] takes.
const smallest = `<svg xmlns="http://www.w3.org/2000/svg"/>`

// TestMain lets the test binary play the drawing program: see fake.
func TestMain(m *testing.M) {
	if len(os.Args) > 2 && os.Args[1] == "fake" {
		os.Exit(play(os.Args[2], os.Args[3:]))
	}
	if os.Getenv("GORACE") == "" {
		// Else each of these programs sleeps a second before it exits.
		os.Setenv("GORACE", "atexit_sleep_ms=0")
	}
	os.Exit(m.Run())
}

// fake returns a drawer whose program is this test binary in one of play's
// roles.
func fake(t testing.TB, role string, args ...string) Drawer {
	t.Helper()
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	return Drawer{Path: exe, Args: append([]string{"fake", role}, args...)}
}

func play(role string, args []string) int {
	switch role {
	case "echo": // draws its input as a comment
		dot, err := io.ReadAll(os.Stdin)
		if err != nil {
			return 1
		}
		fmt.Printf("<svg><!--%s--></svg>", dot)
	case "deaf": // draws without reading
		fmt.Print(smallest)
	case "say":
		fmt.Print(args[0])
	case "fail":
		fmt.Print("<svg>")
		fmt.Fprint(os.Stderr, args[0])
		return 1
	case "warn":
		fmt.Fprint(os.Stderr, args[0])
		fmt.Print(smallest)
	case "chatter":
		line := strings.Repeat("x", 1023) + "\n"
		for range 4 * maxStderr / len(line) {
			fmt.Fprint(os.Stderr, line)
		}
		fmt.Print(smallest)
	case "flood":
		block := bytes.Repeat([]byte("<g/>\n"), 20000)
		for {
			if _, err := os.Stdout.Write(block); err != nil {
				time.Sleep(time.Hour) // heeds no broken pipe
			}
		}
	case "hang": // after calling the socket that args name, if any
		if len(args) > 0 {
			if _, err := net.Dial("unix", args[0]); err != nil {
				return 1
			}
		}
		time.Sleep(time.Hour)
	case "parent": // hangs together with a child that holds the same pipes
		cmd := exec.Command(os.Args[0], "fake", "hang", args[0])
		cmd.Stdin, cmd.Stdout, cmd.Stderr = os.Stdin, os.Stdout, os.Stderr
		if err := cmd.Run(); err != nil {
			return 1
		}
	case "find":
		d, err := Find()
		if err != nil {
			fmt.Printf("%T\n%v", err, err)
			return 0
		}
		fmt.Printf("%s\n%s", d.Path, strings.Join(d.Args, " "))
	default:
		return 2
	}
	return 0
}
