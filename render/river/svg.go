package river

import "io"

func (d *drawing) svg(w io.Writer) error { return nil }
