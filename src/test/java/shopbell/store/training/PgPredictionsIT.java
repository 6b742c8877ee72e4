package shopbell.store.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static shopbell.store.sql.Columns.utc;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import shopbell.Waiting;
import shopbell.model.card.ReasonPrediction;
import shopbell.store.RecordedReasons;
import shopbell.store.TestDatabase;
import shopbell.store.sql.Database;
import shopbell.training.PredictionStore;
import shopbell.training.ReasonQuality.OfReason;
import shopbell.training.ReasonQuality.Report;
import shopbell.training.ReasonReport;

class PgPredictionsIT {
  private static final Instant NOW = Instant.parse("2026-03-10T10:00:00Z");

  private static final String MONTH = "select ensure_month('interaction', $1)";
  private static final String ENDED = """
      insert into interaction (id, arrived_at, channel, direction, state, agents, rung, course)
      values ($1, $2, 'call', 'in', 'wrap-up', '{}', '{}', '{}')
      """;
  private static final String LOCKS = """
      select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'
      """;

  private Future<Void> storing;
  private Vertx vertx;
  private Database database;
  private PgPredictions guesses;

  @BeforeEach
  void open() {
    vertx = Vertx.vertx();
    database = TestDatabase.open(vertx);
    guesses = new PgPredictions(database);
  }

  @AfterEach
  void close() {
    Waiting.on(vertx.close());
  }

  private void guessed(int contact, Instant at, String... topics) {
    remember(contact, at, true, topics);
  }

  /** Completes when the prediction waits for a lock, or is stored without one. */
  private Future<Void> waitingOrStored() {
    return storing.isComplete()
        ? Future.succeededFuture()
        : database
            .query(LOCKS, Tuple.tuple())
            .compose(rows -> rows.size() > 0 ? Future.<Void>succeededFuture() : waitingOrStored());
  }

  private void remember(int contact, Instant at, boolean blind, String... topics) {
    Waiting.on(guesses.remember(List.of(prediction(contact, at, blind, topics))));
  }

  private static ReasonPrediction prediction(
      int contact, Instant at, boolean blind, String... topics) {
    Map<String, Double> probabilities = new TreeMap<>();
    for (int place = 0; place < topics.length; place++) {
      probabilities.put(topics[place], 0.5 / (place + 1));
    }
    return new ReasonPrediction(
        new UUID(1, contact),
        at,
        Optional.of("sales"),
        blind,
        Map.of("signal-" + contact, 0.5),
        List.of(topics),
        probabilities);
  }

  private Report report(Duration span) {
    Instant since = NOW.minus(span);
    return ReasonReport.of(
        since, Waiting.on(new PgReasonQuality(database).blind(since, Optional.of("sales"))));
  }

  private void said(int contact, String topic) {
    RecordedReasons.said(database, new UUID(1, contact), topic);
  }

  @Test
  void theMeasureHoldsWhatWasShownAgainstWhatWasSaid() {
    guessed(1, NOW, "ticket", "delivery", "return");
    guessed(2, NOW, "ticket", "delivery", "return");
    guessed(3, NOW, "ticket", "delivery", "return");
    guessed(4, NOW);
    guessed(5, NOW, "ticket");
    guessed(6, NOW.minus(Duration.ofDays(40)), "advice");
    said(1, "ticket");
    said(2, "return");
    said(3, "invoice");
    said(4, "invoice");
    said(6, "advice");
    Report report = report(Duration.ofDays(30));
    assertEquals(4, report.contacts());
    assertEquals(Optional.of(0.25), report.top1());
    assertEquals(Optional.of(0.5), report.top3());
    assertEquals("invoice", report.mostCommon().orElseThrow().reason());
    assertEquals(0.5, report.mostCommon().orElseThrow().share());
    assertEquals(
        List.of(
            new OfReason("invoice", 2, 0, 0),
            new OfReason("return", 1, 0, 1),
            new OfReason("ticket", 1, 1, 1)),
        report.reasons());
  }

  @Test
  void aPredictionThatTheAgentSawIsNotMeasured() {
    remember(1, NOW, false, "ticket");
    remember(2, NOW, true, "ticket");
    said(1, "ticket");
    said(2, "ticket");
    assertEquals(1, report(Duration.ofDays(1)).contacts());
    assertEquals(2, Waiting.on(guesses.said(9)).size());
  }

  @Test
  void aReasonThatIsBeingWrittenWhileThePredictionIsStoredCounts() {
    UUID contact = new UUID(1, 1);
    Waiting.on(database.query(MONTH, Tuple.of(utc(NOW))));
    Waiting.on(database.query(ENDED, Tuple.of(contact, utc(NOW))));
    Waiting.on(database.transaction(connection -> connection
        .preparedQuery("update interaction set reason = 'ticket' where id = $1")
        .execute(Tuple.of(contact))
        .compose(written -> {
          storing = guesses.remember(List.of(prediction(1, NOW, true, "ticket")));
          return waitingOrStored();
        })));
    Waiting.on(storing);
    assertEquals(1, report(Duration.ofDays(1)).contacts());
  }

  @Test
  void predictionsWithoutAStatedReasonAreNotMeasured() {
    guessed(1, NOW, "ticket");
    Report report = report(Duration.ofDays(30));
    assertEquals(0, report.contacts());
    assertEquals(Optional.empty(), report.top1());
  }

  @Test
  void aNewerGuessReplacesTheOlderUntilTheAgentHasSpoken() {
    guessed(1, NOW, "ticket");
    guessed(1, NOW, "delivery");
    said(1, "delivery");
    guessed(1, NOW, "ticket");
    Report report = report(Duration.ofDays(1));
    assertEquals(Optional.of(1.0), report.top1());
  }

  @Test
  void theNewestAreLearnedFrom() {
    guessed(1, NOW.minus(Duration.ofDays(2)), "ticket");
    guessed(2, NOW, "ticket");
    said(1, "ticket");
    said(2, "delivery");
    assertEquals(
        List.of(new PredictionStore.ConfirmedReason(
            NOW, Optional.of("sales"), Map.of("signal-2", 0.5), "delivery")),
        Waiting.on(guesses.said(1)));
  }

  @Test
  void oldPredictionsAreDeletedUnlessTheyAreLearnedFrom() {
    Instant before = NOW.minus(Duration.ofDays(400));
    guessed(1, before.minusSeconds(3), "ticket");
    guessed(2, before.minusSeconds(2), "ticket");
    guessed(3, before.minusSeconds(1), "ticket");
    guessed(4, before.plusSeconds(1), "ticket");
    said(1, "ticket");
    said(2, "return");
    assertFalse(Waiting.on(guesses.prune(before, 1)));
    assertEquals(
        "2,4",
        Waiting.on(database.query(
                "select string_agg(substr(signals[1], 8), ',' order by at) from guess",
                Tuple.tuple()))
            .iterator()
            .next()
            .getString(0));
    assertEquals(1, Waiting.on(guesses.said(9)).size());
  }

  /** The migration reads what older rows keep in their course alone. */
  @Test
  void transfersAreCountedInCoursesThatWereKeptBefore() {
    String course = "{\"interaction\":{\"parent\":null},\"steps\":["
        + "{\"step\":\"transferred\",\"agents\":[\"ben\"]},{\"step\":\"transferred\",\"agents\":[]},"
        + "{\"step\":\"ended\",\"agents\":[]}]}";
    int transfers = Waiting.on(database.query(
            "select jsonb_array_length(jsonb_path_query_array($1::text::jsonb,"
                + " '$.steps[*] ? (@.step == \"transferred\" && @.agents.size() > 0)'))",
            Tuple.of(course)))
        .iterator()
        .next()
        .getInteger(0);
    assertEquals(1, transfers);
  }
}
