package main

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"
)

// cli's own help flag would take the operands for topics, and it is one value
// for all apps.
func init() { cli.HelpFlag = nil }

func newApp(p *program, stdin io.Reader) *cli.App {
	app := &cli.App{
		Name:  "lineage",
		Usage: "how organizations begin, change and end, who was a member of them and when, and how we know",
		UsageText: `lineage members CACO --on 2004-12-31
lineage members EurAsEC --in 2008 --cite
lineage trace CAEU --state Kyrgyzstan
lineage show EAEU
lineage history Uzbekistan
lineage diff EurAsEC EAEU --on 2014-12-31 --and 2015-01-02
lineage render CAEU -o caeu.svg`,
		Commands: []*cli.Command{
			membersCommand(p), historyCommand(p), traceCommand(p), showCommand(p), diffCommand(p),
			sharedCommand(p), eventsCommand(p), sourcesCommand(p), listCommand(p), auditCommand(p),
			renderCommand(p), exportCommand(p), importCommand(p),
			validateCommand(p), coverageCommand(p),
			helpCommand(p), completionCommand(p), manCommand(p), versionCommand(p),
		},
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "format", Usage: "write `FORMAT`: table, json, csv or markdown; render, sources and export have others", Destination: &p.format},
			&cli.StringFlag{Name: "output", Aliases: []string{"o"}, Usage: "write to `FILE`, whole or not at all; its extension says the format", Destination: &p.output, TakesFile: true},
			&cli.StringSliceFlag{Name: "data", Usage: "ask `DATA` instead of the facts built in: a folder, a .json, a table; may be repeated (lineage help data)", Destination: &p.data, TakesFile: true},
			&cli.BoolFlag{Name: "version", Usage: "print the version", DisableDefaultText: true, Destination: &p.version},
		},
		Action:                    func(c *cli.Context) error { return p.root(c) },
		CustomAppHelpTemplate:     appHelp,
		HideHelp:                  true,
		OnUsageError:              onUsageError,
		ExitErrHandler:            func(*cli.Context, error) {}, // else cli ends the process
		EnableBashCompletion:      true,
		BashComplete:              p.complete(nil),
		DisableSliceFlagSeparator: true,
		Reader:                    stdin,
		Writer:                    &p.out,
		ErrWriter:                 p.stderr,
	}
	app.Flags = append(app.Flags, helpFlag())
	for _, c := range app.Commands {
		p.harden(c)
	}
	return app
}

// harden sets on c what urfave/cli does not inherit.
func (p *program) harden(c *cli.Command) {
	c.OnUsageError = onUsageError // else help goes to standard output
	c.HideHelp = true             // else "members help" is a command
	c.Flags = append(c.Flags, helpFlag())
	if c.BashComplete == nil {
		c.BashComplete = p.complete(c)
	}
	action := c.Action
	c.Action = func(ctx *cli.Context) error {
		if ctx.Bool("help") {
			cli.HelpPrinter(&p.out, commandHelp, c)
			return nil
		}
		if ctx.IsSet("output") && p.output == "" {
			return usagef("-o needs the name of a file")
		}
		if slices.Contains(p.data.Value(), "") {
			return usagef("--data needs the name of a folder or file")
		}
		return action(ctx)
	}
}

func helpFlag() cli.Flag {
	return &cli.BoolFlag{Name: "help", Aliases: []string{"h"}, Usage: "show help", DisableDefaultText: true}
}

// root is what runs where the line names no command.
func (p *program) root(c *cli.Context) error {
	switch {
	case c.Bool("help"):
		return cli.ShowAppHelp(c)
	case p.version:
		return p.writeVersion()
	case c.Args().Present():
		return unknownCommand(c.App, c.Args().First())
	}
	return usagef("what is the question? For example: lineage members CACO --on 2004-12-31 (lineage help lists more)")
}

func unknownCommand(app *cli.App, name string) error {
	var names []string
	for _, c := range app.Commands {
		names = append(names, c.Names()...)
	}
	return usagef("no command %s%s (lineage help)", quote(name), didYouMean(name, names))
}

// onUsageError takes the place of cli's, which prints help to standard output.
func onUsageError(c *cli.Context, err error, _ bool) error {
	const undefined = "flag provided but not defined: "
	name, ok := strings.CutPrefix(err.Error(), undefined)
	if !ok {
		return &usageError{err}
	}
	var known []string
	for _, flags := range [][]cli.Flag{c.Command.Flags, c.App.Flags} {
		for _, f := range flags {
			known = append(known, f.Names()...)
		}
	}
	bare := strings.TrimLeft(name, "-")
	suggestion := didYouMean(bare, known)
	if suggestion != "" {
		suggestion = strings.Replace(suggestion, "did you mean ", "did you mean --", 1)
	}
	help := "lineage help"
	if c.Command.Name != c.App.Name {
		help = "lineage help " + c.Command.Name
	}
	return usagef("%s%s%s (%s)", undefined, shorten(name), suggestion, help)
}

// want checks the number of operands of a command.
func want(c *cli.Context, least, most int, usage string) error {
	n := c.Args().Len()
	line := strings.TrimSpace("lineage " + c.Command.Name + " " + c.Command.ArgsUsage)
	switch {
	case n < least:
		return usagef("want %s: %s", usage, line)
	case most >= 0 && n > most:
		return usagef("unexpected %s: %s", quote(c.Args().Get(most)), line)
	}
	for _, arg := range c.Args().Slice() {
		if strings.TrimSpace(arg) == "" {
			return &usageError{errors.New("an empty name was given")}
		}
	}
	return nil
}

func shorten(s string) string {
	const most = 40
	if r := []rune(s); len(r) > most {
		return string(r[:most]) + "…"
	}
	return s
}

// didYouMean returns "; did you mean X?" for the closest of the known words, or
// "".
func didYouMean(word string, known []string) string {
	best, least := "", max(1, len(word)/3)
	for _, k := range known {
		d := distance(word, k)
		if len(word) >= 2 && strings.HasPrefix(k, word) {
			d = min(d, 1)
		}
		if len(k) > 1 && d <= least && (best == "" || d < least) {
			best, least = k, d
		}
	}
	if best == "" {
		return ""
	}
	return fmt.Sprintf("; did you mean %s?", best)
}
