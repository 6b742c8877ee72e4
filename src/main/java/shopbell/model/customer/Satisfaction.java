package shopbell.model.customer;

import java.time.Instant;
import java.util.Optional;
import shopbell.model.FeedbackKind;

/** The customer's answers to surveys. */
public record Satisfaction(Optional<SurveyAnswer> last, Optional<Trend> trend) {
  /** One answer. */
  public record SurveyAnswer(FeedbackKind kind, int score, Instant at, Optional<String> comment) {}
}
