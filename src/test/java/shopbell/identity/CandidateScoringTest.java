package shopbell.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import shopbell.i18n.Words;
import shopbell.model.CustomerKind;
import shopbell.model.HandleKind;
import shopbell.model.customer.CustomerMatch;
import shopbell.model.customer.MatchStatus;

class CandidateScoringTest {
  private static final Instant NOW = Instant.parse("2026-03-10T10:00:00Z");
  private static final UUID ONE = new UUID(0, 1);
  private static final UUID OTHER = new UUID(0, 2);

  private final CustomerMatcher customerMatcher = new CustomerMatcher(
      null,
      new PhoneNumbers("DE"),
      new Words(Locale.ENGLISH, ZoneOffset.UTC),
      MatchThresholds.DEFAULT);

  private static final HandleEvidence.Ties NOTHING = new HandleEvidence.Ties(
      0, Optional.empty(), NOW.minus(Duration.ofDays(30)), 0, false, false, Optional.empty());

  private static HandleEvidence.Ties tickets(int open) {
    return new HandleEvidence.Ties(
        0, Optional.empty(), NOW.minus(Duration.ofDays(30)), open, false, false, Optional.empty());
  }

  private static HandleEvidence.Ties activeAgo(Duration ago) {
    return new HandleEvidence.Ties(
        0, Optional.empty(), NOW.minus(ago), 0, false, false, Optional.empty());
  }

  private static HandleEvidence by(
      UUID customer, HandleKind kind, boolean shared, int chosen, HandleEvidence.Ties ties) {
    return by(customer, kind, shared, chosen, Duration.ofDays(30)).with(ties);
  }

  private record Half(UUID customer, HandleEvidence.Hold hold) {
    HandleEvidence with(HandleEvidence.Ties ties) {
      return new HandleEvidence(
          customer,
          customer,
          "Customer " + customer.getLeastSignificantBits(),
          CustomerKind.PERSON,
          hold,
          ties);
    }
  }

  private static Half by(
      UUID customer, HandleKind kind, boolean shared, int chosen, Duration since) {
    return new Half(
        customer,
        new HandleEvidence.Hold(
            kind,
            "+4922147110",
            false,
            false,
            shared,
            false,
            shared ? 2 : 1,
            chosen,
            0,
            Optional.empty(),
            NOW.minus(since)));
  }

  private CustomerMatch match(HandleEvidence... evidence) {
    return customerMatcher.found(List.of(evidence), NOW).match();
  }

  @Test
  void aNumberOfOneCustomerIsKnownButNotVerified() {
    CustomerMatch customerMatch = match(by(ONE, HandleKind.PHONE, false, 0, NOTHING));
    assertEquals(MatchStatus.KNOWN, customerMatch.status());
    assertEquals(Optional.of(ONE), customerMatch.customer());
    assertEquals(false, customerMatch.verified());
  }

  @Test
  void aNumberOfTwoIsAmbiguousAndBothAreOffered() {
    CustomerMatch customerMatch = match(
        by(ONE, HandleKind.PHONE, true, 0, NOTHING), by(OTHER, HandleKind.PHONE, true, 0, NOTHING));
    assertEquals(MatchStatus.AMBIGUOUS, customerMatch.status());
    assertEquals(2, customerMatch.candidates().size());
    assertTrue(customerMatch.customer().isEmpty());
  }

  @Test
  void anOpenTicketPutsItsCustomerFirstAndIsSaidInWords() {
    CustomerMatch customerMatch = match(
        by(ONE, HandleKind.PHONE, true, 0, NOTHING),
        by(OTHER, HandleKind.PHONE, true, 0, tickets(1)));
    assertEquals(OTHER, customerMatch.candidates().get(0).customer());
    assertTrue(customerMatch.candidates().get(0).reasons().contains("one open ticket"));
  }

  @Test
  void earlierChoicesOfAgentsDecideASharedNumber() {
    CustomerMatch customerMatch = match(
        by(ONE, HandleKind.PHONE, true, 3, NOTHING), by(OTHER, HandleKind.PHONE, true, 0, NOTHING));
    assertEquals(MatchStatus.LIKELY, customerMatch.status());
    assertEquals(Optional.of(ONE), customerMatch.customer());
  }

  @Test
  void aCustomerNumberTypedInOutweighsTheSharedLine() {
    CustomerMatch customerMatch = match(
        by(ONE, HandleKind.PHONE, true, 0, NOTHING),
        by(OTHER, HandleKind.PHONE, true, 0, NOTHING),
        by(OTHER, HandleKind.CUSTOMER_NUMBER, false, 0, NOTHING).proven());
    assertEquals(MatchStatus.KNOWN, customerMatch.status());
    assertEquals(Optional.of(OTHER), customerMatch.customer());
    assertTrue(customerMatch.verified());
  }

  @Test
  void aDeviceAloneIsNobody() {
    assertEquals(
        MatchStatus.AMBIGUOUS,
        match(by(ONE, HandleKind.DEVICE, false, 0, NOTHING)).status());
  }

  @Test
  void noEvidenceIsUnknown() {
    assertEquals(MatchStatus.UNKNOWN, match().status());
  }

  @Test
  void theOrderOfEvidenceDoesNotMatter() {
    HandleEvidence a = by(ONE, HandleKind.PHONE, true, 1, NOTHING);
    HandleEvidence b = by(OTHER, HandleKind.PHONE, true, 0, tickets(1));
    HandleEvidence c = by(OTHER, HandleKind.EMAIL, false, 0, tickets(1));
    assertEquals(match(a, b, c), match(c, b, a));
  }

  @Test
  void anAbandonedPurchaseOfTheLastHourSpeaksForItsCustomer() {
    HandleEvidence buyer = by(
        OTHER,
        HandleKind.PHONE,
        true,
        0,
        new HandleEvidence.Ties(
            0,
            Optional.empty(),
            NOW.minus(Duration.ofDays(30)),
            0,
            false,
            false,
            Optional.of(NOW.minus(Duration.ofMinutes(40)))));
    CustomerMatch customerMatch = match(by(ONE, HandleKind.PHONE, true, 0, NOTHING), buyer);
    assertEquals(OTHER, customerMatch.candidates().get(0).customer());
    assertTrue(
        customerMatch.candidates().get(0).reasons().contains("Abandoned a purchase 40 min ago"));
  }

  @Test
  void aNumberOfACustomerSilentForYearsIsNoLongerKnown() {
    CustomerMatch customerMatch =
        match(by(ONE, HandleKind.PHONE, false, 0, activeAgo(Duration.ofDays(3 * 365))));
    assertEquals(MatchStatus.LIKELY, customerMatch.status());
    assertTrue(
        customerMatch.reasons().contains("Silent for 3 years: the number may have been handed on"));
  }

  @Test
  void theNewHolderOfANumberIsFoundAfterTheOldOneFellSilent() {
    HandleEvidence old = by(ONE, HandleKind.PHONE, false, 0, Duration.ofDays(2_000))
        .with(activeAgo(Duration.ofDays(1_000)));
    HandleEvidence fresh = by(OTHER, HandleKind.PHONE, false, 0, Duration.ofDays(60))
        .with(activeAgo(Duration.ofDays(5)));
    CustomerMatch customerMatch = match(old, fresh);
    assertEquals(Optional.of(OTHER), customerMatch.customer());
    assertTrue(customerMatch.candidates().get(1).reasons().stream()
        .anyMatch(reason -> reason.contains("another customer")));
  }

  @Test
  void theThresholdsAreTheOperators() {
    CustomerMatcher strict = new CustomerMatcher(
        null,
        new PhoneNumbers("DE"),
        new Words(Locale.ENGLISH, ZoneOffset.UTC),
        new MatchThresholds(0.999, 0.995, 0.9));
    CustomerMatch customerMatch =
        strict.found(List.of(by(ONE, HandleKind.PHONE, false, 0, NOTHING)), NOW).match();
    assertEquals(MatchStatus.AMBIGUOUS, customerMatch.status());
  }

  @Test
  void aContactBelongsToTheRecordThatHasTheHandleNotToTheOneThatStandsForThePerson() {
    UUID record = new UUID(0, 3);
    HandleEvidence own = by(ONE, HandleKind.PHONE, false, 0, NOTHING);
    HandleEvidence merged =
        new HandleEvidence(ONE, record, own.name(), own.kind(), own.hold(), own.ties());
    assertEquals(
        Optional.of(record), customerMatcher.found(List.of(merged), NOW).record());
  }
}
