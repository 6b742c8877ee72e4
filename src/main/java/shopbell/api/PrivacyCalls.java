package shopbell.api;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import shopbell.security.AuditEntry;
import shopbell.security.Caller;
import shopbell.security.Glance;

/** Export for supervisors; erasing and making nameless for administrators; each is itself a look that is kept. */
public final class PrivacyCalls {
  private final Privacy privacy;
  private final Corridor corridor;
  private final LookLog looks;
  private final AuditTrail audit;

  public PrivacyCalls(Privacy privacy, Corridor corridor, LookLog looks, AuditTrail audit) {
    this.privacy = privacy;
    this.corridor = corridor;
    this.looks = looks;
    this.audit = audit;
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
    Caller.of(ctx).mustBeConfirmed(audit.clock().instant());
    UUID id = Asked.id(ctx);
    EventBatch batch = new EventBatch();
    HttpServerResponse response = ctx.response();
    audit
        .did(ctx, AuditEntry.Kind.CUSTOMER_EXPORTED, id.toString())
        .compose(kept -> privacy.export(id, events -> {
          if (!response.headWritten()) {
            begin(ctx, id);
          }
          return response.write(batch.part(events));
        }))
        .onSuccess(done -> response.end(batch.end()))
        .onFailure(failure -> {
          if (response.headWritten()) {
            // whoever asked must not take a part for the whole
            ctx.request().connection().close();
          } else {
            ctx.fail(failure);
          }
        });
  }

  private void begin(RoutingContext ctx, UUID id) {
    looks.saw(ctx, Glance.Why.EXPORTED, Optional.of(id));
    ctx.response()
        .setChunked(true)
        .putHeader("Content-Type", "application/cloudevents-batch+json")
        .putHeader("Content-Disposition", "attachment; filename=\"" + id + ".json\"")
        .putHeader("Cache-Control", "no-store");
  }

  private void forget(RoutingContext ctx, Privacy.Way way) {
    Caller.of(ctx).mustAdminister();
    Caller.of(ctx).mustBeConfirmed(audit.clock().instant());
    UUID id = Asked.id(ctx);
    privacy
        .forget(id, way, Caller.of(ctx).actor(), audit.clock().instant())
        .compose(forgotten -> audit.did(ctx, kind(way), id.toString()).map(forgotten))
        .onFailure(ctx::fail)
        .onSuccess(forgotten -> {
          looks.saw(ctx, Glance.Why.ERASED, Optional.of(id));
          forgotten.open().forEach(corridor::changed);
          corridor.customerChanged(id);
          Answers.json(ctx, 200, told(forgotten));
        });
  }

  private static AuditEntry.Kind kind(Privacy.Way way) {
    return way == Privacy.Way.ERASE
        ? AuditEntry.Kind.CUSTOMER_ERASED
        : AuditEntry.Kind.CUSTOMER_ANONYMISED;
  }

  private static Map<String, Object> told(Privacy.Forgotten forgotten) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("what", forgotten.what());
    told.put("at", forgotten.at());
    told.put("done", forgotten.done());
    told.put("sources", forgotten.sources());
    told.put("customer", forgotten.customer());
    told.put("files", forgotten.files());
    return told;
  }
}
