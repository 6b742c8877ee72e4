package shopbell.decision.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import shopbell.model.card.Card;
import shopbell.model.card.CardTiming;
import shopbell.model.card.SuggestedAction;
import shopbell.model.customer.CustomerMatch;
import shopbell.model.decision.DecidedAction;
import shopbell.model.decision.Decision;
import shopbell.model.decision.DecisionRequest;
import shopbell.model.decision.LocalText;
import shopbell.model.decision.PersonHistory;

/** A shop without own actions is told what cards have always told. */
class BuiltInActionsTest {
  private static final CardBuilder BUILD =
      new CardBuilder(KnownCustomer.ENGLISH, KnownCustomer.CATALOGUE);
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

  /** Name, step and reason or veto in both languages. */
  private static List<String> lines(Decision decision) {
    return Stream.concat(decision.shown().stream(), decision.vetoed().stream())
        .map(BuiltInActionsTest::line)
        .toList();
  }

  private static String line(DecidedAction one) {
    LocalText title = one.texts().title();
    return String.join(
        " | ",
        one.name() + (one.isVetoed() ? " not" : ""),
        title.en(),
        one.because().en(),
        title.de(),
        one.because().de());
  }

  private static String line(SuggestedAction one) {
    List<String> german = GERMAN.sayAll(one.said());
    return String.join(
        " | ",
        one.kind() + one.veto().map(veto -> " not").orElse(""),
        one.text(),
        one.veto().orElse(one.because()),
        german.get(0),
        german.get(1));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theyAreTheStepsOfEveryCardWithTheSameWordsInBothLanguages(long seed) {
    Card card = card(KnownCustomer.random(new SplittableRandom(seed)));
    assertEquals(
        card.insight().actions().stream().map(BuiltInActionsTest::line).toList(),
        lines(decided(card)));
  }

  @Test
  void aCustomerOfALongStoryGetsTheSameSteps() {
    Card card = card(KnownCustomer.ofALongStory());
    assertEquals(
        card.insight().actions().stream().map(BuiltInActionsTest::line).toList(),
        lines(decided(card)));
    assertEquals(0, LIBRARY.failures());
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
