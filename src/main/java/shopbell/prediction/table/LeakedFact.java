package shopbell.prediction.table;

/**
 * A fact that was not known yet at the instant of the prediction: a model that learned from it would be good on paper
 * only. This is a mistake in the code that collects the facts.
 */
public final class LeakedFact extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** The message names columns and instants, never values. */
  LeakedFact(String message) {
    super(message);
  }
}
