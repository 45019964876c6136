package page

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/orglineage/orglineage/lineage"
	"github.com/orglineage/orglineage/render"
	"github.com/orglineage/orglineage/render/internal/scene"
)

// everyDay is the same in the browser: who stands how in each organization, a
// line for each day on which that changes.
const everyDay = `(() => {
	const lines = [], before = {};
	const day = (text, n) => new Date(Date.parse(text) + n * 864e5).toISOString().slice(0, 10);
	let n = 0;
	for (;; n++) {
		const date = day(%q, n);
		if (date === %q) break;
		for (const id of %s) {
			const now = lineage.membersOn(id, date).map(m => [m.state, m.role, m.answer, m.suspended].join(' ')).sort().join(', ');
			if (now !== (before[id] || '')) lines.push(date + ' ' + id + ': ' + now);
			before[id] = now;
		}
	}
	return n + ' days\n' + lines.join('\n');
})()`

// TestEveryDay: on every day of the window the page answers as the atlas does.
func TestEveryDay(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		why   string
		atlas *lineage.Atlas
		view  render.View
	}{
		{"the core lineage", builtIn(t), render.View{Organizations: core}},
		{"by signature, which makes answers vague", builtIn(t), render.View{Organizations: core, Basis: lineage.BySignature}},
		{"a period and two roles", builtIn(t), render.View{
			Organizations: core, From: lineage.MustDate("2004"), To: lineage.MustDate("2015"), Roles: lineage.RolesOf(lineage.Member, lineage.Observer),
		}},
		{"hostile names and vague dates", hostile(t), render.View{}},
	} {
		t.Run(c.why, func(t *testing.T) {
			s, err := scene.New(c.atlas, c.view)
			if err != nil {
				t.Fatal(err)
			}
			roles := c.view.Roles
			if roles == 0 {
				roles = lineage.EveryRole
			}
			var ids, lines []string
			before := map[lineage.OrgID]string{}
			for _, b := range s.Bodies {
				ids = append(ids, fmt.Sprintf("%q", b.ID))
			}
			for d := s.First; d < s.End; d++ {
				for _, b := range s.Bodies {
					sts, err := c.atlas.MembersOn(b.ID, d.Date(), lineage.Query{Roles: roles, Basis: c.view.Basis})
					if err != nil {
						t.Fatal(err)
					}
					var now []string
					for _, st := range sts {
						now = append(now, fmt.Sprint(st.Membership.State, " ", st.Membership.Role, " ", st.Answer, " ", st.Suspended))
					}
					slices.Sort(now)
					if text := strings.Join(now, ", "); text != before[b.ID] {
						lines = append(lines, fmt.Sprint(d, " ", b.ID, ": ", text))
						before[b.ID] = text
					}
				}
			}
			want := fmt.Sprint(int(s.End-s.First), " days\n", strings.Join(lines, "\n"))
			p := open(t, write(t, c.atlas, c.view), "", 1280, 900)
			got := eval[string](p, fmt.Sprintf(everyDay, s.First.String(), s.End.String(), "["+strings.Join(ids, ",")+"]"))
			if got != want {
				a, b := strings.Split(got, "\n"), strings.Split(want, "\n")
				for i := range max(len(a), len(b)) {
					if i >= len(a) || i >= len(b) || a[i] != b[i] {
						t.Fatalf("the page has\n%s\nwant\n%s", strings.Join(a[min(i, len(a)):min(i+3, len(a))], "\n"), strings.Join(b[min(i, len(b)):min(i+3, len(b))], "\n"))
					}
				}
			}
		})
	}
}

// TestPanelAgrees: what the panel shows on a day is what the atlas answers.
func TestPanelAgrees(t *testing.T) {
	t.Parallel()
	atlas := builtIn(t)
	p := open(t, corePage(t), "", 1280, 900)
	for _, on := range []string{"1994-04-30", "1998-07-17", "2004-12-31", "2005-10-15", "2008-10-20", "2015-01-01", "2026-02-26"} {
		var want []string
		for _, id := range core {
			sts, err := atlas.MembersOn(id, lineage.MustDate(on), lineage.Query{Roles: lineage.EveryRole})
			if err != nil {
				t.Fatal(err)
			}
			for _, st := range sts {
				line := string(st.Membership.State) + "." + string(id)
				if st.Answer == lineage.Maybe {
					line += " perhaps"
				}
				if st.Suspended > lineage.No {
					line += " suspended"
				}
				want = append(want, line)
			}
		}
		slices.Sort(want)
		p.type_("#day", on)
		got := eval[[]string](p, `[...document.querySelectorAll('.members li')].map(li =>
			[li.querySelector('button').dataset.focus, ...[...li.querySelectorAll('.tag')].map(t => t.textContent)].join(' ')).sort()`)
		slices.Sort(got)
		if !slices.Equal(got, want) {
			t.Errorf("on %s the panel has\n%s\nwant\n%s", on, got, want)
		}
		lit := eval[[]string](p, `[...new Set([...document.querySelectorAll('.membership.there')].map(m => m.dataset.state + '.' + m.dataset.organization))].sort()`)
		for i := range want {
			want[i], _, _ = strings.Cut(want[i], " ")
		}
		if !slices.Equal(lit, slices.Compact(want)) {
			t.Errorf("on %s the drawing has\n%s\nwant\n%s", on, lit, want)
		}
	}
}
