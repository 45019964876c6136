package main

func Example() {
	main()
	// Output:
	// 126 cells, 120 agree
	// Uzbekistan 2009..2014 theirs [no] ours [member] unexplained
}
