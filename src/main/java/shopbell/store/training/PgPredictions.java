package shopbell.store.training;

import static shopbell.store.sql.Columns.utc;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import shopbell.model.card.ReasonPrediction;
import shopbell.store.sql.Database;
import shopbell.training.PredictionStore;
import shopbell.training.ReasonQuality;

/**
 * Reason predictions, stored beside their interactions; the agents' actual reasons are written by
 * {@code PgInteractionNotes}.
 */
public final class PgPredictions implements PredictionStore, ReasonQuality {
  private static final String REMEMBER = """
      insert into guess (interaction, at, signals, shown, shares) values ($1, $2, $3, $4, $5)
      on conflict (interaction) do update set signals = excluded.signals, shown = excluded.shown,
        shares = excluded.shares where guess.said is null
      """;
  private static final String TOLD =
      "update guess set said = $2, said_at = $3 where interaction = $1";
  private static final String SAID =
      "select signals, said from guess where said is not null order by at desc limit $1";
  private static final int PRUNED_AT_ONCE = 5_000;
  private static final String PRUNE = """
      delete from guess where interaction in (
        select interaction from guess where at < $1 and (said is null or at < (
          select min(at) from (select at from guess where said is not null order by at desc limit $2) newest))
        order by at limit $3)
      """;
  private static final String QUALITY = """
      select said, count(*)::int as contacts, (count(*) filter (where said = shown[1]))::int as top1,
        (count(*) filter (where said = any (shown[1:3])))::int as top3
      from guess where said is not null and at > $1 group by said order by 2 desc, 1
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

  private static Tuple row(ReasonPrediction reasonPrediction) {
    return Tuple.of(reasonPrediction.interaction(), utc(reasonPrediction.at()))
        .addArrayOfString(reasonPrediction.signals().toArray(String[]::new))
        .addArrayOfString(reasonPrediction.topics().toArray(String[]::new))
        .addArrayOfFloat(
            reasonPrediction.shares().stream().map(Double::floatValue).toArray(Float[]::new));
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
                Set.of(row.getArrayOfStrings("signals")), row.getString("said")))
            .toList());
  }

  @Override
  public Future<Boolean> prune(Instant before, int learned) {
    return database
        .query(PRUNE, Tuple.of(utc(before), learned, PRUNED_AT_ONCE))
        .map(gone -> gone.rowCount() == PRUNED_AT_ONCE);
  }

  @Override
  public Future<Report> since(Instant since) {
    return database.query(QUALITY, Tuple.of(utc(since))).map(rows -> report(since, rows));
  }

  private static Report report(Instant since, RowSet<Row> rows) {
    List<OfReason> reasons = new ArrayList<>();
    rows.forEach(row -> reasons.add(new OfReason(
        row.getString("said"),
        row.getInteger("contacts"),
        row.getInteger("top1"),
        row.getInteger("top3"))));
    int all = reasons.stream().mapToInt(OfReason::contacts).sum();
    return new Report(
        since,
        all,
        share(reasons.stream().mapToInt(OfReason::top1).sum(), all),
        share(reasons.stream().mapToInt(OfReason::top3).sum(), all),
        reasons.stream()
            .findFirst()
            .map(first -> new MostCommon(first.reason(), (double) first.contacts() / all)),
        reasons);
  }

  private static Optional<Double> share(int right, int all) {
    return all == 0 ? Optional.empty() : Optional.of((double) right / all);
  }
}
