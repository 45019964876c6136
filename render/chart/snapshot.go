package chart

import (
	"cmp"
	"slices"
	"strings"

	"github.com/orglineage/orglineage/lineage"
	"github.com/orglineage/orglineage/render/internal/ink"
)

// An instant is the date asked for. It is a line where it is a day, else the
// strip of the days that it may be.
type instant struct {
	From, To    float64
	Top, Bottom float64
	Day         bool
	Label       label
}

// A snapshot is the list of who was in what on the date asked for.
type snapshot struct {
	Left, Top, Width float64
	Heading          []label
	Groups           []group
	Nobody           []label // instead of groups where there are none
}

// A group is an organization with its members on the date.
type group struct {
	Organization lineage.OrgID
	Hue          int // -1 if it is not drawn
	Name         label
	Lines        []label
	Members      []attendance
}

// An attendance says how a state stood in an organization on the date.
type attendance struct {
	State     lineage.StateID
	Role      lineage.Role
	Answer    lineage.Answer
	Suspended lineage.Answer
}

const (
	snapshotAside = 28.0
	listSize      = 11.5
	listPitch     = 15.0
	headSize      = 13.0
)

func snapshotWidth(width float64) float64 { return min(300, width/4) }

// shoot answers who was in what on the date asked for, in all organizations of
// the view, and says so in words. Where things stand comes later.
func (d *draft) shoot() error {
	on := d.opts.On
	if on.IsZero() {
		return nil
	}
	width := snapshotWidth(d.Width)
	d.Snapshot = &snapshot{Width: width, Left: d.Width - margin - width}
	roles := d.opts.Roles
	if roles == 0 {
		roles = lineage.EveryRole
	}
	for _, o := range d.atlas.Organizations() {
		if len(d.opts.Organizations) > 0 && !slices.Contains(d.opts.Organizations, o.ID) {
			continue
		}
		there, err := d.atlas.MembersOn(o.ID, on, lineage.Query{Roles: roles, Basis: d.opts.Basis})
		if err != nil {
			return err
		}
		if len(there) == 0 {
			continue
		}
		slices.SortStableFunc(there, func(x, y lineage.Standing) int {
			return cmp.Or(rank(x.Membership.Role)-rank(y.Membership.Role), strings.Compare(x.Membership.As, y.Membership.As), int(x.Membership.Role)-int(y.Membership.Role))
		})
		g := group{Organization: o.ID, Hue: -1, Name: label{Text: ink.Clean(o.Short), Bold: true, Size: headSize}}
		for _, st := range there {
			g.Members = append(g.Members, attendance{st.Membership.State, st.Membership.Role, st.Answer, st.Suspended})
		}
		said, err := d.words.attendances(d.atlas, there)
		if err != nil {
			return err
		}
		for _, text := range said {
			g.Lines = append(g.Lines, d.lines(text, listSize, false, d.Snapshot.Width)...)
		}
		d.Snapshot.Groups = append(d.Snapshot.Groups, g)
	}
	return nil
}

// rank puts full members first.
func rank(r lineage.Role) int {
	if r == lineage.Party {
		return int(lineage.Member)
	}
	return int(r)
}

// mark finds where the date stands on the scale.
func (d *draft) mark() {
	first, last := d.opts.On.Bounds()
	if d.opts.On.IsZero() || len(d.rows) == 0 || last < d.s.First || first >= d.s.End {
		return
	}
	from, to := d.Scale.x(max(first, d.s.First)), d.Scale.x(min(last, d.s.End-1)+1)
	if d.opts.On.IsDay() {
		to = from
	}
	name := label{Size: axisSize, Bold: true, Anchor: middle}
	name.Text = ink.Clip(d.words.Label(d.opts.On), name.Size, name.Bold, d.rightmost()-margin)
	half := ink.Width(name.Text, name.Size, name.Bold) / 2
	name.X = max(margin+half, min((from+to)/2, d.rightmost()-half))
	d.On = &instant{From: from, To: to, Day: d.opts.On.IsDay(), Label: name}
}

// placeSnapshot lays out the list at the right of the plot, and returns where it
// ends.
func (d *draft) placeSnapshot() float64 {
	sn := d.Snapshot
	if sn == nil {
		return 0
	}
	y := d.top + headSize
	sn.Top = d.top
	put := func(labels []label, pitch float64) {
		for i := range labels {
			labels[i].X, labels[i].Y = sn.Left, y
			y += pitch
		}
	}
	sn.Heading = d.lines(d.words.Label(d.opts.On), headSize+1, true, sn.Width)
	put(sn.Heading, headSize+5)
	if len(sn.Groups) == 0 {
		sn.Nobody = d.lines(d.words.nobodyThere, listSize, false, sn.Width)
		put(sn.Nobody, listPitch)
	}
	for i := range sn.Groups {
		g := &sn.Groups[i]
		y += 6
		for body := range d.s.Bodies {
			if d.s.Bodies[body].ID == g.Organization {
				g.Hue = d.hues[body]
			}
		}
		g.Name.Text = ink.Clip(g.Name.Text, g.Name.Size, g.Name.Bold, sn.Width)
		g.Name.X, g.Name.Y = sn.Left, y
		y += listPitch + 0.5
		put(g.Lines, listPitch)
	}
	return y
}

// lines wraps a text; where it stands comes later.
func (d *draft) lines(text string, size float64, bold bool, width float64) []label {
	var labels []label
	for _, line := range ink.Wrap(text, size, bold, width) {
		labels = append(labels, label{Text: line, Size: size, Bold: bold})
	}
	return labels
}
