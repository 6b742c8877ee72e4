package shopbell.model.event;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import shopbell.model.Severity;

/**
 * Something every agent concerned should know, such as an outage; {@code cleared} takes it away.
 *
 * @param appliesTo empty for everybody; else for example {@code queue=support}
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
