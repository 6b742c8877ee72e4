package shopbell.security;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import shopbell.model.ContractWord;

/**
 * One look of somebody at a customer; a search has no customer, and what was asked is not kept.
 *
 * @param agent a person's name, or {@code key NAME} for a machine
 * @param interaction the contact it was about, where a card was shown because of one
 * @param what of a payload: the door and the delivery it came as, or the source that was asked
 */
public record AccessEntry(
    Instant at,
    String agent,
    Why why,
    Optional<UUID> customer,
    Optional<UUID> interaction,
    Optional<String> what) {
  /** One for which the rest says what was seen. */
  public AccessEntry(
      Instant at, String agent, Why why, Optional<UUID> customer, Optional<UUID> interaction) {
    this(at, agent, why, customer, interaction, Optional.empty());
  }

  /** Why somebody looked. */
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
    /** A list of what is owed, with the customers' names. */
    PROMISES("promises"),
    /** What a system has sent, as it was sent; it may be about anybody. */
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
