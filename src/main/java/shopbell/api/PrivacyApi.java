package shopbell.api;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import shopbell.customer.PrivacyRequests;
import shopbell.http.JsonResponses;
import shopbell.http.RequestParameters;
import shopbell.interaction.AgentActions;
import shopbell.security.AccessEntry;
import shopbell.security.AuditEntry;
import shopbell.security.Principal;

/** Export for supervisors; erasing and anonymising for administrators; each is logged as an access. */
public final class PrivacyApi {
  private final PrivacyRequests privacyRequests;
  private final AgentActions agentActions;
  private final AccessLogger looks;
  private final AuditRecorder audit;

  public PrivacyApi(
      PrivacyRequests privacyRequests,
      AgentActions agentActions,
      AccessLogger looks,
      AuditRecorder audit) {
    this.privacyRequests = privacyRequests;
    this.agentActions = agentActions;
    this.looks = looks;
    this.audit = audit;
  }

  /** Requires authentication. */
  public void mount(Router api) {
    api.get("/customers/:id/export").handler(this::export);
    api.delete("/customers/:id").handler(ctx -> forget(ctx, PrivacyRequests.Way.ERASE));
    api.post("/customers/:id/anonymise").handler(ctx -> forget(ctx, PrivacyRequests.Way.ANONYMISE));
  }

  /** A batch of CloudEvents, one a line: a door accepts it, and {@code import events} restores it whole. */
  private void export(RoutingContext ctx) {
    Principal.of(ctx).mustSupervise();
    Principal.of(ctx).mustBeConfirmed(audit.clock().instant());
    UUID id = RequestParameters.id(ctx);
    CloudEventBatch batch = new CloudEventBatch();
    HttpServerResponse response = ctx.response();
    audit
        .did(ctx, AuditEntry.AuditKind.CUSTOMER_EXPORTED, id.toString())
        .compose(kept -> privacyRequests.export(id, events -> {
          if (!response.headWritten()) {
            begin(ctx, id);
          }
          return response.write(batch.part(events));
        }))
        .onSuccess(done -> response.end(batch.end()))
        .onFailure(failure -> {
          if (response.headWritten()) {
            // the caller must not take a part for the whole
            ctx.request().connection().close();
          } else {
            ctx.fail(failure);
          }
        });
  }

  private void begin(RoutingContext ctx, UUID id) {
    looks.saw(ctx, AccessEntry.Why.EXPORTED, Optional.of(id));
    ctx.response()
        .setChunked(true)
        .putHeader("Content-Type", "application/cloudevents-batch+json")
        .putHeader("Content-Disposition", "attachment; filename=\"" + id + ".json\"")
        .putHeader("Cache-Control", "no-store");
  }

  private void forget(RoutingContext ctx, PrivacyRequests.Way way) {
    Principal.of(ctx).mustAdminister();
    Principal.of(ctx).mustBeConfirmed(audit.clock().instant());
    UUID id = RequestParameters.id(ctx);
    privacyRequests
        .forget(id, way, Principal.of(ctx).actor(), audit.clock().instant())
        .compose(forgotten -> audit.did(ctx, kind(way), id.toString()).map(forgotten))
        .onFailure(ctx::fail)
        .onSuccess(forgotten -> {
          looks.saw(ctx, AccessEntry.Why.ERASED, Optional.of(id));
          forgotten.open().forEach(agentActions::changed);
          agentActions.customerChanged(id);
          JsonResponses.json(ctx, 200, told(forgotten));
        });
  }

  private static AuditEntry.AuditKind kind(PrivacyRequests.Way way) {
    return way == PrivacyRequests.Way.ERASE
        ? AuditEntry.AuditKind.CUSTOMER_ERASED
        : AuditEntry.AuditKind.CUSTOMER_ANONYMISED;
  }

  private static Map<String, Object> told(PrivacyRequests.Forgotten forgotten) {
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
