package shopbell.store.customer;

import static shopbell.store.sql.Columns.instant;
import static shopbell.store.sql.Columns.utc;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import shopbell.customer.PromiseStore;
import shopbell.model.ContractWord;
import shopbell.model.Page;
import shopbell.model.Rejected;
import shopbell.model.customer.Promise;
import shopbell.model.customer.PromiseState;
import shopbell.store.sql.Database;

/** Promises by owner and queue; the cursor is the due time and id of the last one. */
public final class PgPromises implements PromiseStore {
  private static final int PAGE = 50;
  private static final String LIST = """
      select p.id, p.text, p.due, p.agent, p.owner, p.queue, p.made_at, p.kept_at, s.id as customer, s.name,
        case when p.kept_at is not null then 'kept' when p.due < $4 then 'broken' else 'open' end as state
      from promise p join customer c on c.id = p.customer join customer s on s.id = c.survivor
      where ((p.queue is null and coalesce(p.owner, p.agent) = $1) or p.queue = any ($2) or ($7 and p.queue is not null))
        and case $3 when 'kept' then p.kept_at is not null
          when 'broken' then p.kept_at is null and p.due < $4 else p.kept_at is null end
        and (p.due, p.id) > ($5, $6)
      order by p.due, p.id limit 51
      """;
  private static final String FIRST = "0001-01-01T00:00:00Z|" + new UUID(0, 0);

  private final Database database;

  public PgPromises(Database database) {
    this.database = database;
  }

  @Override
  public Future<Page<Owed>> of(Owner owner, Which which, Optional<String> before, Instant now) {
    String[] cursor = before.orElse(FIRST).split("\\|", 2);
    Tuple asked = Tuple.of(owner.name(), owner.queues().toArray(String[]::new), which.toString())
        .addOffsetDateTime(utc(now))
        .addOffsetDateTime(utc(due(cursor)))
        .addUUID(id(cursor))
        .addBoolean(owner.everyQueue());
    return database.query(LIST, asked).map(rows -> {
      List<Owed> all = new ArrayList<>();
      rows.forEach(row -> all.add(owed(row)));
      return page(all);
    });
  }

  private static Page<Owed> page(List<Owed> all) {
    if (all.size() <= PAGE) {
      return new Page<>(all, Optional.empty());
    }
    Promise last = all.get(PAGE - 1).promise();
    return new Page<>(all.subList(0, PAGE), Optional.of(last.due() + "|" + last.id()));
  }

  private static Owed owed(Row row) {
    return new Owed(
        new Promise(
            row.getUUID("id"),
            row.getString("text"),
            row.getOffsetDateTime("due").toInstant(),
            ContractWord.of(PromiseState.class, row.getString("state")),
            Optional.ofNullable(row.getString("agent")),
            row.getOffsetDateTime("made_at").toInstant(),
            Optional.ofNullable(row.getString("owner")),
            Optional.ofNullable(row.getString("queue")),
            instant(row, "kept_at")),
        new PromiseCustomer(row.getUUID("customer"), row.getString("name")));
  }

  private static Instant due(String[] cursor) {
    try {
      return Instant.parse(cursor[0]);
    } catch (DateTimeParseException e) {
      throw wrong();
    }
  }

  private static UUID id(String[] cursor) {
    try {
      return UUID.fromString(cursor[cursor.length - 1]);
    } catch (IllegalArgumentException e) {
      throw wrong();
    }
  }

  private static Rejected wrong() {
    return Rejected.field("/before", "is the next of the page before");
  }
}
