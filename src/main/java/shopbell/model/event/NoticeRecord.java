package shopbell.model.event;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import shopbell.model.Severity;

/**
 * A notice for every agent concerned, such as an outage; {@code cleared} removes it.
 *
 * @param appliesTo empty for all agents; else for example {@code queue=support}
 */
public record NoticeRecord(
    String key,
    Instant at,
    String id,
    boolean cleared,
    Severity severity,
    String text,
    Map<String, String> appliesTo)
    implements Inbound {
  public NoticeRecord {
    Objects.requireNonNull(at);
    Objects.requireNonNull(severity);
    appliesTo = Map.copyOf(appliesTo);
  }
}
