package shopbell.store.card;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import shopbell.model.CustomerDetails;
import shopbell.model.CustomerKind;
import shopbell.model.card.Consents;
import shopbell.model.customer.Cue;
import shopbell.model.customer.CueKind;
import shopbell.model.customer.Customer;
import shopbell.store.card.MergedCustomer.InSystem;
import shopbell.store.card.MergedCustomer.RefusedUses;

class MergedCustomerTest {
  private static final UUID MAIN = new UUID(0, 1);

  private static InSystem record(
      int number, String tier, String since, Optional<RefusedUses> refused) {
    return new InSystem(
        new UUID(0, number),
        MAIN,
        CustomerKind.PERSON,
        "Falk " + number,
        CustomerDetails.of("", Optional.ofNullable(tier).orElse(""))
            .with(Optional.ofNullable(since).map(LocalDate::parse), Optional.empty()),
        Map.of(),
        List.of(),
        Instant.EPOCH.plusSeconds(number),
        refused);
  }

  private static Customer of(InSystem... records) {
    return new MergedCustomer(List.of(records)).customer(List.of(), List.of());
  }

  @Test
  void whatTheSurvivorSaysCounts() {
    Customer falk = of(
        record(2, "gold", "2020-01-01", Optional.empty()),
        record(1, "silver", "2024-01-01", Optional.empty()));
    assertEquals("Falk 1", falk.name());
    assertEquals(Optional.of("silver"), falk.details().tier());
    assertEquals(Optional.of(LocalDate.parse("2024-01-01")), falk.details().since());
  }

  @Test
  void whereItSaysNothingTheNewestThatSaysSomethingCountsAndTheEarliestDay() {
    Customer falk = of(
        record(1, null, null, Optional.empty()),
        record(2, "silver", "2021-01-01", Optional.empty()),
        record(3, "gold", "2022-01-01", Optional.empty()),
        record(4, "", null, Optional.empty()));
    assertEquals(Optional.of("gold"), falk.details().tier());
    assertEquals(Optional.of(LocalDate.parse("2021-01-01")), falk.details().since());
  }

  @Test
  void ofEachKindOfHintTheNewestOfAllRecordsIsShown() {
    Customer falk = of(
        noted(1, new Cue(CueKind.ADDRESS, "Ms Falk", "anna", true, Instant.MAX, at(5))),
        noted(2, new Cue(CueKind.ADDRESS, "Dr Falk", "ben", true, Instant.MAX, at(7))),
        noted(3, new Cue(CueKind.LANGUAGE, "de", "ben", true, Instant.MAX, at(1))));
    assertEquals(
        List.of("Dr Falk", "de"), falk.notedCues().stream().map(Cue::text).toList());
  }

  private static Instant at(int second) {
    return Instant.EPOCH.plusSeconds(second);
  }

  private static InSystem noted(int number, Cue cue) {
    return new InSystem(
        new UUID(0, number),
        MAIN,
        CustomerKind.PERSON,
        "Falk",
        CustomerDetails.NONE,
        Map.of(),
        List.of(cue),
        Instant.EPOCH,
        Optional.empty());
  }

  @Test
  void ofSeveralRecordsOneNoIsANo() {
    MergedCustomer falk = new MergedCustomer(List.of(
        record(1, null, null, Optional.of(new RefusedUses(true, false, false))),
        record(2, null, null, Optional.of(new RefusedUses(false, false, true))),
        record(3, null, null, Optional.empty())));
    assertEquals(Optional.of(new Consents(false, true, false)), falk.consents());
  }

  @Test
  void withoutAnAskedSourceTheCardSaysNothing() {
    assertEquals(
        Optional.empty(),
        new MergedCustomer(List.of(record(1, null, null, Optional.empty()))).consents());
  }
}
