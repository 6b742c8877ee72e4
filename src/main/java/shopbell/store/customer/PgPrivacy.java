package shopbell.store.customer;

import static shopbell.store.sql.Columns.utc;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import shopbell.customer.PrivacyRequests;
import shopbell.json.Json;
import shopbell.model.Rejected;
import shopbell.model.interaction.TrackedInteraction;
import shopbell.store.sql.Database;
import shopbell.store.sql.Queries;

/** Export and deletion in one statement each; the functions are in the schema, beside the tables they cover. */
public final class PgPrivacy implements PrivacyRequests {
  private static final String EXPORT = Queries.named("export");
  private static final String OPEN = """
      select id from interaction where state <> 'closed'
        and (customer = any (person_of($1)) or course ->> 'customer' = any (person_of($1)::text[])
          or (customer is null and caller in (
            select value from handle where customer = any (person_of($1)))))
      """;
  private static final String COURSES =
      "select course::text from interaction where id = any ($1) and state <> 'closed'";
  private static final String REFUSED_ROWS =
      "select distinct rejects from import_progress where rejected > 0 and rejects is not null order by 1";
  private static final String BEFORE = "select at, what from erasure where customer = $1";

  private final Database database;

  public PgPrivacy(Database database) {
    this.database = database;
  }

  @Override
  public Future<Void> export(UUID customer, Function<List<String>, Future<Void>> each) {
    return database.streamed(EXPORT, Tuple.of(customer), rows -> {
      if (rows.size() == 0) {
        throw nobody();
      }
      return each.apply(texts(rows));
    });
  }

  @Override
  public Future<Forgotten> forget(UUID customer, Way way, String actor, Instant now) {
    String function = way == Way.ERASE ? "erase_customer" : "anonymise_customer";
    Tuple asked = Tuple.of(customer, actor, utc(now));
    return database.transaction(connection -> connection
        .preparedQuery(OPEN)
        .execute(Tuple.of(customer))
        .map(PgPrivacy::ids)
        .compose(open -> connection
            .preparedQuery("select " + function + "($1, $2, $3)::text")
            .execute(asked)
            .compose(rows -> rows.iterator().next().getString(0) == null
                ? before(connection, customer)
                : courses(connection, open)
                    .compose(courses -> files(connection)
                        .map(files -> forgotten(
                            new JsonObject(rows.iterator().next().getString(0)), courses, files)))
                    .compose(forgotten -> told(connection, customer, forgotten)))));
  }

  /** Queues {@code customer.erased} with the source systems and their own ids: nothing else is left. */
  private static Future<Forgotten> told(
      SqlConnection connection, UUID customer, Forgotten forgotten) {
    JsonArray records = new JsonArray();
    forgotten
        .sources()
        .forEach(s -> records.add(new JsonObject().put("system", s.system()).put("id", s.id())));
    JsonObject body = new JsonObject()
        .put("customer", customer.toString())
        .put("what", forgotten.what())
        .put("records", records);
    return connection
        .preparedQuery("select tell('customer.erased', $1, $2, $3)")
        .execute(Tuple.of(customer.toString(), utc(forgotten.at()), body))
        .map(forgotten);
  }

  private static Future<Forgotten> before(SqlConnection connection, UUID customer) {
    return connection.preparedQuery(BEFORE).execute(Tuple.of(customer)).map(rows -> {
      if (rows.size() == 0) {
        throw nobody();
      }
      Row row = rows.iterator().next();
      return new Forgotten(
          row.getString("what"),
          row.getOffsetDateTime("at").toInstant(),
          Map.of(),
          List.of(),
          Optional.empty(),
          List.of(),
          List.of());
    });
  }

  private static Future<List<String>> files(SqlConnection connection) {
    return connection.preparedQuery(REFUSED_ROWS).execute().map(PgPrivacy::texts);
  }

  private static Future<List<TrackedInteraction>> courses(SqlConnection connection, UUID[] open) {
    return connection
        .preparedQuery(COURSES)
        .execute(Tuple.tuple().addArrayOfUUID(open))
        .map(rows -> texts(rows).stream()
            .map(text -> Json.read(text, TrackedInteraction.class))
            .toList());
  }

  private static Forgotten forgotten(
      JsonObject told, List<TrackedInteraction> open, List<String> files) {
    Map<String, Long> done = new HashMap<>();
    JsonObject counts = told.getJsonObject("done");
    counts.forEach(entry -> done.put(entry.getKey(), counts.getLong(entry.getKey())));
    JsonArray sources = told.getJsonArray("sources");
    return new Forgotten(
        told.getString("what"),
        java.time.OffsetDateTime.parse(told.getString("at")).toInstant(),
        done,
        sources.stream()
            .map(JsonObject.class::cast)
            .map(s -> new RecordSource(s.getString("system"), s.getString("id")))
            .toList(),
        Optional.ofNullable(told.getString("customer")).map(UUID::fromString),
        open,
        files);
  }

  private static UUID[] ids(RowSet<Row> rows) {
    return rows.stream().map(row -> row.getUUID(0)).toArray(UUID[]::new);
  }

  private static List<String> texts(RowSet<Row> rows) {
    return rows.stream().map(row -> row.getString(0)).toList();
  }

  private static Rejected nobody() {
    return new Rejected(Rejected.Reason.NOT_FOUND, "There is no such customer.");
  }
}
