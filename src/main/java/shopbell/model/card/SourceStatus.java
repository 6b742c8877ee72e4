package shopbell.model.card;

import java.time.Instant;
import java.util.Optional;
import shopbell.model.Sentence;

/**
 * The progress of one source of a card, the age of its data, and how long it took in milliseconds; {@code said} is the
 * reason without a language.
 */
public record SourceStatus(
    String name,
    SourceState state,
    Optional<Instant> asOf,
    Optional<Long> tookMs,
    Optional<String> reason,
    Optional<Sentence> said) {
  public SourceStatus {
    said = said == null ? Optional.empty() : said;
  }

  /** One with a reason in words only. */
  public SourceStatus(
      String name,
      SourceState state,
      Optional<Instant> asOf,
      Optional<Long> tookMs,
      Optional<String> reason) {
    this(name, state, asOf, tookMs, reason, Optional.empty());
  }
}
