package shopbell.security;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import shopbell.model.ContractWord;

/**
 * One access to a customer's data; a search has no customer, and its text is not stored.
 *
 * @param agent a user's name, or {@code key NAME} for a machine
 * @param interaction the interaction it was about, where a card was shown because of one
 * @param what of a payload: the door and the delivery it arrived as, or the source that was queried
 */
public record AccessEntry(
    Instant at,
    String agent,
    Why why,
    Optional<UUID> customer,
    Optional<UUID> interaction,
    Optional<String> what) {
  /** An entry without interaction and {@code what}. */
  public AccessEntry(
      Instant at, String agent, Why why, Optional<UUID> customer, Optional<UUID> interaction) {
    this(at, agent, why, customer, interaction, Optional.empty());
  }

  /** Why the data was accessed. */
  public enum Why implements ContractWord {
    RANG("rang"),
    SEARCH("search"),
    OPENED("opened"),
    PAGE("page"),
    EXPORTED("exported"),
    ERASED("erased"),
    /** The records that are one person, and why. */
    IDENTITY("identity"),
    /** Records that may be one person. */
    DUPLICATES("duplicates"),
    /** A list of promises, with the customers' names. */
    PROMISES("promises"),
    /** An external system's message, unchanged; it may be about any customer. */
    PAYLOAD("payload");

    private final String word;

    Why(String word) {
      this.word = word;
    }

    @Override
    public String toString() {
      return word;
    }
  }
}
