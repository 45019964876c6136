package main

import (
	"fmt"
	"runtime"
	"runtime/debug"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/orglineage/orglineage/data"
)

func versionCommand(p *program) *cli.Command {
	return &cli.Command{
		Name:      "version",
		Usage:     "the versions of the program, of its data and of Go",
		UsageText: `lineage version`,
		Action: func(c *cli.Context) error {
			if err := want(c, 0, 0, "nothing more"); err != nil {
				return err
			}
			return p.writeVersion()
		},
	}
}

func (p *program) writeVersion() error {
	format, err := p.chooseFormat("version", formatTable, formatJSON)
	if err != nil {
		return err
	}
	version := "(devel)"
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" {
		version = info.Main.Version
	}
	if format == formatJSON {
		return writeJSON(&p.out, struct {
			Version string `json:"version"`
			Data    string `json:"data"`
			Go      string `json:"go"`
		}{version, data.Revision, runtime.Version()})
	}
	fmt.Fprintf(&p.out, "lineage %s, data %s, %s\n", version, data.Revision, runtime.Version())
	return nil
}

func manCommand(p *program) *cli.Command {
	return &cli.Command{
		Name:      "man",
		Usage:     "write the manual page",
		UsageText: `lineage man | man -l -`,
		Action: func(c *cli.Context) error {
			if err := want(c, 0, 0, "nothing more"); err != nil {
				return err
			}
			if p.format != "" {
				return usagef("man knows no formats: it writes roff")
			}
			app := newApp(&program{}, c.App.Reader) // as it stands before cli sets it up
			page, err := app.ToManWithSection(1)
			if err != nil {
				return err
			}
			p.out.WriteString(page)
			for _, name := range topicNames() {
				text, _ := topic(name)
				p.out.WriteString(roff(text))
			}
			return nil
		},
	}
}

// roff makes a section of the manual page of a topic, whose first line is its
// heading.
func roff(text string) string {
	heading, body, _ := strings.Cut(text, "\n\n")
	b := new(strings.Builder)
	fmt.Fprintf(b, "\n.SH %s\n.nf\n", strings.ToUpper(heading))
	for line := range strings.Lines(strings.ReplaceAll(body, `\`, `\e`)) {
		if line[0] == '.' || line[0] == '\'' {
			b.WriteString(`\&`) // else it is a request
		}
		b.WriteString(line)
	}
	b.WriteString(".fi\n")
	return b.String()
}

func helpCommand(p *program) *cli.Command {
	return &cli.Command{
		Name:      "help",
		Usage:     "help on a command, or on " + strings.Join(topicNames(), ", "),
		ArgsUsage: "[COMMAND|TOPIC]",
		UsageText: `lineage help members
lineage help dates`,
		Action: func(c *cli.Context) error {
			if err := want(c, 0, 1, "one command or topic"); err != nil {
				return err
			}
			if !c.Args().Present() {
				return cli.ShowAppHelp(c)
			}
			name := strings.ToLower(c.Args().First())
			if text, ok := topic(name); ok {
				_, err := p.out.WriteString(text)
				return err
			}
			if command := c.App.Command(name); command != nil {
				cli.HelpPrinter(&p.out, commandHelp, command)
				return nil
			}
			known := topicNames()
			for _, x := range c.App.Commands {
				known = append(known, x.Name)
			}
			return usagef("no command or topic %s%s; topics are %s", quote(name), didYouMean(name, known), list(topicNames()))
		},
	}
}
