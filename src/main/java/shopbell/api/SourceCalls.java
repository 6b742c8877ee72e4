package shopbell.api;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import shopbell.security.Caller;
import shopbell.wire.Fields;

/** For administrators: how the systems that are asked about customers fare. */
public final class SourceCalls {
  private final Systems systems;

  public SourceCalls(Systems systems) {
    this.systems = systems;
  }

  /** Behind the gate. */
  public void mount(Router api) {
    api.route("/sources*").handler(this::mustAdminister);
    api.get("/sources")
        .handler(ctx -> Answers.json(ctx, 200, new Page<>(systems.all(), Optional.empty())));
    api.post("/sources/:name/try").handler(this::tried);
  }

  private void mustAdminister(RoutingContext ctx) {
    Caller.of(ctx).mustAdminister();
    ctx.next();
  }

  private void tried(RoutingContext ctx) {
    Fields body = Body.of(ctx);
    systems
        .tried(
            Answers.name(ctx),
            body.has("customer") ? Optional.of(body.uuid("customer")) : Optional.empty())
        .onFailure(ctx::fail)
        .onSuccess(tried -> Answers.json(ctx, 200, tried));
  }
}
