package shopbell.api;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.Optional;
import shopbell.http.JsonResponses;
import shopbell.http.RequestBody;
import shopbell.model.Agent;
import shopbell.model.Rejected;
import shopbell.security.AuditEntry;
import shopbell.security.Principal;
import shopbell.security.SecondFactorCheck;
import shopbell.security.SecondFactors;
import shopbell.security.Session;
import shopbell.security.SessionRules;

/**
 * Calls by which users set up and remove their second factor, and administrators reset it for a user with a lost phone.
 */
public final class SecondFactorApi {
  private static final int LONGEST_CODE = 50;

  private final SecondFactorCheck second;
  private final SessionRules rules;
  private final AuditRecorder audit;

  public SecondFactorApi(SecondFactorCheck second, SessionRules rules, AuditRecorder audit) {
    this.second = second;
    this.rules = rules;
    this.audit = audit;
  }

  /** Requires authentication. */
  public void mount(Router api) {
    api.get("/account/totp").handler(this::show);
    api.post("/account/totp").handler(this::begin);
    api.post("/account/totp/confirmation").handler(this::confirm);
    api.delete("/account/totp").handler(this::removeOwn);
    api.delete("/users/:name/totp").handler(this::reset);
  }

  private void show(RoutingContext ctx) {
    Session session = Principal.of(ctx).signedIn();
    second
        .find(session.agent().name())
        .onFailure(ctx::fail)
        .onSuccess(found -> JsonResponses.json(ctx, 200, shown(session, found)));
  }

  private Map<String, Object> shown(Session session, Optional<SecondFactors.Factor> found) {
    Optional<SecondFactors.Factor> on = found.filter(SecondFactors.Factor::confirmed);
    return Map.of(
        "on", on.isPresent(),
        "required", rules.secondFactor().contains(session.agent().role()),
        "recoveryCodes", on.map(SecondFactors.Factor::recoveryCodes).orElse(0));
  }

  private void begin(RoutingContext ctx) {
    second
        .begin(confirmed(ctx).agent().name())
        .onFailure(ctx::fail)
        .onSuccess(enrolment -> JsonResponses.json(ctx, 201, enrolment));
  }

  private void confirm(RoutingContext ctx) {
    String name = confirmed(ctx).agent().name();
    second
        .confirm(name, RequestBody.of(ctx).text("code", LONGEST_CODE))
        .compose(codes ->
            audit.did(ctx, AuditEntry.AuditKind.SECOND_FACTOR_SET, name).map(codes))
        .onFailure(ctx::fail)
        .onSuccess(codes -> JsonResponses.json(ctx, 200, Map.of("recoveryCodes", codes)));
  }

  private void removeOwn(RoutingContext ctx) {
    Agent agent = confirmed(ctx).agent();
    if (rules.secondFactor().contains(agent.role())) {
      throw new Rejected(
          Rejected.Reason.CONFLICT, "Your role needs a second factor: it cannot be switched off.");
    }
    removed(ctx, agent.name(), second.remove(agent.name()));
  }

  private void reset(RoutingContext ctx) {
    Principal.of(ctx).mustAdminister();
    Principal.of(ctx).mustBeConfirmed(audit.clock().instant());
    String name = JsonResponses.name(ctx);
    removed(ctx, name, second.reset(name));
  }

  private void removed(RoutingContext ctx, String name, Future<Boolean> removal) {
    removal
        .compose(was -> was
            ? audit.did(ctx, AuditEntry.AuditKind.SECOND_FACTOR_REMOVED, name)
            : Future.failedFuture(
                new Rejected(Rejected.Reason.NOT_FOUND, "There is no second factor of that name.")))
        .onFailure(ctx::fail)
        .onSuccess(kept -> JsonResponses.nothing(ctx));
  }

  private Session confirmed(RoutingContext ctx) {
    Principal principal = Principal.of(ctx);
    Session session = principal.signedIn();
    principal.mustBeConfirmed(audit.clock().instant());
    return session;
  }
}
