package shopbell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import shopbell.model.Role;
import shopbell.store.TestDatabase;

/** Two nodes in one process, on one database, as a load balancer would see them. */
class ClusterIT {
  private static TwoNodes twoNodes;
  private static RunningShop a;
  private static RunningShop b;

  @BeforeAll
  static void open() {
    twoNodes = TwoNodes.open();
    a = twoNodes.a();
    b = twoNodes.b();
    a.hire("anna", "support").hire("ben", "support");
  }

  @AfterAll
  static void close() {
    twoNodes.close();
  }

  @Test
  void aCallThatArrivesAtOneNodeRingsOnTheOther() {
    b.tell(Event.customer("1", "Mia Falk", "+4922147111"));
    Event ringing = Event.ringing(UUID.randomUUID().toString(), "0221 47111", "anna", "ben");
    try (DeskClient anna = a.seat("anna");
        DeskClient ben = b.seat("ben")) {
      b.tell(ringing);
      assertEquals(
          "Mia Falk",
          anna.card(ringing.interaction(), "ringing").at("/customer/name").asText());
      ben.card(ringing.interaction(), "ringing");
      b.tell(Event.answered(ringing.data().get("interaction").toString(), "ben"));
      assertEquals("answered-elsewhere", anna.gone(ringing.interaction()));
    }
  }

  @Test
  void whoMayComeInAtOneMayAtTheOtherAtOnceAndIsKnownByTheirAlias() {
    a.hire("carla", Role.AGENT, List.of("support"), "77");
    Event ringing = Event.ringing(UUID.randomUUID().toString(), "+49301", "77");
    try (DeskClient carla = b.seat("carla")) {
      Waiting.until("the other node knows the alias", () -> {
        Event next = Event.ringing(UUID.randomUUID().toString(), "+49301", "77");
        b.tell(next);
        return carla.frames("card").size() > 0;
      });
      b.tell(ringing);
      carla.card(ringing.interaction(), "ringing");
    }
  }

  @Test
  void supervisorsSeeWhoIsConnectedAnywhere() {
    a.hire("sue", Role.SUPERVISOR, List.of());
    String sue = a.signIn("sue");
    try (DeskClient anna = a.seat("anna");
        DeskClient ben = b.seat("ben")) {
      assertEquals(anna.isClosed(), ben.isClosed());
      assertEquals(List.of("anna", "ben"), seated(a, sue));
      assertEquals(List.of("anna", "ben"), seated(b, sue));
    }
  }

  private static List<String> seated(RunningShop node, String cookie) {
    return node.call("GET", "/api/v1/agents")
        .cookie(cookie)
        .send()
        .expect(200)
        .json()
        .path("items")
        .findValuesAsText("name");
  }

  @Test
  void aChoiceOfCustomerAtOneNodeIsOnTheCardAtTheOther() {
    b.tell(
        Event.customer("21", "Ida Berg", "+49301230021"),
        Event.customer("22", "Ole Berg", "+49301230021"));
    Event ringing = Event.ringing(UUID.randomUUID().toString(), "+49301230021", "anna", "ben");
    try (DeskClient anna = a.seat("anna");
        DeskClient ben = b.seat("ben")) {
      a.tell(ringing);
      JsonNode card = ben.card(ringing.interaction(), "ringing");
      String ole = card.at("/match/candidates").findParents("name").stream()
          .filter(one -> one.path("name").asText().equals("Ole Berg"))
          .findFirst()
          .orElseThrow()
          .path("customer")
          .asText();
      a.call("POST", "/api/v1/interactions/" + ringing.interaction() + "/customer")
          .cookie(anna.cookie())
          .json(Map.of("customer", ole))
          .send()
          .expect(204);
      ben.card(
          ringing.interaction(), newer -> newer.at("/customer/name").asText().equals("Ole Berg"));
    }
  }

  @Test
  void guessingPasswordsAtOneNodeIsSlowedDownAtTheOther() {
    for (int guess = 0; guess < 5; guess++) {
      assertEquals(401, guess(a));
    }
    Waiting.until("the other node has heard of it", () -> guess(b) == 429);
  }

  private static int guess(RunningShop node) {
    return node.call("POST", "/api/v1/session")
        .json(Map.of("name", "mallory", "password", "a guess among many"))
        .send()
        .status();
  }

  @Test
  void signingOutAtOneNodeEndsTheSocketAtTheOther() {
    try (DeskClient anna = b.seat("anna")) {
      a.call("DELETE", "/api/v1/session").cookie(anna.cookie()).send().expect(204);
      assertEquals(1008, anna.closedWith());
    }
  }

  @Test
  void anAgentWhoMovesToTheOtherNodeHasMissedOnlyTheCallsBetween() {
    a.hire("mo", "support");
    String cookie;
    try (DeskClient mo = a.seat("mo")) {
      cookie = mo.cookie();
      // a tab at the other node: closing it is not leaving
      DeskClient.open(b, cookie).close();
      String seen = UUID.randomUUID().toString();
      a.tell(Event.ringing(seen, "+49301", "mo"));
      mo.card(Event.step("any", seen).interaction(), "ringing");
      a.tell(Event.ended(seen, "abandoned"));
      mo.gone(Event.step("any", seen).interaction());
    }
    Waiting.until("the absence is kept", () -> away("mo"));
    String missed = UUID.randomUUID().toString();
    a.tell(Event.ringing(missed, "+49301", "mo"), Event.ended(missed, "abandoned"));
    try (DeskClient mo = DeskClient.open(b, cookie)) {
      JsonNode rang = mo.frame("missed-while-away", m -> true).path("interactions");
      assertEquals(1, rang.size());
      assertEquals(
          Event.step("any", missed).interaction().toString(),
          rang.at("/0/interaction").asText());
    }
  }

  private static boolean away(String name) {
    return Waiting.on(TestDatabase.ask(
            a.application().vertx(),
            twoNodes.database(),
            "select 1 from app_user where name = '" + name + "' and last_seen is not null"))
        > 0;
  }

  @Test
  void theCardShowsOtherCallersOfTheCompanyAtTheOtherNode() {
    List<Map<String, String>> works = List.of(Map.of("id", "50", "role", "Einkauf"));
    b.tell(
        Event.customer("50", "Werk GmbH", "+4922147050").with("kind", "company"),
        Event.customer("51", "Tom Eins", "+4922147051").with("organizations", works),
        Event.customer("52", "Eva Zwei", "+4922147052").with("organizations", works));
    Event tom = Event.ringing(UUID.randomUUID().toString(), "+4922147051", "anna");
    String eva = UUID.randomUUID().toString();
    try (DeskClient anna = a.seat("anna");
        DeskClient ben = b.seat("ben")) {
      a.tell(tom);
      anna.card(tom.interaction(), "ringing");
      b.tell(Event.ringing(eva, "+4922147052", "ben"), Event.answered(eva, "ben"));
      ben.card(Event.step("any", eva).interaction(), "active");
      JsonNode card = anna.card(
          tom.interaction(), c -> c.at("/company/onTheLine/0/agent").asText().equals("ben"));
      assertEquals("Eva Zwei", card.at("/company/onTheLine/0/name").asText());
      int version = card.path("version").asInt();
      b.tell(Event.ended(eva, "completed"));
      anna.card(
          tom.interaction(),
          c -> c.path("version").asInt() > version && c.at("/company/onTheLine").isEmpty());
    }
  }

  @Test
  void scheduledWorkIsDoneByOneNode() {
    long doing = Stream.of(a, b).filter(node -> node.application().onDuty()).count();
    assertEquals(1, doing);
  }

  @Test
  void aCallThatNobodyAtItsDoorSeesIsItsCustomersAndWholeForWhoComesThere() {
    b.tell(Event.customer("60", "Ulf Ost", "+4922147060"));
    Event ringing = Event.ringing(UUID.randomUUID().toString(), "+4922147060", "ben");
    a.tell(ringing);
    inTheHistory(ringing);
    for (RunningShop node : List.of(a, b)) {
      try (DeskClient ben = node.seat("ben")) {
        assertEquals(
            "Ulf Ost", ben.shown(ringing.interaction()).at("/customer/name").asText());
      }
    }
    a.tell(Event.ended(ringing.data().get("interaction").toString(), "abandoned"));
  }

  @Test
  void aCallThatIsOverBeforeAnybodySawItIsItsCustomersAllTheSame() {
    b.tell(Event.customer("61", "Ulf West", "+4922147061"));
    Event ringing = Event.ringing(UUID.randomUUID().toString(), "+4922147061", "ben");
    a.tell(ringing, Event.ended(ringing.data().get("interaction").toString(), "abandoned"));
    inTheHistory(ringing);
  }

  @Test
  void aCallThatNoNodeShowsGetsItsCustomerLater() {
    Event ringing = Event.ringing(UUID.randomUUID().toString(), "+4922147062", "ben");
    Event after = Event.ringing(UUID.randomUUID().toString(), "+4922147063", "ben");
    b.tell(Event.customer("63", "Ulf Süd", "+4922147063"));
    a.tell(ringing, after);
    inTheHistory(after);
    b.tell(Event.customer("62", "Ulf Nord", "+4922147062"));
    inTheHistory(ringing);
    for (Event call : List.of(ringing, after)) {
      a.tell(Event.ended(call.data().get("interaction").toString(), "abandoned"));
    }
  }

  private void inTheHistory(Event ringing) {
    String linked = "select 1 from interaction where customer is not null and id = '"
        + ringing.interaction() + "'";
    Waiting.until(
        "it is in the history",
        () -> Waiting.on(TestDatabase.ask(a.application().vertx(), twoNodes.database(), linked))
            == 1);
  }

  @Test
  void anAgentFindsTheWholeDeskAtTheOtherNode() {
    Event ringing = Event.ringing(UUID.randomUUID().toString(), "+49301", "anna");
    a.tell(ringing);
    Waiting.until("the other node has heard of it", () -> {
      try (DeskClient anna = b.seat("anna")) {
        return anna.frame("welcome", w -> true)
            .path("desk")
            .findValuesAsText("id")
            .contains(ringing.interaction().toString());
      }
    });
  }
}
