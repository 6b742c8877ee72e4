package shopbell.api.admin;

import io.vertx.ext.web.RoutingContext;
import shopbell.http.RequestParameters;
import shopbell.json.JsonFields;
import shopbell.model.ContractWord;
import shopbell.model.Rejected;
import shopbell.security.AuditEntry;
import shopbell.security.AuditFilter;

/** The query parameters of the audit: {@code actor}, {@code kind}, {@code subject}, {@code from}, {@code to}. */
final class AuditQuery {
  private AuditQuery() {}

  /** Parses the parameters; throws SENSELESS with the parameter's name for a value that is no kind or instant. */
  static AuditFilter of(RoutingContext ctx) {
    return new AuditFilter(
        RequestParameters.parameter(ctx, "actor"),
        RequestParameters.parameter(ctx, "kind").map(AuditQuery::kind),
        RequestParameters.parameter(ctx, "subject"),
        RequestParameters.parameter(ctx, "from").map(text -> JsonFields.instantAt("/from", text)),
        RequestParameters.parameter(ctx, "to").map(text -> JsonFields.instantAt("/to", text)));
  }

  private static AuditEntry.AuditKind kind(String word) {
    try {
      return ContractWord.of(AuditEntry.AuditKind.class, word);
    } catch (Rejected unknown) {
      throw Rejected.field("/kind", unknown.getMessage());
    }
  }
}
