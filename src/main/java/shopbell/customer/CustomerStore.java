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

/** Finds and creates customers in the store. */
public interface CustomerStore {
  /**
   * One search result; {@code match} is the matched field: {@code name}, {@code phone}, {@code email},
   * {@code customer-number}, {@code order} or {@code ticket}. The other values distinguish people of one name; unknown
   * ones are empty.
   */
  record SearchHit(
      UUID id, String name, CustomerKind kind, String match, CustomerDistinction distinction) {}

  /** A page of results; {@code total} counts all pages, and when {@code more} is true there are others beyond them. */
  record Hits(List<SearchHit> items, Optional<String> next, int total, boolean more) {
    public Hits {
      items = List.copyOf(items);
    }
  }

  /** A customer created by an agent. */
  record Fresh(CustomerKind kind, String name, List<Handle> handles) {
    public Fresh {
      handles = List.copyOf(handles);
    }
  }

  /**
   * By words in any order (name, town, postcode, street, birth date) or by number, e-mail, customer or order number;
   * typing and hearing mistakes are tolerated. At most 20 a page.
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

  /** Events of all channels, newest first, 50 a page; {@code channel} is one word of the journey. */
  Future<Stretch> timeline(UUID customer, Optional<String> before, Optional<String> channel);

  /**
   * All events from {@code since} until {@code now}, counted by lane and six hours; fails with NOT_FOUND for an unknown
   * customer.
   */
  Future<CustomerActivity> activity(UUID customer, Instant since, Instant now);

  /** Returns the new customer's id; the handles are linked in the journal. */
  Future<UUID> create(Fresh customer, String agent, Instant now);
}
