package shopbell.insight;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import shopbell.model.Interaction;
import shopbell.model.Summary;
import shopbell.words.Words;

/** What a rule sees: everything known of one customer, the contact that goes on, the language and the time. */
public record Look(
    Summary summary,
    Optional<Interaction> interaction,
    Catalogue catalogue,
    Words words,
    Instant now) {
  /** What the rules of friction see of it. */
  Trail trail() {
    return Trail.of(summary, interaction, catalogue, now);
  }

  /** Whether {@code at} is past, and not longer ago than {@code span}. */
  boolean within(Duration span, Instant at) {
    return !at.isAfter(now) && at.isAfter(now.minus(span));
  }

  Duration since(Instant at) {
    return Duration.between(at, now);
  }
}
