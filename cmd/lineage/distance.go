package main

import "github.com/agext/levenshtein"

// distance returns the edit distance of two words; long ones are far from all.
func distance(a, b string) int {
	const longest = 64
	if len(a) > longest || len(b) > longest {
		return longest
	}
	return levenshtein.Distance(a, b, nil)
}
