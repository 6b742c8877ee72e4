package shopbell.insight;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import shopbell.i18n.Words;
import shopbell.model.Sentence;
import shopbell.model.customer.Friction;

/** All recent friction of one customer: each rule is a function that detects one kind. */
public final class FrictionRules {
  private static final List<Function<RecentActivity, Optional<FrictionFinding>>> RULES = List.of(
      CommitmentFriction::promiseBroken,
      CommitmentFriction::ticketWaits,
      CommitmentFriction::parcelLate,
      ContactFriction::calledAgain,
      ContactFriction::selfServiceFailed,
      ContactFriction::askedAgain,
      ContactFriction::waited,
      ContactFriction::transferred,
      WebFriction::triedAgain,
      WebFriction::abandoned,
      WebFriction::errorPage);

  private FrictionRules() {}

  /** The findings, at most one per rule. */
  public static List<FrictionFinding> seen(RecentActivity recentActivity) {
    return RULES.stream().flatMap(rule -> rule.apply(recentActivity).stream()).toList();
  }

  /** The findings in words; the hardest first, then the newest. */
  public static List<Friction> of(RecentActivity recentActivity, Words words) {
    return seen(recentActivity).stream()
        .sorted(Comparator.comparing(FrictionFinding::severity)
            .thenComparing(FrictionFinding::at)
            .reversed())
        .map(frictionFinding -> said(frictionFinding, words))
        .toList();
  }

  private static Friction said(FrictionFinding frictionFinding, Words words) {
    String key = "friction." + frictionFinding.kind();
    List<Sentence> said =
        List.of(Sentence.of(key), new Sentence(key + ".evidence", frictionFinding.facts()));
    return new Friction(
        frictionFinding.kind(),
        words.say(said.get(0)),
        words.say(said.get(1)),
        frictionFinding.at(),
        frictionFinding.severity(),
        frictionFinding.items(),
        said);
  }
}
