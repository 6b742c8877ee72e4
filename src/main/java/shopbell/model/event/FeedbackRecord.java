package shopbell.model.event;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import shopbell.model.CustomerRef;
import shopbell.model.ExternalId;
import shopbell.model.FeedbackKind;
import shopbell.model.Rejected;

/** A customer's answer to a survey. */
public record FeedbackRecord(
    String key,
    Instant at,
    ExternalId id,
    CustomerRef customer,
    FeedbackKind kind,
    int score,
    Optional<String> comment,
    Optional<String> interaction)
    implements CustomerFact {
  public FeedbackRecord {
    Objects.requireNonNull(at);
    boolean fits = switch (kind) {
      case NPS -> score >= 0 && score <= 10;
      case CSAT -> score >= 1 && score <= 5;
      case CES -> score >= 1 && score <= 7;
    };
    if (!fits) {
      throw Rejected.field("/score", "nps is 0 to 10, csat 1 to 5, ces 1 to 7");
    }
  }

  @Override
  public FeedbackRecord about(CustomerRef who) {
    return new FeedbackRecord(key, at, id, who, kind, score, comment, interaction);
  }
}
