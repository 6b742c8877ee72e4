package shopbell.interaction;

import java.util.Optional;
import java.util.UUID;
import shopbell.model.event.CustomerRecord;

/** The candidates that other systems returned for a caller; in memory only until an agent chooses one. */
@FunctionalInterface
public interface CallerCandidates {
  /** The record of a person that {@code source} has returned. */
  record Candidate(String source, CustomerRecord record) {}

  /** The candidate {@code customer} of an interaction; empty for a customer in the local store. */
  Optional<Candidate> find(UUID interaction, UUID customer);
}
