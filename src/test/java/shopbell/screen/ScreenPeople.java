package shopbell.screen;

import java.util.List;
import java.util.Map;

/** Invented people and companies with their events; in the language of the stage. */
final class ScreenPeople extends Told {
  static final String CIGDEM = "+491715550142";
  static final String RETO = "+41795550187";
  static final String PRACTICE = "+49731555080";
  static final String STRANGER = "+41795552308";
  static final String BUYER = "+41522025501";
  static final String EIGHTY_NUMBER = "+495115550111";
  static final String ARABIC = "+4930555012";
  static final String ONE_LETTER = "+43155501234";
  static final String FLOWER = "+41525550199";

  static final String EIGHTY =
      "Maximiliane-Theodora Freifrau von Hohenstein-Schwarzenbergsdorf-Lüdinghausen zu W";
  static final String ARABIC_NAME = "ليلى الحسيني";
  static final String FLOWER_NAME = "Nina Rüegg 🌻";

  ScreenPeople(Stage stage, boolean english) {
    super(stage, english);
  }

  /** Creates all customers. */
  void enter() {
    cigdem();
    reto();
    practice();
    company();
    names();
  }

  /** A gold customer with a broken promise, a critical ticket and a late parcel. */
  private void cigdem() {
    customer(
        "B1",
        say("Buchhandlung Yıldırım & Töchter", "Yıldırım & Daughters Books"),
        Map.of("kind", "company"));
    customer(
        "C1",
        "Dr. Çiğdem Yıldırım",
        Map.of(
            "handles", List.of(Map.of("kind", "phone", "value", CIGDEM)),
            "since", "2019-04-01",
            "locale", "de",
            "tier", "gold",
            "owner", "Lena Kraft",
            "organizations", List.of(Map.of("id", "B1", "role", say("Inhaberin", "Owner"))),
            "cues",
                Map.of(
                    "sayName",
                    "Tschi-dem Jöl-dö-röm",
                    "address",
                    say("Sie, Frau Dr. Yıldırım", "Ms Yıldırım"))));
    herYear();
    herTickets();
    herContacts();
  }

  private void herYear() {
    double[] amounts = {89.9, 212, 47.5, 129, 64.9, 310.2, 24.9, 188, 79, 641.3, 53.8};
    for (int i = 0; i < amounts.length; i++) {
      order("C1", "2026-1" + (1000 + i * 37), 7000 - i * 660.0, amounts[i]);
    }
    parcel("2026-11370", "00340434161094", 60);
    feedback("C1", 2100, 5, "");
    feedback("C1", 900, 4, "");
    feedback("C1", 143, 2, say("Alles zweimal erklärt.", "Had to explain it all twice."));
    touch("C1", 312.2, "product.viewed", say("Entkalker-Set", "Descaling kit"));
    touch("C1", 98, "help.viewed", say("Rückgabe", "Returns"));
    touch("C1", 1.2, "help.viewed", say("Rückgabe", "Returns"));
    touch("C1", 0.9, "checkout.abandoned", say("Entkalker-Set, 24,90 €", "Descaling kit, €24.90"));
  }

  private void herTickets() {
    ticket(
        "C1",
        "48211",
        say(
            "Siebträgermaschine undicht, Wasser an der Steckdose",
            "Espresso machine leaks, water at the socket"),
        "critical",
        new Hours(168, 40));
    ticket(
        "C1",
        "48307",
        say("Rechnungsanschrift ändern", "Change the billing address"),
        "normal",
        new Hours(49, -30));
  }

  private void herContacts() {
    past(
        147,
        "chat",
        CIGDEM,
        new Ending(
            "unresolved",
            say(
                "Foto vom Leck geschickt, an Technik gegeben.",
                "Sent a photo of the leak, passed to the workshop."),
            ""));
    past(
        144,
        "call",
        CIGDEM,
        new Ending(
            "callback",
            say(
                "Maschine tropft. Abholung gewünscht, Rückruf zugesagt.",
                "The machine drips. Wants a pick-up, we promised to call back."),
            say("Rückruf mit Abholtermin", "Call back with a pick-up time")));
  }

  /** A chat customer with a stuck parcel. */
  private void reto() {
    customer(
        "C2",
        "Reto Bärtschi-Zgraggen",
        Map.of(
            "handles", List.of(Map.of("kind", "phone", "value", RETO)),
            "since", "2023-09-01",
            "locale", "de-CH",
            "tier", "silver",
            "cues",
                Map.of(
                    "sayName",
                    "Re-to Bärt-schi",
                    "address",
                    say("Sie, Herr Bärtschi", "Mr Bärtschi"))));
    hisParcel();
  }

  private void hisParcel() {
    order("C2", "2026-7741", 260, 612);
    parcel("2026-7741", "99.00.5512", 40);
    feedback("C2", 1900, 4, "");
    touch("C2", 27, "help.viewed", say("Lieferstatus", "Delivery status"));
    touch("C2", 3, "help.viewed", say("Lieferstatus", "Delivery status"));
    past(
        122,
        "call",
        RETO,
        new Ending(
            "callback",
            say(
                "Zollgebühr bezahlt, Quittung kommt per Mail.",
                "Customs fee paid, receipt comes by mail."),
            ""));
  }

  /** Three people of one practice with one number. */
  private void practice() {
    List<String> names = List.of("Sibel Özdemir-Krähenbühl", EIGHTY, "Jörg Gößwein");
    for (int i = 0; i < names.size(); i++) {
      customer(
          "P" + i,
          names.get(i),
          Map.of("handles", List.of(Map.of("kind", "phone", "value", PRACTICE, "shared", true))));
    }
    ticket(
        "P0",
        "48400",
        say("Sammelbestellung ändern", "Change the bulk order"),
        "normal",
        new Hours(20, -40));
  }

  /** A firm with its number block. */
  private void company() {
    customer(
        "Z1",
        "Zürcher Werkbank-Zulieferungsgesellschaft AG",
        Map.of(
            "kind", "company",
            "handles", List.of(Map.of("kind", "phone", "value", BUYER.substring(0, 9) + "*")),
            "tier", "gold",
            "owner", "Lena Kraft",
            "since", "2015-01-01"));
    order("Z1", "2026-7742", 600, 61730);
    ticket(
        "Z1",
        "2026-11874",
        say(
            "Rechnung falsch, dritte Bitte um Korrektur",
            "Invoice wrong, third request to correct it"),
        "high",
        new Hours(90, 5));
  }

  /** Names and subjects that break layouts. */
  private void names() {
    named("N1", EIGHTY, EIGHTY_NUMBER);
    named("N2", ARABIC_NAME, ARABIC);
    named("N3", "Ø", ONE_LETTER);
    named("N4", FLOWER_NAME, FLOWER);
    ticket(
        "N1",
        "48999",
        "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft: "
            + "Rechnungsanschriftenänderungsbestätigung fehlt seit der letzten Sammelbestellung",
        "high",
        new Hours(30, -2));
  }
}
