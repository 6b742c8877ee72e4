package shopbell.demo;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import shopbell.Waiting;
import shopbell.i18n.Words;
import shopbell.insight.PredictionCheck;
import shopbell.insight.RuleInput;
import shopbell.insight.StepCatalogue;
import shopbell.journey.StepCatalogueReader;
import shopbell.model.event.ContactRecord;
import shopbell.store.TestDatabase;
import shopbell.store.card.PgSummaries;
import shopbell.store.records.PgLoader;
import shopbell.store.sql.Database;

/**
 * Replays the demo year: every customer's events are stored in a real PostgreSQL in their order; before each contact
 * the summary is read as for an agent, and the prediction from it is compared with the recorded reason.
 */
@Tag("reasons")
class ReasonsBench {
  private static final PrintStream OUT = System.out;
  private static final Instant NOW = Instant.parse("2026-11-01T08:00:00Z");
  private static final int AT_ONCE = 4;
  private static final double LEARNED_FROM = 0.7;

  @Test
  void theDemoYear() throws Exception {
    Vertx vertx = Vertx.vertx();
    try {
      List<PredictionCheck.Case> cases = replay(TestDatabase.open(vertx));
      cases.sort(Comparator.comparing(PredictionCheck.Case::at));
      print(cases);
    } finally {
      Waiting.on(vertx.close());
    }
  }

  private static List<PredictionCheck.Case> replay(Database database) throws Exception {
    PredictionCheck predictionCheck = new PredictionCheck(new RuleInput.Tongue(
        new Words(Locale.ENGLISH, ZoneOffset.UTC),
        new StepCatalogue(StepCatalogueReader.read(""), "en")));
    List<PredictionCheck.Case> cases = Collections.synchronizedList(new ArrayList<>());
    PastReplay pastReplay = new PastReplay(
        new PgLoader(database),
        new CustomerTimeline(NOW),
        witness(new PgSummaries(database, Currency.getInstance("EUR")), predictionCheck, cases));
    ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    try {
      List<Callable<Void>> lives = new ArrayList<>();
      for (int number = 0; number < DemoCustomers.ALL; number++) {
        int customer = number;
        lives.add(() -> Waiting.on(pastReplay.of(customer)));
      }
      for (java.util.concurrent.Future<Void> life : threads.invokeAll(lives)) {
        life.get();
      }
      return new ArrayList<>(cases);
    } finally {
      threads.shutdown();
    }
  }

  private static PastObserver witness(
      PgSummaries summaries, PredictionCheck predictionCheck, List<PredictionCheck.Case> cases) {
    return new PastObserver() {
      @Override
      public Future<Void> before(UUID customer, ContactRecord contact) {
        return summaries
            .of(customer, contact.at())
            .onSuccess(customerSummary -> cases.add(predictionCheck.of(contact, customerSummary)))
            .mapEmpty();
      }

      @Override
      public Future<Void> done() {
        return Future.succeededFuture();
      }
    };
  }

  private static void print(List<PredictionCheck.Case> cases) {
    int cut = (int) (cases.size() * LEARNED_FROM);
    List<PredictionCheck.Case> before = cases.subList(0, cut);
    List<PredictionCheck.Case> after = cases.subList(cut, cases.size());
    String common = PredictionCheck.mostCommon(before);
    long commonly = after.stream().filter(c -> c.said().equals(common)).count();
    OUT.printf(
        "%n%d contacts of %d days; learned from the first %d, measured on the last %d%n",
        cases.size(),
        Duration.between(cases.get(0).at(), NOW).toDays(),
        before.size(),
        after.size());
    OUT.printf("  always \"%s\"            top-1 %.3f%n", common, (double) commonly / after.size());
    OUT.printf(
        "  the three most common    top-3 %.3f%n", PredictionCheck.threeMostCommon(before, after));
    PredictionCheck.Hits stated = PredictionCheck.hits(List.of(), after);
    PredictionCheck.Hits learned = PredictionCheck.hits(before, after);
    OUT.printf("  stated weights alone     top-1 %.3f  top-3 %.3f%n", stated.top1(), stated.top3());
    OUT.printf(
        "  learned                  top-1 %.3f  top-3 %.3f%n", learned.top1(), learned.top3());
    OUT.printf("  nothing shown            %.3f%n", learned.nothing());
    PredictionCheck.Hits weekly = PredictionCheck.asItWouldHaveRun(cases);
    OUT.printf(
        "  learned anew each week, the whole year: top-1 %.3f  top-3 %.3f%n",
        weekly.top1(), weekly.top3());
    OUT.println("  said against right, of the first guess:");
    PredictionCheck.calibration(before, after).forEach(line -> OUT.println("    " + line));
    assertTrue(learned.top1() > (double) commonly / after.size());
    assertTrue(learned.top1() >= stated.top1());
  }
}
