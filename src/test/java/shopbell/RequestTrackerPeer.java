package shopbell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code mvn -Ppeers verify}: the shop and a real Request Tracker. */
class RequestTrackerPeer {
  private static final String PHONE = "+4922147111";

  private static RequestTracker tracker;
  private static RunningShop shop;
  private DeskClient anna;
  private UUID call;
  private JsonNode seen;

  @BeforeAll
  static void open() {
    tracker = RequestTracker.open();
    Map<String, String> settings = new HashMap<>(Map.of("locale", "en"));
    settings.put("sources.tickets.kind", "request-tracker");
    settings.put("sources.tickets.url", tracker.url());
    settings.put("sources.tickets.token", tracker.token());
    settings.put("sources.tickets.freshFor", "1ms");
    settings.put("sources.tickets.budget", "500ms");
    settings.put("sources.tickets.timeout", "3s");
    settings.put("sources.tickets.pauseFor", "2s");
    settings.put("deliveries.tickets.kind", "request-tracker");
    settings.put("deliveries.tickets.url", tracker.url());
    settings.put("deliveries.tickets.token", tracker.token());
    shop = RunningShop.open(settings).hire("anna", "support");
    shop.tell(Event.customer("1", "Mia Falk", PHONE)
        .with(
            "handles",
            List.of(
                Map.of("kind", "phone", "value", PHONE),
                Map.of("kind", "email", "value", "mia.falk@example.test"))));
  }

  @AfterAll
  static void close() {
    shop.close();
    tracker.close();
  }

  @BeforeEach
  void ring() {
    anna = shop.seat("anna");
    Event ringing = Event.ringing(UUID.randomUUID().toString(), PHONE, "anna");
    call = ringing.interaction();
    Instant before = Instant.now();
    shop.tell(ringing);
    seen = anna.card(
        call,
        card -> card.at("/sources/1/state").asText().equals("fresh")
            && Instant.parse(card.at("/sources/1/asOf").asText()).isAfter(before));
  }

  @AfterEach
  void leave() {
    anna.close();
  }

  /** The next card after the one seen last that says so. */
  private JsonNode then(String state) {
    int version = seen.path("version").asInt();
    seen = anna.card(
        call,
        card -> card.path("version").asInt() > version
            && card.at("/sources/1/state").asText().equals(state));
    return seen;
  }

  private void refresh() {
    shop.call("POST", "/api/v1/interactions/" + call + "/refresh")
        .cookie(anna.cookie())
        .json(Map.of())
        .send()
        .expect(204);
  }

  @Test
  void anArrivalShowsTheTicketsOfThatRequestor() {
    List<String> shown = new ArrayList<>();
    seen.at("/tickets/items")
        .forEach(ticket -> shown.add(ticket.path("number").asText() + " "
            + ticket.path("status").asText() + " " + ticket.path("priority").asText() + " "
            + ticket.path("subject").asText()));
    assertEquals(
        List.of(
            tracker.ticket("Lieferung kommt nicht an") + " open critical Lieferung kommt nicht an",
            tracker.ticket("Rechnung über 0 €") + " pending normal Rechnung über 0 €",
            tracker.ticket("Längst erledigt") + " closed normal Längst erledigt"),
        shown);
    assertEquals(2, seen.at("/tickets/open").asInt());
    assertEquals(1, seen.at("/tickets/critical").asInt());
    assertEquals(
        tracker.url() + "/Ticket/Display.html?id=" + tracker.ticket("Lieferung kommt nicht an"),
        seen.at("/tickets/items/0/url").asText());
  }

  @Test
  void aNoteAtTheWrapUpIsACommentThere() {
    String note = "sends the lamp back, café " + call;
    shop.call("POST", "/api/v1/interactions/" + call + "/wrap-up")
        .cookie(anna.cookie())
        .header("Origin", shop.url())
        .json(Map.of("disposition", "resolved", "note", note))
        .send()
        .expect(204);
    Waiting.until(
        "it is written on one of the open tickets",
        () -> Stream.of("Lieferung kommt nicht an", "Rechnung über 0 €")
            .flatMap(subject -> tracker.written(subject).stream())
            .anyMatch(text -> text.strip().equals(note + " (anna)")));
  }

  @Test
  void whenItFallsSilentItsTicketsStayWithTheirAgeAndItComesBackByItself() {
    tracker.freeze();
    refresh();
    JsonNode stale = then("stale");
    assertEquals(2, stale.at("/tickets/open").asInt());
    then("late");
    JsonNode failed = then("failed");
    assertEquals("does not answer", failed.at("/sources/1/reason").asText());
    assertEquals(
        stale.at("/sources/1/asOf").asText(), failed.at("/sources/1/asOf").asText());
    assertEquals(2, failed.at("/tickets/open").asInt());
    tracker.thaw();
    then("fresh");
  }

  @Test
  void whenItIsStoppedTheCardSaysSoUntilItRunsAgain() {
    tracker.stop();
    refresh();
    JsonNode failed = then("failed");
    assertEquals("cannot be reached", failed.at("/sources/1/reason").asText());
    assertEquals(2, failed.at("/tickets/open").asInt());
    tracker.start();
    then("fresh");
  }
}
