package shopbell.security;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Selects entries of the audit log; an empty value does not restrict.
 *
 * @param actor the whole name
 * @param subject the whole name of a user, key or file, or a customer's uuid
 * @param from the first instant
 * @param to the first instant after the last
 */
public record AuditFilter(
    Optional<String> actor,
    Optional<AuditEntry.AuditKind> kind,
    Optional<String> subject,
    Optional<Instant> from,
    Optional<Instant> to) {
  /** The non-empty criteria by name, as the audit log stores them for an export. */
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
