package shopbell.api.admin;

import io.vertx.core.Future;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import shopbell.api.AuditRecorder;
import shopbell.http.JsonResponses;
import shopbell.http.RequestParameters;
import shopbell.security.AuditEntry;
import shopbell.security.AuditFilter;
import shopbell.security.Principal;

/** Calls to read and export the audit log, for administrators; an export is itself an entry. */
public final class AuditApi {
  private final AuditRecorder trail;

  public AuditApi(AuditRecorder trail) {
    this.trail = trail;
  }

  /** Requires authentication. */
  public void mount(Router api) {
    api.get("/audit").handler(this::list);
    api.get("/audit/export").handler(this::export);
  }

  private void list(RoutingContext ctx) {
    Principal.of(ctx).mustAdminister();
    trail
        .audit()
        .page(AuditQuery.of(ctx), RequestParameters.parameter(ctx, "before"))
        .onFailure(ctx::fail)
        .onSuccess(page -> JsonResponses.json(ctx, 200, page));
  }

  /** Newest first; the entry about the export comes first. */
  private void export(RoutingContext ctx) {
    Principal.of(ctx).mustAdminister();
    Principal.of(ctx).mustBeConfirmed(trail.clock().instant());
    AuditFilter filter = AuditQuery.of(ctx);
    HttpServerResponse response = ctx.response();
    trail
        .did(
            ctx,
            AuditEntry.AuditKind.AUDIT_EXPORTED,
            "audit",
            Optional.empty(),
            Optional.of(filter.named()))
        .compose(kept -> trail.audit().export(filter, entries -> part(response, entries)))
        .onSuccess(done -> response.end())
        .onFailure(failure -> {
          if (response.headWritten()) {
            // the caller must not take a part for the whole
            ctx.request().connection().close();
          } else {
            ctx.fail(failure);
          }
        });
  }

  private static Future<Void> part(HttpServerResponse response, List<AuditEntry> entries) {
    String rows = AuditCsv.rows(entries);
    if (response.headWritten()) {
      return response.write(rows);
    }
    response
        .setChunked(true)
        .putHeader("Content-Type", "text/csv; charset=utf-8; header=present")
        .putHeader("Content-Disposition", "attachment; filename=\"audit.csv\"")
        .putHeader("Cache-Control", "no-store");
    return response.write(AuditCsv.head() + rows);
  }
}
