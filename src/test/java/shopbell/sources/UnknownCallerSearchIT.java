package shopbell.sources;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static shopbell.CardFinder.source;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shopbell.DeskClient;
import shopbell.Event;
import shopbell.OtherSystem;
import shopbell.RunningShop;
import shopbell.model.ExternalId;

/** While an unknown caller rings, other systems are queried for candidates. */
class UnknownCallerSearchIT {
  private static final String CONNECTOR = """
      name: crm
      source:
        steps:
          - name: found
            when: $exists($phone) or $exists($email) or $exists($name)
            path: '"/people"'
            query: {phone: $phone, mail: $email, name: $name}
        map: |
          [
            found.people.{"type": "shopbell.customer.upserted", "data": $},
            found.cases.{"type": "shopbell.ticket.upserted", "data": $}
          ]
      """;

  @TempDir
  private static Path folder;

  private static OtherSystem crm;
  private static OtherSystem erp;
  private static RunningShop shop;
  private static int row = 0;

  private DeskClient anna;
  private String call;

  @BeforeAll
  static void open() throws IOException {
    Files.writeString(folder.resolve("crm.yaml"), CONNECTOR);
    crm = OtherSystem.open();
    erp = OtherSystem.open();
    shop = RunningShop.open(Map.of(
            "connectors.folder", folder.toString(),
            "locale", "en",
            "sources.crm.kind", "crm",
            "sources.crm.url", crm.url(),
            "sources.erp.kind", "crm",
            "sources.erp.url", erp.url(),
            "sources.erp.pauseFor", "500ms"))
        .hire("anna");
  }

  @AfterAll
  static void close() {
    shop.close();
    crm.close();
    erp.close();
  }

  @BeforeEach
  void sit() {
    row++;
    call = UUID.randomUUID().toString();
    anna = shop.seat("anna");
    crm.does(OtherSystem.json("{}"));
    erp.does(OtherSystem.json("{}"));
  }

  @AfterEach
  void leave() {
    shop.tell(Event.ended(call, "completed"));
    anna.close();
  }

  private static String phone() {
    return "+4915113" + (100000 + row);
  }

  private static Map<String, Object> person(String id, String name, Object... handles) {
    return Map.of("id", id + "-" + row, "name", name, "handles", List.of(handles));
  }

  private static Map<String, Object> handle(String kind, String value) {
    return Map.of("kind", kind, "value", value, "verified", true);
  }

  private static void answers(OtherSystem system, Object... people) {
    system.does(OtherSystem.json(Map.of("people", List.of(people))));
  }

  private JsonNode card(Predicate<JsonNode> fits) {
    return anna.card(Event.step("any", call).interaction(), fits);
  }

  private static boolean answered(JsonNode card) {
    return List.of("crm", "erp").stream()
        .noneMatch(name -> source(card, name).path("state").asText("pending").equals("pending"));
  }

  private static List<String> names(JsonNode card) {
    return StreamSupport.stream(card.at("/match/candidates").spliterator(), false)
        .map(one -> one.path("source").asText() + ": " + one.path("name").asText())
        .toList();
  }

  private JsonNode chosen(JsonNode card, int candidate) {
    shop.call("POST", "/api/v1/interactions/" + card.at("/interaction/id").asText() + "/customer")
        .cookie(anna.cookie())
        .header("Origin", shop.url())
        .json(Map.of(
            "customer", card.at("/match/candidates/" + candidate + "/customer").asText()))
        .send()
        .expect(204);
    return card(now -> now.at("/match/status").asText().equals("known"));
  }

  private JsonNode identity(JsonNode card) {
    return shop.call("GET", "/api/v1/customers/" + card.at("/customer/id").asText() + "/identity")
        .cookie(anna.cookie())
        .send()
        .expect(200)
        .json();
  }

  @Test
  void theFirstCardSaysThatSourcesAreAskedAndEachPersonTheyNameIsACandidateOfItsOwn() {
    answers(
        crm,
        person("a", "Alice Beispiel", handle("phone", phone())),
        person("b", "Bo Ek"),
        person("c", "Cleo Fern", handle("phone", "+4915119999999")));
    answers(erp, person("t", "Tina Vogel", handle("phone", phone())));
    shop.tell(Event.ringing(call, phone(), "anna"));
    JsonNode first = card(card -> card.path("version").asInt() == 1);
    assertEquals("pending", source(first, "crm").path("state").asText());
    assertEquals("unknown", first.at("/match/status").asText());
    JsonNode card = card(now -> now.at("/match/candidates").size() == 3);
    assertEquals(List.of("crm: Alice Beispiel", "erp: Tina Vogel", "crm: Bo Ek"), names(card));
    assertEquals("ambiguous", card.at("/match/status").asText());
    assertFalse(card.at("/match/verified").asBoolean());
    assertTrue(card.path("customer").isNull());
    assertEquals(
        "Number matches, not verified", card.at("/match/candidates/0/reasons/1").asText());
    assertEquals(
        "one record of other customers left out",
        source(card, "crm").path("reason").asText());
    assertEquals(
        "/people?phone=%2B4915113" + (100000 + row), crm.asked().get(crm.asked().size() - 1));
  }

  @Test
  void aChosenCandidateIsStoredWithUnverifiedIdsAndHandles() {
    answers(
        crm,
        person(
            "a",
            "Alice Beispiel",
            handle("phone", phone()),
            handle("email", "a@b" + row + ".test")));
    shop.tell(Event.ringing(call, phone(), "anna"));
    JsonNode ringing = card(now -> now.at("/match/candidates").size() == 1);
    crm.does(OtherSystem.json(Map.of(
        "people", List.of(person("a", "Alice Beispiel", handle("phone", phone()))),
        "cases", List.of(Map.of("id", "t" + row, "subject", "Lamp flickers")))));
    JsonNode card = chosen(ringing, 0);
    assertEquals("Alice Beispiel", card.at("/customer/name").asText());
    assertEquals(
        new ExternalId("crm", "a-" + row).uuid().toString(),
        card.at("/customer/id").asText());
    assertEquals(
        1, card(now -> now.at("/tickets/open").asInt() == 1).at("/tickets/open").asInt());
    JsonNode identity = identity(card);
    assertEquals("a-" + row, identity.at("/records/0/externalId").asText());
    for (JsonNode handle : identity.path("handles")) {
      assertFalse(handle.path("verified").asBoolean(), handle.toString());
    }
    assertEquals("link", identity.at("/journal/0/what").asText());
    assertEquals("anna", identity.at("/journal/0/actor").asText());
  }

  @Test
  void aCandidateThatNoAgentHasChosenIsNotStored() {
    answers(crm, person("a", "Nora Unchosen", handle("phone", phone())));
    shop.tell(Event.ringing(call, phone(), "anna"));
    card(now -> now.at("/match/candidates").size() == 1);
    JsonNode hits = shop.call("GET", "/api/v1/customers?q=Unchosen")
        .cookie(anna.cookie())
        .send()
        .expect(200)
        .json();
    assertEquals(0, hits.path("items").size());
  }

  @Test
  void anExistingCustomerIsNotMergedWithACandidate() {
    shop.tell(
        Event.customer("known-" + row, "Alice Beispiel", "+4915114" + (100000 + row)),
        Event.customer("other-" + row, "Bob Muster", "+4915115" + (100000 + row)));
    answers(
        crm,
        person("known", "Alice Beispiel", handle("phone", phone())),
        person("other", "Tina Vogel", handle("phone", phone())));
    shop.tell(Event.ringing(call, phone(), "anna"));
    JsonNode ringing = card(now -> now.at("/match/candidates").size() == 1);
    assertEquals(List.of("crm: Alice Beispiel"), names(ringing));
    JsonNode card = chosen(ringing, 0);
    assertEquals(1, identity(card).path("records").size());
    JsonNode bob = shop.call(
            "GET", "/api/v1/customers/" + new ExternalId("crm", "other-" + row).uuid())
        .cookie(anna.cookie())
        .send()
        .expect(200)
        .json();
    assertEquals("Bob Muster", bob.at("/customer/name").asText());
  }

  @Test
  void moreThatBecomesKnownOfTheCallerIsAskedByToo() {
    shop.tell(Event.ringing(call, phone(), "anna"));
    card(UnknownCallerSearchIT::answered);
    answers(erp, person("m", "Mia Falk", handle("email", "mia@b" + row + ".test")));
    shop.tell(Event.answered(call, "anna")
        .with("handles", List.of(Map.of("kind", "email", "value", "mia@b" + row + ".test"))));
    JsonNode card = card(now -> now.at("/match/candidates").size() == 1);
    assertEquals(
        "E-mail address matches, not verified",
        card.at("/match/candidates/0/reasons/1").asText());
  }

  @Test
  void aNameAloneIsAskedByAndSaysLittle() {
    answers(crm, person("r", "Rosa Klein", handle("phone", "+4915119999998")));
    shop.tell(
        Event.ringing(call, "anonymous", "anna").with("attributes", Map.of("name", "Rosa Klein")));
    JsonNode card = card(now -> now.at("/match/candidates").size() == 1);
    assertEquals("Same name", card.at("/match/candidates/0/reasons/1").asText());
    assertEquals(0.5, card.at("/match/candidates/0/score").asDouble());
  }

  @Test
  void noSourceIsAskedAboutACallerWithoutAnyData() {
    int before = crm.asked().size();
    shop.tell(Event.ringing(call, "anonymous", "anna"));
    JsonNode card = card(now -> now.path("version").asInt() == 1);
    assertEquals("off", source(card, "crm").path("state").asText());
    assertEquals(before, crm.asked().size());
  }

  @Test
  void aSourceThatWasInTroubleIsAskedAgainByItselfAndByTheAgent() {
    erp.does(request -> request.response().setStatusCode(503).end());
    shop.tell(Event.ringing(call, phone(), "anna"));
    card(now -> source(now, "erp").path("state").asText().equals("failed"));
    answers(erp, person("p", "Pia Berg", handle("phone", phone())));
    card(now -> names(now).contains("erp: Pia Berg"));
    answers(crm, person("q", "Quinn Lau", handle("phone", phone())));
    shop.call("POST", "/api/v1/interactions/" + Event.step("any", call).interaction() + "/refresh")
        .cookie(anna.cookie())
        .header("Origin", shop.url())
        .json(Map.of())
        .send()
        .expect(204);
    card(now -> names(now).equals(List.of("crm: Quinn Lau", "erp: Pia Berg")));
  }
}
