package examples

import (
	"bytes"
	"flag"
	"html"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "rewrite the output of the commands in the README")

// programs builds the programs of this tree and returns their folder.
func programs(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	build := exec.Command("go", "build", "-o", dir+string(filepath.Separator), "../cmd/...")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return dir
}

var (
	consoleBlock = regexp.MustCompile("(?s)```console\n\\$ (.*?)\n(.*?)```\n")
	shellBlock   = regexp.MustCompile("(?s)```sh\n(.*?)```\n")
	goBlock      = regexp.MustCompile("(?s)```go\n(.*?)```\n")
)

// What the README shows of a command is what the command says.
func TestREADMEOutput(t *testing.T) {
	dir := programs(t)
	readme, err := os.ReadFile("../README.md")
	if err != nil {
		t.Fatal(err)
	}
	blocks := 0
	got := consoleBlock.ReplaceAllFunc(readme, func(block []byte) []byte {
		blocks++
		line := string(consoleBlock.FindSubmatch(block)[1])
		words := strings.Fields(line)
		if words[0] != "lineage" {
			t.Fatalf("the README runs %q", words[0])
		}
		cmd := exec.Command(filepath.Join(dir, words[0]), words[1:]...)
		cmd.Dir = ".." // where a reader of the README is
		// A failing command has its place in the README as well.
		out, _ := cmd.CombinedOutput()
		return []byte("```console\n$ " + line + "\n" + string(out) + "```\n")
	})
	if blocks < 4 {
		t.Errorf("found %d commands, want at least 4", blocks)
	}
	if *update {
		if err := os.WriteFile("../README.md", got, 0o666); err != nil {
			t.Fatal(err)
		}
	} else if diff := cmp.Diff(string(readme), string(got)); diff != "" {
		t.Errorf("README.md (-says +output; run with -update to accept):\n%s", diff)
	}
	if lines := bytes.Count(got, []byte("\n")); lines > 150 {
		t.Errorf("the README has %d lines, want 150 at most", lines)
	}
}

// The first command of the README builds the programs and draws the picture.
func TestREADMEMainJob(t *testing.T) {
	readme, err := os.ReadFile("../README.md")
	if err != nil {
		t.Fatal(err)
	}
	first := string(shellBlock.FindSubmatch(readme)[1])
	dir := t.TempDir()
	bin := filepath.Join(dir, "bin")
	picture := filepath.Join(dir, "caeu.svg")
	script := strings.NewReplacer("bin/", bin+"/", "caeu.svg", picture).Replace(first)
	cmd := exec.Command("sh", "-c", script)
	cmd.Dir = ".."
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%s\n%v\n%s", script, err, out)
	}
	svg, err := os.ReadFile(picture)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Contains(svg, []byte("Eurasian Economic Union")) {
		t.Error("the picture does not reach the Eurasian Economic Union")
	}
}

// The ten lines of Go in the README compile and run.
func TestREADMELibrary(t *testing.T) {
	readme, err := os.ReadFile("../README.md")
	if err != nil {
		t.Fatal(err)
	}
	lines := string(goBlock.FindSubmatch(readme)[1])
	if n := strings.Count(lines, "\n"); n > 12 {
		t.Errorf("the README needs %d lines, want about ten", n)
	}
	program := `package main

import (
	"fmt"
	"log"

	"github.com/orglineage/orglineage/data"
	"github.com/orglineage/orglineage/lineage"
)

func main() {
` + lines + "}\n"
	out := runOutside(t, program)
	if want := "RU no 2004-10-18 1"; !strings.Contains(out, want) {
		t.Errorf("it prints\n%s\nwithout %q", out, want)
	}
}

// A page of the core lineage with river and chart is small enough to be sent.
func TestPageSize(t *testing.T) {
	info, err := os.Stat("gallery/core.html")
	if err != nil {
		t.Fatal(err)
	}
	if info.Size() > 300_000 {
		t.Errorf("gallery/core.html has %d bytes", info.Size())
	}
}

// The gallery, and with it the picture in the README, is what its commands draw.
func TestGallery(t *testing.T) {
	bin := programs(t)
	index, err := os.ReadFile("gallery/index.html")
	if err != nil {
		t.Fatal(err)
	}
	commands := regexp.MustCompile(`<pre><code>(.*)</code></pre>`).FindAllSubmatch(index, -1)
	if len(commands) < 8 {
		t.Errorf("the index has %d commands", len(commands))
	}
	for _, c := range commands {
		args := strings.Fields(html.UnescapeString(string(c[1])))
		file := args[len(args)-1]
		t.Run(file, func(t *testing.T) {
			args[len(args)-1] = filepath.Join(t.TempDir(), file)
			cmd := exec.Command(filepath.Join(bin, args[0]), args[1:]...)
			cmd.Dir = ".."
			cmd.Env = append(os.Environ(), "LINEAGE_GRAPHVIZ="+filepath.Join(bin, "lineage-graphviz"))
			if out, err := cmd.CombinedOutput(); err != nil {
				t.Fatalf("%v\n%s", err, out)
			}
			got, err := os.ReadFile(args[len(args)-1])
			if err != nil {
				t.Fatal(err)
			}
			want, err := os.ReadFile(filepath.Join("gallery", file))
			if err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(got, want) {
				t.Errorf("gallery/%s is stale; run go generate ./examples/gallery", file)
			}
		})
	}
}
