package main

func Example() {
	main()
	// Output:
	// CACO on 2004-07-01
	//   KG yes since 2002-02-28
	//   KZ yes since 2002-02-28
	//   RU no since 2004-10-18
	//       but yes if it was 2004-05-28 [wikipedia ilovetranslation-caco]
	//   TJ yes since 2002-02-28
	//   UZ yes since 2002-02-28
	// EurAsEC during 2008
	//   BY yes suspended: no
	//   KG yes suspended: no
	//   KZ yes suspended: no
	//   RU yes suspended: no
	//   TJ yes suspended: no
	//   UZ yes suspended: yes
}
