package shopbell.api;

import io.vertx.core.Future;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import shopbell.security.AuditEntry;
import shopbell.security.Caller;

/** What was done here, for administrators to read and to keep elsewhere; keeping it elsewhere is itself an entry. */
public final class AuditCalls {
  private final AuditTrail trail;

  public AuditCalls(AuditTrail trail) {
    this.trail = trail;
  }

  /** Behind the gate. */
  public void mount(Router api) {
    api.get("/audit").handler(this::list);
    api.get("/audit/export").handler(this::export);
  }

  private void list(RoutingContext ctx) {
    Caller.of(ctx).mustAdminister();
    trail
        .audit()
        .page(AuditFilter.of(ctx), Asked.parameter(ctx, "before"))
        .onFailure(ctx::fail)
        .onSuccess(page -> Answers.json(ctx, 200, page));
  }

  /** Newest first; the entry about it stands first. */
  private void export(RoutingContext ctx) {
    Caller.of(ctx).mustAdminister();
    Caller.of(ctx).mustBeConfirmed(trail.clock().instant());
    AuditFilter filter = AuditFilter.of(ctx);
    HttpServerResponse response = ctx.response();
    trail
        .did(
            ctx,
            AuditEntry.Kind.AUDIT_EXPORTED,
            "audit",
            Optional.empty(),
            Optional.of(filter.named()))
        .compose(kept -> trail.audit().export(filter, entries -> part(response, entries)))
        .onSuccess(done -> response.end())
        .onFailure(failure -> {
          if (response.headWritten()) {
            // whoever asked must not take a part for the whole
            ctx.request().connection().close();
          } else {
            ctx.fail(failure);
          }
        });
  }

  private static Future<Void> part(HttpServerResponse response, List<AuditEntry> entries) {
    String rows = AuditTable.rows(entries);
    if (response.headWritten()) {
      return response.write(rows);
    }
    response
        .setChunked(true)
        .putHeader("Content-Type", "text/csv; charset=utf-8; header=present")
        .putHeader("Content-Disposition", "attachment; filename=\"audit.csv\"")
        .putHeader("Cache-Control", "no-store");
    return response.write(AuditTable.head() + rows);
  }
}
