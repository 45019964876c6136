package main

import "syscall"

// peakBytes returns the most memory that a process had: Linux counts it in KiB.
func peakBytes(use *syscall.Rusage) int64 { return int64(use.Maxrss) << 10 }
