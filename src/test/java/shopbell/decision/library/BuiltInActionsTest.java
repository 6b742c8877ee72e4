package shopbell.decision.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import shopbell.card.content.CardBuilder;
import shopbell.decision.DecisionInput;
import shopbell.i18n.Words;
import shopbell.insight.KnownCustomer;
import shopbell.insight.TrailText;
import shopbell.model.FeedbackKind;
import shopbell.model.Priority;
import shopbell.model.card.Card;
import shopbell.model.card.CardTiming;
import shopbell.model.card.SuggestedAction;
import shopbell.model.customer.CustomerMatch;
import shopbell.model.decision.DecidedAction;
import shopbell.model.decision.Decision;
import shopbell.model.decision.DecisionRequest;
import shopbell.model.decision.PersonHistory;

/** A shop without own actions is told what cards have always told. */
class BuiltInActionsTest {
  private static final CardBuilder BUILD =
      new CardBuilder(KnownCustomer.ENGLISH, KnownCustomer.CATALOGUE);
  private static final Words ENGLISH = new Words(Locale.ENGLISH, ZoneOffset.UTC);
  private static final Words GERMAN = new Words(Locale.GERMAN, ZoneOffset.UTC);
  private static final CompiledCatalogue LIBRARY =
      CompiledCatalogue.of(BuiltInActions.catalogue(), ZoneOffset.UTC);

  static LongStream seeds() {
    return LongStream.range(0, 300);
  }

  private static Card card(KnownCustomer customer) {
    CardBuilder.Frame frame = new CardBuilder.Frame(
        Optional.empty(),
        CustomerMatch.unknown(List.of()),
        new CardTiming(Instant.EPOCH, Optional.empty(), Optional.empty()));
    return BUILD.insight(frame, customer.look().summary(), TrailText.NOW).card(Duration.ZERO);
  }

  private static Decision decided(Card card) {
    return LIBRARY.decide(new DecisionInput(
        new DecisionRequest(new UUID(1, 2), Optional.empty(), "call", Optional.empty(), "card", 3),
        CardFacts.of(card, TrailText.NOW),
        LIBRARY.catalogue(),
        PersonHistory.NONE,
        List.of(),
        Map.of(),
        ZoneOffset.UTC));
  }

  private static List<SuggestedAction> steps(KnownCustomer customer) {
    Card card = card(customer);
    return new SuggestedActions("en", Map.of())
        .on(card, decided(card), Optional.empty())
        .insight()
        .actions();
  }

  /** Kind, and after a stroke why not. */
  private static List<String> kinds(KnownCustomer customer) {
    return steps(customer).stream()
        .map(one -> one.kind() + one.veto().map(why -> " / " + why).orElse(""))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theirSentencesWithoutALanguageSayTheSameInBothLanguages(long seed) {
    for (SuggestedAction one : steps(KnownCustomer.random(new SplittableRandom(seed)))) {
      assertEquals(one.text(), one.words().text().en());
      assertEquals(one.veto().orElse(one.because()), one.words().because().en());
      assertEquals(
          List.of(one.words().text().en(), one.words().because().en()),
          ENGLISH.sayAll(one.said()),
          one.kind());
      assertEquals(
          List.of(one.words().text().de(), one.words().because().de()),
          GERMAN.sayAll(one.said()),
          one.kind());
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void nothingIsSoldToACustomerWhomTheCompanyOwesSomething(long seed) {
    KnownCustomer customer = KnownCustomer.random(new SplittableRandom(seed));
    Card card = card(customer);
    boolean owes =
        card.insight().friction().stream().anyMatch(one -> one.kind().equals("promise-broken"))
            || card.profile().tickets().items().stream()
                .anyMatch(ticket -> ticket.priority() == Priority.CRITICAL);
    assertFalse(owes
        && steps(customer).stream()
            .anyMatch(one ->
                List.of("offer", "reference").contains(one.kind()) && one.veto().isEmpty()));
  }

  @Test
  void aCustomerOfALongStoryGetsThemWithoutAnyFailedRule() {
    assertEquals(
        List.of("promise-broken", "parcel-late", "offer / No offer: “Call back” not kept for 3 h"),
        kinds(KnownCustomer.ofALongStory()));
    assertEquals(0, LIBRARY.failures());
  }

  @Test
  void aCustomerWithAPurchaseMayGetAnOffer() {
    assertEquals(List.of("offer"), kinds(new KnownCustomer().bought("B1", "40d")));
  }

  @Test
  void aFanIsAskedForAReference() {
    assertEquals(
        List.of("reference"),
        kinds(new KnownCustomer()
            .bought("B1", "40d")
            .bought("B2", "50d")
            .bought("B3", "60d")
            .rated(FeedbackKind.NPS, 10, "30d")));
  }

  @Test
  void strangersAreSoldNothing() {
    assertEquals(List.of(), kinds(new KnownCustomer().visited("product.viewed", "4d")));
  }

  @Test
  void nothingIsSoldWhileACriticalTicketIsOpen() {
    assertEquals(
        List.of(
            "ticket-critical",
            "offer / No offer: critical ticket #7 Lamp flickers open for 4 days"),
        kinds(new KnownCustomer().bought("B1", "40d").asked("7", Priority.CRITICAL, "4d")));
  }

  @Test
  void nothingIsSoldToACustomerWithABrokenPromise() {
    assertEquals(
        List.of("promise-broken", "offer / No offer: “Call back” not kept for 3 h"),
        kinds(new KnownCustomer().promised("Call back", "3h", "")));
  }

  @Test
  void nothingIsSoldToTheUnhappyForNinetyDays() {
    assertEquals(
        List.of("unhappy", "offer / No offer: last NPS was 4"),
        kinds(new KnownCustomer().bought("B1", "40d").rated(FeedbackKind.NPS, 4, "80d")));
    assertEquals(
        List.of("offer"),
        kinds(new KnownCustomer().bought("B1", "40d").rated(FeedbackKind.NPS, 4, "100d")));
  }

  @Test
  void thereAreAtMostThreeStepsBesideTheVeto() {
    assertEquals(
        4,
        steps(new KnownCustomer()
                .promised("Call back", "3h", "")
                .asked("7", Priority.CRITICAL, "4d")
                .parcel("P1", "2d", "")
                .visited("checkout.abandoned", "2h")
                .rated(FeedbackKind.CSAT, 1, "1d"))
            .size());
  }

  @Test
  void theListsNameEveryFile() throws IOException {
    assertEquals(files("actions"), new TreeSet<>(BuiltInActions.ACTIONS));
    assertEquals(files("vetoes"), new TreeSet<>(BuiltInActions.VETOES));
  }

  private static Set<String> files(String folder) throws IOException {
    try (Stream<Path> all = Files.list(Path.of("src/main/resources", folder))) {
      return all.map(file -> file.getFileName().toString().replace(".yaml", ""))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  @Test
  void theRandomCustomersMeetMostOfThem() {
    Set<String> seen = IntStream.range(0, 300)
        .mapToObj(seed -> decided(card(KnownCustomer.random(new SplittableRandom(seed)))))
        .flatMap(decision -> decision.candidates().stream())
        .filter(one -> one.isShown() || one.isVetoed())
        .map(DecidedAction::name)
        .collect(Collectors.toSet());
    assertTrue(seen.size() >= 12, seen.toString());
  }
}
