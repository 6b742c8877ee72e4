package shopbell.api;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import shopbell.security.Caller;

/** What was done here, for administrators to read and to keep elsewhere. */
public final class AuditCalls {
  private final Audit audit;

  public AuditCalls(Audit audit) {
    this.audit = audit;
  }

  /** Behind the gate. */
  public void mount(Router api) {
    api.get("/audit").handler(this::list);
  }

  private void list(RoutingContext ctx) {
    Caller.of(ctx).mustAdminister();
    audit
        .page(Asked.parameter(ctx, "subject"), Asked.parameter(ctx, "before"))
        .onFailure(ctx::fail)
        .onSuccess(page -> Answers.json(ctx, 200, page));
  }
}
