package shopbell.insight;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import shopbell.model.customer.Satisfaction;
import shopbell.model.customer.Satisfaction.SurveyAnswer;
import shopbell.model.customer.Trend;

/** The customer's satisfaction, and its trend. */
public final class SatisfactionTrend {
  private static final double STEADY = 0.1;
  private static final int UNHAPPY_NPS = 6;
  private static final Duration FORGIVEN = Duration.ofDays(90);

  private SatisfactionTrend() {}

  /**
   * {@code answers} newest first; the trend compares the last with the mean of the earlier ones, each relative to its
   * own scale.
   */
  public static Satisfaction of(List<SurveyAnswer> answers) {
    if (answers.size() < 2) {
      return new Satisfaction(answers.stream().findFirst(), Optional.empty());
    }
    double before =
        answers.stream().skip(1).mapToDouble(SatisfactionTrend::share).average().orElseThrow();
    double change = share(answers.get(0)) - before;
    Trend trend = Math.abs(change) < STEADY ? Trend.FLAT : change > 0 ? Trend.UP : Trend.DOWN;
    return new Satisfaction(Optional.of(answers.get(0)), Optional.of(trend));
  }

  /** 0 is the worst answer, 1 the best. */
  private static double share(SurveyAnswer surveyAnswer) {
    return switch (surveyAnswer.kind()) {
      case NPS -> surveyAnswer.score() / 10.0;
      case CSAT -> (surveyAnswer.score() - 1) / 4.0;
      case CES -> (surveyAnswer.score() - 1) / 6.0;
    };
  }

  /** The last answer, when it was a bad one and recent. */
  public static Optional<SurveyAnswer> unhappy(RuleInput ruleInput) {
    return ruleInput.summary().feedback().stream()
        .findFirst()
        .filter(
            surveyAnswer -> unhappy(surveyAnswer) && ruleInput.within(FORGIVEN, surveyAnswer.at()));
  }

  private static boolean unhappy(SurveyAnswer surveyAnswer) {
    return switch (surveyAnswer.kind()) {
      case NPS -> surveyAnswer.score() <= UNHAPPY_NPS;
      case CSAT, CES -> surveyAnswer.score() <= 2;
    };
  }
}
