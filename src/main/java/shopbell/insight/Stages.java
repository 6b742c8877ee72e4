package shopbell.insight;

import java.util.Optional;
import shopbell.model.FeedbackKind;
import shopbell.model.Stage;
import shopbell.model.Summary;

/** Where the relationship stands, by what was bought and what was said. */
public final class Stages {
  private static final int LOYAL_ORDERS = 3;
  private static final int PROMOTER = 9;

  private Stages() {}

  /** Empty when nothing at all is known. */
  public static Optional<Stage> of(Summary summary) {
    int orders = summary.value().map(v -> v.orders()).orElse(0);
    boolean promotes = summary.feedback().stream()
        .findFirst()
        .filter(a -> a.kind() == FeedbackKind.NPS && a.score() >= PROMOTER)
        .isPresent();
    if (orders >= LOYAL_ORDERS) {
      return Optional.of(promotes ? Stage.ADVOCACY : Stage.LOYALTY);
    }
    if (orders > 0) {
      return Optional.of(Stage.PURCHASE);
    }
    if (summary.journey().isEmpty()) {
      return Optional.empty();
    }
    boolean wants = summary.journey().stream().anyMatch(item -> item.name().startsWith("checkout"));
    return Optional.of(wants ? Stage.PREFERENCE : Stage.INTEREST);
  }
}
