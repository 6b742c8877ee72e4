package shopbell.model.decision;

/**
 * The rules of an action, JSONata expressions over {@link DecisionFacts}; an empty one is always met.
 *
 * @param eligible whether the company may do it: law, contract, policy
 * @param applicable whether it makes sense in the customer's present situation
 * @param suitable whether it is good for this customer
 */
public record ActionRules(String eligible, String applicable, String suitable) {
  /** Rules that are always met. */
  public static final ActionRules ALWAYS = new ActionRules("", "", "");
}
