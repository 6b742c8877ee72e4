package shopbell.store.card;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static shopbell.store.StoredRecords.NOW;
import static shopbell.store.StoredRecords.company;
import static shopbell.store.StoredRecords.customer;
import static shopbell.store.StoredRecords.id;
import static shopbell.store.StoredRecords.order;
import static shopbell.store.StoredRecords.phone;
import static shopbell.store.StoredRecords.ref;
import static shopbell.store.StoredRecords.step;
import static shopbell.store.StoredRecords.ticket;
import static shopbell.store.StoredRecords.touchpoint;

import io.vertx.core.Vertx;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import shopbell.Waiting;
import shopbell.customer.CustomerStore;
import shopbell.identity.HandleEvidence;
import shopbell.model.CustomerRef;
import shopbell.model.ExternalId;
import shopbell.model.FeedbackKind;
import shopbell.model.Priority;
import shopbell.model.Rejected;
import shopbell.model.TicketStatus;
import shopbell.model.card.CustomerSummary;
import shopbell.model.customer.CustomerActivity;
import shopbell.model.customer.Journey;
import shopbell.model.event.FeedbackRecord;
import shopbell.model.event.Inbound;
import shopbell.model.event.InteractionStep;
import shopbell.model.event.ShipmentRecord;
import shopbell.model.interaction.Interaction;
import shopbell.store.TestDatabase;
import shopbell.store.customer.PgCustomers;
import shopbell.store.identity.PgHandles;
import shopbell.store.interaction.PgEventStore;
import shopbell.store.sql.Database;

class PgSummariesIT {
  private static Vertx vertx;
  private static PgEventStore ledger;
  private static PgSummaries summaries;
  private static PgHandles identities;
  private static PgCustomers customers;

  @BeforeAll
  static void open() {
    vertx = Vertx.vertx();
    Database database = TestDatabase.open(vertx);
    ledger = new PgEventStore(database);
    summaries = new PgSummaries(database, Currency.getInstance("EUR"));
    identities = new PgHandles(database);
    customers = new PgCustomers(database);
  }

  @AfterAll
  static void close() {
    Waiting.on(vertx.close());
  }

  private static ShipmentRecord parcel(String number, String order, Optional<String> exception) {
    return new ShipmentRecord(
        "s" + number,
        NOW.minusSeconds(30),
        new ExternalId("shop", number),
        order,
        Optional.of(NOW.minus(Duration.ofDays(2))),
        Optional.of(NOW.minus(Duration.ofDays(1))),
        "exception",
        List.of(),
        exception,
        Optional.empty());
  }

  private static FeedbackRecord opinion(
      String number, CustomerRef customer, FeedbackKind kind, int score, Optional<String> comment) {
    return new FeedbackRecord(
        "f" + number,
        NOW.minusSeconds(10 + score),
        new ExternalId("survey", number),
        customer,
        kind,
        score,
        comment,
        Optional.empty());
  }

  private static void keep(Inbound... records) {
    for (Inbound record : records) {
      Waiting.on(ledger.keep("events", record, NOW));
    }
  }

  @Test
  void openTicketsComeBeforeClosedOnesAndCriticalFirst() {
    keep(
        customer("1", "Mia Falk", phone("+4922147111")),
        ticket("1", ref("1"), TicketStatus.CLOSED, Priority.CRITICAL),
        ticket("2", ref("1"), TicketStatus.OPEN, Priority.NORMAL),
        ticket("3", ref("1"), TicketStatus.OPEN, Priority.CRITICAL),
        ticket("4", ref("1"), TicketStatus.PENDING, Priority.LOW));
    CustomerSummary customerSummary = Waiting.on(summaries.of(id("1"), NOW));
    assertEquals(
        List.of("3", "2", "4", "1"),
        customerSummary.tickets().items().stream().map(t -> t.number()).toList());
    assertEquals(3, customerSummary.tickets().open());
    assertEquals(1, customerSummary.tickets().critical());
  }

  @Test
  void factsThatComeBeforeTheirCustomerWaitAndAreNotLost() {
    keep(
        order("77", ref("2"), "19.90"),
        touchpoint("v1", ref(phone("+4922147112")), NOW.minusSeconds(120)),
        order("78", ref(phone("+4922147112")), "10.00"),
        customer("2", "Jonas Berg", phone("+4922147112")));
    CustomerSummary customerSummary = Waiting.on(summaries.of(id("2"), NOW));
    assertEquals(new BigDecimal("29.90"), customerSummary.value().orElseThrow().lifetime());
    assertEquals("touchpoint", customerSummary.journey().get(0).kind());
  }

  @Test
  void aNumberBlockLeadsToItsCompanyByTheLongestPrefix() {
    keep(
        company("10", "Grosskonzern", phone("+4930230*")),
        company("11", "Tochter GmbH", phone("+49302309*")));
    List<HandleEvidence> evidence =
        Waiting.on(identities.about(List.of(phone("+4930230951")), NOW));
    assertEquals(
        List.of("Tochter GmbH"), evidence.stream().map(HandleEvidence::name).toList());
    assertTrue(evidence.get(0).hold().block());
  }

  @Test
  void searchForgivesTypingErrorsAndTakesNumbersAsTheyAreWritten() {
    keep(
        customer("20", "Jürgen Müller-Lüdenscheidt", phone("+4922147120")),
        order("A-9001", ref("20"), "5.00"));
    for (String asked :
        List.of("Mueller Luedenscheid", "jurgen", "0221 47120", "+49 221 471-20", "A-9001")) {
      List<UUID> found = Waiting.on(customers.search(asked, Optional.empty())).items().stream()
          .map(CustomerStore.SearchHit::id)
          .toList();
      assertTrue(found.contains(id("20")), asked);
    }
  }

  @Test
  void theTimelineGoesBackPageByPage() {
    keep(customer("30", "Ada Long"));
    for (int i = 0; i < 60; i++) {
      keep(touchpoint("p" + i, ref("30"), NOW.minusSeconds(60L * i)));
    }
    var first = Waiting.on(customers.timeline(id("30"), Optional.empty(), Optional.empty()));
    var second = Waiting.on(customers.timeline(id("30"), first.page().next(), Optional.of("web")));
    assertEquals(50, first.page().items().size());
    assertEquals(10, second.page().items().size());
    assertEquals(
        second.page().items().stream().map(Journey.Item::id).toList(),
        first.earlier().stream().map(Journey.Item::id).toList());
    assertEquals(List.of(), second.earlier());
  }

  @Test
  void twoWeeksAreCountedFromEveryEventByLaneAndSixHours() {
    keep(
        customer("31", "Ada Viel"),
        order("counted", ref("31"), "5.00"),
        ticket("31", ref("31"), TicketStatus.OPEN, Priority.CRITICAL),
        touchpoint("too old", ref("31"), NOW.minus(Duration.ofDays(15))));
    for (int i = 0; i < 200; i++) {
      keep(touchpoint("c" + i, ref("31"), NOW.minusSeconds(3_600L * i)));
    }
    CustomerActivity counted =
        Waiting.on(customers.activity(id("31"), NOW.minus(Duration.ofDays(14)), NOW));
    Map<String, Integer> lanes = counted.cells().stream()
        .collect(Collectors.groupingBy(
            CustomerActivity.Cell::lane, Collectors.summingInt(CustomerActivity.Cell::events)));
    assertEquals(Map.of("web", 200, "ticket", 1), lanes);
    assertTrue(counted.cells().size() < 40);
    assertTrue(counted.cells().stream()
        .anyMatch(
            cell -> cell.lane().equals("ticket") && cell.hurt() == CustomerActivity.Hurt.CRITICAL));
  }

  @Test
  void theCardTellsTheSameStoryAsTheTimeline() {
    UUID call = Interaction.id("events", "told");
    keep(
        customer("40", "Ida Weg"),
        touchpoint("told", ref("40"), NOW.minusSeconds(60)),
        order("told", ref("40"), "5.00"),
        parcel("told", "told", Optional.of("Nobody was in")),
        ticket("40", ref("40"), TicketStatus.OPEN, Priority.CRITICAL),
        opinion("1", ref("40"), FeedbackKind.NPS, 6, Optional.of("Too slow")),
        opinion("2", ref("40"), FeedbackKind.CSAT, 3, Optional.empty()),
        step("told", InteractionStep.RINGING, Duration.ofHours(-2), "anna"),
        step("told", InteractionStep.ENDED, Duration.ofHours(-1)));
    Waiting.on(ledger.belongs(call, id("40"), NOW));
    List<Journey.Item> card = Waiting.on(summaries.of(id("40"), NOW)).journey();
    assertEquals(7, card.size());
    assertEquals(
        Waiting.on(customers.timeline(id("40"), Optional.empty(), Optional.empty()))
            .page()
            .items(),
        card);
  }

  @Test
  void anUnknownCustomerIsSaidToBeOne() {
    UUID nobody = new UUID(1, 2);
    assertThrows(Rejected.class, () -> Waiting.on(summaries.of(nobody, NOW)));
  }
}
