package shopbell.insight;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import shopbell.model.Action;
import shopbell.model.Reason;
import shopbell.model.Satisfaction.Answer;
import shopbell.model.Sentence;
import shopbell.model.Stage;

/** What to do next: one step for each reason, and never to sell to somebody we owe something. */
public final class NextSteps {
  private static final int MOST = 3;
  private static final int UNHAPPY_NPS = 6;
  private static final Duration FORGIVEN = Duration.ofDays(90);

  /** What forbids an offer; the first that holds is said. */
  private static final List<Function<Look, Optional<Sentence>>> VETOES = List.of(
      look -> OwedClues.ticketCritical(look).map(clue -> veto("ticket", clue)),
      look -> OwedClues.promiseBroken(look).map(clue -> veto("promise", clue)),
      look ->
          unhappy(look).map(answer -> Sentence.of("veto.unhappy", kind(answer), answer.score())));

  private NextSteps() {}

  /** In the order of the reasons, at most three; an offer that must not be made stands behind them with its veto. */
  static List<Action> of(Look look, List<Reason> reasons, Optional<Stages.Standing> standing) {
    List<Action> steps = new ArrayList<>();
    for (Reason reason : reasons) {
      steps.add(action(look, reason.kind(), reason.said().get(0), false));
    }
    unhappy(look)
        .map(answer -> Sentence.of("why.unhappy", kind(answer), answer.score()))
        .ifPresent(why -> steps.add(action(look, "unhappy", why, false)));
    Optional<Sentence> veto =
        VETOES.stream().flatMap(forbids -> forbids.apply(look).stream()).findFirst();
    if (veto.isEmpty()) {
      standing.flatMap(s -> selling(look, s)).ifPresent(steps::add);
    }
    Stream<Action> forbidden = veto.stream().map(why -> action(look, "offer", why, true));
    return Stream.concat(steps.stream().limit(MOST), forbidden).toList();
  }

  /** A fan may be asked for a reference; somebody who has bought before may be offered more. */
  private static Optional<Action> selling(Look look, Stages.Standing standing) {
    if (standing.stage().compareTo(Stage.PURCHASE) < 0) {
      return Optional.empty();
    }
    String kind = standing.stage() == Stage.ADVOCACY ? "reference" : "offer";
    return Optional.of(action(look, kind, standing.because(), false));
  }

  private static Action action(Look look, String kind, Sentence why, boolean forbidden) {
    Sentence step = Sentence.of("do." + kind);
    String said = look.words().say(why);
    return new Action(
        kind,
        look.words().say(step),
        forbidden ? "" : said,
        forbidden ? Optional.of(said) : Optional.empty(),
        List.of(step, why));
  }

  private static Sentence veto(String what, Clue clue) {
    return new Sentence("veto." + what, clue.facts());
  }

  /** The last answer, when it was a bad one and not long ago. */
  static Optional<Answer> unhappy(Look look) {
    return look.summary().feedback().stream()
        .findFirst()
        .filter(answer -> unhappy(answer) && look.within(FORGIVEN, answer.at()));
  }

  private static String kind(Answer answer) {
    return answer.kind().toString().toUpperCase(Locale.ROOT);
  }

  private static boolean unhappy(Answer answer) {
    return switch (answer.kind()) {
      case NPS -> answer.score() <= UNHAPPY_NPS;
      case CSAT, CES -> answer.score() <= 2;
    };
  }
}
