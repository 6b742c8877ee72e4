package shopbell.security;

import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import shopbell.http.RequestParameters;
import shopbell.json.JsonFields;
import shopbell.model.ContractWord;
import shopbell.model.Rejected;

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
  /** As the address of a call says it; SENSELESS by name for what cannot be meant. */
  public static AuditFilter of(RoutingContext ctx) {
    return new AuditFilter(
        RequestParameters.parameter(ctx, "actor"),
        RequestParameters.parameter(ctx, "kind").map(AuditFilter::kind),
        RequestParameters.parameter(ctx, "subject"),
        RequestParameters.parameter(ctx, "from").map(text -> JsonFields.instantAt("/from", text)),
        RequestParameters.parameter(ctx, "to").map(text -> JsonFields.instantAt("/to", text)));
  }

  private static AuditEntry.Kind kind(String word) {
    try {
      return ContractWord.of(AuditEntry.Kind.class, word);
    } catch (Rejected unknown) {
      throw Rejected.field("/kind", unknown.getMessage());
    }
  }

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
