package main

import (
	"embed"
	"strings"
)

// The templates of help. They are parsed only when help is asked for.
const (
	appHelp = `lineage – {{.Usage}}

Examples:
   {{wrap .UsageText 3}}

Usage:
   lineage COMMAND [ARGUMENTS] [FLAGS]

Commands:{{range .VisibleCommands}}
   {{.Name}}{{"\t"}}{{.Usage}}{{end}}

Flags that every command knows; flags may stand anywhere on the line:
   {{range $i, $f := .VisibleFlags}}{{if $i}}
   {{end}}{{$f}}{{end}}

Names of organizations and states may be given in full or short, in any case and
language. Results go to standard output, all else to standard error. Exit codes:
0, 1 (a problem), 2 (wrong usage), 3 (not found, or ambiguous).

Topics: ` + topicList + ` (lineage help TOPIC)
`

	commandHelp = `lineage {{.Name}} – {{.Usage}}

Examples:
   {{wrap .UsageText 3}}

Usage:
   lineage {{.Name}}{{if .ArgsUsage}} {{.ArgsUsage}}{{end}}{{if .VisibleFlags}} [FLAGS]{{end}}
{{if .Description}}
{{.Description}}
{{end}}
Flags:
   {{range $i, $f := .VisibleFlags}}{{if $i}}
   {{end}}{{$f}}{{end}}

Also the flags that every command knows: --format, -o FILE, --data DATA (lineage help).
`

	topicList = "basis, data, dates, evidence, exit, formats, identity, json, names, pictures, roles"
)

//go:embed topics/*.txt
var topics embed.FS

func topicNames() []string { return strings.Split(topicList, ", ") }

// topic returns the text of a help topic.
func topic(name string) (string, bool) {
	if strings.ContainsAny(name, "/.") {
		return "", false
	}
	text, err := topics.ReadFile("topics/" + name + ".txt")
	return string(text), err == nil
}
