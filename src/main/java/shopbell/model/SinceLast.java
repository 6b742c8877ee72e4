package shopbell.model;

import java.time.Instant;
import java.util.List;

/** What has changed since the last contact; {@code at} is when that was. */
public record SinceLast(Instant at, List<String> changes, List<Sentence> said) {
  public SinceLast {
    changes = List.copyOf(changes);
    said = said == null ? List.of() : List.copyOf(said);
  }
}
