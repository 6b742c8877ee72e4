package shopbell.store.training;

import static shopbell.store.sql.Columns.instant;
import static shopbell.store.sql.Columns.utc;

import io.vertx.core.Future;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import shopbell.model.Channel;
import shopbell.model.ContractWord;
import shopbell.model.card.ReasonPrediction;
import shopbell.prediction.reason.ReasonMetrics;
import shopbell.store.sql.Database;
import shopbell.training.PredictionStore;
import shopbell.training.TrainingFigures;

/**
 * Reason predictions, stored beside their interactions; the agents' actual reasons are written by
 * {@code PgInteractionNotes}.
 */
public final class PgPredictions implements PredictionStore {
  /**
   * A fast agent records the reason before the prediction is written: it is read from the interaction. The lock waits
   * for a wrap-up that is being written, and lets a later one wait, which then finds the prediction.
   */
  private static final String REMEMBER = """
      insert into guess (interaction, at, signals, strengths, shown, shares, reasons, probabilities, blind, queue, said, said_at)
      select $1::uuid, $2::timestamptz, $3::text[], $4::real[], $5::text[], $6::real[], $7::text[], $8::real[], $9::boolean,
        $10::text, i.reason, case when i.reason is not null then now() end
      from (select) one left join lateral (
        select reason from interaction where id = $1 and arrived_at > $2::timestamptz - interval '7 days' for share) i on true
      on conflict (interaction) do update set signals = excluded.signals, strengths = excluded.strengths,
        shown = excluded.shown, shares = excluded.shares, reasons = excluded.reasons,
        probabilities = excluded.probabilities, blind = excluded.blind, queue = excluded.queue
        where guess.said is null
      """;

  private static final String TOLD =
      "update guess set said = $2, said_at = $3 where interaction = $1";
  private static final String SAID = """
      select at, queue, signals, strengths, said from guess where said is not null order by at desc limit $1
      """;
  private static final String PAST = """
      select arrived_at, customer, channel, queue, reason from interaction i
      where reason is not null and not exists (select from guess g where g.interaction = i.id and g.said is not null)
      order by arrived_at desc limit $1
      """;
  private static final String TRAINED = """
      insert into reason_training (at, contacts, held_out, top1, brier, base_brier, ece, temperature)
      values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing
      """;
  private static final int PRUNED_AT_ONCE = 5_000;
  private static final String PRUNE = """
      delete from guess where interaction in (
        select interaction from guess where at < $1 and (said is null or at < (
          select min(at) from (select at from guess where said is not null order by at desc limit $2) newest))
        order by at limit $3)
      """;
  private final Database database;

  public PgPredictions(Database database) {
    this.database = database;
  }

  @Override
  public Future<Void> remember(List<ReasonPrediction> guesses) {
    // in the order of their keys, so that two servers cannot deadlock
    List<Tuple> rows = guesses.stream()
        .sorted(Comparator.comparing(ReasonPrediction::interaction))
        .map(PgPredictions::row)
        .toList();
    return rows.isEmpty()
        ? Future.succeededFuture()
        : database.transaction(
            connection -> connection.preparedQuery(REMEMBER).executeBatch(rows).mapEmpty());
  }

  private static Tuple row(ReasonPrediction prediction) {
    List<String> signals = List.copyOf(new TreeSet<>(prediction.signals().keySet()));
    List<String> reasons = List.copyOf(new TreeSet<>(prediction.probabilities().keySet()));
    return Tuple.of(prediction.interaction(), utc(prediction.at()))
        .addArrayOfString(signals.toArray(String[]::new))
        .addArrayOfFloat(floats(signals, prediction.signals()))
        .addArrayOfString(prediction.shown().toArray(String[]::new))
        .addArrayOfFloat(floats(prediction.shown(), prediction.probabilities()))
        .addArrayOfString(reasons.toArray(String[]::new))
        .addArrayOfFloat(floats(reasons, prediction.probabilities()))
        .addBoolean(prediction.blind())
        .addString(prediction.queue().orElse(null));
  }

  private static Float[] floats(List<String> names, Map<String, Double> values) {
    return names.stream()
        .map(name -> values.getOrDefault(name, 0.0).floatValue())
        .toArray(Float[]::new);
  }

  @Override
  public Future<Void> told(UUID interaction, String topic, Instant at) {
    return database.query(TOLD, Tuple.of(interaction, topic, utc(at))).mapEmpty();
  }

  @Override
  public Future<List<ConfirmedReason>> said(int most) {
    return database
        .query(SAID, Tuple.of(most))
        .map(rows -> rows.stream()
            .map(row -> new ConfirmedReason(
                instant(row, "at").orElseThrow(),
                Optional.ofNullable(row.getString("queue")),
                named(row.getArrayOfStrings("signals"), row.getArrayOfFloats("strengths")),
                row.getString("said")))
            .toList());
  }

  /** Values by name; rows of earlier releases have no values, and each name counts as 1. */
  static Map<String, Double> named(String[] names, Float[] values) {
    Map<String, Double> named = new TreeMap<>();
    for (int i = 0; i < names.length; i++) {
      named.put(names[i], values == null ? 1.0 : values[i].doubleValue());
    }
    return named;
  }

  @Override
  public Future<List<PastReason>> past(int most) {
    return database
        .query(PAST, Tuple.of(most))
        .map(rows -> rows.stream()
            .map(row -> new PastReason(
                instant(row, "arrived_at").orElseThrow(),
                Optional.ofNullable(row.getUUID("customer")),
                ContractWord.of(Channel.class, row.getString("channel")),
                Optional.ofNullable(row.getString("queue")),
                row.getString("reason")))
            .toList());
  }

  @Override
  public Future<Void> trained(TrainingFigures figures) {
    Optional<ReasonMetrics> heldOut = figures.heldOut();
    return database
        .query(
            TRAINED,
            Tuple.of(
                    utc(figures.at()),
                    figures.contacts(),
                    heldOut.map(ReasonMetrics::contacts).orElse(0),
                    heldOut.map(m -> m.top1().value()).orElse(null),
                    heldOut.map(m -> m.brier().value()).orElse(null),
                    heldOut.map(ReasonMetrics::baseBrier).orElse(null))
                .addDouble(heldOut.map(m -> m.ece().value()).orElse(null))
                .addDouble(figures.temperature()))
        .mapEmpty();
  }

  @Override
  public Future<Boolean> prune(Instant before, int learned) {
    return database
        .query(PRUNE, Tuple.of(utc(before), learned, PRUNED_AT_ONCE))
        .map(gone -> gone.rowCount() == PRUNED_AT_ONCE);
  }
}
