package shopbell.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import io.vertx.sqlclient.Tuple;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import shopbell.Waiting;
import shopbell.insight.ValueForecasts;
import shopbell.model.card.CustomerSummary;
import shopbell.model.customer.CustomerValue;
import shopbell.model.customer.ForecastState;
import shopbell.model.customer.ValueForecast;
import shopbell.prediction.value.Purchase;
import shopbell.store.GeneratedPurchases;
import shopbell.store.TestDatabase;
import shopbell.store.card.PgSummaries;
import shopbell.store.sql.Database;
import shopbell.store.training.PgPredictionModels;
import shopbell.store.training.PgPurchases;

/** The value of customers, learned from a real database of customers with known parameters. */
class CustomerValueTrainingIT {
  private static final Instant NOW = Instant.parse("2026-03-10T02:00:00Z");
  private static final Currency EUR = Currency.getInstance("EUR");

  private final AtomicReference<ValueForecasts> cards =
      new AtomicReference<>(ValueForecasts.untrained());
  private Vertx vertx;
  private Database database;
  private PgPredictionModels models;
  private CustomerValueTraining training;
  private LiveValueModel live;

  @BeforeEach
  void open() {
    vertx = Vertx.vertx();
    database = TestDatabase.open(vertx);
    models = new PgPredictionModels(database);
    InstantSource clock = () -> NOW;
    training = new CustomerValueTraining(vertx, new PgPurchases(database), models, EUR, clock);
    live = new LiveValueModel(models, EUR, cards::set);
  }

  @AfterEach
  void close() {
    Waiting.on(vertx.close());
  }

  private CustomerValue value(UUID customer) {
    CustomerSummary summary = Waiting.on(new PgSummaries(database, EUR).of(customer, NOW));
    return cards.get().on(summary.value().orElseThrow(), summary.customer(), NOW);
  }

  private List<Purchase> purchases() {
    return Waiting.on(new PgPurchases(database).purchases(EUR, NOW, 1_000_000));
  }

  private void change(String sql) {
    Waiting.on(database.query(sql, Tuple.tuple()));
  }

  @Test
  void aModelOfKnownCustomersExpectsAsManyOrdersAsCome() {
    GeneratedPurchases.store(database, 1_500, NOW);
    TrainingOutcome outcome = Waiting.on(training.train());
    assertTrue(outcome.live());
    ValueFigures figures = outcome.figures();
    double expected = figures.candidates().get(0).expectedOrders();
    assertEquals(1, expected / figures.orders(), 0.15, figures.toString());
    Waiting.on(live.refresh());
    assertEquals(ForecastState.READY, cards.get().basis().state());
    assertTheCardHasAForecast(value(new UUID(4711, 5)));
  }

  private static void assertTheCardHasAForecast(CustomerValue value) {
    ValueForecast forecast = value.forecast();
    ValueForecast.Expected expected = forecast.expected().orElseThrow();
    assertTrue(
        expected.low().orElseThrow().compareTo(expected.high().orElseThrow()) <= 0,
        forecast.toString());
    assertTrue(expected.orders() >= 0);
    forecast.active().ifPresent(p -> assertTrue(p >= 0 && p <= 1));
    assertEquals(
        value.last12Months().doubleValue(),
        value.pattern().orElseThrow().months().subList(12, 24).stream()
            .mapToDouble(BigDecimal::doubleValue)
            .sum(),
        0.1);
  }

  @Test
  void theSecondTrainingIsComparedWithTheFirstAndTheBetterOneIsLive() {
    GeneratedPurchases.store(database, 400, NOW);
    Waiting.on(training.train());
    TrainingOutcome second = Waiting.on(training.train());
    ValueFigures figures = second.figures();
    assertEquals(
        figures.candidates().get(0).meanError(), figures.live().orElseThrow().meanError(), 1e-9);
    assertTrue(second.live());
    assertTrue(Waiting.on(training.back("dora")));
  }

  @Test
  void aFewCustomersAreTooFewAndAShopThatHasLearnedKeepsItsModel() {
    GeneratedPurchases.store(database, 20, NOW);
    assertTrue(Waiting.on(training.train()).live());
    Waiting.on(live.refresh());
    assertEquals(
        ForecastState.TOO_FEW, value(new UUID(4711, 5)).forecast().basis().state());
    change("delete from purchase");
    change("delete from customer");
    GeneratedPurchases.store(database, 400, NOW);
    assertTrue(Waiting.on(training.train()).live());
    change("delete from purchase");
    assertFalse(Waiting.on(training.train()).live());
    Waiting.on(live.refresh());
    assertEquals(ForecastState.READY, cards.get().basis().state());
  }

  @Test
  void companiesAndCustomersWhoRefuseTheComparisonAreNotLearnedFromAndHaveNoForecast() {
    GeneratedPurchases.store(database, 400, NOW);
    int all = purchases().size();
    change("update customer set kind = 'company' where id = '" + new UUID(4711, 1) + "'");
    change("update customer set attributes = '{\"consent.profiling\": \"no\"}' where id = '"
        + new UUID(4711, 2) + "'");
    List<String> known = purchases().stream().map(Purchase::customer).distinct().toList();
    assertEquals(398, known.size());
    assertTrue(purchases().size() < all);
    Waiting.on(training.train());
    Waiting.on(live.refresh());
    assertEquals(
        ForecastState.COMPANY, value(new UUID(4711, 1)).forecast().basis().state());
    CustomerValue refused = value(new UUID(4711, 2));
    assertEquals(ForecastState.REFUSED, refused.forecast().basis().state());
    assertEquals(Optional.empty(), refused.forecast().active());
  }

  @Test
  void refundsAreTakenOffAsInTheSumOfTheCardAndCancelledOrdersAreNone() {
    GeneratedPurchases.store(database, 1, NOW);
    UUID only = new UUID(4711, 0);
    double before =
        purchases().stream().mapToDouble(p -> p.amount().getAsDouble()).sum();
    int days = purchases().size();
    String refund = """
        insert into purchase (id, customer, system, external_id, placed_at, amount, currency, status, updated_at)
        values (gen_random_uuid(), '%s', 'shop', '%s', '2026-03-01', %s, '%s', '%s', now())
        """;
    change(refund.formatted(only, "r", "-10.01", "EUR", "completed"));
    change(refund.formatted(only, "c", "99.00", "EUR", "cancelled"));
    change(refund.formatted(only, "d", "99.00", "CHF", "completed"));
    assertEquals(days, purchases().size());
    double after =
        purchases().stream().mapToDouble(p -> p.amount().getAsDouble()).sum();
    assertEquals(before - 10.01, after, 0.01);
    assertEquals(value(only).lifetime().doubleValue(), after, 0.01);
  }
}
