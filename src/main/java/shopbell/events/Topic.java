package shopbell.events;

import java.util.Optional;
import java.util.stream.Stream;
import shopbell.model.ContractWord;
import shopbell.model.Role;

/**
 * A list that changes while a page of supervisors or administrators shows it. Its word names it on the desk's
 * WebSocket and between nodes.
 */
public enum Topic implements ContractWord {
  AGENTS("agents", Role.SUPERVISOR),
  LOOKS("looks", Role.SUPERVISOR),
  REASONS("reasons", Role.SUPERVISOR),
  DUPLICATES("duplicates", Role.SUPERVISOR),
  DOORS("doors", Role.ADMIN),
  SOURCES("sources", Role.ADMIN),
  CONNECTORS("connectors", Role.ADMIN),
  IGNORED_HANDLES("ignored-handles", Role.ADMIN),
  ORDER_STATUSES("order-statuses", Role.ADMIN),
  DELIVERIES("deliveries", Role.ADMIN),
  AUDIT("audit", Role.ADMIN),
  ACTIONS("actions", Role.ADMIN),
  EFFECTS("effects", Role.SUPERVISOR);

  private final String word;
  private final Role reader;

  Topic(String word, Role reader) {
    this.word = word;
    this.reader = reader;
  }

  /** Empty for a word that is none of these, such as one of a newer release. */
  static Optional<Topic> of(String word) {
    return Stream.of(values()).filter(topic -> topic.word.equals(word)).findFirst();
  }

  /** The lowest role that may watch it. */
  public Role reader() {
    return reader;
  }

  @Override
  public String toString() {
    return word;
  }
}
