package main

func Example() {
	main()
	// Output:
	// Kyrgyzstan
	//   1994-01-16 – 1994-04-30  KZ–UZ 1994
	//   1994-04-30 – 1998-07-17  CAEU
	//   1998-07-17 – 2002-02-28  CAEC
	//   2001-05-30 – 2015-01-01  EurAsEC
	//   2002-02-28 – 2006-01-25  CACO
	//   2015-08-12 –             EAEU
	//   2015-01-01 – 2015-08-12  in none of them for 223 days
	// Tajikistan
	//   1998-03-26 – 1998-07-17  CAEU
	//   1998-07-17 – 2002-02-28  CAEC
	//   2001-05-30 – 2015-01-01  EurAsEC
	//   2002-02-28 – 2006-01-25  CACO
	//   2015-01-01 –             in none of them
}
