package shopbell.store.webhook;

import static shopbell.store.sql.Columns.utc;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import shopbell.store.sql.Database;
import shopbell.store.sql.Queries;
import shopbell.webhook.DeliveryQueue;
import shopbell.webhook.EventType;
import shopbell.webhook.QueuedDelivery;

/** The outgoing deliveries in one table; a lease is a postponed next attempt. */
public final class PgDeliveries implements DeliveryQueue {
  private static final String SUBSCRIBE = """
      insert into hook (name, events) values ($1, $2) on conflict (name) do update set events = excluded.events
      """;
  private static final String UNSUBSCRIBE = "delete from hook where name <> all ($1)";
  private static final String DUE = """
      update outgoing o set next_at = $3 from (
        select h.id from outgoing h
        where h.hook = $1 and h.next_at <= $2 and h.dead_at is null and not exists (
          select from outgoing e
          where e.hook = h.hook and e.subject = h.subject and e.id < h.id and e.dead_at is null)
        order by h.id limit $4 for update skip locked) mine
      where o.id = mine.id and o.dead_at is null
      returning o.id, o.key, o.event, o.subject, o.at, o.body, o.attempts
      """;
  private static final String BODY = Queries.named("outgoing");
  private static final String DELIVERED = "delete from outgoing where id = $1";
  private static final String FAILED =
      "update outgoing set attempts = attempts + 1, failure = $2, next_at = $3 where id = $1";
  private static final String DEAD =
      "update outgoing set attempts = attempts + 1, failure = $2, dead_at = $3 where id = $1";
  private static final String TELL = "select tell($1, $2, $3, $4)";
  private static final String PROMISES = "select tell_of_promises($1)";
  private static final String PRUNE = "delete from outgoing where at < $1";

  private final Database database;

  public PgDeliveries(Database database) {
    this.database = database;
  }

  @Override
  public Future<Void> subscribe(Map<String, Set<EventType>> receivers) {
    return database.transaction(connection -> {
      Future<Void> done = connection
          .preparedQuery(UNSUBSCRIBE)
          .execute(Tuple.tuple().addArrayOfString(receivers.keySet().toArray(String[]::new)))
          .mapEmpty();
      for (Map.Entry<String, Set<EventType>> receiver : receivers.entrySet()) {
        String[] events =
            receiver.getValue().stream().map(EventType::toString).toArray(String[]::new);
        done = done.compose(before -> connection
            .preparedQuery(SUBSCRIBE)
            .execute(Tuple.of(receiver.getKey()).addArrayOfString(events))
            .mapEmpty());
      }
      return done;
    });
  }

  @Override
  public Future<List<QueuedDelivery>> due(String receiver, Instant now, Instant until, int most) {
    return database.transaction(connection -> connection
        .preparedQuery(DUE)
        .execute(Tuple.of(receiver, utc(now), utc(until), most))
        .compose(rows -> {
          List<QueuedDelivery> parcels = new ArrayList<>();
          Future<Void> done = Future.succeededFuture();
          for (Row row : rows) {
            done = done.compose(before -> read(connection, row))
                .onSuccess(parcel -> parcel.ifPresent(parcels::add))
                .mapEmpty();
          }
          return done.map(read -> parcels);
        }));
  }

  /** Empty when the subject was deleted; the delivery is deleted too. */
  private static Future<Optional<QueuedDelivery>> read(SqlConnection connection, Row row) {
    String event = row.getString("event");
    return connection
        .preparedQuery(BODY)
        .execute(Tuple.of(event, row.getString("subject"), row.getJsonObject("body")))
        .compose(bodies -> {
          Optional<EventType> type = EventType.of(event);
          if (bodies.size() == 0 || type.isEmpty()) {
            return connection
                .preparedQuery(DELIVERED)
                .execute(Tuple.of(row.getLong("id")))
                .map(Optional.empty());
          }
          return Future.succeededFuture(Optional.of(new QueuedDelivery(
              row.getLong("id"),
              row.getString("key"),
              type.get(),
              row.getOffsetDateTime("at").toInstant(),
              bodies.iterator().next().getString(0),
              row.getInteger("attempts"))));
        });
  }

  @Override
  public Future<Void> delivered(long parcel) {
    return database.query(DELIVERED, Tuple.of(parcel)).mapEmpty();
  }

  @Override
  public Future<Void> failed(long parcel, String why, Instant again) {
    return database.query(FAILED, Tuple.of(parcel, why, utc(again))).mapEmpty();
  }

  @Override
  public Future<Void> dead(long parcel, String why, Instant now) {
    return database.query(DEAD, Tuple.of(parcel, why, utc(now))).mapEmpty();
  }

  @Override
  public Future<Void> tell(EventType event, String subject, String body, Instant now) {
    return database
        .query(TELL, Tuple.of(event.toString(), subject, utc(now), new JsonObject(body)))
        .mapEmpty();
  }

  @Override
  public Future<Void> promises(Instant now) {
    return database.query(PROMISES, Tuple.of(utc(now))).mapEmpty();
  }

  @Override
  public Future<Void> prune(Instant before) {
    return database.query(PRUNE, Tuple.of(utc(before))).mapEmpty();
  }
}
