package bibliography

import (
	"strconv"
	"strings"

	"github.com/orglineage/orglineage/lineage"
)

// An issued date is a date as reference managers know it: one or two days,
// months or years, each as numbers. Of a range with an open end, one of the two
// is nil; where no date is known, both are.
type issued struct {
	from, to []int
	ranges   bool
	circa    bool // approximate, uncertain, or some day of a range
	suffix   string
}

func issuedOf(d lineage.Date) issued {
	text := d.String()
	if d.IsRange() {
		from, to, _ := strings.Cut(strings.Trim(text, "[]"), "..")
		return issued{from: numbers(from), to: numbers(to), ranges: true, circa: true}
	}
	bare := strings.TrimRight(text, "~?%")
	return issued{from: numbers(bare), circa: bare != text, suffix: text[len(bare):]}
}

// numbers returns the numbers of a date without qualifier, nil for "".
func numbers(date string) []int {
	if date == "" {
		return nil
	}
	var ns []int
	for part := range strings.SplitSeq(date, "-") {
		n, err := strconv.Atoi(part)
		if err != nil {
			return nil // no date is written so
		}
		ns = append(ns, n)
	}
	return ns
}

func (i issued) known() bool { return i.from != nil || i.to != nil }

// edtf writes the date as biblatex reads it, which knows no "one of these
// days": a range becomes the time from one day to the other, and an open end
// one that is not known. It returns "" where no date is known.
func (i issued) edtf() string {
	switch {
	case !i.known():
		return ""
	case i.ranges:
		return written(i.from) + "/" + written(i.to)
	}
	return written(i.from) + i.suffix
}

func written(date []int) string {
	var b strings.Builder
	for n, part := range date {
		width := 2
		if n == 0 {
			width = 4
		} else {
			b.WriteByte('-')
		}
		text := strconv.Itoa(part)
		b.WriteString(strings.Repeat("0", max(0, width-len(text))) + text)
	}
	return b.String()
}

// year returns the year for styles that know no ranges, or 0 if the range does
// not lie in one.
func (i issued) year() int {
	switch {
	case !i.known(), i.ranges && (i.from == nil || i.to == nil || i.from[0] != i.to[0]):
		return 0
	}
	return i.from[0]
}

// month returns the month of that year, or 0 if it is not known.
func (i issued) month() int {
	switch {
	case i.year() == 0, len(i.from) < 2, i.ranges && (len(i.to) < 2 || i.from[1] != i.to[1]):
		return 0
	}
	return i.from[1]
}
