package shopbell.store;

import static shopbell.store.Columns.utc;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import shopbell.identity.Evidence;
import shopbell.identity.Identities;
import shopbell.model.CustomerKind;
import shopbell.model.Handle;
import shopbell.model.HandleKind;
import shopbell.model.Word;

/** Who uses a handle, read in one round trip; what is learned is a link in the journal that can be undone. */
public final class PgIdentities implements Identities {
  private static final String EVIDENCE = Queries.named("evidence");
  private static final String LEARN = """
      insert into handle (kind, value, customer, source, chosen, first_seen, last_seen)
      values ($1, $2, $3, 'agent', 1, $4, $4)
      on conflict (kind, value, customer) do update set chosen = handle.chosen + 1, last_seen = excluded.last_seen
      returning (xmax = 0) as made
      """;
  private static final String JOURNAL =
      "insert into identity_journal (at, actor, what, customer, payload) values ($1, $2, 'link', $3, $4)";

  private final Database database;

  public PgIdentities(Database database) {
    this.database = database;
  }

  @Override
  public Future<List<Evidence>> about(List<Handle> handles, Instant now) {
    String[] kinds = handles.stream().map(h -> h.kind().toString()).toArray(String[]::new);
    String[] values = handles.stream().map(Handle::value).toArray(String[]::new);
    return database
        .query(
            EVIDENCE,
            Tuple.tuple()
                .addArrayOfString(kinds)
                .addArrayOfString(values)
                .addOffsetDateTime(utc(now)))
        .map(rows -> {
          List<Evidence> evidence = new ArrayList<>();
          rows.forEach(row -> evidence.add(evidence(row)));
          return evidence;
        });
  }

  @Override
  public Future<Void> learn(UUID customer, List<Handle> handles, String agent, Instant now) {
    return database.transaction(connection -> {
      Future<Void> done = Future.succeededFuture();
      JsonArray linked = new JsonArray();
      for (Handle handle : handles) {
        Tuple row = Tuple.of(handle.kind().toString(), handle.value(), customer, utc(now));
        done = done.compose(before -> connection.preparedQuery(LEARN).execute(row))
            .onSuccess(made -> linked.add(link(handle, made.iterator().next())))
            .mapEmpty();
      }
      return done.compose(all -> connection
          .preparedQuery(JOURNAL)
          .execute(Tuple.of(utc(now), agent, customer, new JsonObject().put("handles", linked)))
          .mapEmpty());
    });
  }

  private static JsonObject link(Handle handle, Row row) {
    return new JsonObject()
        .put("kind", handle.kind().toString())
        .put("value", handle.value())
        .put("made", row.getBoolean("made"));
  }

  private static Evidence evidence(Row row) {
    return new Evidence(
        row.getUUID("customer"),
        row.getString("name"),
        Word.of(CustomerKind.class, row.getString("customer_kind")),
        Word.of(HandleKind.class, row.getString("by_kind")),
        row.getBoolean("verified"),
        row.getBoolean("shared"),
        row.getBoolean("by_block"),
        row.getInteger("holders"),
        row.getInteger("chosen"),
        row.getInteger("contacts"),
        Columns.instant(row, "last_at"),
        row.getInteger("open_tickets"),
        row.getBoolean("parcel_trouble"),
        Columns.instant(row, "abandoned_at"));
  }
}
