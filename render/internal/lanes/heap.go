package lanes

// A heap gives back what was put into it by key, then by number.
type heap []item

type item struct{ key, number int }

func (a item) before(b item) bool {
	return a.key < b.key || a.key == b.key && a.number < b.number
}

func (h *heap) push(it item) {
	s := append(*h, it)
	i := len(s) - 1
	for i > 0 {
		above := (i - 1) / 2
		if !it.before(s[above]) {
			break
		}
		s[i] = s[above]
		i = above
	}
	s[i] = it
	*h = s
}

func (h *heap) pop() item {
	s := *h
	top, it := s[0], s[len(s)-1]
	s = s[:len(s)-1]
	*h = s
	if len(s) == 0 {
		return top
	}
	i := 0
	for {
		below := 2*i + 1
		if below >= len(s) {
			break
		}
		if below+1 < len(s) && s[below+1].before(s[below]) {
			below++
		}
		if !s[below].before(it) {
			break
		}
		s[i] = s[below]
		i = below
	}
	s[i] = it
	return top
}
