package shopbell.api.admin;

import io.vertx.core.Handler;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.Optional;
import shopbell.api.AuditRecorder;
import shopbell.http.JsonResponses;
import shopbell.http.RequestBody;
import shopbell.json.JsonFields;
import shopbell.model.Page;
import shopbell.model.Rejected;
import shopbell.security.ApiKeyScope;
import shopbell.security.ApiKeys;
import shopbell.security.AuditEntry;
import shopbell.security.Principal;
import shopbell.security.Tokens;

/** Calls to manage API keys; for administrators. */
public final class ApiKeyApi {
  private final ApiKeys apiKeys;
  private final AuditRecorder audit;

  public ApiKeyApi(ApiKeys apiKeys, AuditRecorder audit) {
    this.apiKeys = apiKeys;
    this.audit = audit;
  }

  /** Requires authentication. */
  public void mount(Router api) {
    Handler<RoutingContext> confirmed = Principal.onlyConfirmed(audit.clock());
    api.route("/keys*").handler(Principal::onlyAdministrators);
    api.get("/keys").handler(this::list);
    api.post("/keys").handler(confirmed).handler(this::put);
    api.delete("/keys/:name").handler(confirmed).handler(this::remove);
  }

  private void list(RoutingContext ctx) {
    apiKeys
        .all()
        .onFailure(ctx::fail)
        .onSuccess(all -> JsonResponses.json(ctx, 200, new Page<>(all, Optional.empty())));
  }

  private void put(RoutingContext ctx) {
    JsonFields body = RequestBody.of(ctx);
    ApiKeyScope apiKeyScope = body.word("scope", ApiKeyScope.class)
        .orElseThrow(() -> Rejected.field("/scope", "is in, journey, read or admin"));
    String secret = Tokens.fresh();
    ApiKeys.ApiKey key =
        new ApiKeys.ApiKey(body.text("name", 100), apiKeyScope, audit.clock().instant());
    apiKeys
        .put(key, Tokens.hash(secret))
        .compose(put -> audit.did(
            ctx, AuditEntry.AuditKind.KEY_MADE, key.name(), Optional.empty(), Optional.of(key)))
        .onFailure(ctx::fail)
        .onSuccess(
            done -> JsonResponses.json(ctx, 201, Map.of("name", key.name(), "secret", secret)));
  }

  private void remove(RoutingContext ctx) {
    String name = JsonResponses.name(ctx);
    apiKeys
        .remove(name)
        .compose(was -> {
          if (!was) {
            throw new Rejected(Rejected.Reason.NOT_FOUND, "There is no key of that name.");
          }
          return audit.did(ctx, AuditEntry.AuditKind.KEY_REMOVED, name);
        })
        .onFailure(ctx::fail)
        .onSuccess(done -> JsonResponses.nothing(ctx));
  }
}
