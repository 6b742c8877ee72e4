package shopbell.store.decision;

import static shopbell.store.sql.Columns.utc;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import shopbell.decision.ModelFeature;
import shopbell.decision.SuccessModel;
import shopbell.decision.effect.OutcomeSums;
import shopbell.json.Json;
import shopbell.model.decision.ActionEffect;
import shopbell.nextaction.EffectStore;
import shopbell.store.sql.Database;
import shopbell.store.sql.Queries;

/** Outcomes from orders, tickets, answers and contacts; models and effects as JSON. */
public final class PgEffects implements EffectStore {
  private static final int SETTLED_AT_ONCE = 2_000;
  private static final List<String> RESPONSES =
      List.of("accepted", "declined", "later", "done", "wrong");
  private static final String SETTLE = Queries.named("settle");
  private static final String COUNTS = Queries.named("effects");
  private static final String UNLEARNED = """
      select decision, action, features, succeeded from exposure
      where settled_at is not null and state = 'shown' and not learned order by at limit $1
      """;
  private static final String MODELS = """
      select distinct on (action) action, weights::text as weights from success_model
      order by action, observations desc
      """;
  private static final String MODEL =
      "insert into success_model (action, observations, at, weights) values ($1, $2, $3, $4) on conflict do nothing";
  private static final String LEARNED = """
      update exposure e set learned = true from unnest($1::uuid[], $2::text[]) as l (decision, action)
      where e.decision = l.decision and e.action = l.action
      """;
  private static final String VETOES = """
      select e.veto, count(*) as not_shown, count(distinct c.survivor) as persons, sum(greatest(e.benefit, 0)) as benefit
      from exposure e join customer c on c.id = e.customer
      where e.at >= $1 and e.state = 'vetoed' group by e.veto order by 4 desc, 1
      """;
  private static final String EFFECTS = "select effect::text from action_effect";
  private static final String MEASURED = """
      insert into action_effect (action, at, effect) values ($1, $2, $3)
      on conflict (action) do update set at = excluded.at, effect = excluded.effect
      """;
  private static final String LAST = "select max(settled_at) as at from exposure";

  private final Database database;

  public PgEffects(Database database) {
    this.database = database;
  }

  @Override
  public Future<Boolean> settle(Instant now) {
    return database
        .query(SETTLE, Tuple.of(utc(now), SETTLED_AT_ONCE))
        .map(rows -> rows.rowCount() == SETTLED_AT_ONCE);
  }

  @Override
  public Future<List<SettledExposure>> unlearned(int most) {
    return database
        .query(UNLEARNED, Tuple.of(most))
        .map(rows -> rows.stream()
            .map(row -> new SettledExposure(
                row.getUUID("decision"),
                row.getString("action"),
                new SuccessModel.Observation(
                    features(row.getArrayOfStrings("features")), row.getBoolean("succeeded"))))
            .toList());
  }

  /** Those that this release knows. */
  private static Set<ModelFeature> features(String[] names) {
    Map<String, ModelFeature> known =
        Stream.of(ModelFeature.values()).collect(Collectors.toMap(Enum::name, Function.identity()));
    return Stream.of(names).filter(known::containsKey).map(known::get).collect(Collectors.toSet());
  }

  @Override
  public Future<Map<String, SuccessModel>> models() {
    return database
        .query(MODELS, Tuple.tuple())
        .map(rows -> rows.stream()
            .collect(Collectors.toMap(
                row -> row.getString("action"),
                row -> Json.read(row.getString("weights"), SuccessModel.class))));
  }

  @Override
  public Future<Void> learned(
      Map<String, SuccessModel> newer, List<SettledExposure> from, Instant now) {
    if (from.isEmpty()) {
      return Future.succeededFuture();
    }
    List<Tuple> models = newer.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(one -> Tuple.of(
            one.getKey(),
            one.getValue().observations(),
            utc(now),
            new JsonObject(Json.write(one.getValue()))))
        .toList();
    Tuple marked = Tuple.tuple()
        .addArrayOfUUID(from.stream().map(SettledExposure::decision).toArray(UUID[]::new))
        .addArrayOfString(from.stream().map(SettledExposure::action).toArray(String[]::new));
    return database.transaction(connection -> connection
        .preparedQuery(MODEL)
        .executeBatch(models)
        .compose(stored -> connection.preparedQuery(LEARNED).execute(marked))
        .mapEmpty());
  }

  @Override
  public Future<List<ActionCounts>> counts(Instant since) {
    return database
        .query(COUNTS, Tuple.of(utc(since)))
        .map(rows -> rows.stream().map(PgEffects::counts).toList());
  }

  private static ActionCounts counts(Row row) {
    Map<String, Long> responses = new HashMap<>();
    RESPONSES.forEach(word -> responses.put(word, row.getLong(word)));
    return new ActionCounts(
        row.getString("action"),
        row.getLong("shown"),
        responses,
        row.getLong("succeeded"),
        sums(row, ""),
        sums(row, "o_"));
  }

  private static OutcomeSums sums(Row row, String prefix) {
    return row.getLong(prefix + "persons") == null
        ? OutcomeSums.NONE
        : new OutcomeSums(
            row.getLong(prefix + "persons"),
            row.getDouble(prefix + "outcome"),
            row.getDouble(prefix + "before"),
            row.getDouble(prefix + "outcome_squares"),
            row.getDouble(prefix + "before_squares"),
            row.getDouble(prefix + "products"));
  }

  @Override
  public Future<List<VetoCounts>> vetoes(Instant since) {
    return database
        .query(VETOES, Tuple.of(utc(since)))
        .map(rows -> rows.stream()
            .map(row -> new VetoCounts(
                row.getString("veto"),
                row.getLong("not_shown"),
                row.getLong("persons"),
                row.getDouble("benefit")))
            .toList());
  }

  @Override
  public Future<Map<String, ActionEffect>> effects() {
    return database
        .query(EFFECTS, Tuple.tuple())
        .map(rows -> rows.stream()
            .map(row -> Json.read(row.getString(0), ActionEffect.class))
            .collect(Collectors.toMap(ActionEffect::action, Function.identity())));
  }

  @Override
  public Future<Void> measured(List<ActionEffect> effects, Instant now) {
    List<Tuple> rows = effects.stream()
        .sorted(Comparator.comparing(ActionEffect::action))
        .map(one -> Tuple.of(one.action(), utc(now), new JsonObject(Json.write(one))))
        .toList();
    return rows.isEmpty()
        ? Future.succeededFuture()
        : database.transaction(
            connection -> connection.preparedQuery(MEASURED).executeBatch(rows).mapEmpty());
  }

  @Override
  public Future<Optional<Instant>> lastSettled() {
    return database
        .query(LAST, Tuple.tuple())
        .map(rows -> Optional.ofNullable(rows.iterator().next().getOffsetDateTime("at"))
            .map(OffsetDateTime::toInstant));
  }
}
