package shopbell.store;

import static shopbell.store.Columns.utc;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import shopbell.api.Customers;
import shopbell.api.Page;
import shopbell.identity.Identities;
import shopbell.model.CustomerKind;
import shopbell.model.ExternalId;
import shopbell.model.Rejected;
import shopbell.model.Word;

/** Finding customers by anything an agent has in hand, and making new ones. */
public final class PgCustomers implements Customers {
  private static final int PAGE = 20;
  private static final int SHORTEST_NUMBER = 4;
  private static final String SEARCH = "select * from search_customers($1, $2, $3)";
  private static final String CREATE = """
      insert into customer (id, survivor, system, external_id, kind, name, since, updated_at)
      values ($1, $1, 'shopbell', $2, $3, $4, $5::timestamptz::date, $5)
      """;

  private final Database database;
  private final Identities identities;
  private final Timelines timelines;

  public PgCustomers(Database database, Identities identities) {
    this.database = database;
    this.identities = identities;
    this.timelines = new Timelines(database);
  }

  @Override
  public Future<Page<Found>> search(String text, Optional<String> before) {
    int skip = before.map(PgCustomers::offset).orElse(0);
    return database.query(SEARCH, Tuple.of(text, digits(text), skip)).map(rows -> {
      List<Found> found = found(rows);
      boolean more = found.size() > PAGE;
      return new Page<>(
          more ? found.subList(0, PAGE) : found,
          more ? Optional.of(Integer.toString(skip + PAGE)) : Optional.empty());
    });
  }

  @Override
  public Future<Stretch> timeline(
      UUID customer, Optional<String> before, Optional<String> channel) {
    return timelines.of(customer, before.map(Cursor::of).orElse(Cursor.NEWEST), channel);
  }

  @Override
  public Future<UUID> create(Fresh customer, String agent, Instant now) {
    String number = UUID.randomUUID().toString();
    UUID id = new ExternalId("shopbell", number).uuid();
    return database
        .query(CREATE, Tuple.of(id, number, customer.kind().toString(), customer.name(), utc(now)))
        .compose(made -> identities.learn(
            new Identities.Choice(id, customer.handles(), agent, Optional.empty(), now)))
        .map(id);
  }

  /** What is left of a number that was typed in any national or international way. */
  private static String digits(String text) {
    boolean number = text.matches("[+0-9 ()/.-]+");
    String digits = text.replaceAll("\\D", "").replaceFirst("^0+", "");
    return number && digits.length() >= SHORTEST_NUMBER ? digits : "";
  }

  private static List<Found> found(RowSet<Row> rows) {
    List<Found> found = new ArrayList<>();
    rows.forEach(row -> found.add(new Found(
        row.getUUID("id"),
        row.getString("name"),
        Word.of(CustomerKind.class, row.getString("kind")),
        row.getString("match"))));
    return found;
  }

  private static int offset(String cursor) {
    if (!cursor.matches("\\d{1,6}")) {
      throw Rejected.field("/before", "is the next of the page before");
    }
    return Integer.parseInt(cursor);
  }
}
