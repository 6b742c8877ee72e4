package shopbell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import shopbell.model.Role;

class RingingIT {
  private static RunningShop shop;
  private DeskClient anna;
  private DeskClient ben;
  private String call;

  @BeforeAll
  static void open() {
    shop = RunningShop.open()
        .hire(
            "anna",
            Role.AGENT,
            List.of("support"),
            "11",
            "Anna@shop.example",
            "WK7f3a",
            "+49 221 5550-11")
        .hire("ben", "support")
        .hire("carla", "sales");
    shop.tell(Event.customer("1", "Mia Falk", "+4922147111"));
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  @BeforeEach
  void sit() {
    anna = shop.seat("anna");
    ben = shop.seat("ben");
    call = UUID.randomUUID().toString();
  }

  @AfterEach
  void leave() {
    anna.close();
    ben.close();
  }

  private UUID id() {
    return Event.step("any", call).interaction();
  }

  @Test
  void aCallRingsOnTheDeskOfItsAgentAloneAndSaysWhoItIs() {
    shop.tell(Event.ringing(call, "0221 47111", "anna"));
    JsonNode card = anna.card(id(), "ringing");
    assertEquals("Mia Falk", card.at("/customer/name").asText());
    assertEquals("+4922147111", card.at("/interaction/from").asText());
    assertEquals("events", card.at("/interaction/door").asText());
    assertEquals(call, card.at("/interaction/senderId").asText());
    assertEquals(List.of(), ben.versions(id()));
  }

  @Test
  void everyVersionComesOnceAndGrowsByOne() {
    Event answered = Event.answered(call, "anna");
    shop.tell(Event.ringing(call, "+4922147111", "anna"));
    anna.card(id(), "ringing");
    shop.tell(answered);
    anna.card(id(), "active");
    shop.tell(answered, answered, Event.step("held", call));
    anna.card(id(), "held");
    List<Integer> versions = anna.versions(id());
    assertEquals(IntStream.rangeClosed(1, versions.size()).boxed().toList(), versions);
  }

  @Test
  void aRepeatedEventIsNoSecondPop() {
    Event ringing = Event.ringing(call, "+4922147111", "anna");
    shop.tell(ringing);
    anna.card(id(), "ringing");
    List<Integer> popped = anna.versions(id());
    shop.tell(ringing, ringing);
    shop.tell(Event.ended(call, "abandoned"));
    anna.gone(id());
    assertEquals(popped, anna.versions(id()));
  }

  @Test
  void eventsThatComeInTheWrongOrderNeverTakeACallBack() {
    Instant start = Instant.now().minusSeconds(30);
    shop.tell(Event.answered(call, "anna").at(start.plusSeconds(5)));
    anna.card(id(), "active");
    shop.tell(Event.ringing(call, "+4922147111", "anna", "ben").at(start));
    JsonNode late = anna.card(id(), card -> card.at("/interaction/from").isTextual());
    assertEquals("active", late.at("/interaction/state").asText());
    assertEquals("+4922147111", late.at("/interaction/from").asText());
    assertEquals(List.of(), ben.versions(id()));
  }

  @Test
  void aCallWhoseEndCameFirstDoesNotRingAnyMore() {
    Instant start = Instant.now().minusSeconds(30);
    shop.tell(
        Event.ended(call, "abandoned").at(start.plusSeconds(9)),
        Event.ringing(call, "+4922147111", "anna").at(start));
    String next = UUID.randomUUID().toString();
    shop.tell(Event.ringing(next, "+4922147111", "anna"));
    anna.card(Event.step("any", next).interaction(), "ringing");
    assertEquals(List.of(), anna.versions(id()));
  }

  @Test
  void whenOneOfAGroupAnswersItLeavesTheOthers() {
    shop.tell(Event.ringing(call, "+4922147111", "anna", "ben"));
    anna.card(id(), "ringing");
    ben.card(id(), "ringing");
    shop.tell(Event.answered(call, "ben"));
    assertEquals("answered-elsewhere", anna.gone(id()));
    assertEquals("ben", ben.card(id(), "active").at("/interaction/agents/0").asText());
    assertEquals(List.of(), ben.frames("gone"));
  }

  @ParameterizedTest
  @CsvSource({
    "abandoned, abandoned",
    "missed, missed",
    "rejected, missed",
    "voicemail, missed",
    "forwarded, transferred"
  })
  void aCallNobodyTookLeavesTheDeskAndSaysWhy(String cause, String reason) {
    shop.tell(Event.ringing(call, "+4922147111", "anna"));
    anna.card(id(), "ringing");
    shop.tell(Event.ended(call, cause));
    assertEquals(reason, anna.gone(id()));
  }

  @Test
  void aCallThatWasTakenStaysUntilItIsWrappedUp() {
    shop.tell(Event.ringing(call, "+4922147111", "anna"), Event.answered(call, "anna"));
    anna.card(id(), "active");
    shop.tell(Event.ended(call, "completed"));
    assertEquals(
        "completed", anna.card(id(), "wrap-up").at("/interaction/cause").asText());
    assertEquals(List.of(), anna.frames("gone"));
  }

  @Test
  void aTransferRingsAtTheOtherAgentAndTheContextTravelsAlong() {
    shop.tell(Event.ringing(call, "+4922147111", "anna"), Event.answered(call, "anna"));
    anna.card(id(), "active");
    String onward = UUID.randomUUID().toString();
    shop.tell(Event.ringing(onward, "anonymous", "ben").with("parent", call));
    JsonNode card = ben.card(Event.step("any", onward).interaction(), "ringing");
    assertEquals("Mia Falk", card.at("/customer/name").asText());
    assertEquals(id().toString(), card.at("/interaction/parent").asText());
    shop.tell(Event.step("transferred", call));
    JsonNode left = anna.card(id(), "wrap-up");
    assertEquals("transferred", left.at("/interaction/cause").asText());
    shop.call("POST", "/api/v1/interactions/" + id() + "/wrap-up")
        .cookie(anna.cookie())
        .json(Map.of("disposition", "passed on"))
        .send()
        .expect(204);
    assertEquals("transferred", anna.gone(id()));
  }

  @Test
  void aCallTransferredInPlaceMovesToTheOtherDesk() {
    shop.tell(Event.ringing(call, "+4922147111", "anna"), Event.answered(call, "anna"));
    anna.card(id(), "active");
    shop.tell(Event.step("transferred", call).with("agents", List.of("ben")));
    assertEquals("transferred", anna.gone(id()));
    assertEquals("Mia Falk", ben.card(id(), "ringing").at("/customer/name").asText());
  }

  @Test
  void aQueuedCallShowsAtEverySignedInAgentOfThatQueue() {
    try (DeskClient carla = shop.seat("carla")) {
      shop.tell(Event.queued(call, "+4922147111", "support"));
      anna.card(id(), "queued");
      ben.card(id(), "queued");
      String other = UUID.randomUUID().toString();
      shop.tell(Event.queued(other, "+4922147111", "sales"));
      carla.card(Event.step("any", other).interaction(), "queued");
      assertEquals(List.of(), carla.versions(id()));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"11", "anna@shop.example", "WK7f3a", "Anna", "0049221555011"})
  void anAgentIsFoundByWhateverTheTelephonySystemCallsHer(String alias) {
    shop.tell(Event.ringing(call, "+4922147111", alias));
    assertEquals("anna", anna.card(id(), "ringing").at("/interaction/agents/0").asText());
  }

  @Test
  void anEndWithoutAnyOtherEventIsKeptAndShowsNothing() {
    shop.tell(Event.ended(call, "missed").with("from", "+4922147111"));
    shop.tell(Event.ended(call, "missed"));
    // other open cards of the same customer may say that there is one more contact
    assertEquals(List.of(), anna.versions(id()));
  }

  @Test
  void aChatGrowsByItsMessagesEachOnce() {
    Event message = Event.step("message", call)
        .with("author", "customer")
        .with("text", "Wo ist mein Paket?")
        .with("messageId", "m1");
    shop.tell(
        Event.ringing(call, "+4922147111", "anna").with("channel", "chat"),
        message,
        Event.step("message", call).with("text", "Hallo?").with("messageId", "m2"),
        message);
    JsonNode card = anna.card(id(), c -> c.at("/interaction/messages").size() == 2);
    assertEquals("Wo ist mein Paket?", card.at("/interaction/messages/0/text").asText());
    assertEquals("chat", card.at("/interaction/channel").asText());
  }
}
