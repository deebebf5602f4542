package cluster_test

// dutchNotes are notes as people write them, of some seven topics.
var dutchNotes = []string{
	"De vergaderingen duren te lang", "Vergaderen zonder agenda", "Kortere vergaderingen op maandag",
	"Niemand leest de notulen van de vergadering", "Een vergadering begint op tijd",
	"De koffie in de kantine is niet te drinken", "Betere koffie op elke verdieping", "Fruit in de kantine",
	"Een gezonde lunch in de kantine", "Samen lunchen op vrijdag",
	"Klanten wachten te lang op antwoord", "Klanten bellen in plaats van mailen", "De klant een keer uitnodigen",
	"Luisteren naar wat de klant vraagt", "Elke klant krijgt een vast aanspreekpunt",
	"Het rooster komt veel te laat", "Zelf het rooster maken", "Ruilen van diensten in het rooster moet makkelijker",
	"Vaste vrije dagen in het rooster", "Vakantierooster eerder bekend",
	"Nieuwe collega's krijgen een maatje", "Inwerken van nieuwe collega's", "Een inwerkprogramma van twee weken",
	"Collega's kennen elkaar niet", "Borrel met alle collega's",
	"De printer op de tweede verdieping is altijd stuk", "Laptops zijn traag", "Nieuwe laptops voor iedereen",
	"Wachtwoorden verlopen te vaak", "Een computer die meteen aan gaat", "Betere software voor de planning",
	"Parkeren is een ramp", "Een fietsenstalling met dak", "Meer plekken om te parkeren", "Met de fiets naar het werk",
	"Complimenten geven aan elkaar", "Successen samen vieren", "Een taart bij elk succes",
}
