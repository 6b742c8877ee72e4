package shopbell.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shopbell.i18n.Words;
import shopbell.model.FeedbackKind;
import shopbell.model.Priority;
import shopbell.model.card.ContactReason;
import shopbell.model.card.SinceLastContact;

class ChangesSinceContactTest {
  private static List<String> since(KnownCustomer somebody) {
    return ChangesSinceContact.since(somebody.look())
        .map(SinceLastContact::changes)
        .orElse(List.of());
  }

  private static KnownCustomer spokenTo() {
    return new KnownCustomer().spoke("resolved", "delivery", "5d");
  }

  @Test
  void withoutAContactBeforeThereIsNothingToTell() {
    assertEquals(
        Optional.empty(),
        ChangesSinceContact.since(new KnownCustomer().bought("B1", "1d").look()));
  }

  @Test
  void dutiesComeBeforeEvents() {
    assertEquals(
        List.of(
            "Promise not kept: Call back",
            "Promise kept: Send the glass",
            "Ticket #8 Lamp flickers opened",
            "Ticket #7 Lamp flickers closed",
            "Parcel P1 delivered",
            "New order B1",
            "Called once in vain",
            "Rating: NPS 9",
            "2 visits"),
        since(spokenTo()
            .visited("page.viewed", "2d")
            .visited("page.viewed", "1d")
            .visited("product.viewed", "1435m")
            .rated(FeedbackKind.NPS, 9, "1d")
            .gaveUp("2h")
            .bought("B1", "1d")
            .parcel("P1", "2d", "1d")
            .answered("7", "9d", "1d")
            .asked("8", Priority.NORMAL, "1d")
            .promised("Send the glass", "3d", "4d")
            .promised("Call back", "3h", "")));
  }

  @Test
  void whatWasThereBeforeIsNoNews() {
    assertEquals(
        List.of(),
        since(spokenTo()
            .visited("page.viewed", "6d")
            .bought("B1", "6d")
            .answered("7", "9d", "6d")
            .promised("Call back", "6d", "")
            .promised("Later", "-2d", "")));
  }

  @Test
  void whatAnOrderCostIsWrittenAsTheAgentsWriteIt() {
    KnownCustomer somebody = spokenTo().bought("B1 · 1037.71 EUR", "1h");
    RuleInput german = somebody.look(new Words(Locale.GERMAN, ZoneOffset.UTC));
    assertEquals(List.of("New order B1 · €1,037.71"), since(somebody));
    assertEquals(
        List.of("Neue Bestellung B1 · 1.037,71\u00a0€"),
        ChangesSinceContact.since(german).orElseThrow().changes());
    ContactReason fresh =
        ContactReasons.of(german, LearnedReasons.stated()).likeliest().get(0);
    assertEquals("B1 · 1.037,71\u00a0€ – vor 1 h", fresh.evidence());
  }

  @ParameterizedTest
  @ValueSource(strings = {"B1", "B1 · 5 apples", "B1 · 5 XXY", "B1 · 1.5.2 EUR"})
  void whatIsNoPriceStaysAsItIs(String text) {
    assertEquals(List.of("New order " + text), since(spokenTo().bought(text, "1d")));
  }

  @Test
  void manyOfAKindAreOneSentence() {
    assertEquals(
        List.of("3 new orders"),
        since(spokenTo().bought("B1", "1d").bought("B2", "2d").bought("B3", "3d")));
  }

  @Test
  void aCallThatNobodyAnsweredIsNotTheLastContact() {
    SinceLastContact since =
        ChangesSinceContact.since(spokenTo().gaveUp("1h").look()).orElseThrow();
    assertEquals(TrailText.ago("5d"), since.at());
    assertEquals(List.of("Called once in vain"), since.changes());
  }
}
