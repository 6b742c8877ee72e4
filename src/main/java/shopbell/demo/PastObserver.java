package shopbell.demo;

import io.vertx.core.Future;
import java.util.UUID;
import shopbell.model.event.ContactRecord;

/** Looks at a customer before each contact of the past, so that there is something to learn from on the first day. */
public interface PastObserver {
  /** {@code contact} is about to be told; everything that came before it is. */
  Future<Void> before(UUID customer, ContactRecord contact);

  /** There is no more. */
  Future<Void> done();
}
