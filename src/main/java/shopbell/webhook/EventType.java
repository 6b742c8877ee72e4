package shopbell.webhook;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The events for receivers; the word is its name in deliveries and in the configuration. */
public enum EventType {
  INTERACTION_FINISHED("interaction.finished"),
  INTERACTION_NOTED("interaction.noted"),
  PROMISE_DUE("promise.due"),
  CUSTOMER_MERGED("customer.merged"),
  CUSTOMER_UNMERGED("customer.unmerged"),
  CUSTOMER_ERASED("customer.erased"),
  AGENT_NOT_LOOKING("agent.not-looking");

  private final String word;

  EventType(String word) {
    this.word = word;
  }

  /** Empty for a word that is none of these. */
  public static Optional<EventType> of(String word) {
    return Stream.of(values()).filter(type -> type.word.equals(word)).findFirst();
  }

  /** All names. */
  public static Set<String> words() {
    return Stream.of(values()).map(EventType::toString).collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public String toString() {
    return word;
  }
}
