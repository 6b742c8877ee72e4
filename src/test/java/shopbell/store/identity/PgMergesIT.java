package shopbell.store.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static shopbell.store.StoredRecords.NOW;
import static shopbell.store.StoredRecords.company;
import static shopbell.store.StoredRecords.customer;
import static shopbell.store.StoredRecords.id;
import static shopbell.store.StoredRecords.order;
import static shopbell.store.StoredRecords.phone;
import static shopbell.store.StoredRecords.ref;
import static shopbell.store.StoredRecords.ticket;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import shopbell.Waiting;
import shopbell.identity.HandleEvidence;
import shopbell.identity.HandleStore.CustomerChoice;
import shopbell.identity.MergeJournal.MergeAct;
import shopbell.model.Handle;
import shopbell.model.HandleKind;
import shopbell.model.Priority;
import shopbell.model.Rejected;
import shopbell.model.TicketStatus;
import shopbell.model.card.CustomerSummary;
import shopbell.model.customer.Identity;
import shopbell.model.event.Inbound;
import shopbell.store.TestDatabase;
import shopbell.store.card.PgSummaries;
import shopbell.store.interaction.PgEventStore;
import shopbell.store.sql.Database;

class PgMergesIT {
  private static final MergeAct ANNA = new MergeAct("anna", NOW);

  private static Vertx vertx;
  private static PgEventStore ledger;
  private static PgSummaries summaries;
  private static PgHandles identities;
  private static PgMerges merges;

  @BeforeAll
  static void open() {
    vertx = Vertx.vertx();
    Database database = TestDatabase.open(vertx);
    ledger = new PgEventStore(database);
    summaries = new PgSummaries(database, Currency.getInstance("EUR"));
    identities = new PgHandles(database);
    merges = new PgMerges(database);
  }

  @AfterAll
  static void close() {
    Waiting.on(vertx.close());
  }

  private static void keep(Inbound... records) {
    for (Inbound record : records) {
      Waiting.on(ledger.keep("events", record, NOW));
    }
  }

  private static long merge(String keep, String other) {
    return Waiting.on(merges.merge(id(keep), id(other), ANNA)).entry();
  }

  private static CustomerSummary summary(String number) {
    return Waiting.on(summaries.of(id(number), NOW));
  }

  private static List<String> tickets(String number) {
    return summary(number).tickets().items().stream()
        .map(t -> t.number())
        .sorted()
        .toList();
  }

  private static Rejected.Reason refused(Future<?> call) {
    return assertThrows(Rejected.class, () -> Waiting.on(call)).reason();
  }

  @Test
  void twoRecordsShowAsOneAndComeApartAgainWithWhatCameBetween() {
    keep(
        customer("101", "Mia Falk", phone("+492214710101")),
        customer("102", "M. Falk", phone("+492214710102")),
        ticket("1011", ref("101"), TicketStatus.OPEN, Priority.NORMAL),
        ticket("1021", ref("102"), TicketStatus.OPEN, Priority.NORMAL));
    long entry = merge("101", "102");
    assertEquals(id("101"), summary("102").customer().id());
    assertEquals(List.of("1011", "1021"), tickets("101"));
    keep(
        ticket("1022", ref("102"), TicketStatus.OPEN, Priority.NORMAL),
        ticket("1012", ref(phone("+492214710101")), TicketStatus.OPEN, Priority.NORMAL));
    assertEquals(4, tickets("101").size());
    Waiting.on(merges.undo(entry, ANNA));
    assertEquals(List.of("1011", "1012"), tickets("101"));
    assertEquals(List.of("1021", "1022"), tickets("102"));
    assertEquals(id("102"), summary("102").customer().id());
  }

  @Test
  void anEarlierMergeIsTakenBackWhileALaterOneStays() {
    keep(customer("111", "A One"), customer("112", "A Two"), customer("113", "A Three"));
    long first = merge("111", "112");
    merge("113", "111");
    assertEquals(id("113"), summary("112").customer().id());
    Waiting.on(merges.undo(first, ANNA));
    assertEquals(id("112"), summary("112").customer().id());
    assertEquals(id("113"), summary("111").customer().id());
  }

  @Test
  void aSharedNumberOfTwoRecordsIsOnePersonsWhileTheyAreMerged() {
    Handle number = phone("+492214710120");
    keep(
        customer("121", "Jo Berg", number),
        customer("122", "Jo Berg", number),
        ticket("1201", ref(number), TicketStatus.OPEN, Priority.NORMAL));
    assertEquals(List.of(), tickets("121"));
    long entry = merge("121", "122");
    assertEquals(List.of("1201"), tickets("121"));
    List<HandleEvidence> evidence = Waiting.on(identities.about(List.of(number), NOW));
    assertEquals(1, evidence.size());
    assertEquals(1, evidence.get(0).hold().holders());
    Waiting.on(merges.undo(entry, ANNA));
    assertEquals(List.of(), tickets("121"));
    assertEquals(List.of(), tickets("122"));
    assertEquals(2, Waiting.on(identities.about(List.of(number), NOW)).size());
  }

  @Test
  void anImpossibleMergeOrUndoIsRefusedWithItsReason() {
    keep(customer("131", "B One"), customer("132", "B Two"), company("133", "B Ltd"));
    long entry = merge("131", "132");
    assertEquals(Rejected.Reason.CONFLICT, refused(merges.merge(id("132"), id("131"), ANNA)));
    assertEquals(Rejected.Reason.CONFLICT, refused(merges.merge(id("131"), id("131"), ANNA)));
    assertEquals(Rejected.Reason.SENSELESS, refused(merges.merge(id("131"), id("133"), ANNA)));
    assertEquals(Rejected.Reason.NOT_FOUND, refused(merges.merge(id("131"), id("nobody"), ANNA)));
    long undone = Waiting.on(merges.undo(entry, ANNA)).entry();
    assertEquals(Rejected.Reason.CONFLICT, refused(merges.undo(entry, ANNA)));
    assertEquals(Rejected.Reason.CONFLICT, refused(merges.undo(undone, ANNA)));
    assertEquals(Rejected.Reason.NOT_FOUND, refused(merges.undo(999_999, ANNA)));
  }

  @Test
  void manyMergesAtOnceEndInOnePersonWithoutAKnot() {
    IntStream.range(0, 8).forEach(i -> keep(customer("14" + i, "Knot " + i)));
    List<Future<?>> asked = IntStream.range(0, 8)
        .<Future<?>>mapToObj(i -> merges.merge(id("14" + i), id("14" + (i + 1) % 8), ANNA))
        .toList();
    Waiting.on(Future.join(asked).transform(done -> Future.succeededFuture()));
    assertEquals(7, asked.stream().filter(Future::succeeded).count());
    List<UUID> survivors = IntStream.range(0, 8)
        .mapToObj(i -> summary("14" + i).customer().id())
        .distinct()
        .toList();
    assertEquals(1, survivors.size());
  }

  @Test
  void aHandleLearnedFromAnAgentIsForgottenExactly() {
    Handle number = phone("+492214710150");
    keep(customer("151", "C One"), customer("152", "C Two", number));
    CustomerChoice customerChoice = new CustomerChoice(
        id("151"), List.of(number, phone("+492214710151")), "anna", Optional.empty(), NOW);
    Waiting.on(identities.learn(customerChoice));
    keep(customer("151", "C One renamed", phone("+492214710151")));
    Identity taught = Waiting.on(merges.identity(id("151")));
    assertEquals(2, taught.handles().size());
    long entry = taught.journal().get(0).id();
    Waiting.on(merges.undo(entry, ANNA));
    Identity after = Waiting.on(merges.identity(id("151")));
    assertEquals(
        List.of("+492214710151"), after.handles().stream().map(h -> h.value()).toList());
    assertEquals("crm", after.handles().get(0).source());
    assertEquals(0, after.handles().get(0).chosen());
    assertEquals(
        List.of("unlink", "link"), after.journal().stream().map(j -> j.what()).toList());
    assertFalse(after.journal().get(1).undoable());
  }

  @Test
  void aSecondChoiceInTheSameContactReplacesTheFirst() {
    Handle number = phone("+492214710160");
    keep(customer("161", "D One"), customer("162", "D Two"));
    UUID call = UUID.randomUUID();
    for (String who : List.of("161", "162")) {
      Waiting.on(identities.learn(
          new CustomerChoice(id(who), List.of(number), "anna", Optional.of(call), NOW)));
    }
    List<HandleEvidence> evidence = Waiting.on(identities.about(List.of(number), NOW));
    assertEquals(
        List.of(id("162")), evidence.stream().map(HandleEvidence::customer).toList());
  }

  @Test
  void aVerifiedCustomerNumberMergesByItselfButNeverAgainstAnAgentsWord() {
    Handle attested = new Handle(HandleKind.CUSTOMER_NUMBER, "K-170", true, false);
    keep(customer("171", "E One", attested), customer("172", "E One", attested));
    assertTrue(Waiting.on(merges.attested(List.of(id("172")), NOW)).contains(id("171")));
    Identity one = Waiting.on(merges.identity(id("171")));
    assertEquals(2, one.records().size());
    assertEquals(List.of("attested.customerNumber"), one.journal().get(0).reasons());
    Waiting.on(merges.undo(one.journal().get(0).id(), ANNA));
    assertEquals(0, Waiting.on(merges.attested(List.of(id("172")), NOW)).size());
  }

  @Test
  void ordersStayWithTheirRecord() {
    keep(customer("181", "F One"), customer("182", "F Two"), order("1811", ref("181"), "10.00"));
    long entry = merge("182", "181");
    keep(order("1812", ref("181"), "5.00"), order("1821", ref("182"), "1.00"));
    assertEquals(3, summary("181").value().orElseThrow().orders());
    Waiting.on(merges.undo(entry, ANNA));
    assertEquals(2, summary("181").value().orElseThrow().orders());
    assertEquals(1, summary("182").value().orElseThrow().orders());
  }
}
