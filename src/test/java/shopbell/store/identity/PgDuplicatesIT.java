package shopbell.store.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static shopbell.store.StoredRecords.NOW;
import static shopbell.store.StoredRecords.company;
import static shopbell.store.StoredRecords.customer;
import static shopbell.store.StoredRecords.id;
import static shopbell.store.StoredRecords.phone;

import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import shopbell.Waiting;
import shopbell.identity.DuplicateFinder;
import shopbell.identity.DuplicateStore;
import shopbell.identity.MatchThresholds;
import shopbell.identity.MergeJournal.MergeAct;
import shopbell.model.Handle;
import shopbell.model.HandleKind;
import shopbell.model.customer.Duplicate;
import shopbell.model.event.Inbound;
import shopbell.store.TestDatabase;
import shopbell.store.interaction.PgEventStore;
import shopbell.store.sql.Database;

class PgDuplicatesIT {
  private static Vertx vertx;
  private static PgEventStore ledger;
  private static PgDuplicates suspects;
  private static PgMerges merges;
  private static DuplicateFinder finder;

  @BeforeAll
  static void open() {
    vertx = Vertx.vertx();
    Database database = TestDatabase.open(vertx);
    ledger = new PgEventStore(database);
    suspects = new PgDuplicates(database);
    merges = new PgMerges(database);
    finder = new DuplicateFinder(suspects, merges, MatchThresholds.DEFAULT);
  }

  @AfterAll
  static void close() {
    Waiting.on(vertx.close());
  }

  private static void keep(Inbound... records) {
    for (Inbound record : records) {
      Waiting.on(ledger.keep("events", record, NOW));
    }
    Waiting.on(finder.round(NOW));
  }

  private static List<Duplicate> of(String number) {
    return Waiting.on(suspects.page(Optional.of(id(number)), Optional.empty(), 10))
        .items();
  }

  @Test
  void theSameNameAndNumberAreSuggestedAndAMergeSettlesIt() {
    keep(
        customer("501", "Jürgen Möller", phone("+4922147501")),
        customer("502", "Moeller, Juergen", phone("+4922147501")));
    assertEquals(List.of("name", "phone"), of("501").get(0).reasons());
    Waiting.on(merges.merge(id("501"), id("502"), new MergeAct("anna", NOW)));
    assertEquals(List.of(), of("501"));
    assertEquals(
        List.of("name", "phone"),
        Waiting.on(merges.identity(id("501"))).journal().get(0).reasons());
  }

  @Test
  void aFamilyWithOneNumberIsNotOnePerson() {
    keep(
        customer("511", "Anna Berger", phone("+4922147511")),
        customer("512", "Kurt Berger", phone("+4922147511")),
        company("513", "Anna Berger", phone("+4922147511")));
    assertEquals(List.of(), of("511"));
  }

  @Test
  void aRefusedPairIsNotSuggestedAgain() {
    keep(
        customer("521", "Rita Doppel", phone("+4922147521")),
        customer("522", "Rita Doppel", phone("+4922147521")));
    Waiting.on(suspects.dismiss(of("521").get(0).id(), new MergeAct("anna", NOW)));
    keep(customer("522", "Rita Doppel ", phone("+4922147521")));
    assertEquals(List.of(), of("522"));
  }

  @Test
  void aPairWithAnUndoneMergeIsNotSuggestedAgain() {
    keep(
        customer("551", "Rolf Zweimal", phone("+4922147551")),
        customer("552", "Rolf Zweimal", phone("+4922147551")));
    MergeAct mergeAct = new MergeAct("anna", NOW);
    long merge = Waiting.on(
            merges.merge(of("551").get(0).a().id(), of("551").get(0).b().id(), mergeAct))
        .entry();
    Waiting.on(merges.undo(merge, mergeAct));
    assertEquals(List.of(), of("551"));
    keep(customer("552", "Rolf Zweimal ", phone("+4922147551")));
    assertEquals(List.of(), of("552"));
  }

  @Test
  void recordsWithOneVerifiedNumberAreMergedAutomatically() {
    Handle attested = new Handle(HandleKind.CUSTOMER_NUMBER, "K-530", true, false);
    keep(customer("531", "Sven Eins", attested), customer("532", "Sven Zwei", attested));
    assertEquals(2, Waiting.on(merges.identity(id("531"))).records().size());
  }

  @Test
  void recordsMarkedAsTwoPeopleAreNotMergedByAVerifiedNumber() {
    for (int i = 0; i < 6; i++) {
      Handle phone = phone("+492214759" + i);
      keep(customer("59" + i, "Otto Zwilling", phone), customer("60" + i, "Otto Zwilling", phone));
      Waiting.on(suspects.dismiss(of("59" + i).get(0).id(), new MergeAct("anna", NOW)));
      Handle attested = new Handle(HandleKind.CUSTOMER_NUMBER, "K-59" + i, true, false);
      keep(
          customer("59" + i, "Otto Zwilling ", phone, attested),
          customer("60" + i, "Otto Zwilling ", phone, attested));
      assertEquals(1, Waiting.on(merges.identity(id("59" + i))).records().size());
    }
  }

  @Test
  void aRoundTakesOnlyWhatHasChanged() {
    keep(customer("541", "Uta Neu", phone("+4922147541")));
    assertTrue(Waiting.on(finder.round(NOW)).touched().isEmpty());
  }

  @Test
  void everyPairIsListedOnceOverAllPagesAlsoWhenOneIsMergedMeanwhile() {
    for (int i = 0; i < 7; i++) {
      keep(
          customer("57" + i, "Ulf Paar" + "xyzabcd".charAt(i), phone("+492214757" + i)),
          customer("58" + i, "Ulf Paar" + "xyzabcd".charAt(i), phone("+492214757" + i)));
    }
    List<Duplicate> all =
        Waiting.on(suspects.page(Optional.empty(), Optional.empty(), 1_000)).items();
    assertTrue(all.size() >= 7);
    List<Duplicate> paged = new ArrayList<>();
    Optional<DuplicateStore.DuplicatePosition> next = Optional.empty();
    do {
      DuplicateStore.Listed page = Waiting.on(suspects.page(Optional.empty(), next, 2));
      paged.addAll(page.items());
      next = page.next()
          .map(duplicatePosition ->
              DuplicateStore.DuplicatePosition.of(duplicatePosition.toString()));
      if (paged.size() == 2) {
        Duplicate first = paged.get(0);
        Waiting.on(merges.merge(first.a().id(), first.b().id(), new MergeAct("anna", NOW)));
      }
    } while (next.isPresent());
    assertEquals(all, paged);
  }
}
