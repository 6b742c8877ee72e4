package shopbell.api;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import shopbell.json.JsonFields;
import shopbell.security.Caller;

/** Who looked at whom and why, for supervisors. */
public final class LookCalls {
  private final Looks looks;

  public LookCalls(Looks looks) {
    this.looks = looks;
  }

  /** Behind the gate. */
  public void mount(Router api) {
    api.get("/looks").handler(this::list);
  }

  private void list(RoutingContext ctx) {
    Caller.of(ctx).mustSupervise();
    looks
        .page(
            Asked.parameter(ctx, "customer").map(text -> JsonFields.uuid("/customer", text)),
            Asked.parameter(ctx, "agent"),
            Asked.parameter(ctx, "before"))
        .onFailure(ctx::fail)
        .onSuccess(page -> Answers.json(ctx, 200, page));
  }
}
