package shopbell.api;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.UUID;
import shopbell.security.Caller;
import shopbell.security.Glance;
import shopbell.wire.Fields;

/** For administrators: how the systems that are asked about customers fare. */
public final class SourceCalls {
  private final Systems systems;
  private final LookLog looks;

  public SourceCalls(Systems systems, LookLog looks) {
    this.systems = systems;
    this.looks = looks;
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

  /** Whoever sees it plain has looked. */
  private void tried(RoutingContext ctx) {
    Fields body = Body.of(ctx);
    Optional<UUID> customer =
        body.has("customer") ? Optional.of(body.uuid("customer")) : Optional.empty();
    boolean plain = body.flag("plain");
    systems.tried(Answers.name(ctx), customer, plain).onFailure(ctx::fail).onSuccess(tried -> {
      if (plain) {
        looks.saw(ctx, Glance.Why.PAYLOAD, customer);
      }
      Answers.json(ctx, 200, tried);
    });
  }
}
