package shopbell.insight;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import shopbell.model.Interaction;
import shopbell.model.Summary;
import shopbell.words.Words;

/** What a rule sees: everything known of one customer, the contact that goes on, the language and the time. */
public record Look(
    Summary summary, Optional<Interaction> interaction, Trail trail, Tongue tongue, Instant now) {
  /** The words of the configured language, and those for what systems call steps. */
  public record Tongue(Words words, Catalogue catalogue) {}

  static Look at(Summary summary, Optional<Interaction> interaction, Tongue tongue, Instant now) {
    Trail trail = Trail.of(summary, interaction, tongue.catalogue(), now);
    return new Look(summary, interaction, trail, tongue, now);
  }

  Words words() {
    return tongue.words();
  }

  Catalogue catalogue() {
    return tongue.catalogue();
  }

  /** Whether {@code at} is past, and not longer ago than {@code span}. */
  boolean within(Duration span, Instant at) {
    return !at.isAfter(now) && at.isAfter(now.minus(span));
  }

  Duration since(Instant at) {
    return Duration.between(at, now);
  }
}
