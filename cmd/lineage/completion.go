package main

import (
	"embed"
	"fmt"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/orglineage/orglineage/data"
	"github.com/orglineage/orglineage/lineage"
	"github.com/orglineage/orglineage/render"
	"github.com/orglineage/orglineage/render/chart"
)

// completionFlag ends the line that a shell asks to complete.
const completionFlag = "--generate-bash-completion"

//go:embed completions
var completions embed.FS

var shells = []string{"bash", "zsh", "fish"}

func completionCommand(p *program) *cli.Command {
	return &cli.Command{
		Name:      "completion",
		Usage:     "write the completion script for a shell",
		ArgsUsage: "bash|zsh|fish",
		UsageText: `source <(lineage completion bash)
lineage completion zsh > "${fpath[1]}/_lineage"
lineage completion fish > ~/.config/fish/completions/lineage.fish`,
		Description: `The scripts ask the program itself, so that they offer commands, flags, the
values of flags, and the IDs of organizations and states.`,
		Action: func(c *cli.Context) error {
			if err := want(c, 1, 1, "a shell"); err != nil {
				return err
			}
			shell := c.Args().First()
			script, err := completions.ReadFile("completions/lineage." + shell)
			if err != nil || strings.ContainsAny(shell, "/.") {
				return usagef("no completion for %s; want %s", quote(shell), choice(shells))
			}
			_, err = p.out.Write(script)
			return err
		},
	}
}

// complete returns what offers words for the last place of p.words on a line
// of the command, or of the app if it is nil.
func (p *program) complete(command *cli.Command) cli.BashCompleteFunc {
	return func(c *cli.Context) {
		for _, w := range p.offer(c.App, command) {
			fmt.Fprintln(&p.out, w)
		}
	}
}

// offer returns the words that may come next. The last of p.words is the one
// before the cursor, or the beginning of the one at it if that is a flag.
func (p *program) offer(app *cli.App, command *cli.Command) []string {
	last := ""
	if n := len(p.words); n > 0 {
		last = p.words[n-1]
	}
	if flag := flagOf(app, command, last); flag != nil && takesValue(flag) && !strings.Contains(last, "=") {
		return p.values(app, flag.Names()[0])
	}
	if strings.HasPrefix(last, "-") {
		if name := strings.TrimLeft(last, "-"); flagOf(app, command, last) == nil || name == "" {
			return flagsLike(app, command, last)
		}
	}
	if command == nil {
		var names []string
		for _, c := range app.Commands {
			names = append(names, c.Name)
		}
		return names
	}
	return p.operands(app, command.Name)
}

func flagOf(app *cli.App, command *cli.Command, word string) cli.Flag {
	if !strings.HasPrefix(word, "-") {
		return nil
	}
	name := strings.TrimLeft(word, "-")
	if command != nil {
		if f := findFlag(command.Flags, name); f != nil {
			return f
		}
	}
	return findFlag(app.Flags, name)
}

func flagsLike(app *cli.App, command *cli.Command, word string) []string {
	lists := [][]cli.Flag{app.Flags}
	if command != nil {
		lists = [][]cli.Flag{command.Flags, app.Flags}
	}
	var names []string
	seen := map[string]bool{}
	for _, flags := range lists {
		for _, f := range flags {
			for _, n := range f.Names() {
				n = "--" + n
				if len(n) > len("--x") && strings.HasPrefix(n, word) && !seen[n] {
					seen[n] = true
					names = append(names, n)
				}
			}
		}
	}
	return names
}

// values returns the values of a flag; nothing where any file or date may stand.
func (p *program) values(app *cli.App, flag string) []string {
	switch flag {
	case "format":
		formats := slices.Concat(listingFormats, []string{formatSVG, formatHTML, formatDOT, formatBibTeX, formatCSL})
		for _, name := range exportNames() {
			if !slices.Contains(formats, name) {
				formats = append(formats, name)
			}
		}
		return formats
	case "table", "network":
		return variantNames(flag)
	case "role":
		return append(stringsOf(lineage.AllRoles()), "all")
	case "basis":
		return stringsOf(lineage.AllBases())
	case "identity":
		return stringsOf(lineage.AllIdentities())
	case "kind":
		return kindWords()
	case "assume":
		return stringsOf(data.AllAssumptions())
	case "for":
		return stringsOf(lineage.AllUses())
	case "view":
		return views
	case "sort":
		return stringsOf(chart.AllSorts())
	case "lang":
		return render.Languages()
	case "direction":
		return []string{"TB", "LR"}
	case "state":
		return p.stateIDs()
	case "org":
		return p.organizationIDs()
	case "collection":
		return p.collectionIDs()
	}
	return nil
}

func (p *program) operands(app *cli.App, command string) []string {
	switch command {
	case "members", "trace", "diff", "events", "sources", "render", "export", "coverage", "audit":
		return p.organizationIDs()
	case "show":
		return slices.Concat(p.organizationIDs(), p.stateIDs(), p.collectionIDs())
	case "history", "shared":
		return p.stateIDs()
	case "list":
		return listable
	case "import":
		if slices.ContainsFunc(p.words, func(w string) bool { return slices.Contains(importKinds, w) }) {
			return nil // a file comes next
		}
		return importKinds
	case "completion":
		return shells
	case "help":
		names := topicNames()
		for _, c := range app.Commands {
			names = append(names, c.Name)
		}
		return names
	}
	return nil
}

func (p *program) collectionIDs() []string {
	atlas, err := p.completionAtlas()
	if err != nil {
		return nil
	}
	var ids []string
	for _, c := range atlas.Collections() {
		ids = append(ids, string(c.ID))
	}
	return ids
}

func (p *program) organizationIDs() []string {
	atlas, err := p.completionAtlas()
	if err != nil {
		return nil
	}
	var ids []string
	for _, o := range atlas.Organizations() {
		ids = append(ids, string(o.ID))
	}
	return ids
}

func (p *program) stateIDs() []string {
	atlas, err := p.completionAtlas()
	if err != nil {
		return nil
	}
	var ids []string
	for _, s := range atlas.States() {
		ids = append(ids, string(s.ID))
	}
	return ids
}

// completionAtlas is the atlas of --data, if the line names any.
func (p *program) completionAtlas() (*lineage.Atlas, error) {
	var names []string
	for i, w := range p.words {
		if name, ok := strings.CutPrefix(w, "--data="); ok {
			names = append(names, name)
		} else if w == "--data" && i+1 < len(p.words) {
			names = append(names, p.words[i+1])
		}
	}
	// Standard input is what the shell reads next.
	names = slices.DeleteFunc(names, func(name string) bool { return name == "-" })
	p.data = *cli.NewStringSlice(names...)
	return p.atlas()
}

func stringsOf[E fmt.Stringer](all []E) []string {
	var texts []string
	for _, e := range all {
		texts = append(texts, e.String())
	}
	return texts
}
