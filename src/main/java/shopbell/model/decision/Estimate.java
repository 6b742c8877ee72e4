package shopbell.model.decision;

import shopbell.model.ContractWord;

/**
 * What an action is expected to bring for one person.
 *
 * @param probability of a success, 0 to 1
 * @param low the lower end of the probability's 90 % interval
 * @param high its upper end
 * @param benefit the expected benefit: probability × value − cost
 * @param drawn the benefit by which it was ranked: the same with a probability drawn from the model (Thompson sampling)
 * @param model the number of observations of the model that was used
 */
public record Estimate(
    double probability, double low, double high, double benefit, double drawn, long model) {
  /** How certain a probability is, in the words of a contact reason. */
  public enum Certainty implements ContractWord {
    SURE("sure"),
    LIKELY("likely"),
    PERHAPS("perhaps");

    private final String word;

    Certainty(String word) {
      this.word = word;
    }

    @Override
    public String toString() {
      return word;
    }
  }

  private static final double NARROW = 0.1;
  private static final double WIDE = 0.3;

  /** By the width of the interval: at most 10 points is sure, at most 30 is likely. */
  public Certainty certainty() {
    double width = high - low;
    return width <= NARROW ? Certainty.SURE : width <= WIDE ? Certainty.LIKELY : Certainty.PERHAPS;
  }
}
