package shopbell;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import shopbell.model.ExternalId;

/** A customer with data of every kind, sent by doors and by an agent; every text contains a mark to search for. */
record CompleteCustomer(RunningShop shop, String cookie) {
  /** The person's id. */
  UUID of(String number, String mark, String phone) {
    shop.tell(
        Event.of(
                "shopbell.customer.upserted",
                Map.of("system", "crm", "id", number + "-firm", "name", "Firm " + mark))
            .with("kind", "company"),
        Event.customer(number, "Person " + mark, phone)
            .with("organizations", List.of(Map.of("id", number + "-firm", "role", "buyer")))
            .with("cues", Map.of("sayName", mark))
            .with("attributes", Map.of("street", mark)));
    bought(number, mark);
    said(number, mark);
    called(number, mark, phone);
    return new ExternalId("crm", number).uuid();
  }

  private static Map<String, Object> who(String number) {
    return Map.of("system", "crm", "id", number);
  }

  private void bought(String number, String mark) {
    Map<String, Object> order = Map.of("system", "shop", "id", "O" + number);
    shop.tell(
        Event.of("shopbell.order.upserted", order)
            .with("customer", who(number))
            .with("items", List.of("Lamp"))
            .with("total", Map.of("amount", "19.90", "currency", "EUR")),
        Event.of(
                "shopbell.shipment.upserted",
                Map.of("system", "shop", "id", "S" + number, "order", "O" + number))
            .with("url", "https://carrier.example/" + mark));
  }

  private void said(String number, String mark) {
    Instant before = Instant.now().minus(2, ChronoUnit.DAYS).truncatedTo(ChronoUnit.MICROS);
    Map<String, Object> who = who(number);
    shop.tell(
        Event.of("shopbell.ticket.upserted", Map.of("system", "desk", "id", "T" + number))
            .with("customer", who)
            .with("subject", "Lamp " + mark),
        Event.of("shopbell.feedback.given", Map.of("system", "desk", "id", "F" + number))
            .with("customer", who)
            .with("kind", "nps")
            .with("score", 3)
            .with("comment", "bad " + mark)
            .at(before),
        Event.of("shopbell.touchpoint", Map.of("customer", who, "name", "page.viewed"))
            .with("properties", Map.of("title", mark))
            .at(before));
  }

  private void called(String number, String mark, String phone) {
    Event ringing = Event.ringing("call " + number, phone, "anna");
    shop.tell(ringing, Event.answered("call " + number, "anna"));
    String customer = new ExternalId("crm", number).uuid().toString();
    say(ringing, "customer", Map.of("customer", customer), 204);
    say(ringing, "note", Map.of("text", "note " + mark), 204);
    String due = Instant.now().plus(1, ChronoUnit.DAYS).toString();
    say(ringing, "promise", Map.of("text", "call " + mark, "due", due), 201);
    shop.tell(Event.ended("call " + number, "completed"));
    say(ringing, "wrap-up", Map.of("disposition", "solved"), 204);
  }

  private void say(Event about, String what, Map<String, ?> body, int status) {
    shop.call("POST", "/api/v1/interactions/" + about.interaction() + "/" + what)
        .cookie(cookie)
        .header("Origin", shop.url())
        .json(body)
        .send()
        .expect(status);
  }
}
