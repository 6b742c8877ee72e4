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

/** What the store knows about who uses a handle. */
public interface HandleStore {
  /** What an agent said: these handles are this customer's; {@code interaction} is where it was said. */
  record Choice(
      UUID customer, List<Handle> handles, String agent, Optional<UUID> interaction, Instant at) {
    public Choice {
      handles = List.copyOf(handles);
    }
  }

  /**
   * A record that could be the caller's by what was said.
   *
   * @param customer the record that stands for the person; {@code traits} are of one of the person's records
   * @param order whether an order that was named is this record's
   * @param mailbox whether an address differs from the one that was used by dots or a tag alone
   * @param among about how many records there are: of many, more fit by chance
   */
  record Described(
      UUID customer,
      String name,
      ComparableRecord traits,
      boolean order,
      boolean mailbox,
      long among) {}

  /**
   * What somebody is looked for by.
   *
   * @param addresses e-mail addresses that nobody has as they are
   * @param others customers who are to be compared in any case
   */
  record Description(CallerDetails said, List<String> addresses, Set<UUID> others) {
    public Description {
      addresses = List.copyOf(addresses);
      others = Set.copyOf(others);
    }
  }

  /** Who could be described by it, at most some hundred records; several of one person are several. */
  Future<List<Described>> described(Description description);

  /** One entry for each customer and handle that match, number blocks included; at most 50. */
  Future<List<HandleEvidence>> about(List<Handle> handles, Instant now);

  /** What tells these customers apart. */
  Future<Map<UUID, CustomerDistinction>> distinctions(Set<UUID> customers);

  /**
   * Keeps a choice as a link in the journal; it replaces the one before of the same interaction. The records whose
   * cards are out of date now.
   */
  Future<Set<UUID>> learn(Choice choice);

  /**
   * A contact that proves who it is (a verified customer number, foreign id or e-mail) came with cookies or devices:
   * they are linked to that customer, and the visits that waited for them join it. Nobody or several proven: nothing
   * happens. The records whose cards are out of date now.
   */
  Future<Set<UUID>> signedIn(List<Handle> handles, Instant at);
}
