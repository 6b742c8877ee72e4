package shopbell.store.customer;

import static shopbell.store.sql.Columns.utc;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import shopbell.customer.CustomerStore.Stretch;
import shopbell.model.ContractWord;
import shopbell.model.Page;
import shopbell.model.customer.CustomerActivity;
import shopbell.model.customer.Journey;
import shopbell.store.sql.Cursor;
import shopbell.store.sql.Database;
import shopbell.store.sql.Queries;

/** Reads one person's timeline by page; a visit cut by the page is read back to its beginning. */
final class TimelineQuery {
  private static final int PAGE = 50;
  private static final String STEP = "touchpoint";
  private static final String TIMELINE = Queries.named("timeline");
  private static final String ACTIVITY = Queries.named("activity");
  private static final String VISIT = Queries.named("visit");

  private final Database database;

  TimelineQuery(Database database) {
    this.database = database;
  }

  Future<Stretch> of(UUID customer, Cursor from, Optional<String> channel) {
    Tuple asked = Tuple.of(customer)
        .addOffsetDateTime(utc(from.at()))
        .addString(channel.orElse(null))
        .addString(from.id());
    return database.query(TIMELINE, asked).compose(rows -> {
      List<Journey.Item> items = rows.stream().map(TimelineQuery::item).toList();
      if (items.size() < PAGE) {
        return Future.succeededFuture(new Stretch(new Page<>(items, Optional.empty()), List.of()));
      }
      Optional<String> next = Optional.of(Cursor.after(items.get(PAGE - 1)));
      return earlier(customer, items, channel)
          .map(earlier -> new Stretch(new Page<>(items, next), earlier));
    });
  }

  Future<CustomerActivity> activity(UUID customer, Instant since, Instant now) {
    return database
        .query(ACTIVITY, Tuple.of(customer, utc(since), utc(now)))
        .map(rows -> new CustomerActivity(
            since, now, rows.stream().map(TimelineQuery::cell).toList()));
  }

  private static CustomerActivity.Cell cell(Row row) {
    return new CustomerActivity.Cell(
        row.getString("lane"),
        row.getOffsetDateTime("at").toInstant(),
        row.getInteger("events"),
        ContractWord.of(CustomerActivity.Hurt.class, row.getString("hurt")));
  }

  private Future<List<Journey.Item>> earlier(
      UUID customer, List<Journey.Item> items, Optional<String> channel) {
    Optional<Journey.Item> last =
        items.stream().filter(item -> item.kind().equals(STEP)).reduce((newer, older) -> older);
    return last.map(step -> database
            .query(
                VISIT,
                Tuple.of(customer, utc(step.at()), step.id()).addString(channel.orElse(null)))
            .map(rows -> rows.stream().map(TimelineQuery::place).toList()))
        .orElseGet(() -> Future.succeededFuture(List.of()));
  }

  /** Only the time of a step. */
  private static Journey.Item place(Row row) {
    return new Journey.Item(
        row.getString("id"),
        row.getOffsetDateTime("at").toInstant(),
        "",
        STEP,
        "",
        "",
        "",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Map.of());
  }

  private static Journey.Item item(Row row) {
    return new Journey.Item(
        row.getString("id"),
        row.getOffsetDateTime("at").toInstant(),
        row.getString("channel"),
        row.getString("kind"),
        row.getString("name"),
        row.getString("text"),
        row.getString("source"),
        Optional.ofNullable(row.getString("friction")),
        Optional.empty(),
        Optional.empty(),
        Map.of());
  }
}
