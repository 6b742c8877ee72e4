package shopbell.model.decision;

/**
 * What the author of an action knows before the first use: a model begins with it, and measured answers outweigh it.
 *
 * @param trials 0 to 1,000; more would hold a wrong belief for too long
 */
public record StatedEvidence(int successes, int trials) {
  /** No experience: the model begins at one half and learns at once. */
  public static final StatedEvidence NONE = new StatedEvidence(0, 0);

  private static final int MOST = 1_000;

  public StatedEvidence {
    if (trials < 0 || trials > MOST || successes < 0 || successes > trials) {
      throw new IllegalArgumentException(
          "successes are at most the trials, and trials at most " + MOST);
    }
  }
}
