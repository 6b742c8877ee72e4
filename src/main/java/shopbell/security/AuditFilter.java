package shopbell.security;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which entries of the audit are meant; what is empty leaves out none.
 *
 * @param actor the whole name
 * @param subject the whole name of a user, key or file, or a customer's uuid
 * @param from the first instant
 * @param to the first instant after the last
 */
public record AuditFilter(
    Optional<String> actor,
    Optional<AuditEntry.Kind> kind,
    Optional<String> subject,
    Optional<Instant> from,
    Optional<Instant> to) {
  /** What is asked for, by name, as the audit keeps it of an export; without what is empty. */
  public Map<String, Object> named() {
    Map<String, Object> named = new LinkedHashMap<>();
    actor.ifPresent(value -> named.put("actor", value));
    kind.ifPresent(value -> named.put("kind", value));
    subject.ifPresent(value -> named.put("subject", value));
    from.ifPresent(value -> named.put("from", value));
    to.ifPresent(value -> named.put("to", value));
    return named;
  }
}
