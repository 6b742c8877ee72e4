package shopbell.model.card;

import java.time.Instant;
import java.util.List;
import shopbell.model.Sentence;

/** The changes since the last contact; {@code at} is its time. */
public record SinceLastContact(Instant at, List<String> changes, List<Sentence> said) {
  public SinceLastContact {
    changes = List.copyOf(changes);
    said = said == null ? List.of() : List.copyOf(said);
  }
}
