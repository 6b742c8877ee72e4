package shopbell.customer;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import shopbell.model.interaction.TrackedInteraction;

/** A customer's requests for a copy of all data, for erasure, or for anonymisation. */
public interface PrivacyRequests {
  /** The kind of deletion. */
  enum Way {
    ERASE,
    ANONYMISE
  }

  /** Another system that has the customer, with its id there: it has to be notified. */
  record RecordSource(String system, String id) {}

  /**
   * The result of a deletion, and the open interactions, without the person.
   *
   * @param what {@code erased} or {@code anonymised}; the first time counts
   * @param done rows by table; interactions were blanked, all others deleted. Empty when it was done before
   * @param customer the nameless record that has the facts now
   * @param files of rows that imports have refused, which may name the person; the operator has to check them
   */
  record Forgotten(
      String what,
      Instant at,
      Map<String, Long> done,
      List<RecordSource> sources,
      Optional<UUID> customer,
      List<TrackedInteraction> open,
      List<String> files) {
    public Forgotten {
      done = Map.copyOf(done);
      sources = List.copyOf(sources);
      open = List.copyOf(open);
      files = List.copyOf(files);
    }
  }

  /**
   * Everything about the person of this record as CloudEvents, each one JSON text, a hundred at a time: the next are
   * read when {@code each} has processed those before, for which it has half a minute. NOT_FOUND before the first when
   * there is none.
   */
  Future<Void> export(UUID customer, Function<List<String>, Future<Void>> each);

  /** Erases or anonymises the person of this record; a repetition does nothing. NOT_FOUND for an unknown record. */
  Future<Forgotten> forget(UUID customer, Way way, String actor, Instant now);
}
