package shopbell.insight;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import shopbell.model.Action;
import shopbell.model.Reason;
import shopbell.model.Satisfaction.Answer;

/** What to do next: one step for each reason, and never to sell to somebody who is angry. */
public final class NextSteps {
  private static final int MOST = 3;
  private static final int UNHAPPY_NPS = 6;

  private NextSteps() {}

  /** In the order of the reasons. */
  public static List<Action> of(Look look, List<Reason> reasons) {
    List<Action> steps = new ArrayList<>();
    for (Reason reason : reasons) {
      steps.add(new Action(
          reason.kind(), look.words().say("do." + reason.kind()), reason.text(), Optional.empty()));
    }
    unhappy(look).ifPresent(steps::add);
    return steps.stream().limit(MOST).toList();
  }

  private static Optional<Action> unhappy(Look look) {
    return look.summary().feedback().stream()
        .findFirst()
        .filter(NextSteps::unhappy)
        .map(answer -> new Action(
            "unhappy",
            look.words().say("do.unhappy"),
            look.words()
                .say(
                    "why.unhappy",
                    answer.kind().toString().toUpperCase(Locale.ROOT),
                    answer.score()),
            Optional.empty()));
  }

  private static boolean unhappy(Answer answer) {
    return switch (answer.kind()) {
      case NPS -> answer.score() <= UNHAPPY_NPS;
      case CSAT, CES -> answer.score() <= 2;
    };
  }
}
