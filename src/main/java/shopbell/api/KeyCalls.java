package shopbell.api;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.Optional;
import shopbell.json.JsonFields;
import shopbell.model.Rejected;
import shopbell.security.AuditEntry;
import shopbell.security.Caller;
import shopbell.security.Keys;
import shopbell.security.Scope;
import shopbell.security.Tokens;

/** The keys of machines; for administrators. */
public final class KeyCalls {
  private final Keys keys;
  private final AuditTrail audit;

  public KeyCalls(Keys keys, AuditTrail audit) {
    this.keys = keys;
    this.audit = audit;
  }

  /** Behind the gate. */
  public void mount(Router api) {
    api.route("/keys*").handler(this::mustAdminister);
    api.get("/keys").handler(this::list);
    api.post("/keys").handler(this::mustBeConfirmed).handler(this::put);
    api.delete("/keys/:name").handler(this::mustBeConfirmed).handler(this::remove);
  }

  private void mustAdminister(RoutingContext ctx) {
    Caller.of(ctx).mustAdminister();
    ctx.next();
  }

  private void mustBeConfirmed(RoutingContext ctx) {
    Caller.of(ctx).mustBeConfirmed(audit.clock().instant());
    ctx.next();
  }

  private void list(RoutingContext ctx) {
    keys.all()
        .onFailure(ctx::fail)
        .onSuccess(all -> Answers.json(ctx, 200, new Page<>(all, Optional.empty())));
  }

  private void put(RoutingContext ctx) {
    JsonFields body = Body.of(ctx);
    Scope scope = body.word("scope", Scope.class)
        .orElseThrow(() -> Rejected.field("/scope", "is in, journey, read or admin"));
    String secret = Tokens.fresh();
    Keys.Named key = new Keys.Named(body.text("name", 100), scope, audit.clock().instant());
    keys.put(key, Tokens.hash(secret))
        .compose(put -> audit.did(
            ctx, AuditEntry.Kind.KEY_MADE, key.name(), Optional.empty(), Optional.of(key)))
        .onFailure(ctx::fail)
        .onSuccess(done -> Answers.json(ctx, 201, Map.of("name", key.name(), "secret", secret)));
  }

  private void remove(RoutingContext ctx) {
    String name = Answers.name(ctx);
    keys.remove(name)
        .compose(was -> {
          if (!was) {
            throw new Rejected(Rejected.Reason.NOT_FOUND, "There is no key of that name.");
          }
          return audit.did(ctx, AuditEntry.Kind.KEY_REMOVED, name);
        })
        .onFailure(ctx::fail)
        .onSuccess(done -> Answers.nothing(ctx));
  }
}
