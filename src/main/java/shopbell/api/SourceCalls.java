package shopbell.api;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import shopbell.security.Caller;
import shopbell.security.Glance;
import shopbell.security.Witness;
import shopbell.wire.Fields;

/** For administrators: how the systems that are asked about customers fare. */
public final class SourceCalls {
  private final Systems systems;
  private final Witness witness;
  private final InstantSource clock;

  public SourceCalls(Systems systems, Witness witness, InstantSource clock) {
    this.systems = systems;
    this.witness = witness;
    this.clock = clock;
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
        witness.saw(new Glance(
            clock.instant(),
            Caller.of(ctx).actor(),
            Glance.Why.PAYLOAD,
            customer,
            Optional.empty()));
      }
      Answers.json(ctx, 200, tried);
    });
  }
}
