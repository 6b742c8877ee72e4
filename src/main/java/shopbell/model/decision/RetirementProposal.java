package shopbell.model.decision;

import shopbell.model.ContractWord;

/**
 * The advice to an administrator to take an action off the cards.
 *
 * @param answers how many answers it has had
 * @param declined how many of them were "declined" or "wrong"
 */
public record RetirementProposal(
    String action, RetirementReason reason, long answers, long declined) {
  /** Why it should go. */
  public enum RetirementReason implements ContractWord {
    /** Its measured effect is below zero, surely. */
    HARM("harm"),
    /** It is declined too often. */
    DECLINED("declined");

    private final String word;

    RetirementReason(String word) {
      this.word = word;
    }

    @Override
    public String toString() {
      return word;
    }
  }
}
