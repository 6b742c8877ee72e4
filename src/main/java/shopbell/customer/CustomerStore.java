package shopbell.customer;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import shopbell.model.CustomerKind;
import shopbell.model.Handle;
import shopbell.model.Page;
import shopbell.model.customer.CustomerActivity;
import shopbell.model.customer.CustomerDistinction;
import shopbell.model.customer.Journey;

/** Finding and making customers; kept by the store. */
public interface CustomerStore {
  /**
   * One customer found; {@code match} is what fitted: {@code name}, {@code phone}, {@code email}, {@code customer-number},
   * {@code order} or {@code ticket}. The rest is what tells people of one name apart, as far as it is known.
   */
  record Found(
      UUID id, String name, CustomerKind kind, String match, CustomerDistinction distinction) {}

  /** A page of what was found; {@code total} counts all pages, and when {@code more} there are others beyond them. */
  record Hits(List<Found> items, Optional<String> next, int total, boolean more) {
    public Hits {
      items = List.copyOf(items);
    }
  }

  /** A customer made by an agent. */
  record Fresh(CustomerKind kind, String name, List<Handle> handles) {
    public Fresh {
      handles = List.copyOf(handles);
    }
  }

  /**
   * By words in any order (name, town, postcode, street, birth date) or by number, e-mail, customer or order number; mistakes of
   * typing and hearing are forgiven. At most 20 a page.
   */
  Future<Hits> search(String text, Optional<String> before);

  /**
   * A page of a timeline.
   *
   * @param earlier the steps before its last one that may belong to the same visit, newest first
   */
  record Stretch(Page<Journey.Item> page, List<Journey.Item> earlier) {
    public Stretch {
      earlier = List.copyOf(earlier);
    }
  }

  /** Everything on all channels, newest first, 50 a page; {@code channel} is one word of the journey. */
  Future<Stretch> timeline(UUID customer, Optional<String> before, Optional<String> channel);

  /** All events from {@code since} until {@code now}, counted by lane and six hours; fails for nobody. */
  Future<CustomerActivity> activity(UUID customer, Instant since, Instant now);

  /** The new one's id; the handles are linked in the journal. */
  Future<UUID> create(Fresh customer, String agent, Instant now);
}
