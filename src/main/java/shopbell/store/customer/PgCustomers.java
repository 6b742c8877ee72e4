package shopbell.store.customer;

import static shopbell.store.sql.Columns.utc;

import io.vertx.core.Future;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import shopbell.customer.CustomerStore;
import shopbell.identity.HandleStore;
import shopbell.identity.SearchWords;
import shopbell.model.ExternalId;
import shopbell.model.Rejected;
import shopbell.model.customer.CustomerActivity;
import shopbell.store.identity.PgHandles;
import shopbell.store.sql.Cursor;
import shopbell.store.sql.Database;
import shopbell.store.sql.Queries;

/** Finds customers by any detail an agent has, and creates new ones. */
public final class PgCustomers implements CustomerStore {
  private static final int PAGE = 20;

  /** So many matches of the same words are ranked; one more word narrows them down. */
  private static final int ENOUGH = 100;

  private static final String SEARCH = Queries.named("find");
  private static final String CREATE = """
      insert into customer (id, survivor, system, external_id, kind, name, since, updated_at)
      values ($1, $1, 'shopbell', $2, $3, $4, $5::timestamptz::date, $5)
      """;

  private final Database database;
  private final TimelineQuery timelineQuery;

  public PgCustomers(Database database) {
    this.database = database;
    this.timelineQuery = new TimelineQuery(database);
  }

  @Override
  public Future<Hits> search(String text, Optional<String> before) {
    int skip = before.map(PgCustomers::offset).orElse(0);
    SearchWords asked = SearchWords.of(text);
    Tuple values = Tuple.tuple()
        .addArrayOfString(asked.lookedUp().toArray(String[]::new))
        .addInteger(ENOUGH)
        .addString(asked.phone())
        .addArrayOfString(asked.handles().toArray(String[]::new))
        .addInteger(ENOUGH);
    return database.query(SEARCH, values).map(rows -> {
      List<SearchHit> found = SearchResultRows.ranked(rows, asked);
      int end = Math.min(found.size(), skip + PAGE);
      return new Hits(
          found.subList(Math.min(skip, end), end),
          end < found.size() ? Optional.of(Integer.toString(end)) : Optional.empty(),
          found.size(),
          found.size() >= ENOUGH);
    });
  }

  @Override
  public Future<Stretch> timeline(
      UUID customer, Optional<String> before, Optional<String> channel) {
    return timelineQuery.of(customer, before.map(Cursor::of).orElse(Cursor.NEWEST), channel);
  }

  @Override
  public Future<CustomerActivity> activity(UUID customer, Instant since, Instant now) {
    return timelineQuery.activity(customer, since, now);
  }

  @Override
  public Future<UUID> create(Fresh customer, String agent, Instant now) {
    String number = UUID.randomUUID().toString();
    UUID id = new ExternalId("shopbell", number).uuid();
    Tuple row = Tuple.of(id, number, customer.kind().toString(), customer.name(), utc(now));
    HandleStore.CustomerChoice handles =
        new HandleStore.CustomerChoice(id, customer.handles(), agent, Optional.empty(), now);
    return database
        .shortTransaction(connection -> connection
            .preparedQuery(CREATE)
            .execute(row)
            .compose(made -> PgHandles.learn(connection, handles)))
        .map(id);
  }

  private static int offset(String cursor) {
    if (!cursor.matches("\\d{1,6}")) {
      throw Rejected.field("/before", "is the next of the page before");
    }
    return Integer.parseInt(cursor);
  }
}
