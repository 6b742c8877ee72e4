package shopbell;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import shopbell.identity.Identifier;
import shopbell.model.SourceStatus;
import shopbell.model.Summary;

/** Who is behind a contact, and what is known of them; nothing is when it is not sure who it is. */
record Known(Identifier.Found found, Optional<About> about) {
  /** Everybody of whom it says something. */
  Set<UUID> named() {
    Set<UUID> named = new HashSet<>(found.match().named());
    about.ifPresent(a -> named.add(a.summary().customer().id()));
    return named;
  }

  /**
   * What was read of one customer.
   *
   * @param others how far the other systems had got before it was read
   */
  record About(Summary summary, List<SourceStatus> others, Duration took) {}
}
