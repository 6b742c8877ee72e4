package shopbell.model.decision;

import java.time.Duration;
import java.util.Optional;
import shopbell.model.ContractWord;

/**
 * The event by which an action has succeeded. It is attributed to the last shown action that waits for it.
 *
 * @param within from the moment at which the action was shown; at most a year
 * @param leastScore of an answer alone: the score that counts as a success, 0 to 10
 */
public record SuccessDefinition(SuccessKind kind, Duration within, Optional<Integer> leastScore) {
  /** What is waited for. */
  public enum SuccessKind implements ContractWord {
    /** The customer orders. */
    ORDER("order"),
    /** A ticket of the customer is closed. */
    TICKET_CLOSED("ticket-closed"),
    /** The customer does not contact the company again; known only at the end of the time. */
    NO_REPEAT_CONTACT("no-repeat-contact"),
    /** The customer answers a survey with at least the score. */
    ANSWER("answer");

    private final String word;

    SuccessKind(String word) {
      this.word = word;
    }

    @Override
    public String toString() {
      return word;
    }
  }

  private static final Duration LONGEST = Duration.ofDays(366);
  private static final int HIGHEST = 10;

  public SuccessDefinition {
    if (within.isNegative() || within.isZero() || within.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("within is longer than nothing and at most a year");
    }
    if (leastScore.isPresent() != (kind == SuccessKind.ANSWER)) {
      throw new IllegalArgumentException("leastScore belongs to the kind answer, and only to it");
    }
    if (leastScore.filter(score -> score < 0 || score > HIGHEST).isPresent()) {
      throw new IllegalArgumentException("leastScore is a whole number from 0 to " + HIGHEST);
    }
  }
}
