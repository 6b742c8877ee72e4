package shopbell.store.training;

import static shopbell.store.sql.Columns.utc;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.OptionalDouble;
import shopbell.prediction.value.Purchase;
import shopbell.store.sql.Database;
import shopbell.store.sql.Queries;
import shopbell.training.PurchaseStore;

/** Purchases as the view {@code worth_part} defines them, which the sums of the card use too. */
public final class PgPurchases implements PurchaseStore {
  private static final String PURCHASES = Queries.named("purchases");
  private static final String CHANGES = "select last_value from order_changes";

  private final Database database;

  public PgPurchases(Database database) {
    this.database = database;
  }

  @Override
  public Future<List<Purchase>> purchases(Currency currency, Instant until, int most) {
    List<Purchase> purchases = new ArrayList<>();
    return database
        .streamed(PURCHASES, Tuple.of(currency.getCurrencyCode(), utc(until), most), rows -> {
          rows.forEach(row -> purchases.add(purchase(row)));
          return Future.succeededFuture();
        })
        .map(read -> purchases);
  }

  private static Purchase purchase(Row row) {
    return new Purchase(
        row.getString("customer"),
        row.getLocalDate("day"),
        OptionalDouble.of(row.getDouble("amount")));
  }

  @Override
  public Future<Long> changes() {
    return database
        .query(CHANGES, Tuple.tuple())
        .map(rows -> rows.iterator().next().getLong(0));
  }
}
