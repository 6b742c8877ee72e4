package shopbell.demo;

import io.vertx.core.Future;
import java.util.UUID;
import shopbell.model.event.ContactRecord;

/** Observes a customer before each past contact, so that there is something to learn from on the first day. */
public interface PastObserver {
  /** Called before {@code contact} is stored and after all earlier events are. */
  Future<Void> before(UUID customer, ContactRecord contact);

  /** Called after the last contact. */
  Future<Void> done();

  /** Called when all customers with all their orders are stored. */
  default Future<Void> settled() {
    return Future.succeededFuture();
  }
}
