package storyline

import "bytes"

// An orderSet is a set of byte strings of one length, numbered as they come.
// It is a hash table with open addressing, which the search fills by the
// hundred thousand.
type orderSet struct {
	width int
	keys  []byte // one after the other
	slots []int32
	n     int
}

func newOrderSet(width int) *orderSet {
	return &orderSet{width: width, slots: make([]int32, 64)}
}

func (s *orderSet) key(i int) []byte { return s.keys[i*s.width : (i+1)*s.width] }

// find returns the number of a key, or -1, and the slot where it belongs.
func (s *orderSet) find(key []byte) (i, slot int) {
	mask := len(s.slots) - 1
	for slot = int(hash(key)) & mask; ; slot = (slot + 1) & mask {
		i := int(s.slots[slot]) - 1
		if i < 0 || bytes.Equal(s.key(i), key) {
			return i, slot
		}
	}
}

// add returns the number of a key and whether it is new.
func (s *orderSet) add(key []byte) (i int, fresh bool) {
	i, slot := s.find(key)
	if i >= 0 {
		return i, false
	}
	s.keys = append(s.keys, key...)
	s.n++
	s.slots[slot] = int32(s.n)
	if 2*s.n > len(s.slots) {
		s.grow()
	}
	return s.n - 1, true
}

func (s *orderSet) grow() {
	s.slots = make([]int32, 2*len(s.slots))
	for i := range s.n {
		_, slot := s.find(s.key(i))
		s.slots[slot] = int32(i + 1)
	}
}

// hash is FNV-1a with a last mix, for its low bits choose the slot.
func hash(key []byte) uint32 {
	h := uint64(14695981039346656037)
	for _, b := range key {
		h = (h ^ uint64(b)) * 1099511628211
	}
	return uint32(h ^ h>>32)
}
