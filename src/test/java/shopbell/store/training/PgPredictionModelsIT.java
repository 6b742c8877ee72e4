package shopbell.store.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import shopbell.Waiting;
import shopbell.store.TestDatabase;
import shopbell.training.PredictionModelStore.ModelVersion;

/** Versions of models: one is live, and the one before can be taken back. */
class PgPredictionModelsIT {
  private static final Instant NOW = Instant.parse("2026-03-10T02:00:00Z");

  private Vertx vertx;
  private PgPredictionModels models;

  @BeforeEach
  void open() {
    vertx = Vertx.vertx();
    models = new PgPredictionModels(TestDatabase.open(vertx));
  }

  @AfterEach
  void close() {
    Waiting.on(vertx.close());
  }

  private static ModelVersion version(int customers, Optional<String> parameters) {
    return new ModelVersion(
        "value",
        NOW,
        Optional.of(LocalDate.of(2024, 1, 1)),
        LocalDate.of(2026, 3, 10),
        customers,
        "{\"a\": 1}",
        parameters,
        42);
  }

  private void keep(int customers, boolean live) {
    Waiting.on(models.keep(version(customers, Optional.of("{\"r\": 0.5}")), live));
  }

  private int live() {
    return Waiting.on(models.live("value")).map(ModelVersion::customers).orElse(0);
  }

  @Test
  void aVersionComesBackAsItWasStored() {
    assertEquals(Optional.empty(), Waiting.on(models.live("value")));
    ModelVersion kept = version(300, Optional.of("{\"r\": 0.5}"));
    Waiting.on(models.keep(kept, true));
    assertEquals(Optional.of(kept), Waiting.on(models.live("value")));
    assertEquals(Optional.empty(), Waiting.on(models.live("other")));
  }

  @Test
  void aVersionThatIsNotBetterIsStoredAndTheLiveOneStays() {
    keep(300, true);
    keep(301, false);
    assertEquals(300, live());
    assertEquals(301, Waiting.on(models.newest("value")).orElseThrow().customers());
    assertFalse(Waiting.on(models.back("value", "dora", NOW)));
  }

  @Test
  void theVersionBeforeCanBeTakenBackAndForth() {
    keep(300, true);
    keep(301, true);
    keep(302, true);
    assertTrue(Waiting.on(models.back("value", "dora", NOW)));
    assertEquals(301, live());
    assertTrue(Waiting.on(models.back("value", "dora", NOW)));
    assertEquals(302, live());
  }

  @Test
  void thereIsNoWayBackToATrainingWithTooFewCustomers() {
    Waiting.on(models.keep(version(12, Optional.empty()), true));
    assertEquals(12, live());
    keep(300, true);
    assertFalse(Waiting.on(models.back("value", "dora", NOW)));
    assertEquals(300, live());
  }
}
