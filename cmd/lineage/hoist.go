package main

import (
	"slices"
	"strings"

	"github.com/urfave/cli/v2"
)

// hoistFlags moves the flags in args to where cli v2 looks for them, so that
// they may stand anywhere on the line: those of the app before the command,
// those of the command before its operands. What follows "--" is an operand.
// It reorders and adds at most one "--"; flags keep their order among
// themselves, and so do operands. Flags that nobody knows stay in front of the
// operands, where cli reports them.
func hoistFlags(app *cli.App, args []string) ([]string, error) {
	h := hoister{app: app}
	rest := args[1:]
	for len(rest) > 0 {
		arg := rest[0]
		rest = rest[1:]
		if arg == "--" {
			h.operands = append(h.operands, rest...)
			break
		}
		if len(arg) < 2 || arg[0] != '-' {
			h.word(arg)
			continue
		}
		name, _, hasValue := strings.Cut(strings.TrimPrefix(arg[1:], "-"), "=")
		g := hoisted{name: name, args: []string{arg}}
		if f := h.lookup(name, rest); f != nil && takesValue(f) && !hasValue {
			if len(rest) == 0 || h.looksLikeFlag(rest[0]) {
				return nil, usagef("flag needs an argument: %s", printable(arg))
			}
			g.args = append(g.args, rest[0])
			rest = rest[1:]
		}
		h.flags = append(h.flags, g)
	}
	return h.line(args[0])
}

// A hoister sorts the words of a line into flags and operands.
type hoister struct {
	app      *cli.App
	command  *cli.Command // nil until its name is read
	called   string       // as it stood on the line
	flags    []hoisted
	operands []string
}

// A hoisted flag is one or two words of the line.
type hoisted struct {
	name string
	args []string
}

func (h *hoister) word(arg string) {
	if h.command == nil && len(h.operands) == 0 {
		if c := h.app.Command(arg); c != nil {
			h.command, h.called = c, arg
			return
		}
	}
	h.operands = append(h.operands, arg)
}

// lookup finds a flag in the command, then in the app. As long as no command
// is known, those of the command that comes first in the rest of the line count,
// then those of all.
func (h *hoister) lookup(name string, rest []string) cli.Flag {
	if h.command != nil {
		if f := findFlag(h.command.Flags, name); f != nil {
			return f
		}
		return findFlag(h.app.Flags, name)
	}
	if f := findFlag(h.app.Flags, name); f != nil {
		return f
	}
	for _, word := range rest {
		if c := h.app.Command(word); c != nil {
			if f := findFlag(c.Flags, name); f != nil {
				return f
			}
			break
		}
	}
	for _, c := range h.app.Commands {
		if f := findFlag(c.Flags, name); f != nil {
			return f
		}
	}
	return nil
}

// looksLikeFlag reports whether a word is a flag rather than the value of one.
func (h *hoister) looksLikeFlag(arg string) bool {
	if len(arg) < 2 || arg[0] != '-' {
		return false
	}
	name, _, _ := strings.Cut(strings.TrimPrefix(arg[1:], "-"), "=")
	return arg == "--" || h.lookup(name, nil) != nil
}

// line puts the words together again.
func (h *hoister) line(program string) ([]string, error) {
	var before, after []string
	var seen []cli.Flag
	for _, g := range h.flags {
		f := cli.Flag(nil)
		if h.command != nil {
			f = findFlag(h.command.Flags, g.name)
		}
		own := f != nil
		if f == nil {
			f = findFlag(h.app.Flags, g.name)
		}
		if f != nil && !repeats(f) {
			if slices.Contains(seen, f) {
				return nil, usagef("flag %s is given twice", printable(g.args[0]))
			}
			seen = append(seen, f)
		}
		if f != nil && !own {
			before = append(before, g.args...)
		} else {
			after = append(after, g.args...)
		}
	}
	out := append([]string{program}, before...)
	dashes := slices.ContainsFunc(h.operands, func(s string) bool { return strings.HasPrefix(s, "-") })
	if h.command != nil {
		out = append(out, h.called)
	} else if len(h.operands) > 0 {
		// No such command: its flags are not worth a word.
		return append(append(append(out, "--"), h.operands...), after...), nil
	}
	out = append(out, after...)
	if dashes {
		out = append(out, "--")
	}
	return append(out, h.operands...), nil
}

func findFlag(flags []cli.Flag, name string) cli.Flag {
	for _, f := range flags {
		if slices.Contains(f.Names(), name) {
			return f
		}
	}
	return nil
}

func takesValue(f cli.Flag) bool {
	d, ok := f.(cli.DocGenerationFlag)
	return ok && d.TakesValue()
}

// repeats reports whether a flag may stand on the line more than once.
func repeats(f cli.Flag) bool {
	switch f.(type) {
	case *cli.StringSliceFlag, *cli.BoolFlag:
		return true
	}
	return false
}
