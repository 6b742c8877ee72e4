package shopbell.insight;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import shopbell.i18n.Words;
import shopbell.model.Friction;
import shopbell.model.Sentence;

/** All that was hard for one customer lately: each rule is a function that sees one thing. */
public final class Frictions {
  private static final List<Function<Trail, Optional<Finding>>> RULES = List.of(
      DebtFriction::promiseBroken,
      DebtFriction::ticketWaits,
      DebtFriction::parcelLate,
      TalkFriction::calledAgain,
      TalkFriction::selfServiceFailed,
      TalkFriction::askedAgain,
      TalkFriction::waited,
      TalkFriction::transferred,
      WebFriction::triedAgain,
      WebFriction::abandoned,
      WebFriction::errorPage);

  private Frictions() {}

  /** What the rules see, at most one finding each. */
  public static List<Finding> seen(Trail trail) {
    return RULES.stream().flatMap(rule -> rule.apply(trail).stream()).toList();
  }

  /** The same in words; the hardest first, then the newest. */
  static List<Friction> of(Trail trail, Words words) {
    return seen(trail).stream()
        .sorted(
            Comparator.comparing(Finding::severity).thenComparing(Finding::at).reversed())
        .map(finding -> said(finding, words))
        .toList();
  }

  private static Friction said(Finding finding, Words words) {
    String key = "friction." + finding.kind();
    List<Sentence> said =
        List.of(Sentence.of(key), new Sentence(key + ".evidence", finding.facts()));
    return new Friction(
        finding.kind(),
        words.say(said.get(0)),
        words.say(said.get(1)),
        finding.at(),
        finding.severity(),
        finding.items(),
        said);
  }
}
