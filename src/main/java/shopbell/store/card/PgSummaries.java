package shopbell.store.card;

import static shopbell.store.sql.Columns.utc;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import shopbell.card.SummaryStore;
import shopbell.model.Rejected;
import shopbell.model.card.CustomerSummary;
import shopbell.store.sql.Batcher;
import shopbell.store.sql.Database;
import shopbell.store.sql.Queries;

/** Reads customer summaries of some dozens of rows each; concurrent lookups are batched into one statement. */
public final class PgSummaries implements SummaryStore {
  private static final String SUMMARY = Queries.named("summary");

  /** The customer, and the time of the lookup. */
  private record Wanted(UUID customer, Instant now) {}

  private final String currency;
  private final Batcher<Wanted, List<Row>> asked;

  /** Amounts in {@code currency}, the shop's own, come first. */
  public PgSummaries(Database database, Currency currency) {
    this.currency = currency.getCurrencyCode();
    asked = database.askedTogether(SUMMARY, PgSummaries::values);
  }

  private static Tuple values(List<Wanted> all) {
    return Tuple.tuple()
        .addArrayOfUUID(all.stream().map(Wanted::customer).toArray(UUID[]::new))
        .addArrayOfOffsetDateTime(utc(all.stream().map(Wanted::now)));
  }

  @Override
  public Future<CustomerSummary> of(UUID customer, Instant now) {
    return asked
        .join(new Wanted(customer, now))
        .map(rows -> new SummaryRows(rows, now, currency)
            .summary()
            .orElseThrow(() -> new Rejected(Rejected.Reason.NOT_FOUND, "no such customer")));
  }
}
