package shopbell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static shopbell.CardFinder.source;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sources are queried while it rings, and each answer is added to the card. */
class SourcesIT {
  private static final String CONNECTOR = """
      name: desk
      source:
        authentication:
          kind: bearer
        steps:
          - name: found
            when: $exists($email)
            path: '"/tickets"'
            query:
              email: $email
        map: |
          [
            found.person.{"type": "shopbell.customer.upserted", "data": $},
            found.tickets.{
              "type": "shopbell.ticket.upserted",
              "data": {"id": id, "subject": subject, "priority": priority, "updatedAt": changed, "openedAt": changed}
            }
          ]
      """;

  @TempDir
  private static Path folder;

  private static OtherSystem desk;
  private static OtherSystem slow;
  private static OtherSystem dead;
  private static RunningShop shop;
  private static int people = 0;

  private DeskClient anna;
  private String call;
  private String phone;

  @BeforeAll
  static void open() throws IOException {
    Files.writeString(folder.resolve("desk.yaml"), CONNECTOR);
    desk = OtherSystem.open();
    slow = OtherSystem.open();
    dead = OtherSystem.open();
    dead.stop();
    Map<String, String> settings =
        new HashMap<>(Map.of("connectors.folder", folder.toString(), "locale", "en"));
    Map.of("a-desk", desk, "b-slow", slow, "c-dead", dead).forEach((name, system) -> {
      settings.put("sources." + name + ".kind", "desk");
      settings.put("sources." + name + ".url", system.url());
      settings.put("sources." + name + ".token", "a-token");
      settings.put("sources." + name + ".pauseFor", "500ms");
      settings.put("sources." + name + ".budget", "200ms");
      settings.put("sources." + name + ".timeout", "5s");
    });
    shop = RunningShop.open(settings).hire("anna", "support");
  }

  @AfterAll
  static void close() {
    shop.close();
    desk.close();
    slow.close();
    dead.close();
  }

  @BeforeEach
  void sit() {
    anna = shop.seat("anna");
    call = UUID.randomUUID().toString();
    phone = "+4922147" + (1000 + ++people);
    shop.tell(Event.customer("c" + people, "Mia Falk", phone)
        .with(
            "handles",
            List.of(
                Map.of("kind", "phone", "value", phone),
                Map.of("kind", "email", "value", email()))));
    desk.does(OtherSystem.json(tickets("7")));
    slow.does(slow.after(600, OtherSystem.json(tickets("8"))));
  }

  @AfterEach
  void leave() {
    shop.tell(Event.ended(call, "completed"));
    anna.close();
  }

  private static String email() {
    return "mia" + people + "@example.org";
  }

  private static Map<String, Object> tickets(String... ids) {
    List<Map<String, Object>> all = new ArrayList<>();
    for (String id : ids) {
      all.add(Map.of(
          "id", people + "-" + id, "subject", "Ticket " + id, "changed", "2026-01-10T10:00:00Z"));
    }
    return Map.of("tickets", all);
  }

  private UUID id() {
    return Event.step("any", call).interaction();
  }

  private void rings() {
    shop.tell(Event.ringing(call, phone, "anna"));
  }

  private JsonNode card(Predicate<JsonNode> fits) {
    return anna.card(id(), fits);
  }

  private static String state(JsonNode card, String source) {
    return source(card, source).path("state").asText();
  }

  @Test
  void theCardIsOutBeforeAnybodyAnsweredAndEachAnswerIsANewVersion() {
    rings();
    JsonNode first = card(card -> true);
    assertEquals("Mia Falk", first.at("/customer/name").asText());
    assertEquals("shopbell", first.at("/sources/0/name").asText());
    assertEquals("fresh", first.at("/sources/0/state").asText());
    for (String source : List.of("a-desk", "b-slow", "c-dead")) {
      assertEquals("pending", state(first, source), source);
    }
    assertEquals(0, first.at("/tickets/open").asInt());
    JsonNode answered = card(card -> state(card, "a-desk").equals("fresh"));
    assertEquals("Ticket 7", answered.at("/tickets/items/0/subject").asText());
    assertEquals("a-desk", answered.at("/tickets/items/0/system").asText());
    JsonNode dead = card(card -> state(card, "c-dead").equals("failed"));
    assertEquals("cannot be reached", source(dead, "c-dead").path("reason").asText());
    JsonNode late = card(card -> state(card, "b-slow").equals("late"));
    assertEquals("fresh", state(late, "a-desk"));
    JsonNode whole = card(card -> state(card, "b-slow").equals("fresh"));
    assertEquals(2, whole.at("/tickets/open").asInt());
    assertTrue(source(whole, "b-slow").path("tookMs").asInt() >= 600);
    assertTrue(desk.asked().contains("/tickets?email=" + email().replace("@", "%40")));
  }

  @Test
  void noSourceIsSaidToBeFreshByACardThatIsOlderThanItsAnswer() {
    for (int i = 0; i < 20; i++) {
      sit();
      slow.does(slow.after(i + 1, OtherSystem.json(tickets("8"))));
      rings();
      card(card -> card.at("/tickets/open").asInt() == 2);
      for (JsonNode card : anna.frames("card")) {
        long fresh = List.of("a-desk", "b-slow").stream()
            .filter(name -> !DeskClient.early(card) && state(card, name).equals("fresh"))
            .count();
        assertTrue(card.at("/tickets/open").asInt() >= fresh, () -> "too early: " + card);
      }
      leave();
    }
  }

  @Test
  void theNextArrivalBeginsWithWhatWasAnsweredAndSaysHowOldItIs() {
    rings();
    card(card -> state(card, "b-slow").equals("fresh"));
    shop.tell(Event.ended(call, "missed"));
    call = UUID.randomUUID().toString();
    rings();
    JsonNode first = card(card -> true);
    assertEquals(2, first.at("/tickets/open").asInt());
    assertEquals("fresh", state(first, "b-slow"));
    refresh(204);
    JsonNode stale = card(card -> state(card, "b-slow").equals("stale"));
    assertEquals(
        source(first, "b-slow").path("asOf").asText(),
        source(stale, "b-slow").path("asOf").asText());
    assertEquals(2, stale.at("/tickets/open").asInt());
  }

  @Test
  void theCustomerThatASourceNamesIsThisCustomer() {
    Map<String, Object> person = new HashMap<>(tickets("7"));
    person.put(
        "person",
        Map.of("id", "p" + people, "name", "M. Falk", "tier", "gold", "since", "2019-01-01"));
    desk.does(OtherSystem.json(person));
    rings();
    JsonNode card = card(c -> c.at("/customer/tier").asText().equals("gold"));
    assertEquals("Mia Falk", card.at("/customer/name").asText());
    assertEquals("2019-01-01", card.at("/customer/since").asText());
    String customer = "/api/v1/customers/" + card.at("/customer/id").asText();
    JsonNode identity = shop.call("GET", customer + "/identity")
        .cookie(anna.cookie())
        .send()
        .expect(200)
        .json();
    assertEquals(2, identity.path("records").size());
    assertEquals("merge", identity.at("/journal/0/what").asText());
  }

  private void refresh(int status) {
    shop.call("POST", "/api/v1/interactions/" + id() + "/refresh")
        .cookie(anna.cookie())
        .header("Origin", shop.url())
        .json(Map.of())
        .send()
        .expect(status);
  }

  @Test
  void aTicketThatTheSourceNamesNoMoreIsClosedAndOneThatComesBackIsOpen() {
    rings();
    int both =
        card(card -> card.at("/tickets/open").asInt() == 2).path("version").asInt();
    desk.does(OtherSystem.json(tickets()));
    refresh(204);
    card(card -> card.path("version").asInt() > both
        && card.at("/tickets/open").asInt() == 1
        && state(card, "a-desk").equals("fresh"));
    desk.does(OtherSystem.json(tickets("7", "9")));
    refresh(204);
    card(card -> card.at("/tickets/open").asInt() == 3);
  }

  @Test
  void tenCardsOfOneCustomerAskOnce() {
    rings();
    for (int i = 0; i < 9; i++) {
      shop.tell(Event.ringing(call + i, phone, "anna"));
    }
    for (int i = 0; i < 9; i++) {
      anna.card(
          Event.step("any", call + i).interaction(),
          card -> state(card, "b-slow").equals("fresh"));
      shop.tell(Event.ended(call + i, "completed"));
    }
    String question = "/tickets?email=" + email().replace("@", "%40");
    assertEquals(1, slow.asked().stream().filter(question::equals).count());
  }

  @Test
  void aSourceThatComesBackIsAskedAgainByItself() {
    rings();
    card(card -> state(card, "c-dead").equals("failed"));
    dead.does(OtherSystem.json(tickets("10")));
    dead.start();
    try {
      JsonNode healed = card(card -> state(card, "c-dead").equals("fresh"));
      assertTrue(healed.at("/tickets/open").asInt() >= 1);
    } finally {
      dead.stop();
    }
  }

  @Test
  void sourcesAreAskedAboutTheChosenCustomer() {
    String stranger = "+4930900" + (1000 + people);
    shop.tell(Event.ringing(call, stranger, "anna"));
    card(card -> card.path("customer").isNull());
    String customer = new shopbell.model.ExternalId("crm", "c" + people).uuid().toString();
    shop.call("POST", "/api/v1/interactions/" + id() + "/customer")
        .cookie(anna.cookie())
        .header("Origin", shop.url())
        .json(Map.of("customer", customer))
        .send()
        .expect(204);
    card(card -> card.at("/tickets/open").asInt() >= 1 && state(card, "a-desk").equals("fresh"));
  }

  @Test
  void aWaitingContactIsAskedAboutBeforeItRings() {
    shop.tell(Event.queued(call, phone, "support"));
    anna.card(id(), card -> state(card, "a-desk").equals("fresh"));
  }

  @Test
  void noSourceIsAskedAboutACustomerWithoutHandles() {
    shop.tell(Event.customer("d" + people, "Jo Ohm", "+4930111" + (100 + people)));
    shop.tell(Event.ringing(call, "+4930111" + (100 + people), "anna"));
    JsonNode off = card(card -> state(card, "a-desk").equals("off"));
    assertEquals("nothing to ask by", source(off, "a-desk").path("reason").asText());
  }
}
