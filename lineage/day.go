package lineage

import (
	"fmt"
	"math"
	"time"
)

// A Day is one day of the proleptic Gregorian calendar, counted from
// 1970-01-01, which is 0. Days compare and subtract as numbers.
type Day int32

// MinDay and MaxDay stand for "no bound known" in the past and in the future.
const (
	MinDay Day = math.MinInt32
	MaxDay Day = math.MaxInt32
)

// DayOf returns the day with the given calendar date. Months and days outside
// their usual range carry over, as in [time.Date].
func DayOf(year, month, day int) Day {
	year, month = year+floorDiv(month-1, 12), month-1-12*floorDiv(month-1, 12)
	// Years are counted from March, so that the leap day comes last.
	if month < 2 {
		year--
	}
	leaps := floorDiv(year, 4) - floorDiv(year, 100) + floorDiv(year, 400)
	return Day(365*year + leaps + beforeMonth[month] + day - toEpoch)
}

// beforeMonth is the number of days from 1 March to the month, from January on.
var beforeMonth = [...]int{306, 337, 0, 31, 61, 92, 122, 153, 184, 214, 245, 275}

// toEpoch is the number of days from the last day of February of the year 0 to
// 1970-01-01.
const toEpoch = 719469

func floorDiv(a, b int) int {
	if a < 0 {
		return -((b - 1 - a) / b)
	}
	return a / b
}

// Civil returns the calendar date of d.
func (d Day) Civil() (year, month, day int) {
	y, m, dd := d.time().Date()
	return y, int(m), dd
}

// Date returns d as a [Date] known to the day; the zero Date if d is outside
// the years 1 to 9999.
func (d Day) Date() Date {
	y, m, dd := d.Civil()
	if y < 1 || y > 9999 {
		return Date{}
	}
	return single(packCivil(y, m, dd), 0)
}

// String returns d as YYYY-MM-DD, and ".." for MinDay and MaxDay.
func (d Day) String() string {
	if d == MinDay || d == MaxDay {
		return ".."
	}
	y, m, dd := d.Civil()
	return fmt.Sprintf("%04d-%02d-%02d", y, m, dd)
}

func (d Day) time() time.Time { return time.Unix(int64(d)*24*60*60, 0).UTC() }
