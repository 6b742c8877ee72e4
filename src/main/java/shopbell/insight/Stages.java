package shopbell.insight;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import shopbell.model.FeedbackKind;
import shopbell.model.Journey;
import shopbell.model.Sentence;
import shopbell.model.Stage;

/** Where the relationship stands; the farthest stage whose rule holds. The rules stand in docs/journey.md. */
public final class Stages {
  static final int LOYAL_ORDERS = 3;
  private static final int PROMOTER = 9;
  private static final Pattern RECOMMENDS =
      Pattern.compile("(referral|recommendation|review)(\\..*)?");
  private static final Pattern WANTS =
      Pattern.compile("(cart|checkout|wishlist|quote|offer)(\\..*)?");
  private static final Pattern LOOKS =
      Pattern.compile("(product|products|search|newsletter|help|store)(\\..*)?");

  private static final List<Function<Look, Optional<Standing>>> RULES = List.of(
      Stages::advocacy,
      Stages::loyalty,
      Stages::purchase,
      Stages::preference,
      Stages::interest,
      Stages::awareness);

  /** A stage, and what it rests on. */
  record Standing(Stage stage, Sentence because) {}

  private Stages() {}

  /** Empty when nothing at all is known. */
  static Optional<Standing> of(Look look) {
    return RULES.stream().flatMap(rule -> rule.apply(look).stream()).findFirst();
  }

  private static Optional<Standing> advocacy(Look look) {
    Optional<Integer> score = look.summary().feedback().stream()
        .findFirst()
        .filter(a -> a.kind() == FeedbackKind.NPS && a.score() >= PROMOTER)
        .map(a -> a.score());
    if (orders(look) >= LOYAL_ORDERS && score.isPresent()) {
      return standing(Stage.ADVOCACY, "stage.promotes", orders(look), score.get());
    }
    return touchpoint(look, RECOMMENDS)
        .filter(item -> orders(look) > 0)
        .flatMap(item -> standing(Stage.ADVOCACY, "stage.step", label(look, item)));
  }

  private static Optional<Standing> loyalty(Look look) {
    return orders(look) < LOYAL_ORDERS
        ? Optional.empty()
        : standing(Stage.LOYALTY, "stage.orders", orders(look));
  }

  private static Optional<Standing> purchase(Look look) {
    return orders(look) < 1
        ? Optional.empty()
        : standing(Stage.PURCHASE, "stage.orders", orders(look));
  }

  private static Optional<Standing> preference(Look look) {
    return touchpoint(look, WANTS)
        .flatMap(item -> standing(Stage.PREFERENCE, "stage.step", label(look, item)));
  }

  private static Optional<Standing> interest(Look look) {
    long visits =
        Sessions.visits(look.summary().journey()).values().stream().distinct().count();
    if (visits > 1) {
      return standing(Stage.INTEREST, "stage.visits", visits);
    }
    return touchpoint(look, LOOKS)
        .flatMap(item -> standing(Stage.INTEREST, "stage.step", label(look, item)));
  }

  private static Optional<Standing> awareness(Look look) {
    return look.summary().journey().stream()
        .findFirst()
        .flatMap(item -> standing(Stage.AWARENESS, "stage.step", label(look, item)));
  }

  private static int orders(Look look) {
    return look.summary().value().map(v -> v.orders()).orElse(0);
  }

  private static Optional<Journey.Item> touchpoint(Look look, Pattern names) {
    return look.summary().journey().stream()
        .filter(item -> item.kind().equals("touchpoint"))
        .filter(item -> names.matcher(look.catalogue().keyOf(item.name())).matches())
        .findFirst();
  }

  private static Object label(Look look, Journey.Item item) {
    return look.catalogue().names(item.name());
  }

  private static Optional<Standing> standing(Stage stage, String key, Object... facts) {
    return Optional.of(new Standing(stage, Sentence.of(key, facts)));
  }
}
