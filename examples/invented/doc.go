// Package invented makes up tables of the shape of the Correlates of War table
// on intergovernmental organizations, of any size: for benchmarks that anyone can
// repeat, and for tests at size. The same [Shape] is the same [Table], byte for
// byte, on every machine.
package invented
