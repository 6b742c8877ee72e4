package shopbell.screen;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import shopbell.Event;

/** Sends the events of a shop's systems about customers. */
abstract class Told {
  private final Stage stage;
  private final boolean english;

  Told(Stage stage, boolean english) {
    this.stage = stage;
    this.english = english;
  }

  /** How long a ticket is open, and overdue. */
  record Hours(double open, double overdue) {}

  /** A contact's disposition, its note, and a promise for the next day; empty for none. */
  record Ending(String disposition, String note, String promise) {}

  String say(String german, String inEnglish) {
    return english ? inEnglish : german;
  }

  static Instant ago(double hours) {
    return Instant.now().truncatedTo(ChronoUnit.MINUTES).minusSeconds((long) (hours * 3600));
  }

  static Map<String, Object> crm(String id) {
    return Map.of("system", "crm", "id", id);
  }

  void named(String id, String name, String phone) {
    customer(id, name, Map.of("handles", List.of(Map.of("kind", "phone", "value", phone))));
  }

  void customer(String id, String name, Map<String, Object> more) {
    Map<String, Object> data = new HashMap<>(more);
    data.putAll(crm(id));
    data.put("name", name);
    stage.tell("customer.upserted", ago(9000), data);
  }

  void order(String who, String id, double hours, double amount) {
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

  void parcel(String order, String id, double lateHours) {
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

  void ticket(String who, String id, String subject, String priority, Hours hours) {
    stage.tell(
        "ticket.upserted",
        ago(hours.open() / 2),
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
            ago(hours.open()).toString(),
            "updatedAt",
            ago(hours.open() / 2).toString(),
            "dueAt",
            ago(hours.overdue()).toString()));
  }

  void feedback(String who, double hours, int score, String comment) {
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

  void touch(String who, double hours, String name, String text) {
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
  void past(double hours, String channel, String number, Ending ending) {
    stage.then(Duration.ofMinutes((long) (hours * 60)), () -> {
      String id = "past-" + hours;
      Event call = Event.ringing(id, number, "lena")
          .with("channel", channel)
          .with("queue", Stage.QUEUE)
          .at(stage.now());
      stage.shop().tell(call);
      stage.answer(id, "lena");
      stage.end(id);
      if (!ending.promise().isEmpty()) {
        stage.say(
            "lena",
            call,
            "promise",
            Map.of(
                "text",
                ending.promise(),
                "due",
                stage.now().plus(Duration.ofDays(1)).toString()));
      }
      stage.say(
          "lena",
          call,
          "wrap-up",
          Map.of("disposition", ending.disposition(), "note", ending.note()));
    });
  }
}
