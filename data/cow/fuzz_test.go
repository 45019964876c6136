package cow

import (
	"bytes"
	"errors"
	"testing"
)

// FuzzRead reads a table of any text: it ends, it says where what is wrong, and a
// table that it accepts reads the same with its fields in quotes.
func FuzzRead(f *testing.F) {
	for _, s := range []string{
		"ioname,orgname,year,usa,uzbekistan,sdate\nEAEC,\"a, \"\"b\"\"\nc\",2005,0,1,2000\n",
		"ccode,year,state,eaec,sco\r\n704,2005,uzbekistan,1,-9\r\n",
		"organization,state,role,year\nX,A,observer,2005\n",
		"organization\tstate\tfrom\tto\nX\tA\t2001-05\t[2004..2005]\n",
		"organization;state;since;until\nX;A;[..];\n",
		"\uFEFFioname,year,usa\nX,2005.0,NA",
		"ioname,year,usa\n\"X", "ioname,year,usa\rX", "\xff\xfe", "",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		var records []Record
		table, err := Read(bytes.NewReader(text), Options{}, func(r *Record) { records = append(records, *r) })
		if err != nil {
			var problems Problems
			if !errors.As(err, &problems) || len(problems) == 0 {
				t.Fatalf("error %v of type %T", err, err)
			}
			for _, p := range problems {
				if p.Line < 1 || p.Col < 1 || p.Rule == "" || p.Msg == "" {
					t.Errorf("problem %+v", p)
				}
			}
			return
		}
		lines := bytes.Count(text, []byte{'\n'}) + 1
		for _, r := range records {
			if r.Organization == "" || r.State == "" || r.Line < 2 || r.Line > lines || r.Col < 1 {
				t.Errorf("record %+v", r)
			}
			if r.Year == 0 {
				lo, _ := r.Since.Bounds()
				if _, hi := r.Until.Bounds(); !r.Until.IsZero() && hi <= lo {
					t.Errorf("ends before it begins: %v", r.Interval)
				}
			} else if r.Year < table.First || r.Year > table.Last {
				t.Errorf("year %d is not in %d–%d", r.Year, table.First, table.Last)
			}
		}
	})
}
