package export

import (
	"encoding/csv"
	"io"
	"strings"
)

// WriteRecords writes records as CSV: as RFC 4180 has it, but for lines that end
// in \n. A cell that a spreadsheet would run as a formula is led by an
// apostrophe; numbers are none.
func WriteRecords(w io.Writer, records [][]string) error {
	cw := csv.NewWriter(w)
	for _, rec := range records {
		safe := make([]string, len(rec))
		for i, cell := range rec {
			safe[i] = guard(cell)
		}
		if err := cw.Write(safe); err != nil {
			return err
		}
	}
	cw.Flush()
	return cw.Error()
}

// guard keeps spreadsheets from running a cell as a formula.
func guard(cell string) string {
	if cell != "" && strings.IndexByte("=+-@\t\r", cell[0]) >= 0 && !negative(cell) {
		return "'" + cell
	}
	return cell
}

// negative reports whether the cell is a negative number, such as -9.
func negative(cell string) bool {
	digits, found := strings.CutPrefix(cell, "-")
	return found && digits != "" && strings.Trim(digits, "0123456789") == ""
}
