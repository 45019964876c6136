package main

func Example() {
	main()
	// Output:
	// 1950-07-10
	//   Pact (maybe): AR maybe BO maybe
	// 1955-06-01
	//   Pact (yes): AR yes BO yes CY maybe
	// 1970-06-01
	//   CI (yes): AR yes BO yes suspended CY yes
	// 1980-01-01
	//   North (yes): AR yes
	//   South (yes): BO yes
}
