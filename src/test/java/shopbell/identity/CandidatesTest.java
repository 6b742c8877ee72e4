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
import shopbell.model.Match;
import shopbell.model.MatchStatus;

class CandidatesTest {
  private static final Instant NOW = Instant.parse("2026-03-10T10:00:00Z");
  private static final UUID ONE = new UUID(0, 1);
  private static final UUID OTHER = new UUID(0, 2);

  private final Identifier identifier = new Identifier(
      null, new PhoneNumbers("DE"), new Words(Locale.ENGLISH, ZoneOffset.UTC), Thresholds.DEFAULT);

  private static final Evidence.Ties NOTHING = new Evidence.Ties(
      0, Optional.empty(), NOW.minus(Duration.ofDays(30)), 0, false, false, Optional.empty());

  private static Evidence.Ties tickets(int open) {
    return new Evidence.Ties(
        0, Optional.empty(), NOW.minus(Duration.ofDays(30)), open, false, false, Optional.empty());
  }

  private static Evidence.Ties activeAgo(Duration ago) {
    return new Evidence.Ties(
        0, Optional.empty(), NOW.minus(ago), 0, false, false, Optional.empty());
  }

  private static Evidence by(
      UUID customer, HandleKind kind, boolean shared, int chosen, Evidence.Ties ties) {
    return by(customer, kind, shared, chosen, Duration.ofDays(30)).with(ties);
  }

  private record Half(UUID customer, Evidence.Hold hold) {
    Evidence with(Evidence.Ties ties) {
      return new Evidence(
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
        new Evidence.Hold(
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

  private Match match(Evidence... evidence) {
    return identifier.found(List.of(evidence), NOW).match();
  }

  @Test
  void aNumberOfOneCustomerIsKnownButNotVerified() {
    Match match = match(by(ONE, HandleKind.PHONE, false, 0, NOTHING));
    assertEquals(MatchStatus.KNOWN, match.status());
    assertEquals(Optional.of(ONE), match.customer());
    assertEquals(false, match.verified());
  }

  @Test
  void aNumberOfTwoIsAmbiguousAndBothAreOffered() {
    Match match = match(
        by(ONE, HandleKind.PHONE, true, 0, NOTHING), by(OTHER, HandleKind.PHONE, true, 0, NOTHING));
    assertEquals(MatchStatus.AMBIGUOUS, match.status());
    assertEquals(2, match.candidates().size());
    assertTrue(match.customer().isEmpty());
  }

  @Test
  void anOpenTicketPutsItsCustomerFirstAndIsSaidInWords() {
    Match match = match(
        by(ONE, HandleKind.PHONE, true, 0, NOTHING),
        by(OTHER, HandleKind.PHONE, true, 0, tickets(1)));
    assertEquals(OTHER, match.candidates().get(0).customer());
    assertTrue(match.candidates().get(0).reasons().contains("one open ticket"));
  }

  @Test
  void whatColleaguesHaveChosenBeforeDecidesASharedNumber() {
    Match match = match(
        by(ONE, HandleKind.PHONE, true, 3, NOTHING), by(OTHER, HandleKind.PHONE, true, 0, NOTHING));
    assertEquals(MatchStatus.LIKELY, match.status());
    assertEquals(Optional.of(ONE), match.customer());
  }

  @Test
  void aCustomerNumberTypedInOutweighsTheSharedLine() {
    Match match = match(
        by(ONE, HandleKind.PHONE, true, 0, NOTHING),
        by(OTHER, HandleKind.PHONE, true, 0, NOTHING),
        by(OTHER, HandleKind.CUSTOMER_NUMBER, false, 0, NOTHING).proven());
    assertEquals(MatchStatus.KNOWN, match.status());
    assertEquals(Optional.of(OTHER), match.customer());
    assertTrue(match.verified());
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
    Evidence a = by(ONE, HandleKind.PHONE, true, 1, NOTHING);
    Evidence b = by(OTHER, HandleKind.PHONE, true, 0, tickets(1));
    Evidence c = by(OTHER, HandleKind.EMAIL, false, 0, tickets(1));
    assertEquals(match(a, b, c), match(c, b, a));
  }

  @Test
  void anAbandonedPurchaseOfTheLastHourSpeaksForItsCustomer() {
    Evidence buyer = by(
        OTHER,
        HandleKind.PHONE,
        true,
        0,
        new Evidence.Ties(
            0,
            Optional.empty(),
            NOW.minus(Duration.ofDays(30)),
            0,
            false,
            false,
            Optional.of(NOW.minus(Duration.ofMinutes(40)))));
    Match match = match(by(ONE, HandleKind.PHONE, true, 0, NOTHING), buyer);
    assertEquals(OTHER, match.candidates().get(0).customer());
    assertTrue(match.candidates().get(0).reasons().contains("Abandoned a purchase 40 min ago"));
  }

  @Test
  void aNumberOfSomebodySilentForYearsIsNoLongerKnown() {
    Match match = match(by(ONE, HandleKind.PHONE, false, 0, activeAgo(Duration.ofDays(3 * 365))));
    assertEquals(MatchStatus.LIKELY, match.status());
    assertTrue(match.reasons().contains("Silent for 3 years: the number may have been handed on"));
  }

  @Test
  void whoHasANumberSinceTheOldHolderFellSilentIsTheOne() {
    Evidence old = by(ONE, HandleKind.PHONE, false, 0, Duration.ofDays(2_000))
        .with(activeAgo(Duration.ofDays(1_000)));
    Evidence fresh = by(OTHER, HandleKind.PHONE, false, 0, Duration.ofDays(60))
        .with(activeAgo(Duration.ofDays(5)));
    Match match = match(old, fresh);
    assertEquals(Optional.of(OTHER), match.customer());
    assertTrue(match.candidates().get(1).reasons().stream()
        .anyMatch(reason -> reason.contains("somebody else's")));
  }

  @Test
  void theThresholdsAreTheOperators() {
    Identifier strict = new Identifier(
        null,
        new PhoneNumbers("DE"),
        new Words(Locale.ENGLISH, ZoneOffset.UTC),
        new Thresholds(0.999, 0.995, 0.9));
    Match match =
        strict.found(List.of(by(ONE, HandleKind.PHONE, false, 0, NOTHING)), NOW).match();
    assertEquals(MatchStatus.AMBIGUOUS, match.status());
  }

  @Test
  void aContactBelongsToTheRecordThatHasTheHandleNotToTheOneThatStandsForThePerson() {
    UUID record = new UUID(0, 3);
    Evidence own = by(ONE, HandleKind.PHONE, false, 0, NOTHING);
    Evidence merged = new Evidence(ONE, record, own.name(), own.kind(), own.hold(), own.ties());
    assertEquals(Optional.of(record), identifier.found(List.of(merged), NOW).record());
  }
}
