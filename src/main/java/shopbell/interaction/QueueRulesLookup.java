package shopbell.interaction;

import shopbell.model.interaction.QueueRules;

/** The rules of each queue, from the configuration; a queue without configuration has the defaults. */
@FunctionalInterface
public interface QueueRulesLookup {
  /** Never fails; the empty name is a contact without a queue. */
  QueueRules of(String queue);
}
