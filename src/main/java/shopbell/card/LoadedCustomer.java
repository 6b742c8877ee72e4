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
import shopbell.nextaction.DecisionStore.PersonRecord;

/** The match of an interaction, and the data of the customer; no data while several customers are possible. */
record LoadedCustomer(CustomerMatcher.MatchResult found, Optional<About> about) {
  /** All customers that it mentions. */
  Set<UUID> named() {
    Set<UUID> named = new HashSet<>(found.match().named());
    about.ifPresent(a -> named.add(a.summary().customer().id()));
    return named;
  }

  /**
   * The data of one customer.
   *
   * @param person what the choice of actions needs of the customer
   * @param others the states of the sources before it was read
   */
  record About(
      CustomerSummary summary, PersonRecord person, List<SourceStatus> others, Duration took) {}
}
