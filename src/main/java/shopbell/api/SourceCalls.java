package shopbell.api;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.UUID;
import shopbell.json.JsonFields;
import shopbell.security.Caller;

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

  /** Who sees it plain has looked, and so has who asks about a customer: what is asked may depend on what is known. */
  private void tried(RoutingContext ctx) {
    JsonFields body = Body.of(ctx);
    Optional<UUID> customer =
        body.has("customer") ? Optional.of(body.uuid("customer")) : Optional.empty();
    boolean plain = body.flag("plain");
    String name = Answers.name(ctx);
    systems.tried(name, customer, plain).onFailure(ctx::fail).onSuccess(tried -> {
      if (plain || customer.isPresent()) {
        looks.sawPayload(ctx, customer, "source " + name + (plain ? "" : ", masked"));
      }
      Answers.json(ctx, 200, tried);
    });
  }
}
