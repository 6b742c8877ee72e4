package shopbell.api;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import shopbell.model.Rejected;
import shopbell.security.Caller;
import shopbell.wire.Fields;

/** Who looked at whom and why, for supervisors. */
public final class LookCalls {
  private static final int LONGEST = 100;

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
            parameter(ctx, "customer").map(text -> Fields.uuid("/customer", text)),
            parameter(ctx, "agent"),
            parameter(ctx, "before"))
        .onFailure(ctx::fail)
        .onSuccess(page -> Answers.json(ctx, 200, page));
  }

  private static Optional<String> parameter(RoutingContext ctx, String name) {
    List<String> values = ctx.queryParam(name);
    if (values.size() > 1 || (values.size() == 1 && values.get(0).length() > LONGEST)) {
      throw Rejected.field("/" + name, "is given once, with at most " + LONGEST + " characters");
    }
    return values.stream().map(String::strip).filter(text -> !text.isEmpty()).findFirst();
  }
}
