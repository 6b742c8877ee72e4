package shopbell.customer;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import shopbell.model.interaction.TrackedInteraction;

/** What a customer may ask for: everything, to be forgotten, to be nameless. */
public interface PrivacyRequests {
  /** How a customer is forgotten. */
  enum Way {
    ERASE,
    ANONYMISE
  }

  /** A system that has the customer too, and its id there: it has to be told. */
  record Source(String system, String id) {}

  /**
   * What was done, and the interactions that are open now, without the person.
   *
   * @param what {@code erased} or {@code anonymised}; the first time counts
   * @param done rows by table; interactions were blanked, all others are gone. Empty when it had been done before
   * @param customer the nameless record that has the facts now
   * @param files of rows that imports have refused, which may name the person and are the operator's to look through
   */
  record Forgotten(
      String what,
      Instant at,
      Map<String, Long> done,
      List<Source> sources,
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
   * Everything about the person of this record as CloudEvents, each one JSON text, a hundred at a time: the next are read when
   * {@code each} has taken those before, for which it has half a minute. NOT_FOUND before the first when there is none.
   */
  Future<Void> export(UUID customer, Function<List<String>, Future<Void>> each);

  /** Forgets the person of this record; the second time does nothing. NOT_FOUND for one who never was. */
  Future<Forgotten> forget(UUID customer, Way way, String actor, Instant now);
}
