package shopbell.customer;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import shopbell.model.ContractWord;
import shopbell.model.Page;
import shopbell.model.customer.Promise;

/** Lists promises across customers. */
public interface PromiseStore {
  /** Filter of promises; OPEN is every promise not kept, broken ones included. */
  enum Which implements ContractWord {
    OPEN("open"),
    BROKEN("broken"),
    KEPT("kept");

    private final String word;

    Which(String word) {
      this.word = word;
    }

    @Override
    public String toString() {
      return word;
    }
  }

  /** One promise and the customer it was made to. */
  record Owed(Promise promise, PromiseCustomer customer) {}

  /** The customer the promise was made to. */
  record PromiseCustomer(UUID id, String name) {}

  /** The responsible agent: the agent's own promises and those of the queues, or of every queue. */
  record Owner(String name, List<String> queues, boolean everyQueue) {
    public Owner {
      queues = List.copyOf(queues);
    }
  }

  /** The earliest due first, 50 a page. */
  Future<Page<Owed>> of(Owner owner, Which which, Optional<String> before, Instant now);
}
