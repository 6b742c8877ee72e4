package shopbell.training;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import shopbell.prediction.value.Purchase;

/** Reads purchases of persons for training, with customers under keys that mean nothing elsewhere. */
public interface PurchaseStore {
  /**
   * Purchases in {@code currency} until {@code until}, one for each customer and day, refunds taken off as in the sums of the card; of
   * at most {@code most} customers, chosen by chance but always the same. Without companies, and without customers who refuse to be
   * compared with others.
   */
  Future<List<Purchase>> purchases(Currency currency, Instant until, int most);

  /** A count that rises with each changed order. */
  Future<Long> changes();
}
