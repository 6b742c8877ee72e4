package shopbell.demo;

import java.util.List;
import java.util.random.RandomGenerator;

/** What people in the demo are called, buy, ask and say; none of them exists. */
record Vocabulary(
    String locale,
    List<String> firstNames,
    List<String> lastNames,
    List<String> products,
    List<String> subjects,
    List<String> comments,
    List<String> notes,
    List<String> pages,
    List<String> promises) {
  static final Vocabulary GERMAN =
      new Vocabulary(
          "de",
          List.of(
              "Anja", "Bernd", "Carla", "Dirk", "Elif", "Frank", "Greta", "Hannes", "Ines", "Jonas", "Katrin", "Lars",
              "Mehmet", "Nadine", "Olaf", "Petra", "Ralf", "Sabine", "Thomas", "Ulrike", "Viktor", "Wiebke", "Yvonne",
              "Zoran", "Lena", "Moritz", "Hatice", "Emil", "Charlotte", "Bogdan"),
          List.of(
              "Albrecht", "Becker", "Çelik", "Dietrich", "Engel", "Fröhlich", "Günther", "Heinemann", "Issing", "Jäger",
              "Kowalski", "Lindner", "Meißner", "Nowak", "Oppermann", "Pohl", "Quast", "Richter", "Schönfeld", "Thiel",
              "Uhlig", "Vogt", "Wagner", "Yilmaz", "Zimmermann", "von der Heide", "Schulze-Delitzsch", "Brandt",
              "Kaminski", "Möller"),
          List.of(
              "Stehleuchte Malmö", "Pendelleuchte Opal 40", "Schreibtischlampe Arco", "Wandleuchte Luv",
              "LED-Streifen 5 m", "Außenleuchte Deich", "Nachttischlampe Mond", "Deckenleuchte Ring 60",
              "Smart-Home-Gateway", "Leuchtmittel E27, 4er-Pack"),
          List.of(
              "Lieferung unvollständig", "Leuchte flackert nach einer Woche", "Rechnung doppelt erhalten",
              "Rückerstattung fehlt", "Falsche Farbe geliefert", "Gateway verbindet sich nicht",
              "Liefertermin verschieben", "Glas gebrochen angekommen", "Kundenkonto gesperrt", "Ersatzteil gesucht"),
          List.of(
              "Schnell und freundlich.", "Leider dreimal angerufen.", "Gute Beratung!", "Paket kam spät.",
              "Alles bestens.", "Niemand hat zurückgerufen."),
          List.of(
              "Ersatz zugesagt, Versand veranlasst.", "Kunde wartet auf Rückruf der Technik.",
              "Rechnung korrigiert und neu geschickt.", "Beratung zur Wandmontage.", "Adresse geändert.",
              "Reklamation aufgenommen, Fotos folgen per Mail."),
          List.of("Pendelleuchten", "Rücksendung", "Lieferzeiten", "Smart Home", "Filialen", "Sale"),
          List.of(
              "Rückruf der Technik", "Ersatzglas wird verschickt", "Gutschrift über den Versand",
              "Angebot für zehn Leuchten"));

  static final Vocabulary ENGLISH =
      new Vocabulary(
          "en",
          List.of(
              "Alice", "Ben", "Chloe", "Daniel", "Emma", "Finn", "Grace", "Harry", "Isla", "Jack", "Kiran", "Lucy",
              "Maya", "Noah", "Olivia", "Priya", "Quentin", "Ruby", "Samuel", "Tara", "Uma", "Victor", "Wendy", "Zara",
              "Aoife", "Callum", "Nia", "Owen", "Freya", "Imran"),
          List.of(
              "Abbott", "Barnes", "Clarke", "Davies", "Ellis", "Foster", "Green", "Hughes", "Iqbal", "Jones", "Khan",
              "Lloyd", "Murphy", "Norris", "O'Connor", "Patel", "Quinn", "Roberts", "Shaw", "Taylor", "Underwood",
              "Vaughan", "Walker", "Young", "Zimmer", "MacLeod", "Whitcombe-Hale", "Bennett", "Osei", "Fletcher"),
          List.of(
              "Malmö floor lamp", "Opal 40 pendant", "Arco desk lamp", "Luv wall light", "LED strip 5 m",
              "Deich outdoor light", "Moon bedside lamp", "Ring 60 ceiling light", "Smart home gateway",
              "E27 bulbs, pack of 4"),
          List.of(
              "Parcel incomplete", "Lamp flickers after a week", "Invoice received twice", "Refund missing",
              "Wrong colour delivered", "Gateway will not connect", "Move the delivery date", "Glass arrived broken",
              "Account locked", "Looking for a spare part"),
          List.of(
              "Quick and friendly.", "Had to call three times.", "Good advice!", "Parcel came late.", "All fine.",
              "Nobody called back."),
          List.of(
              "Replacement promised and sent.", "Customer waits for a call back from the engineers.",
              "Invoice corrected and sent again.", "Advice on wall mounting.", "Address changed.",
              "Complaint taken, photos follow by mail."),
          List.of("Pendant lights", "Returns", "Delivery times", "Smart home", "Stores", "Sale"),
          List.of(
              "Call back from the engineers", "Spare glass will be sent", "Refund of the postage",
              "Quote for ten lamps"));

  static String one(List<String> of, RandomGenerator random) {
    return of.get(random.nextInt(of.size()));
  }
}
