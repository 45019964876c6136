package main

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestHoistFlags(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ in, want, reason string }{
		{"members caco --on 2004", "members --on 2004 caco", "behind the operand"},
		{"--on 2004 members caco", "members --on 2004 caco", "before the command"},
		{"members --format json caco", "--format json members caco", "of the app"},
		{"members caco --format=json --on=2004", "--format=json members --on=2004 caco", "with ="},
		{"members caco -o x --cite", "-o x members --cite caco", "short"},
		{"members -on 2004 caco", "members -on 2004 caco", "one dash is as good as two"},
		{"members -- --on", "members -- --on", "an operand that looks like a flag"},
		{"members --cite -- -x caco", "members --cite -- -x caco", "flags, then operands"},
		{"members caco -- y", "members caco y", "no dashes needed"},
		{"members -", "members -- -", "a dash is an operand"},
		{"members caco --nope x", "members --nope caco x", "nobody knows it: cli reports it"},
		{"membrs caco --on 2004", "-- membrs caco --on 2004", "no such command"},
		{"render caco --format svg --on 2004", "--format svg render --on 2004 caco", "one format flag for all"},
		{"help members", "help members", "the name of a command as an operand"},
		{"members caco --role member --role observer", "members --role member --role observer caco", "may be repeated"},
		{"--cow x audit caco", "audit --cow x caco", "takes a value in the command that comes"},
		{"--cow export caco", "export --cow caco", "takes none in the command that comes"},
		{"", "", "nothing"},
		{"--version", "--version", "no command"},
	} {
		got, err := hoistFlags(newApp(&program{}, nil), append([]string{"lineage"}, strings.Fields(tt.in)...))
		if err != nil {
			t.Errorf("%q: %v (%s)", tt.in, err, tt.reason)
			continue
		}
		if diff := cmp.Diff(append([]string{"lineage"}, strings.Fields(tt.want)...), got); diff != "" {
			t.Errorf("%q (%s) (-want +got):\n%s", tt.in, tt.reason, diff)
		}
	}
	for _, tt := range []struct{ in, err string }{
		{"members caco --on", "flag needs an argument: --on"},
		{"members --on --in 2008 caco", "flag needs an argument: --on"},
		{"members --on -- caco", "flag needs an argument: --on"},
		{"members --on 1999 --on=2000 caco", "flag --on=2000 is given twice"},
		{"members -o a --output b caco", "flag --output is given twice"},
	} {
		_, err := hoistFlags(newApp(&program{}, nil), append([]string{"lineage"}, strings.Fields(tt.in)...))
		if err == nil || err.Error() != tt.err {
			t.Errorf("%q: %v, want %s", tt.in, err, tt.err)
		}
	}
}

func FuzzHoistFlags(f *testing.F) {
	for _, s := range []string{
		"members\ncaco\n--on\n2004", "--format\njson\nmembers\n-o\nx\ncaco", "members\n--\n--on", "x\n--y\nz", "-\n--\n-", "--on=\n\n",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, line string) {
		args := append([]string{"lineage"}, strings.Split(line, "\n")...)
		in := slices.Clone(args)
		app := newApp(&program{}, nil)
		out, err := hoistFlags(app, args)
		if err != nil {
			return
		}
		if !slices.Equal(in, args) {
			t.Errorf("%q was changed", in)
		}
		// Nothing is lost and nothing is added, but for the first "--".
		without := func(words []string) []string {
			words = slices.Clone(words)
			if i := slices.Index(words, "--"); i >= 0 {
				words = slices.Delete(words, i, i+1)
			}
			slices.Sort(words)
			return words
		}
		if a, b := without(in), without(out); !slices.Equal(a, b) {
			t.Errorf("%q became %q", in, out)
		}
		// Words that are no flags, and those behind "--", keep their order.
		if end := slices.Index(in, "--"); end >= 0 {
			if tail := in[end+1:]; !slices.Equal(tail, out[len(out)-len(tail):]) && app.Command(first(out)) != nil {
				t.Errorf("%q became %q: the operands behind -- moved", in, out)
			}
		}
		if again, err := hoistFlags(app, out); err != nil || !slices.Equal(again, out) {
			t.Errorf("%q became %q and then %q (%v)", in, out, again, err)
		}
	})
}

// first returns the first word of a hoisted line that is no flag of the app.
func first(args []string) string {
	for i := 1; i < len(args); i++ {
		if !strings.HasPrefix(args[i], "-") {
			return args[i]
		}
		if f := findFlag(newApp(&program{}, nil).Flags, strings.TrimLeft(args[i], "-")); f != nil && takesValue(f) {
			i++
		}
	}
	return ""
}
