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
import shopbell.model.CustomerKind;
import shopbell.model.HandleKind;
import shopbell.model.Match;
import shopbell.model.MatchStatus;
import shopbell.words.Words;

class CandidatesTest {
  private static final Instant NOW = Instant.parse("2026-03-10T10:00:00Z");
  private static final UUID ONE = new UUID(0, 1);
  private static final UUID OTHER = new UUID(0, 2);

  private final Identifier identifier =
      new Identifier(null, new PhoneNumbers("DE"), new Words(Locale.ENGLISH, ZoneOffset.UTC));

  private static Evidence by(
      UUID customer, HandleKind kind, boolean shared, int chosen, int tickets) {
    return new Evidence(
        customer,
        "Customer " + customer.getLeastSignificantBits(),
        CustomerKind.PERSON,
        kind,
        false,
        shared,
        false,
        shared ? 2 : 1,
        chosen,
        0,
        Optional.empty(),
        tickets,
        false,
        Optional.empty());
  }

  private Match match(Evidence... evidence) {
    return identifier.match(List.of(evidence), NOW);
  }

  @Test
  void aNumberOfOneCustomerIsKnownButNotVerified() {
    Match match = match(by(ONE, HandleKind.PHONE, false, 0, 0));
    assertEquals(MatchStatus.KNOWN, match.status());
    assertEquals(Optional.of(ONE), match.customer());
    assertEquals(false, match.verified());
  }

  @Test
  void aNumberOfTwoIsAmbiguousAndBothAreOffered() {
    Match match =
        match(by(ONE, HandleKind.PHONE, true, 0, 0), by(OTHER, HandleKind.PHONE, true, 0, 0));
    assertEquals(MatchStatus.AMBIGUOUS, match.status());
    assertEquals(2, match.candidates().size());
    assertTrue(match.customer().isEmpty());
  }

  @Test
  void anOpenTicketPutsItsCustomerFirstAndIsSaidInWords() {
    Match match =
        match(by(ONE, HandleKind.PHONE, true, 0, 0), by(OTHER, HandleKind.PHONE, true, 0, 1));
    assertEquals(OTHER, match.candidates().get(0).customer());
    assertTrue(match.candidates().get(0).reasons().contains("one open ticket"));
  }

  @Test
  void whatColleaguesHaveChosenBeforeDecidesASharedNumber() {
    Match match =
        match(by(ONE, HandleKind.PHONE, true, 3, 0), by(OTHER, HandleKind.PHONE, true, 0, 0));
    assertEquals(MatchStatus.LIKELY, match.status());
    assertEquals(Optional.of(ONE), match.customer());
  }

  @Test
  void aCustomerNumberTypedInOutweighsTheSharedLine() {
    Match match = match(
        by(ONE, HandleKind.PHONE, true, 0, 0),
        by(OTHER, HandleKind.PHONE, true, 0, 0),
        by(OTHER, HandleKind.CUSTOMER_NUMBER, false, 0, 0).proven());
    assertEquals(MatchStatus.KNOWN, match.status());
    assertEquals(Optional.of(OTHER), match.customer());
    assertTrue(match.verified());
  }

  @Test
  void aDeviceAloneIsNobody() {
    assertEquals(
        MatchStatus.AMBIGUOUS, match(by(ONE, HandleKind.DEVICE, false, 0, 0)).status());
  }

  @Test
  void noEvidenceIsUnknown() {
    assertEquals(MatchStatus.UNKNOWN, match().status());
  }

  @Test
  void theOrderOfEvidenceDoesNotMatter() {
    Evidence a = by(ONE, HandleKind.PHONE, true, 1, 0);
    Evidence b = by(OTHER, HandleKind.PHONE, true, 0, 1);
    Evidence c = by(OTHER, HandleKind.EMAIL, false, 0, 1);
    assertEquals(match(a, b, c), match(c, b, a));
  }

  @Test
  void anAbandonedPurchaseOfTheLastHourSpeaksForItsCustomer() {
    Evidence buyer = new Evidence(
        OTHER,
        "Customer 2",
        CustomerKind.PERSON,
        HandleKind.PHONE,
        false,
        true,
        false,
        2,
        0,
        0,
        Optional.empty(),
        0,
        false,
        Optional.of(NOW.minus(Duration.ofMinutes(40))));
    Match match = match(by(ONE, HandleKind.PHONE, true, 0, 0), buyer);
    assertEquals(OTHER, match.candidates().get(0).customer());
    assertTrue(match.candidates().get(0).reasons().contains("Abandoned a purchase 40 min ago"));
  }
}
