package shopbell.identity;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import shopbell.model.Handle;
import shopbell.model.customer.CustomerDistinction;

/** Looks up the customers behind handles and stated details, and records agents' choices. */
public interface HandleStore {
  /** An agent's choice: these handles belong to this customer; {@code interaction} is where the agent chose. */
  record CustomerChoice(
      UUID customer, List<Handle> handles, String agent, Optional<UUID> interaction, Instant at) {
    public CustomerChoice {
      handles = List.copyOf(handles);
    }
  }

  /**
   * A record that matches the stated details.
   *
   * @param customer the surviving record of the person; {@code traits} are of one of the person's records
   * @param order whether a stated order belongs to this record
   * @param mailbox whether an address differs from the one that was used by dots or a tag alone
   * @param among about how many records there are: among many, more match by chance
   */
  record Described(
      UUID customer,
      String name,
      ComparableRecord traits,
      boolean order,
      boolean mailbox,
      long among) {}

  /**
   * The criteria of a search by stated details.
   *
   * @param addresses e-mail addresses that no customer has in this exact form
   * @param others customers that are compared in any case
   */
  record Description(CallerDetails said, List<String> addresses, Set<UUID> others) {
    public Description {
      addresses = List.copyOf(addresses);
      others = Set.copyOf(others);
    }
  }

  /** The records that match {@code description}, at most some hundred; a person may appear with several records. */
  Future<List<Described>> described(Description description);

  /** One entry for each customer and handle that match, number blocks included; at most 50. */
  Future<List<HandleEvidence>> about(List<Handle> handles, Instant now);

  /** The values that distinguish these customers. */
  Future<Map<UUID, CustomerDistinction>> distinctions(Set<UUID> customers);

  /**
   * Stores a choice as a link in the journal; it replaces an earlier choice for the same interaction. Returns the
   * records with outdated cards.
   */
  Future<Set<UUID>> learn(CustomerChoice customerChoice);

  /**
   * Links cookies and devices to the customer that a contact proves (by a verified customer number, foreign id or
   * e-mail), and attaches waiting visits. Does nothing when no customer or several are proven. Returns the records with
   * outdated cards.
   */
  Future<Set<UUID>> signedIn(List<Handle> handles, Instant at);
}
