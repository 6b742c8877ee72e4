package shopbell.model.decision;

/**
 * Why one action is not shown.
 *
 * @param detail the part of the rule that was not met, the error of a rule, the name of a veto, a date or a limit; never
 *     personal data
 */
public record Exclusion(ExclusionReason reason, String detail) {}
