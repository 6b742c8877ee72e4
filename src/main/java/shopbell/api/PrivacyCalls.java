package shopbell.api;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import shopbell.security.Caller;
import shopbell.security.Glance;
import shopbell.security.Witness;

/** Export for supervisors; erasing and making nameless for administrators; each is itself a look that is kept. */
public final class PrivacyCalls {
  private final Privacy privacy;
  private final Corridor corridor;
  private final Witness witness;
  private final InstantSource clock;

  public PrivacyCalls(Privacy privacy, Corridor corridor, Witness witness, InstantSource clock) {
    this.privacy = privacy;
    this.corridor = corridor;
    this.witness = witness;
    this.clock = clock;
  }

  /** Behind the gate. */
  public void mount(Router api) {
    api.get("/customers/:id/export").handler(this::export);
    api.delete("/customers/:id").handler(ctx -> forget(ctx, Privacy.Way.ERASE));
    api.post("/customers/:id/anonymise").handler(ctx -> forget(ctx, Privacy.Way.ANONYMISE));
  }

  /** A batch of CloudEvents, one a line: a door takes it, {@code import events} restores it whole. */
  private void export(RoutingContext ctx) {
    Caller.of(ctx).mustSupervise();
    UUID id = Asked.id(ctx);
    privacy.export(id).onFailure(ctx::fail).onSuccess(events -> {
      saw(ctx, Glance.Why.EXPORTED, id);
      ctx.response()
          .putHeader("Content-Type", "application/cloudevents-batch+json")
          .putHeader("Content-Disposition", "attachment; filename=\"" + id + ".json\"")
          .putHeader("Cache-Control", "no-store")
          .end(Buffer.buffer(Privacy.batch(events)));
    });
  }

  private void forget(RoutingContext ctx, Privacy.Way way) {
    Caller.of(ctx).mustAdminister();
    UUID id = Asked.id(ctx);
    privacy
        .forget(id, way, Caller.of(ctx).actor(), clock.instant())
        .onFailure(ctx::fail)
        .onSuccess(forgotten -> {
          saw(ctx, Glance.Why.ERASED, id);
          forgotten.open().forEach(corridor::changed);
          corridor.customerChanged(id);
          Answers.json(ctx, 200, told(forgotten));
        });
  }

  private static Map<String, Object> told(Privacy.Forgotten forgotten) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("what", forgotten.what());
    told.put("at", forgotten.at());
    told.put("done", forgotten.done());
    told.put("sources", forgotten.sources());
    told.put("customer", forgotten.customer());
    return told;
  }

  private void saw(RoutingContext ctx, Glance.Why why, UUID customer) {
    witness.saw(new Glance(
        clock.instant(), Caller.of(ctx).actor(), why, Optional.of(customer), Optional.empty()));
  }
}
