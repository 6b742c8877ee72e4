package shopbell.card;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import shopbell.identity.CustomerMatcher;
import shopbell.model.card.CustomerSummary;
import shopbell.model.card.SourceStatus;

/** Who is behind a contact, and what is known of them; nothing is when it is not sure who it is. */
record LoadedCustomer(CustomerMatcher.MatchResult found, Optional<About> about) {
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
  record About(CustomerSummary summary, List<SourceStatus> others, Duration took) {}
}
