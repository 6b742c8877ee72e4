package shopbell.decision.effect;

/**
 * The outcomes of one group of persons as sums, which a database can keep.
 *
 * @param persons how many
 * @param outcome the sum of their outcomes, each 0 to 1
 * @param before the sum of what they did in the 14 days before, in any unit
 * @param outcomeSquares the sum of squared outcomes
 * @param beforeSquares the sum of squared values before
 * @param products the sum of outcome × before
 */
public record OutcomeSums(
    long persons,
    double outcome,
    double before,
    double outcomeSquares,
    double beforeSquares,
    double products) {
  /** Of nobody. */
  public static final OutcomeSums NONE = new OutcomeSums(0, 0, 0, 0, 0, 0);

  /** With one more person. */
  public OutcomeSums plus(double result, double earlier) {
    return new OutcomeSums(
        persons + 1,
        outcome + result,
        before + earlier,
        outcomeSquares + result * result,
        beforeSquares + earlier * earlier,
        products + result * earlier);
  }

  double meanOutcome() {
    return persons == 0 ? 0 : outcome / persons;
  }

  double meanBefore() {
    return persons == 0 ? 0 : before / persons;
  }

  /** The sum of squared distances of the outcomes from their mean. */
  double outcomeSpread() {
    return Math.max(0, outcomeSquares - outcome * meanOutcome());
  }

  /** The same of the values before. */
  double beforeSpread() {
    return Math.max(0, beforeSquares - before * meanBefore());
  }

  /** The sum of products of both distances. */
  double jointSpread() {
    return products - outcome * meanBefore();
  }
}
