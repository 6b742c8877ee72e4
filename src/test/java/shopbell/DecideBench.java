package shopbell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import shopbell.card.content.CardBuilder;
import shopbell.decision.ChoiceSimulation;
import shopbell.decision.DecisionInput;
import shopbell.decision.library.ActionReader;
import shopbell.decision.library.CardFacts;
import shopbell.decision.library.CompiledCatalogue;
import shopbell.insight.KnownCustomer;
import shopbell.insight.TrailText;
import shopbell.json.Json;
import shopbell.model.card.Card;
import shopbell.model.card.CardTiming;
import shopbell.model.customer.CustomerMatch;
import shopbell.model.decision.ActionCatalogue;
import shopbell.model.decision.ActionState;
import shopbell.model.decision.ActionVersion;
import shopbell.model.decision.DecisionFacts;
import shopbell.model.decision.DecisionRequest;
import shopbell.model.decision.PersonHistory;

/** How long the choice takes for one card with 20 actions of three rules each; and whole simulations of it. */
@Tag("decide")
class DecideBench {
  private static final PrintStream OUT = System.out;
  private static final int CARDS = 5_000;
  private static final int RUNS = 60;

  private static String yaml(int i) {
    return String.format(Locale.ROOT, """
        name: action-%d
        kind: sale
        title: {de: "Angebot %d für {customer.name}", en: "Offer %d to {customer.name}"}
        because: {de: "Gekauft: {value.orders}", en: "Has bought {value.orders} times"}
        eligible: $not("profiling" in customer.refused) and customer.kind = "person"
        applicable: $count(tickets.items[status != "closed"]) >= 0 and $count(journey.items) > %d
        suitable: $exists(promises[$past(due)]) or $days(journey.items[0].at) < 30
        value: {amount: %d, unit: EUR}
        evidence: {successes: 3, trials: 10}
        """, i, i, i, i / 2, i + 1);
  }

  private static CompiledCatalogue twentyActions() {
    List<ActionVersion> versions = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      versions.add(new ActionVersion(
          ActionReader.read(yaml(i)), 1, ActionState.LIVE, "dora", Instant.EPOCH, ""));
    }
    return CompiledCatalogue.of(new ActionCatalogue(versions, List.of()), ZoneOffset.UTC);
  }

  private static Card card() {
    CardBuilder.Frame frame = new CardBuilder.Frame(
        Optional.empty(),
        CustomerMatch.unknown(List.of()),
        new CardTiming(Instant.EPOCH, Optional.empty(), Optional.empty()));
    return new CardBuilder(KnownCustomer.ENGLISH, KnownCustomer.CATALOGUE)
        .insight(frame, KnownCustomer.ofALongStory().look().summary(), TrailText.NOW)
        .card(Duration.ZERO);
  }

  private static DecisionInput input(
      long contact, DecisionFacts facts, CompiledCatalogue catalogue) {
    return new DecisionInput(
        new DecisionRequest(
            new UUID(1, contact), Optional.empty(), "call", Optional.empty(), "card", 3),
        facts,
        catalogue.catalogue(),
        PersonHistory.NONE,
        List.of(),
        Map.of(),
        ZoneOffset.UTC);
  }

  @Test
  void theThinkingForOneCardBesideWritingItAsJson() {
    CompiledCatalogue catalogue = twentyActions();
    Card card = card();
    DecisionFacts facts = CardFacts.of(card, TrailText.NOW);
    OUT.printf(
        Locale.ROOT,
        "a card of %,d characters, 20 actions of three rules%n",
        Json.write(card).length());
    timed(
        "facts and decision",
        contact -> catalogue.decide(input(contact, CardFacts.of(card, TrailText.NOW), catalogue)));
    timed("facts of the card", contact -> CardFacts.of(card, TrailText.NOW));
    double thinking =
        timed("decision", contact -> catalogue.decide(input(contact, facts, catalogue)));
    double writing = timed("the card as JSON", contact -> Json.write(card));
    OUT.printf(Locale.ROOT, "a decision costs %.1f writings of its card%n", thinking / writing);
    assertEquals(0, catalogue.failures());
  }

  /** The median, in microseconds. */
  private static double timed(String what, LongFunction<Object> work) {
    for (int i = 0; i < CARDS; i++) {
      assertNotNull(work.apply(i));
    }
    double[] micros = new double[CARDS];
    for (int i = 0; i < CARDS; i++) {
      long begun = System.nanoTime();
      assertNotNull(work.apply(i));
      micros[i] = (System.nanoTime() - begun) / 1e3;
    }
    Arrays.sort(micros);
    double median = micros[CARDS / 2];
    OUT.printf(
        Locale.ROOT,
        "%-20s median %,8.1f µs, p99 %,8.1f µs%n",
        what,
        median,
        micros[CARDS * 99 / 100]);
    return median;
  }

  @Test
  void wholeSimulationsAreRankedRightAndCoverTheTruth() {
    List<ChoiceSimulation> runs = LongStream.range(0, RUNS)
        .mapToObj(run -> ChoiceSimulation.of(run, 20_000))
        .toList();
    long ranked = runs.stream()
        .filter(run -> run.ranking().equals(ChoiceSimulation.truth()))
        .count();
    long covered = runs.stream().filter(ChoiceSimulation::covers).count();
    long harmful =
        runs.stream().filter(run -> run.harmful().equals(List.of("pushy"))).count();
    OUT.printf(
        Locale.ROOT,
        "of %d runs %d ranked right, %d covered all effects, %d proposed the harmful one alone%n",
        RUNS,
        ranked,
        covered,
        harmful);
    assertTrue(covered >= 0.95 * RUNS);
  }
}
