package shopbell.screen;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import shopbell.Event;

/** Invented people and firms, with what has happened to them; in the language of the stage. */
final class Cast {
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

  private final Stage stage;
  private final boolean english;

  Cast(Stage stage, boolean english) {
    this.stage = stage;
    this.english = english;
  }

  /** Everybody. */
  void enter() {
    cigdem();
    reto();
    practice();
    company();
    names();
  }

  private String say(String german, String inEnglish) {
    return english ? inEnglish : german;
  }

  /** A gold customer to whom we broke a promise, with a critical ticket and a late parcel. */
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
    double[] amounts = {89.9, 212, 47.5, 129, 64.9, 310.2, 24.9, 188, 79, 641.3, 53.8};
    for (int i = 0; i < amounts.length; i++) {
      order("C1", "2026-1" + (1000 + i * 37), 7000 - i * 660.0, amounts[i]);
    }
    parcel("2026-11370", "00340434161094", 60);
    feedback("C1", 2100, 5, "");
    feedback("C1", 900, 4, "");
    feedback("C1", 143, 2, say("Alles zweimal erklärt.", "Had to explain it all twice."));
    ticket(
        "C1",
        "48211",
        say(
            "Siebträgermaschine undicht, Wasser an der Steckdose",
            "Espresso machine leaks, water at the socket"),
        "critical",
        168,
        40);
    ticket(
        "C1",
        "48307",
        say("Rechnungsanschrift ändern", "Change the billing address"),
        "normal",
        49,
        -30);
    touch("C1", 312.2, "product.viewed", say("Entkalker-Set", "Descaling kit"));
    touch("C1", 98, "help.viewed", say("Rückgabe", "Returns"));
    touch("C1", 1.2, "help.viewed", say("Rückgabe", "Returns"));
    touch("C1", 0.9, "checkout.abandoned", say("Entkalker-Set, 24,90 €", "Descaling kit, €24.90"));
    past(
        147,
        "chat",
        CIGDEM,
        "unresolved",
        say(
            "Foto vom Leck geschickt, an Technik gegeben.",
            "Sent a photo of the leak, passed to the workshop."),
        "");
    past(
        144,
        "call",
        CIGDEM,
        "callback",
        say(
            "Maschine tropft. Abholung gewünscht, Rückruf zugesagt.",
            "The machine drips. Wants a pick-up, we promised to call back."),
        say("Rückruf mit Abholtermin", "Call back with a pick-up time"));
  }

  /** A chat customer whose parcel is stuck. */
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
    order("C2", "2026-7741", 260, 612);
    parcel("2026-7741", "99.00.5512", 40);
    feedback("C2", 1900, 4, "");
    touch("C2", 27, "help.viewed", say("Lieferstatus", "Delivery status"));
    touch("C2", 3, "help.viewed", say("Lieferstatus", "Delivery status"));
    past(
        122,
        "call",
        RETO,
        "callback",
        say(
            "Zollgebühr bezahlt, Quittung kommt per Mail.",
            "Customs fee paid, receipt comes by mail."),
        "");
  }

  /** Three people of one practice who share its number. */
  private void practice() {
    List<String> names = List.of("Sibel Özdemir-Krähenbühl", EIGHTY, "Jörg Gößwein");
    for (int i = 0; i < names.size(); i++) {
      customer(
          "P" + i,
          names.get(i),
          Map.of("handles", List.of(Map.of("kind", "phone", "value", PRACTICE, "shared", true))));
    }
    ticket(
        "P0", "48400", say("Sammelbestellung ändern", "Change the bulk order"), "normal", 20, -40);
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
        90,
        5);
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
        30,
        -2);
  }

  private static Instant ago(double hours) {
    return Instant.now().truncatedTo(ChronoUnit.MINUTES).minusSeconds((long) (hours * 3600));
  }

  private static Map<String, Object> crm(String id) {
    return Map.of("system", "crm", "id", id);
  }

  private void named(String id, String name, String phone) {
    customer(id, name, Map.of("handles", List.of(Map.of("kind", "phone", "value", phone))));
  }

  private void customer(String id, String name, Map<String, Object> more) {
    Map<String, Object> data = new HashMap<>(more);
    data.putAll(crm(id));
    data.put("name", name);
    stage.tell("customer.upserted", ago(9000), data);
  }

  private void order(String who, String id, double hours, double amount) {
    stage.tell(
        "order.upserted",
        ago(hours),
        Map.of(
            "system",
            "shop",
            "id",
            id,
            "customer",
            crm(who),
            "placedAt",
            ago(hours).toString(),
            "status",
            hours < 500 ? "sent" : "delivered",
            "total",
            Map.of("amount", amount, "currency", "EUR")));
  }

  private void parcel(String order, String id, double lateHours) {
    stage.tell(
        "shipment.upserted",
        ago(lateHours),
        Map.of(
            "system",
            "shop",
            "id",
            id,
            "order",
            order,
            "promisedAt",
            ago(lateHours).toString(),
            "status",
            "in-transit"));
  }

  private void ticket(
      String who, String id, String subject, String priority, double open, double overdue) {
    stage.tell(
        "ticket.upserted",
        ago(open / 2),
        Map.of(
            "system",
            "helpdesk",
            "id",
            id,
            "customer",
            crm(who),
            "subject",
            subject,
            "priority",
            priority,
            "openedAt",
            ago(open).toString(),
            "updatedAt",
            ago(open / 2).toString(),
            "dueAt",
            ago(overdue).toString()));
  }

  private void feedback(String who, double hours, int score, String comment) {
    stage.tell(
        "feedback.given",
        ago(hours),
        Map.of(
            "system",
            "survey",
            "id",
            who + hours,
            "customer",
            crm(who),
            "kind",
            "csat",
            "score",
            score,
            "comment",
            comment));
  }

  private void touch(String who, double hours, String name, String text) {
    stage.tell(
        "touchpoint",
        ago(hours),
        Map.of(
            "id",
            who + hours,
            "customer",
            crm(who),
            "channel",
            "web",
            "name",
            name,
            "properties",
            Map.of("text", text),
            "outcome",
            name.endsWith("abandoned") ? "abandoned" : "done"));
  }

  /** A contact that is over, with what was written then, and what was promised for the next day. */
  private void past(
      double hours,
      String channel,
      String number,
      String disposition,
      String note,
      String promise) {
    stage.then(Duration.ofMinutes((long) (hours * 60)), () -> {
      String id = "past-" + hours;
      Event call = Event.ringing(id, number, "lena")
          .with("channel", channel)
          .with("queue", Stage.QUEUE)
          .at(stage.now());
      stage.shop().tell(call);
      stage.answer(id, "lena");
      stage.end(id);
      if (!promise.isEmpty()) {
        stage.say(
            "lena",
            call,
            "promise",
            Map.of("text", promise, "due", stage.now().plus(Duration.ofDays(1)).toString()));
      }
      stage.say("lena", call, "wrap-up", Map.of("disposition", disposition, "note", note));
    });
  }
}
