package page

import (
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"strings"
	"sync"
)

//go:embed page.css
var pageStyle string

// sheet returns the style sheet of the page.
var sheet = sync.OnceValue(func() string { return slim(pageStyle) })

// The parts of the script share the scope of one function.
var (
	//go:embed days.js
	days string
	//go:embed show.js
	show string
	//go:embed choose.js
	choose string
	//go:embed find.js
	find string
)

// script returns the script of the page.
var script = sync.OnceValue(func() string {
	return "'use strict';\n(() => {\n" + slim(days+show+choose+find) + "})();\n"
})

// slim leaves out what only those who read the source need: indentation, empty
// lines, and lines that are comments.
func slim(source string) string {
	var b strings.Builder
	for line := range strings.Lines(source) {
		if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "//") && !(strings.HasPrefix(line, "/*") && strings.HasSuffix(line, "*/")) {
			b.WriteString(line + "\n")
		}
	}
	return b.String()
}

// policy returns the content security policy under which the styles and the
// script of the page act, and nothing else does. Images are allowed only as
// data, for the icon that keeps browsers from asking for one.
func policy(styles []string) string {
	hashes := make([]string, len(styles))
	for i, s := range styles {
		hashes[i] = hash(s)
	}
	return "default-src 'none'; script-src " + hash(script()) + "; style-src " + strings.Join(hashes, " ") +
		"; img-src data:; base-uri 'none'; form-action 'none'"
}

func hash(s string) string {
	sum := sha256.Sum256([]byte(s))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}
