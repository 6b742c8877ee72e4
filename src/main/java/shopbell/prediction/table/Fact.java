package shopbell.prediction.table;

import java.time.Instant;
import java.util.Objects;

/**
 * A value that a model may learn from, and since when the shop has known it.
 *
 * @param value as text; empty if missing
 * @param knownSince when it was recorded, not when it happened
 */
public record Fact(String value, Instant knownSince) {
  public Fact {
    Objects.requireNonNull(value);
    Objects.requireNonNull(knownSince);
  }
}
