package shopbell.insight;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import shopbell.model.FeedbackKind;
import shopbell.model.Sentence;
import shopbell.model.customer.Journey;
import shopbell.model.customer.LifecycleStage;

/** The lifecycle stage of a customer; the farthest stage whose rule holds. docs/journey.md has the rules. */
public final class LifecycleStages {
  static final int LOYAL_ORDERS = 3;
  private static final int PROMOTER = 9;
  private static final Pattern RECOMMENDS =
      Pattern.compile("(referral|recommendation|review)(\\..*)?");
  private static final Pattern WANTS =
      Pattern.compile("(cart|checkout|wishlist|quote|offer)(\\..*)?");
  private static final Pattern LOOKS =
      Pattern.compile("(product|products|search|newsletter|help|store)(\\..*)?");

  private static final List<Function<RuleInput, Optional<Standing>>> RULES = List.of(
      LifecycleStages::advocacy,
      LifecycleStages::loyalty,
      LifecycleStages::purchase,
      LifecycleStages::preference,
      LifecycleStages::interest,
      LifecycleStages::awareness);

  /** A stage, and its evidence. */
  public record Standing(LifecycleStage stage, Sentence because) {}

  private LifecycleStages() {}

  /** Empty for a customer without any data. */
  public static Optional<Standing> of(RuleInput ruleInput) {
    return RULES.stream().flatMap(rule -> rule.apply(ruleInput).stream()).findFirst();
  }

  private static Optional<Standing> advocacy(RuleInput ruleInput) {
    Optional<Integer> score = ruleInput.summary().feedback().stream()
        .findFirst()
        .filter(a -> a.kind() == FeedbackKind.NPS && a.score() >= PROMOTER)
        .map(a -> a.score());
    if (orders(ruleInput) >= LOYAL_ORDERS && score.isPresent()) {
      return standing(LifecycleStage.ADVOCACY, "stage.promotes", orders(ruleInput), score.get());
    }
    return touchpoint(ruleInput, RECOMMENDS)
        .filter(item -> orders(ruleInput) > 0)
        .flatMap(item -> standing(LifecycleStage.ADVOCACY, "stage.step", label(ruleInput, item)));
  }

  private static Optional<Standing> loyalty(RuleInput ruleInput) {
    return orders(ruleInput) < LOYAL_ORDERS
        ? Optional.empty()
        : standing(LifecycleStage.LOYALTY, "stage.orders", orders(ruleInput));
  }

  private static Optional<Standing> purchase(RuleInput ruleInput) {
    return orders(ruleInput) < 1
        ? Optional.empty()
        : standing(LifecycleStage.PURCHASE, "stage.orders", orders(ruleInput));
  }

  private static Optional<Standing> preference(RuleInput ruleInput) {
    return touchpoint(ruleInput, WANTS)
        .flatMap(item -> standing(LifecycleStage.PREFERENCE, "stage.step", label(ruleInput, item)));
  }

  private static Optional<Standing> interest(RuleInput ruleInput) {
    long visits = VisitSessions.visits(ruleInput.summary().journey()).values().stream()
        .distinct()
        .count();
    if (visits > 1) {
      return standing(LifecycleStage.INTEREST, "stage.visits", visits);
    }
    return touchpoint(ruleInput, LOOKS)
        .flatMap(item -> standing(LifecycleStage.INTEREST, "stage.step", label(ruleInput, item)));
  }

  private static Optional<Standing> awareness(RuleInput ruleInput) {
    return ruleInput.summary().journey().stream()
        .findFirst()
        .flatMap(item -> standing(LifecycleStage.AWARENESS, "stage.step", label(ruleInput, item)));
  }

  private static int orders(RuleInput ruleInput) {
    return ruleInput.summary().value().map(v -> v.orders()).orElse(0);
  }

  private static Optional<Journey.Item> touchpoint(RuleInput ruleInput, Pattern names) {
    return ruleInput.summary().journey().stream()
        .filter(item -> item.kind().equals("touchpoint"))
        .filter(item -> names.matcher(ruleInput.catalogue().keyOf(item.name())).matches())
        .findFirst();
  }

  private static Object label(RuleInput ruleInput, Journey.Item item) {
    return ruleInput.catalogue().names(item.name());
  }

  private static Optional<Standing> standing(
      LifecycleStage lifecycleStage, String key, Object... facts) {
    return Optional.of(new Standing(lifecycleStage, Sentence.of(key, facts)));
  }
}
